"""What does the story of one example authority hold? Its files as frozen values, every record named by its name.

A field without a default must be filled in the file. Dates are those of the story; `calendar` moves them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from regiewijzer.foundation.authorities.models import Accent
from regiewijzer.foundation.rights import Role
from regiewijzer.overview.example.queries.judgements import Given, JudgedCooperation, JudgedGoal, SplitTold
from regiewijzer.overview.example.queries.looks import (
    ConclusionTold,
    CriteriaTold,
    CriterionScore,
    MembersLook,
    ReadingTold,
    UsersLook,
)
from regiewijzer.register.challenges.models import Status as ChallengeStatus
from regiewijzer.register.decisions.models import Answer, Outcome
from regiewijzer.register.instruments.models import Interplay
from regiewijzer.register.instruments.models import Status as InstrumentStatus
from regiewijzer.register.networks.models import Form, MemberRole, Origin
from regiewijzer.register.organisations.models import Kind
from regiewijzer.science.facts import (
    Advice,
    Attitude,
    InputSource,
    Layer,
    Level,
    Pitfall,
    Power,
    PowerUse,
    Presence,
)
from regiewijzer.science.finding import Number
from regiewijzer.science.placing import Place


@dataclass(frozen=True, slots=True)
class AuthorityTold:
    """The authority itself."""

    slug: str
    name: str
    service: str
    kbo: str
    accent: Accent


@dataclass(frozen=True, slots=True)
class Managed:
    """A network somebody manages."""

    network: str
    since: date


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody with an account. `works_for` is the organisation of a guest."""

    name: str
    email: str
    role: Role
    manages: tuple[Managed, ...] = ()
    works_for: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation. `domains`: the main one first. Without `municipality` it sits in the authority's own."""

    name: str
    kind: Kind
    domains: tuple[str, ...]
    as_of: date
    speaks_for_users: bool = False
    own: bool = False
    municipality: str = ""
    website: str = ""
    note: str = ""
    kbo: str = ""


@dataclass(frozen=True, slots=True)
class Worker:
    """A person at a partner. `left`: the day on which they went. `years` of experience."""

    name: str
    function: str
    years: int
    critical: bool = False
    left: date | None = None
    note: str = ""
    sits_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Team:
    """The persons of one partner, with the second half of their addresses."""

    organisation: str
    mail: str
    people: tuple[Worker, ...]


@dataclass(frozen=True, slots=True)
class ChallengeTold:
    """What has to be reached."""

    name: str
    result: str
    themes: tuple[str, ...]
    target_groups: tuple[str, ...]
    territory: str
    owner: str
    as_of: date
    due: date | None = None
    status: ChallengeStatus = ChallengeStatus.OPEN


@dataclass(frozen=True, slots=True)
class Goal:
    """A wording of the goal, from a day on."""

    since: date
    text: str


@dataclass(frozen=True, slots=True)
class Period:
    """A governance form, from a day on."""

    form: Form
    since: date
    lead: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A membership. Without `since` it began when the network did."""

    who: str
    role: MemberRole = MemberRole.MEMBER
    action: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class NetworkTold:
    """A network with its goals and forms from old to new, and everybody who ever sat in it."""

    name: str
    themes: tuple[str, ...]
    target_groups: tuple[str, ...]
    territory: str
    started: date
    meetings_per_year: int
    as_of: date
    goals: tuple[Goal, ...]
    forms: tuple[Period, ...]
    members: tuple[Seat, ...]
    challenge: str = ""
    origin: Origin = Origin.OWN
    mandated_by: str = ""
    hours_per_year: int | None = None
    ended: date | None = None
    note: str = ""


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


@dataclass(frozen=True, slots=True)
class FormLook:
    """Measured conditions of a network, each from 1 to 5."""

    network: str
    day: date
    source: InputSource
    participants: int
    trust: Decimal | None = None
    consensus: Decimal | None = None
    need: Decimal | None = None
    trust_in_lead: Decimal | None = None
    answers: int | None = None
    invited: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class EffectLook:
    """The levels on which a network was seen to have a result."""

    network: str
    day: date
    levels: tuple[Level, ...]
    evidence: str
    scores: tuple[CriterionScore, ...] = ()


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


@dataclass(frozen=True, slots=True)
class About:
    """One record, by its kind and name: exactly one of the fields is filled."""

    network: str = ""
    instrument: str = ""
    organisation: str = ""
    challenge: str = ""

    @property
    def kind(self) -> str:
        return next((name for name in self.__slots__ if getattr(self, name)), "")

    @property
    def name(self) -> str:
        return getattr(self, self.kind, "")


@dataclass(frozen=True, slots=True)
class Review:
    """How it went when a decision was looked at again. `numbers` is None when its finding was gone."""

    day: date
    outcome: Outcome
    note: str
    numbers: Mapping[str, Number] | None = None


@dataclass(frozen=True, slots=True)
class DecisionTold:
    """A decision. `finding` is the rule it answers; without `numbers` it rests on today's."""

    name: str
    answer: Answer
    by: str
    day: date
    about: tuple[About, ...]
    reason: str = ""
    responsible: str = ""
    due: date | None = None
    review_on: date | None = None
    finding: str = ""
    numbers: Mapping[str, Number] | None = None
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class GoneFinding:
    """A finding that once stood."""

    rule: str
    about: tuple[About, ...]
    numbers: Mapping[str, Number]
    found: date
    gone: date


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
class Story:
    """Everything about one example authority."""

    authority: AuthorityTold
    people: tuple[Colleague, ...] = ()
    challenges: tuple[ChallengeTold, ...] = ()
    organisations: tuple[Partner, ...] = ()
    teams: tuple[Team, ...] = ()
    networks: tuple[NetworkTold, ...] = ()
    instruments: tuple[InstrumentTold, ...] = ()
    forms: tuple[FormLook, ...] = ()
    effects: tuple[EffectLook, ...] = ()
    stances: tuple[StanceTold, ...] = ()
    criteria: tuple[CriteriaTold, ...] = ()
    users: tuple[UsersLook, ...] = ()
    members: tuple[MembersLook, ...] = ()
    readings: tuple[ReadingTold, ...] = ()
    conclusions: tuple[ConclusionTold, ...] = ()
    choices: tuple[ChoiceTold, ...] = ()
    readiness: tuple[LayerLook, ...] = ()
    places: tuple[PlacedTold, ...] = ()
    decisions: tuple[DecisionTold, ...] = ()
    gone: tuple[GoneFinding, ...] = ()
    judged_goals: tuple[JudgedGoal, ...] = ()
    judged_cooperations: tuple[JudgedCooperation, ...] = ()
    given: tuple[Given, ...] = ()
    splits: tuple[SplitTold, ...] = ()
