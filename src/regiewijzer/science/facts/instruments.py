"""What is known of instruments, with what was evaluated in their context."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from regiewijzer.science.facts.codes import (
    InputSource,
    InstrumentStatus,
    Interplay,
    Origin,
    Pitfall,
    Power,
    PowerUse,
    Presence,
    Ref,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What an instrument meets on the spot: it explains an evaluation and never counts in it (seeds 000, 001).

    `willingness`, `expertise` and `access` (to the target group) of the partners run from 1 (none) to 4 (a lot).
    `replaceable`: another partner can do the same when the main one drops out.
    """

    partners_present: Presence | None = None
    willingness: int | None = None
    expertise: int | None = None
    access: int | None = None
    replaceable: bool | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One dated evaluation of an instrument.

    Powers 0-4, scores 1-5, None is 'weet niet' and stays out of every mean. `pitfalls` are those somebody named.
    `answers` of `invited` people filled it in; both None when nobody counted.
    """

    measured_on: date
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
    pitfalls: frozenset[Pitfall] = frozenset()
    context: Context = Context()
    source: InputSource = InputSource.ESTIMATE
    answers: int | None = None
    invited: int | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What an instrument does to another one, `other`."""

    kind: Interplay
    other: Ref


@dataclass(frozen=True, slots=True)
class Instrument:
    """A steering instrument. `shares` are percentages per type that sum to 100. `evaluations` run from old to new."""

    ref: Ref
    name: str
    shares: Mapping[Power, int] = field(default_factory=dict)
    status: InstrumentStatus = InstrumentStatus.IN_USE
    origin: Origin = Origin.OWN
    challenges: tuple[Ref, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    as_of: date | None = None
    relations: tuple[Relation, ...] = ()
