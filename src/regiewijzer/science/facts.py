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


class Interplay(StrEnum):
    """How one instrument acts on another."""

    REINFORCES = "reinforces"
    WEAKENS = "weakens"
    NEEDS = "needs"
    REPLACES = "replaces"


class PowerUse(StrEnum):
    """Whether the power behind an instrument was ever used: unused it can work as a stick, or do nothing (seed 000)."""

    USED = "used"
    UNUSED_WORKS = "unused_works"
    UNUSED_IDLE = "unused_idle"


class Pitfall(StrEnum):
    """What can go wrong with an instrument. The first three are named in seeds 000 and 001."""

    IDLE = "idle"
    WRONG_BIDDER = "wrong_bidder"
    TALK_ONLY = "talk_only"
    RESISTANCE = "resistance"
    EMPTY_THREAT = "empty_threat"
    DEPENDENCE = "dependence"
    MIXED_MESSAGES = "mixed_messages"
    SMALL_EXCLUDED = "small_excluded"


class Presence(StrEnum):
    """How many partners on the territory can do what an instrument asks."""

    NONE = "none"
    ONE = "one"
    SEVERAL = "several"


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


class Advice(StrEnum):
    """How to take up a challenge: what the questions of `choice` can lead to, and what somebody can decide."""

    DO_ALONE = "do_alone"
    INVOLVE_RESIDENTS = "involve_residents"
    OUTSOURCE = "outsource"
    LET_ONE_PARTNER = "let_one_partner"
    MAKE_AGREEMENT = "make_agreement"
    USE_EXISTING = "use_existing"
    SEARCH_FIRST = "search_first"
    EXPLORE_FIRST = "explore_first"
    OFFER_FIRST = "offer_first"
    DO_NOT_START = "do_not_start"
    START_NETWORK = "start_network"
    CONTINUE_NETWORK = "continue_network"
    STOP_NETWORK = "stop_network"


class Layer(StrEnum):
    """Layers of an authority, from top to bottom."""

    BOARD = "board"
    MANAGEMENT = "management"
    STAFF = "staff"


class Attitude(StrEnum):
    """The eight conditions for steering (seed 003)."""

    PARTNER_NEEDS = "partner_needs"
    ADVANTAGES = "advantages"
    ROOM_FOR_STAFF = "room_for_staff"
    ENTERPRISING_STAFF = "enterprising_staff"
    ESPRIT_DE_CORPS = "esprit_de_corps"
    SERVING = "serving"
    VAGUE_GOALS = "vague_goals"
    PROCESS_FIRST = "process_first"


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
class Criterion:
    """A criterion that somebody chose for a network, before scoring it, and where it says something.

    `stages` are stretches of a network's life in months, the end (None: no end) not part of it. `own` and `mandated`:
    whether it fits such a network. `kept`: whoever chose it knew that it does not fit, and wrote down why it stays.
    """

    code: str
    stages: tuple[tuple[int, int | None], ...]
    forms: frozenset[Form]
    own: bool = True
    mandated: bool = True
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """What users or members said on one day, aspect by aspect, from 0 to 1; what was not asked is absent."""

    measured_on: date
    scores: Mapping[str, float]
    source: InputSource = InputSource.ESTIMATE
    answers: int | None = None
    invited: int | None = None


@dataclass(frozen=True, slots=True)
class Network:
    """An organisation network as it stands today.

    `measurements`, `goal_ratings`, `cooperation_ratings`, `users` and `told` (satisfaction of users and of members) run
    from old to new; `results` are levels with a result; `criteria` are those that hold now; `sub_goals` are empty as
    long as the goal is whole.
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
    criteria: tuple[Criterion, ...] = ()
    users: tuple[Satisfaction, ...] = ()
    told: tuple[Satisfaction, ...] = ()
    challenge: Ref | None = None

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


@dataclass(frozen=True, slots=True)
class Register:
    """Everything one authority put in, on one day. `authority` and `authority_name` say whose it is.

    `stances` run from old to new.
    `choices` run from old to new; `choices_known` is False where none can be told, as in a workbook.
    `readiness` is the newest measurement of each layer, from top to bottom.
    """

    today: date
    organisations: tuple[Organisation, ...] = ()
    networks: tuple[Network, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    decisions: tuple[Decision, ...] = ()
    authority: Ref = ""
    authority_name: str = ""
    stances: tuple[Stance, ...] = ()
    choices: tuple[Choice, ...] = ()
    choices_known: bool = True
    readiness: tuple[LayerMeasurement, ...] = ()

    @property
    def running(self) -> tuple[Network, ...]:
        """The networks that have not ended today."""
        return tuple(network for network in self.networks if network.runs_on(self.today))
