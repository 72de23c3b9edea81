"""What does the timeline say in words, and as a table?"""

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.origin import origin_words
from regiewijzer.ui.pictures.table import Table
from regiewijzer.ui.pictures.timeline.rows import Timeline
from regiewijzer.ui.pictures.words import age, enumeration, sentences


def description(timeline: Timeline) -> str:
    count = len(timeline.rows)
    late = [f"{row.name} ({row.age})" for row in timeline.rows if row.late]
    unknown = [row.name for row in timeline.rows if row.months is None]
    return sentences(
        (
            ngettext(
                "%(count)d network by age, with a line at %(mark)s.",
                "%(count)d networks by age, with a line at %(mark)s.",
                count,
            )
            % {"count": count, "mark": age(timeline.mark)},
            gettext("Past it without a result: %(names)s.") % {"names": enumeration(late)} if late else "",
            gettext("Start unknown: %(names)s.") % {"names": enumeration(unknown)} if unknown else "",
        )
    )


def twin(timeline: Timeline) -> Table:
    head = (gettext("Network"), gettext("Exists"), gettext("Origin"), *(level for level in timeline.levels))
    rows = tuple(
        (row.name, row.age, origin_words(mandated=row.mandated), *map(_answer, row.results)) for row in timeline.rows
    )
    return Table(gettext("Networks, their age and their results"), head, rows)


def _answer(result: bool | None) -> str:  # one cell of the table
    return {True: gettext("yes"), False: gettext("not yet"), None: gettext("not known")}[result]
