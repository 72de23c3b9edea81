"""The five answers to networks that overlap, in words."""

from collections.abc import Sequence
from enum import StrEnum

from django.utils.translation import gettext

from regiewijzer.ui.pictures.words import enumeration
from regiewijzer.ui.wording import clipped

MOST_NAMED = 4
LONGEST_TITLE = 200


class Way(StrEnum):
    """What can be decided."""

    MERGE = "merge"
    ONE_ROOF = "one_roof"
    ALIGN = "align"
    ONE_STOPS = "one_stops"
    KEEP_APART = "keep_apart"


ON_ONE = frozenset({Way.MERGE, Way.ONE_ROOF, Way.ONE_STOPS})  # turn on one of the networks
CARRIED_OUT = frozenset(Way) - {Way.KEEP_APART}  # somebody does something by a day


def title(way: str, names: Sequence[str], which: str) -> str:
    """What was decided, in a few words: the title of the decision."""
    others = enumeration([name for name in names if name != which], MOST_NAMED)
    together = enumeration(list(names), MOST_NAMED)
    said = {
        Way.MERGE: gettext("Merge %(others)s into %(which)s"),
        Way.ONE_ROOF: gettext("Put %(others)s under the roof of %(which)s"),
        Way.ALIGN: gettext("Align the agendas of %(together)s"),
        Way.ONE_STOPS: gettext("Let %(which)s stop, beside %(others)s"),
        Way.KEEP_APART: gettext("Keep %(together)s apart"),
    }[Way(way)] % {"others": others, "which": which, "together": together}
    return clipped(said, LONGEST_TITLE)
