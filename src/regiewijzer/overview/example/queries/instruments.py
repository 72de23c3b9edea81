"""Which instruments does an example have, how did they move, and what was evaluated?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from regiewijzer.science.facts import (
    InputSource,
    InstrumentStatus,
    Interplay,
    Origin,
    Pitfall,
    Power,
    PowerUse,
    Presence,
)


@dataclass(frozen=True, slots=True)
class ActsOn:
    """How an instrument acts on another."""

    kind: Interplay
    other: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class InstrumentLook:
    """One evaluation of an instrument: powers 0-4, scores 1-5, left out when nobody knows."""

    day: date
    evidence: str
    power_used: int | None = None
    power_needed: int | None = None
    goal_reached: int | None = None
    take_up: int | None = None
    right_actors: int | None = None
    relation: int | None = None
    effort: int | None = None
    fit: int | None = None
    partners_worse: int | None = None
    partners_total: int | None = None
    ever_used: PowerUse | None = None
    partners_present: Presence | None = None
    willingness: int | None = None
    expertise: int | None = None
    access: int | None = None
    replaceable: bool | None = None
    pitfalls: tuple[Pitfall, ...] = ()
    seen: Mapping[str, str] = field(default_factory=dict)
    source: InputSource = InputSource.ESTIMATE
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """On this day the instrument came to stand elsewhere; `was` are the shares until then."""

    day: date
    was: Mapping[Power, int]
    reason: str


@dataclass(frozen=True, slots=True)
class InstrumentTold:
    """An instrument; the shares of `power` sum to 100."""

    name: str
    power: Mapping[Power, int]
    goal: str
    serves: tuple[str, ...]
    started: date
    as_of: date
    status: InstrumentStatus = InstrumentStatus.IN_USE
    origin: Origin = Origin.OWN
    network: str = ""
    aims: tuple[str, ...] = ()
    relations: tuple[ActsOn, ...] = ()
    evaluations: tuple[InstrumentLook, ...] = ()
    moves: tuple[Move, ...] = ()
    ended: date | None = None
    note: str = ""
