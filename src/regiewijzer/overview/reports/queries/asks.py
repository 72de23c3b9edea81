"""What does a report ask of the board? The heaviest open findings, each with the first thing that could be done."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

from django.utils.translation import gettext

from regiewijzer.library import catalogue, sentences
from regiewijzer.library.entries import WeightLevel
from regiewijzer.library.manners import Numbers
from regiewijzer.library.sentences import Advice
from regiewijzer.overview.findings.queries import LEVELS, SUREST_FIRST, short_sources
from regiewijzer.overview.reports.queries.paper import Ask, Asks
from regiewijzer.overview.reports.wording import Parts, clipped, day, joined, parts_of, some_of, worded
from regiewijzer.science.finding import Certainty

HALF_A_YEAR = timedelta(days=182)  # the term the form of an answer proposes too
LONGEST_NAME = 80
FEWEST = 3


class Weighed(Protocol):
    """A finding, stored or computed just now."""

    @property
    def rule(self) -> str: ...

    @property
    def numbers(self) -> Numbers: ...

    @property
    def certainty(self) -> str: ...


F = TypeVar("F", bound=Weighed)


@dataclass(frozen=True, slots=True)
class Said:
    """A rule with the numbers of a finding, names cut to what fits on paper."""

    rule: str
    numbers: Numbers


def level(finding: Weighed) -> WeightLevel:
    """When it deserves attention; the first level asks the board for a decision."""
    return catalogue.finding_type(finding.rule).level


def pressing(findings: Sequence[Weighed]) -> int:
    """How many findings ask the board for a decision; about the others the service decides itself."""
    return sum(level(finding) is WeightLevel.FIRST for finding in findings)


def heaviest(findings: Sequence[F]) -> list[F]:
    """Heaviest and surest first, but in a level each rule in turn: what differs comes before it repeats itself."""
    by_weight = sorted(findings, key=lambda finding: (-_weight(finding), SUREST_FIRST.index(_certainty(finding))))
    times: Counter[str] = Counter()
    turns = []
    for finding in by_weight:
        turns.append((LEVELS.index(level(finding)), times[finding.rule], finding))
        times[finding.rule] += 1
    return [finding for _level, _turn, finding in sorted(turns, key=lambda turn: turn[:2])]


def asks_of(heaviest_first: Sequence[Weighed], today: date, *, most: int) -> Asks:
    """Those that ask for a decision now, but three at least and `most` at most, and how many there are in all."""
    shown = [
        finding
        for nr, finding in enumerate(heaviest_first[:most])
        if nr < FEWEST or level(finding) is WeightLevel.FIRST
    ]
    return Asks(
        heading=gettext("What we ask"),
        items=tuple(_ask(finding, today) for finding in shown),
        empty=worded(gettext("Nothing asks for a decision now. We tell you when that changes.")),
        note=some_of(len(shown), len(heaviest_first), gettext("the heaviest first")),
    )


def said_shortly(finding: Weighed) -> Said:
    """The finding with names of a length that fits on paper."""
    numbers = {
        name: clipped(value, LONGEST_NAME) if isinstance(value, str) else value
        for name, value in finding.numbers.items()
    }
    return Said(finding.rule, numbers)


def _ask(finding: Weighed, today: date) -> Ask:
    said = said_shortly(finding)
    return Ask(
        said=parts_of(sentences.sentence(said)),
        asks=_first_thing(sentences.options(said)),
        about=" · ".join(_about(finding, today)),
    )


def _first_thing(ways: Sequence[Advice]) -> Parts:
    """What could be done first: that is what we propose."""
    if not ways:
        return ()
    return joined(worded(gettext("**We propose:**")), parts_of(ways[0].title), parts_of(ways[0].text))


def _weight(finding: Weighed) -> int:
    return catalogue.finding_type(finding.rule).weight


def _certainty(finding: Weighed) -> Certainty:
    return Certainty(finding.certainty)


def _about(finding: Weighed, today: date) -> tuple[str, ...]:
    kind = catalogue.finding_type(finding.rule)
    certainty = str(catalogue.word(_certainty(finding), "certainties").text)
    return (
        str(catalogue.word(kind.level, "weight_levels").short),
        str(catalogue.subject_label(finding.rule)),
        *short_sources(kind)[:1],
        gettext("certainty: %(certainty)s") % {"certainty": certainty},
        gettext("to look at again on %(day)s") % {"day": day(today + HALF_A_YEAR)},
    )
