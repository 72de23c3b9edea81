"""What did people say: of each subject over time, and in an inquiry that is complete?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from django.db.models import QuerySet
from django.utils import timezone

from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.measurements.models import Measurement
from regiewijzer.register.networks.models import Network
from regiewijzer.science.consensus import falls_apart
from regiewijzer.science.facts import InputSource, MemberRatings, Rating
from regiewijzer.science.governance import from_scale
from regiewijzer.science.limits import Limits
from regiewijzer.science.scoring.groups import Result

Row = TypeVar("Row", bound=Measurement)
Fact = TypeVar("Fact")


def from_old_to_new(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Measurements as they followed each other; of two of one day the last that was written down counts."""
    return rows.order_by("measured_on", "id")


def facts_by_subject(rows: QuerySet[Row], to_fact: Callable[[Row], Fact]) -> dict[int, tuple[Fact, ...]]:
    """Measurements by the key of what they are about, from old to new, as the rules take them."""
    found: dict[int, list[Fact]] = defaultdict(list)
    for row in from_old_to_new(rows):
        found[getattr(row, f"{row.SUBJECT}_id")].append(to_fact(row))
    return {subject: tuple(series) for subject, series in found.items()}


@dataclass(frozen=True, slots=True)
class ShownScore:
    """One thing people rated, as a page shows it. `low`: under the limit; `divided`: the answers fall apart."""

    code: str
    score: Decimal | None
    consensus: Decimal | None
    low: bool
    divided: bool


@dataclass(frozen=True, slots=True)
class ShownMeasurement(Generic[Row]):
    """A measurement with its scores in order."""

    measurement: Row
    scores: tuple[ShownScore, ...]

    @property
    def measured_on(self) -> date:
        return self.measurement.measured_on


def shown(measurement: Row, codes: Iterable[str], least: float, limits: Limits) -> ShownMeasurement[Row]:
    """A measurement held against the limit under which a score is low, from 0 to 1."""
    return ShownMeasurement(measurement, tuple(_shown(measurement, code, least, limits) for code in codes))


def _shown(measurement: Measurement, code: str, least: float, limits: Limits) -> ShownScore:
    score, agreed = _score_of(measurement, code)
    return ShownScore(
        code,
        score,
        agreed,
        low=score is not None and from_scale(float(score)) < least,
        divided=falls_apart(None if agreed is None else float(agreed), measurement.answers, limits),
    )


def ratings_of(measurement: Measurement, codes: Iterable[str], *, current: bool = True) -> MemberRatings:
    """What members rated (1-5) as the rules take it (0-1)."""
    return MemberRatings(
        ratings={
            str(code): Rating(from_scale(float(score)), None if agreed is None else float(agreed))
            for code in codes
            for score, agreed in [_score_of(measurement, code)]
            if score is not None
        },
        current=current,
        **measurement.provenance(),
    )


def _score_of(measurement: Measurement, code: str) -> tuple[Decimal | None, Decimal | None]:
    """The score of 1 to 5, and the agreement of 0 to 1."""
    return getattr(measurement, code), getattr(measurement, f"{code}_consensus")


@dataclass(frozen=True, slots=True)
class CompletedInquiry:
    """What people said in one questionnaire, and where: `key` is that of the form, survey or workshop question.

    `network` and `instrument` are both None when it is about the authority itself. `asked` are the questions of its
    dimensions. A form says what each answer rests on (`evidence`), and may be of one `layer`. `answered` people of
    `invited` answered; both None when nobody counted.
    """

    way: str
    key: int
    questionnaire: str
    version: int
    result: Result
    asked: tuple[str, ...]
    source: InputSource
    held_on: date | None = None
    answered: int | None = None
    invited: int | None = None
    network: Network | None = None
    instrument: Instrument | None = None
    layer: str = ""
    evidence: Mapping[str, str] = field(default_factory=dict)

    @property
    def day(self) -> date:
        return self.held_on or timezone.localdate()

    def mean(self, name: str) -> float | None:
        """The score of a dimension, or the mean answer to a question; None when it is not known."""
        scores = {each.id: each.score for each in self.result.dimensions}
        means = {each.id: each.mean for each in self.result.items}
        return scores[name] if name in scores else means.get(name)

    def agreement(self, dimension: str) -> float | None:
        """How far the answers of several people agree; one form always agrees with itself, so that says nothing."""
        found = {each.id: each.consensus for each in self.result.dimensions}
        return found.get(dimension) if self.result.respondents > 1 else None

    def most_said(self, question: str) -> str:
        """What more than half of those who knew chose; empty when nothing was."""
        found = next((each for each in self.result.items if each.id == question), None)
        counts = found.counts if found else ()
        return next((str(value) for value, times in counts if found and 2 * times > found.answered), "")

    def evidence_for(self, name: str) -> str:
        """What the answer to a question, or those of a dimension, rest on."""
        texts = (text for item, text in self.evidence.items() if item == name or item.startswith(f"{name}."))
        return " ".join(text for text in texts if text)
