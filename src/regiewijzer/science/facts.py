"""What do the rules look at? The facts of an authority as frozen values, from a database or from a workbook alike.

`ref` is whatever names a record to the caller (a database key, a KBO number); the rules only compare and return it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Ref = int | str


class Form(StrEnum):
    """Governance form of a network, from light to heavy (Provan & Kenis 2008)."""

    SELF_REGULATING = "self_regulating"
    LEAD_ORGANISATION = "lead_organisation"
    NAO = "nao"


class Power(StrEnum):
    """Type of a steering instrument, from little to much enforcement power in the default order (seeds 000, 004)."""

    COMMUNICATIVE = "communicative"
    MARKET = "market"
    FINANCIAL = "financial"
    LEGAL = "legal"


class Origin(StrEnum):
    """Who called a network or instrument into being; anything but OWN is mandated."""

    OWN = "own"
    FLANDERS = "flanders"
    FEDERAL = "federal"
    PROVINCE = "province"
    OTHER = "other"


class InstrumentStatus(StrEnum):
    """Where an instrument stands; DISPLAY_CASE is the stick that works unused (seed 000)."""

    PLANNED = "planned"
    IN_USE = "in_use"
    DISPLAY_CASE = "display_case"
    ENDED = "ended"


class Level(StrEnum):
    """Where a network may have effect (Provan & Milward 2001)."""

    COMMUNITY = "community"
    NETWORK = "network"
    ORGANISATIONS = "organisations"


class InputSource(StrEnum):
    """How a measurement came about, from most to least certain."""

    SURVEY = "survey"
    WORKSHOP = "workshop"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A possible partner. `domains` are codes of expertise, the main one first. `own`: it is the authority itself."""

    ref: Ref
    name: str
    domains: tuple[str, ...] = ()
    speaks_for_users: bool = False
    as_of: date | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A membership that holds today.

    `has_action`: the partner does something for the goal, or None when nobody wrote it down.
    """

    organisation: Ref
    has_action: bool | None = None


@dataclass(frozen=True, slots=True)
class FormMeasurement:
    """Measured conditions of one network on one day; every score runs from 0 to 1, None is 'not measured'.

    `participants` is the number of members on that day. `answers` of `invited` people answered a survey or workshop.
    """

    measured_on: date
    participants: int
    trust: float | None = None
    consensus: float | None = None
    need: float | None = None
    trust_in_lead: float | None = None
    source: InputSource = InputSource.ESTIMATE
    answers: int | None = None
    invited: int | None = None


@dataclass(frozen=True, slots=True)
class Rating:
    """How members judge one thing: their mean from 0 to 1, and how far they agree from 0 to 1 (None: not known)."""

    score: float
    agreement: float | None = None


@dataclass(frozen=True, slots=True)
class MemberRatings:
    """What the members of a network think on one day, by the code of what was asked; what was not asked is absent.

    `current`: it is about the network as it is worded now, not about a former goal.
    """

    measured_on: date
    ratings: Mapping[str, Rating]
    source: InputSource = InputSource.ESTIMATE
    answers: int | None = None
    invited: int | None = None
    current: bool = True


@dataclass(frozen=True, slots=True)
class GiveAndTake:
    """What one partner brings to a network and gets from it, each from 0 (nothing) to 3 (much); None is not estimated.

    `agreed`: the partner or the table said so; otherwise somebody else estimated it.
    """

    organisation: Ref
    name: str
    said_on: date
    brings: int | None = None
    gets: int | None = None
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class SubGoal:
    """One part of a goal that was split, with the partners that carry it."""

    text: str
    themes: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    partners: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """An organisation network as it stands today.

    `measurements`, `goal_ratings` and `cooperation_ratings` run from old to new; `results` are levels with a result.
    `sub_goals` are empty as long as the goal is whole.
    """

    ref: Ref
    name: str
    goal: str = ""
    themes: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    origin: Origin = Origin.OWN
    mandated_by: str = ""
    started: date | None = None
    ended: date | None = None
    form: Form | None = None
    lead: Ref | None = None
    lead_name: str = ""
    members: tuple[Member, ...] = ()
    measurements: tuple[FormMeasurement, ...] = ()
    results: frozenset[Level] = frozenset()
    results_known: bool = False
    as_of: date | None = None
    sub_goals: tuple[SubGoal, ...] = ()
    goal_ratings: tuple[MemberRatings, ...] = ()
    cooperation_ratings: tuple[MemberRatings, ...] = ()
    give_and_take: tuple[GiveAndTake, ...] = ()

    @property
    def mandated(self) -> bool:
        return self.origin is not Origin.OWN

    @property
    def partners(self) -> tuple[Ref, ...]:
        """The organisations at the table, each once, in the order of `members`."""
        return tuple(dict.fromkeys(member.organisation for member in self.members))

    def runs_on(self, day: date) -> bool:
        """True until the day it ends; one that is still to start runs already, so that overlap is seen in time."""
        return self.ended is None or day < self.ended


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One dated evaluation of an instrument.

    Powers 0-4, scores 1-5, None is 'weet niet' and stays out of every mean.
    """

    evaluated_on: date
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
class Register:
    """Everything one authority put in, on one day. `authority` and `authority_name` say whose it is."""

    today: date
    organisations: tuple[Organisation, ...] = ()
    networks: tuple[Network, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    decisions: tuple[Decision, ...] = ()
    authority: Ref = ""
    authority_name: str = ""

    @property
    def running(self) -> tuple[Network, ...]:
        """The networks that have not ended today."""
        return tuple(network for network in self.networks if network.runs_on(self.today))
