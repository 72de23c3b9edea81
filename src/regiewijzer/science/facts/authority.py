"""What is known of the authority itself: what it has to reach, decided, chose, and how it steers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from regiewijzer.science.facts.codes import Advice, Attitude, InputSource, Layer, Ref


@dataclass(frozen=True, slots=True)
class Challenge:
    """What has to be reached, for whom, where."""

    ref: Ref
    name: str
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """An answer that was given, with the day on which it is looked at again."""

    ref: Ref
    subject: str
    decided_on: date
    review_on: date | None = None
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Stance:
    """How the authority steers one policy field, on one day (Pröpper 2004); every score runs from 0 to 1.

    `policy_field` is the code of a theme, empty when nobody said which. `script`: how much the authority sets the
    direction itself; `power`: how far it can impose it. The other four are the components of steering.
    """

    policy_field: str
    measured_on: date
    script: float | None = None
    power: float | None = None
    overview: float | None = None
    accountability: float | None = None
    policy_lines: float | None = None
    organising: float | None = None
    source: InputSource = InputSource.ESTIMATE
    answers: int | None = None
    invited: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice that was signed: how to take up a challenge. `networks` it led to, or was about."""

    ref: Ref
    challenge: Ref
    decided_on: date
    decided: Advice
    networks: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class LayerMeasurement:
    """What one layer of the authority said of itself: per condition the mean of its answers, from 0 (no) to 2 (yes)."""

    layer: Layer
    measured_on: date
    values: Mapping[Attitude, float]
    source: InputSource = InputSource.ESTIMATE
    answers: int | None = None
    invited: int | None = None
