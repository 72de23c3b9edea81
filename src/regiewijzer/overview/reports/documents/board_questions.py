"""What does a report ask of the board? The heaviest open findings, each with the first thing that could be done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext

from regiewijzer.library.entries import WeightLevel
from regiewijzer.library.finding_text import FindingText
from regiewijzer.library.sentences import Advice, Sentence
from regiewijzer.overview.reports.documents.report_model import BoardQuestion, BoardQuestions
from regiewijzer.overview.reports.wording import some_of
from regiewijzer.ui.wording import NOTHING, clipped, day, joined, name_of, worded

HALF_A_YEAR = timedelta(days=182)  # the term the form of an answer proposes too
LONGEST_NAME = 80
FEWEST = 3


def pressing(findings: Sequence[FindingText]) -> int:
    """How many findings ask the board for a decision; about the others the service decides itself."""
    return sum(finding.level is WeightLevel.FIRST for finding in findings)


def asks_of(heaviest_first: Sequence[FindingText], today: date, *, most: int) -> BoardQuestions:
    """Those that ask for a decision now, but three at least and `most` at most, and how many there are in all."""
    shown = [
        finding for nr, finding in enumerate(heaviest_first[:most]) if nr < FEWEST or finding.level is WeightLevel.FIRST
    ]
    return BoardQuestions(
        heading=gettext("What we ask"),
        items=tuple(_ask(finding, today) for finding in shown),
        empty=worded(gettext("Nothing asks for a decision now. We tell you when that changes.")),
        note=some_of(len(shown), len(heaviest_first), gettext("the heaviest first")),
    )


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
    """What could be done first: that is what we propose."""
    if not ways:
        return NOTHING
    return joined(worded(gettext("**We propose:**")), ways[0].title, ways[0].text)


def _about(text: FindingText, today: date) -> tuple[str, ...]:
    return (
        name_of(text.level, "weight_levels"),
        str(text.label),
        *map(str, text.rule_text.sources[:1]),
        *map(str, text.owners),
        gettext("certainty: %(certainty)s") % {"certainty": text.sure},
        gettext("to look at again on %(day)s") % {"day": day(today + HALF_A_YEAR)},
    )
