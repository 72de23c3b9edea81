"""What does a report for the board say of one's own practice?"""

from django.utils.translation import gettext, ngettext

from regiewijzer.library.sentences import Sentence
from regiewijzer.science import facts
from regiewijzer.ui.pictures.words import enumeration
from regiewijzer.ui.section import Section
from regiewijzer.ui.wording import counted, worded

MOST_NAMED = 3


def section_for_board(register: facts.Register) -> Section | None:
    """How many cases are written down, which, and how many others read; None when there is none."""
    cases = register.own_cases
    if not cases:
        return None
    return Section(gettext("What we learned ourselves"), lead=(_written(cases), _shared(cases)))


def _written(cases: tuple[facts.OwnCase, ...]) -> Sentence:
    newest = sorted(cases, key=lambda each: -(each.year or 0))[:MOST_NAMED]
    pattern = ngettext(
        "**One case** of our own is written down: %(names)s.",
        "**%(count)s cases** of our own are written down, among them %(names)s.",
        len(cases),
    )
    return worded(pattern, count=counted(len(cases)), names=enumeration([each.title for each in newest]))


def _shared(cases: tuple[facts.OwnCase, ...]) -> Sentence:
    shared = sum(each.shared for each in cases)
    if not shared:
        return worded(gettext("None of it is shared with other authorities."))
    pattern = ngettext(
        "Other authorities read **one** of them.", "Other authorities read **%(count)s** of them.", shared
    )
    return worded(pattern, count=counted(shared))
