"""How does an example steer: what did it choose, how ready is each layer, where are its networks placed?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from regiewijzer.science.facts import (
    Advice,
    Attitude,
    InputSource,
    Layer,
)
from regiewijzer.science.placing import Place


@dataclass(frozen=True, slots=True)
class Answered:
    """What one colleague answered about a challenge. `answers` and `reasons` by question; `partners` are needed."""

    by: str
    day: date
    processes: tuple[str, ...]
    answers: Mapping[str, str]
    reasons: Mapping[str, str] = field(default_factory=dict)
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """What was decided. `made` is the network that came from it, `joins` the one that took it on."""

    by: str
    day: date
    decided: Advice
    review_on: date
    reason: str = ""
    made: str = ""
    joins: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceTold:
    """A choice about a challenge, or about a network that runs for it."""

    challenge: str
    answered: tuple[Answered, ...]
    network: str = ""
    signed: Signed | None = None


@dataclass(frozen=True, slots=True)
class LayerLook:
    """What one layer of the authority said: no 0, partly 1, yes 2, or a mean when several answered."""

    layer: Layer
    day: date
    source: InputSource
    values: Mapping[Attitude, Decimal]
    evidence: Mapping[Attitude, str] = field(default_factory=dict)
    answers: int | None = None
    invited: int | None = None


@dataclass(frozen=True, slots=True)
class PlacedTold:
    """What a network rightly is."""

    network: str
    place: Place
    reason: str


@dataclass(frozen=True, slots=True)
class StanceTold:
    """How the authority steers one policy field: own script, power and four components, from 1 to 5."""

    policy_field: str
    day: date
    script: Decimal
    power: Decimal
    overview: Decimal
    accountability: Decimal
    policy_lines: Decimal
    organising: Decimal
    seen: Mapping[str, str] = field(default_factory=dict)
    source: InputSource = InputSource.WORKSHOP
    answers: int | None = None
