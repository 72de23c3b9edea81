"""What does a report ask of the board? The subjects that come first, each with the finding to decide first.

Which of the findings about a subject is decided first is the same on paper as on the overview.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext

from regiewijzer.library.entries import WeightLevel
from regiewijzer.library.finding_text import FindingText
from regiewijzer.library.sentences import Advice, Sentence
from regiewijzer.library.together import Together, by_subject, hang_together
from regiewijzer.overview.findings.wording import others_in_words
from regiewijzer.overview.reports.documents.report_model import BoardQuestion, BoardQuestions
from regiewijzer.ui.wording import NOTHING, clipped, counted, day, joined, name_of, plain, worded

HALF_A_YEAR = timedelta(days=182)  # the term the form of an answer proposes too
LONGEST_NAME = 80
LONGEST_NAMED = 60
SHOWN_OF_OTHERS = 3
MOST_NAMED = 10
NAMES = ("network", "instrument", "challenge", "partner", "subject")  # numbers of a finding that name what it is about


@dataclass(frozen=True, slots=True)
class Matters:
    """The subjects of findings, heaviest first: those that come `now`, and the others."""

    now: tuple[Together[FindingText], ...]
    later: tuple[Together[FindingText], ...]


def matters_of(heaviest_first: Sequence[FindingText]) -> Matters:
    """The findings by subject; a subject comes now when the one to decide first does."""
    subjects = [hang_together(found) for found in by_subject(heaviest_first)]
    return Matters(
        tuple(each for each in subjects if each.first.level is WeightLevel.FIRST),
        tuple(each for each in subjects if each.first.level is not WeightLevel.FIRST),
    )


def asks_of(
    heaviest_first: Sequence[FindingText], today: date, *, most: int, nothing: str, board: bool
) -> BoardQuestions:
    """What comes first, or else what stands lower; `nothing` when neither is there.

    At most `most` are shown in full; the others are named under them. `board`: whether one reads it that decides.
    """
    matters = matters_of(heaviest_first)
    asked = matters.now or matters.later
    shown = most if matters.now else SHOWN_OF_OTHERS
    return BoardQuestions(
        heading=_heading(matters, board=board),
        items=tuple(_ask(matter, today if board else None) for matter in asked[:shown]),
        empty=plain(nothing),
        note=_named(asked[shown:]),
    )


def _heading(matters: Matters, *, board: bool) -> str:
    if not board:
        return gettext("What comes first") if matters.now else gettext("What stands out")
    return gettext("What the service decides itself") if matters.later and not matters.now else gettext("What we ask")


def by_label(findings: Iterable[FindingText]) -> str:
    """What findings are about, and how many there are of each: form (3), overlap (2)."""
    times = Counter(str(finding.label).lower() for finding in findings)
    return ", ".join(f"{label} ({counted(count)})" for label, count in times.most_common())


def _named(left_out: Sequence[Together[FindingText]]) -> str:
    """Those that are not shown, by name where they are few, and by subject where they are many."""
    if not left_out:
        return ""
    if len(left_out) > MOST_NAMED:
        return gettext("Not shown here: %(subjects)s.") % {"subjects": by_label(each.first for each in left_out)}
    named = "; ".join(f"{_subject_of(each.first)} ({str(each.first.label).lower()})" for each in left_out)
    return gettext("Not shown here: %(subjects)s.") % {"subjects": named}


def _subject_of(finding: FindingText) -> str:
    """The name of what it is about, or the beginning of its sentence."""
    names = (finding.numbers.get(each) for each in NAMES)
    name = next((str(each) for each in names if each), finding.sentence.plain)
    return clipped(name, LONGEST_NAMED)


def _ask(matter: Together[FindingText], today: date | None) -> BoardQuestion:
    text = _with_short_names(matter.first)
    apart = len(matter.others) - matter.tied
    others = (others_in_words(matter.tied, matter.against, apart),) if matter.others else ()
    about = " · ".join((*_about(text), *_again(today), *others))
    return BoardQuestion(said=text.sentence, asks=_first_thing(text.ways), about=about)


def _with_short_names(text: FindingText) -> FindingText:
    """The same with names of a length that fits on paper."""
    numbers = {
        name: clipped(value, LONGEST_NAME) if isinstance(value, str) else value for name, value in text.numbers.items()
    }
    return replace(text, numbers=numbers)


def _first_thing(ways: Sequence[Advice]) -> Sentence:
    """The first of the ways there are: a possibility, for we do not choose."""
    if not ways:
        return NOTHING
    return joined(worded(gettext("**A possibility:**")), ways[0].title, ways[0].text)


def _again(today: date | None) -> tuple[str, ...]:
    """When who decides today looks at it again."""
    if today is None:
        return ()
    return (gettext("to look at again on %(day)s") % {"day": day(today + HALF_A_YEAR)},)


def _about(text: FindingText) -> tuple[str, ...]:
    return (
        name_of(text.level, "weight_levels"),
        str(text.label),
        *map(str, text.rule_text.sources[:1]),
        *map(str, text.owners),
        gettext("certainty: %(certainty)s") % {"certainty": text.sure},
    )
