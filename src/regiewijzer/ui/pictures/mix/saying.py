"""What does the matrix of a mix say in words, and as a table?"""

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.mix.rows import Mix
from regiewijzer.ui.pictures.table import Table
from regiewijzer.ui.pictures.words import sentences

MOST_SAID = 6


def description(mix: Mix) -> str:
    count = len(mix.actions)
    return sentences(
        (
            ngettext("%(count)d instrument.", "%(count)d instruments.", len(mix.names)) % {"count": len(mix.names)},
            *(
                gettext("%(one)s %(does)s %(other)s.")
                % {"one": mix.names[action.acting], "does": action.kind.words, "other": mix.names[action.on]}
                for action in mix.actions[:MOST_SAID]
            ),
            ngettext("And %(count)d more.", "And %(count)d more.", count - MOST_SAID) % {"count": count - MOST_SAID}
            if count > MOST_SAID
            else "",
        )
    )


def twin(mix: Mix) -> Table:
    rows = tuple(
        (mix.names[action.acting], action.kind.words, mix.names[action.on], action.why) for action in mix.actions
    )
    head = (gettext("Instrument"), gettext("does what"), gettext("Other instrument"), gettext("Why"))
    return Table(gettext("How your instruments act on each other"), head, rows)
