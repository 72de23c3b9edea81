"""What does a report ask of the board? The findings that come first, each with the first thing that could be done."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext

from regiewijzer.library.entries import WeightLevel
from regiewijzer.library.finding_text import FindingText
from regiewijzer.library.sentences import Advice, Sentence
from regiewijzer.overview.reports.documents.report_model import BoardQuestion, BoardQuestions
from regiewijzer.ui.wording import NOTHING, clipped, counted, day, joined, name_of, plain, worded

HALF_A_YEAR = timedelta(days=182)  # the term the form of an answer proposes too
LONGEST_NAME = 80
LONGEST_NAMED = 60
SHOWN_OF_OTHERS = 3
MOST_NAMED = 10
NAMES = ("network", "instrument", "challenge", "partner", "subject")  # numbers of a finding that name what it is about


def pressing(findings: Sequence[FindingText]) -> int:
    """How many findings ask the board for a decision; about the others the service decides itself."""
    return sum(finding.level is WeightLevel.FIRST for finding in findings)


def asks_of(heaviest_first: Sequence[FindingText], today: date, *, most: int, nothing: str) -> BoardQuestions:
    """What asks the board for a decision, or else what the service decides itself; `nothing` when neither is there.

    At most `most` are shown in full; the others are named under them.
    """
    now = [finding for finding in heaviest_first if finding.level is WeightLevel.FIRST]
    matters = now or heaviest_first
    shown, left_out = matters[: most if now else SHOWN_OF_OTHERS], matters[most if now else SHOWN_OF_OTHERS :]
    return BoardQuestions(
        heading=gettext("What we ask") if now or not matters else gettext("What the service decides itself"),
        items=tuple(_ask(finding, today) for finding in shown),
        empty=plain(nothing),
        note=_named(left_out),
    )


def by_subject(findings: Sequence[FindingText]) -> str:
    """What findings are about, and how many there are of each: form (3), overlap (2)."""
    times = Counter(str(finding.label).lower() for finding in findings)
    return ", ".join(f"{label} ({counted(count)})" for label, count in times.most_common())


def _named(left_out: Sequence[FindingText]) -> str:
    """Those that are not shown, by name where they are few, and by subject where they are many."""
    if not left_out:
        return ""
    if len(left_out) > MOST_NAMED:
        return gettext("Not shown here: %(subjects)s.") % {"subjects": by_subject(left_out)}
    named = "; ".join(f"{_subject_of(finding)} ({str(finding.label).lower()})" for finding in left_out)
    return gettext("Not shown here: %(subjects)s.") % {"subjects": named}


def _subject_of(finding: FindingText) -> str:
    """The name of what it is about, or the beginning of its sentence."""
    names = (finding.numbers.get(each) for each in NAMES)
    name = next((str(each) for each in names if each), finding.sentence.plain)
    return clipped(name, LONGEST_NAMED)


def _ask(finding: FindingText, today: date) -> BoardQuestion:
    text = _with_short_names(finding)
    return BoardQuestion(said=text.sentence, asks=_first_thing(text.ways), about=" · ".join(_about(text, today)))


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


def _about(text: FindingText, today: date) -> tuple[str, ...]:
    return (
        name_of(text.level, "weight_levels"),
        str(text.label),
        *map(str, text.rule_text.sources[:1]),
        *map(str, text.owners),
        gettext("certainty: %(certainty)s") % {"certainty": text.sure},
        gettext("to look at again on %(day)s") % {"day": day(today + HALF_A_YEAR)},
    )
