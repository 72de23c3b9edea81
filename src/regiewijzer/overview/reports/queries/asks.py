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
from regiewijzer.overview.findings.queries import short_sources
from regiewijzer.overview.reports.queries.paper import Ask, Asks
from regiewijzer.overview.reports.wording import clipped, day, joined, language, parts_of, some_of, worded
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


def heaviest(findings: Sequence[F]) -> list[F]:
    """Heaviest first; among equals another rule before the same again, then the surest."""
    surest_first = list(Certainty)
    seen: Counter[str] = Counter()
    ranks: list[tuple[int, int, int, int]] = []
    for nr, finding in enumerate(findings):
        weight = catalogue.finding_type(finding.rule).weight
        ranks.append((-weight, seen[finding.rule], surest_first.index(Certainty(finding.certainty)), nr))
        seen[finding.rule] += 1
    return [findings[nr] for *_, nr in sorted(ranks)]


def asks_of(findings: Sequence[Weighed], today: date, *, most: int) -> Asks:
    """Three to five questions (`most`), and how many there are in all."""
    pressing = sum(level(finding) is WeightLevel.FIRST for finding in findings)
    shown = heaviest(findings)[: min(most, max(FEWEST, pressing))]
    return Asks(
        heading=gettext("What we ask"),
        items=tuple(_ask(finding, today) for finding in shown),
        empty=worded(gettext("Nothing asks for a decision now. We tell you when that changes.")),
        note=some_of(len(shown), len(findings), gettext("the heaviest first")),
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
    ways = sentences.options(said, language())
    return Ask(
        said=parts_of(sentences.sentence(said, language())),
        asks=joined(
            worded(gettext("**We propose:**")), parts_of(ways[0].title), parts_of(ways[0].text)
        ) if ways else (),
        about=" · ".join(_about(finding, today)),
    )  # fmt: skip


def _about(finding: Weighed, today: date) -> tuple[str, ...]:
    kind = catalogue.finding_type(finding.rule)
    certainty = catalogue.word(Certainty(finding.certainty), "certainties").text.in_language(language())
    return (
        catalogue.word(kind.level, "weight_levels").short.in_language(language()),
        catalogue.subject_label(finding.rule).in_language(language()),
        *short_sources(kind)[:1],
        gettext("certainty: %(certainty)s") % {"certainty": certainty},
        gettext("to look at again on %(day)s") % {"day": day(today + HALF_A_YEAR)},
    )
