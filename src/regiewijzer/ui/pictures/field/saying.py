"""What does the square of own script and power say in words, and as a table?"""

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.field.rows import Field
from regiewijzer.ui.pictures.table import Table
from regiewijzer.ui.pictures.words import sentences


def description(field: Field) -> str:
    count = len(field.marks)
    return sentences(
        (
            ngettext("%(count)d policy field.", "%(count)d policy fields.", count) % {"count": count},
            *(f"{number}. {mark.name}: {mark.kind} ({mark.words})" for number, mark in enumerate(field.marks, 1)),
        )
    )


def twin(field: Field) -> Table:
    head = (gettext("Policy field"), gettext("Type"), gettext("Own script and power"))
    rows = tuple((mark.name, mark.kind, mark.words) for mark in field.marks)
    return Table(gettext("Own script and power per policy field"), head, rows)
