"""What is known of partners and networks, with what was measured, judged and told of them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from regiewijzer.science.facts.arena import PhaseArena
from regiewijzer.science.facts.breakthrough import Stuck, Try
from regiewijzer.science.facts.codes import Form, InputSource, Level, NetworkLayer, Origin, Phase, Ref
from regiewijzer.science.facts.insights import Insight
from regiewijzer.science.facts.meetings import LeastMeetings, Meeting, OpenAction
from regiewijzer.science.facts.people import RoleTask


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

    `has_action`: the partner committed itself to something for the goal or has an action that is still to do, or None
    when nobody wrote it down. `own`: it is the authority
    itself, or one of its services.
    """

    organisation: Ref
    has_action: bool | None = None
    own: bool = False


AUTHORITY: Ref = "\0authority"  # no record is called this


def members_with(actions: Iterable[tuple[Ref, str, bool]], own: Collection[Ref] = ()) -> tuple[Member, ...]:
    """The members of one network, each with the commitment that was written down, empty when none was, and whether it
    has an action that is still to do: either is doing something.

    Where nobody wrote a commitment down, whether a member does something is unknown: one action from the minutes says
    nothing of the others. `own` are the authority's own services.
    """
    found = tuple(actions)
    recorded = any(commitment for _organisation, commitment, _has_action in found)
    return tuple(
        Member(organisation, bool(commitment) or has_action if recorded else None, own=organisation in own)
        for organisation, commitment, has_action in found
    )


def parties(members: Iterable[Member]) -> tuple[Ref, ...]:
    """Who sits at the table, each once: the authority with all its own services is one party, `AUTHORITY`.

    A coordinator cannot agree with themselves: how many services of one house were written down is no matter of
    cooperation. Our proposal.
    """
    return tuple(dict.fromkeys(AUTHORITY if member.own else member.organisation for member in members))


@dataclass(frozen=True, slots=True)
class FormMeasurement:
    """Measured conditions of one network on one day; every score runs from 0 to 1, None is 'not measured'.

    `participants` is the number of members on that day. `answers` of `invited` people answered a survey or workshop.
    `agreements` are how far the answers agree, from 0 to 1, by condition; what nobody knows is absent.
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
    agreements: Mapping[str, float] = field(default_factory=dict)


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
class RequiredSeat:
    """A seat a rule asks for: how many should fill it, and how many of today do.

    `from_rule`: the rule itself asks for it, read in a source of `year`. `looked_at` is None while nobody looked at the
    rule and at who fills it.
    """

    role: str
    wanted: int = 1
    filled: int = 0
    from_rule: bool = False
    looked_at: date | None = None
    regulation: str = ""
    year: int | None = None

    @property
    def empty(self) -> bool:
        """Whether fewer fill it than the rule asks; what nobody looked at is not said to be empty."""
        return self.looked_at is not None and self.filled < self.wanted

    @property
    def is_missed(self) -> bool:
        """Whether that may be held against the network: read in the rule itself, of a year that is known."""
        return self.empty and self.from_rule and self.year is not None


@dataclass(frozen=True, slots=True)
class Network:
    """An organisation network as it stands today.

    `partners` are the organisations at the table, each once, in the order of `members`; `parties` are those who have to
    agree.
    `measurements`, `goal_ratings`, `cooperation_ratings`, `users` and `member_satisfaction` (satisfaction of users and
    of members) run from old to new; `results` are levels with a result, and `results_known` those
    somebody looked at; `criteria` are those that hold now; `meetings` run from old to new; `sub_goals`
    are empty as long as the goal is whole. `within` is the network it is part of. `mandate` is the code of the rule
    that asks for it; `seats_by_rule` says whether that rule says who sits there, None when no rule is named. Meetings
    and hours of the authority are per year; None when nobody knows.
    `started`: of a start known to the month or year the last day it can be (`started_in_part`), so that nothing is
    older than is known.
    `phase` is None when nobody said it, `arenas` the newest of each phase. `with_person` are partners for whom somebody
    sits there, empty also where nobody wrote persons down. `insights` of users run from old to new.
    """

    ref: Ref
    name: str
    goal: str = ""
    themes: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    origin: Origin = Origin.OWN
    mandated_by: str = ""
    seats_by_rule: bool | None = None
    started: date | None = None
    ended: date | None = None
    started_in_part: bool = False
    form: Form | None = None
    lead: Ref | None = None
    lead_name: str = ""
    members: tuple[Member, ...] = ()
    measurements: tuple[FormMeasurement, ...] = ()
    results: frozenset[Level] = frozenset()
    results_known: frozenset[Level] = frozenset()
    as_of: date | None = None
    sub_goals: tuple[SubGoal, ...] = ()
    goal_ratings: tuple[MemberRatings, ...] = ()
    cooperation_ratings: tuple[MemberRatings, ...] = ()
    give_and_take: tuple[GiveAndTake, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    users: tuple[Satisfaction, ...] = ()
    member_satisfaction: tuple[Satisfaction, ...] = ()
    challenge: Ref | None = None
    meetings: tuple[Meeting, ...] = ()
    open_actions: tuple[OpenAction, ...] = ()
    least_meetings: LeastMeetings | None = None
    within: Ref | None = None
    layer: NetworkLayer | None = None
    mandate: str = ""
    meetings_per_year: int | None = None
    hours_per_year: int | None = None
    phase: Phase | None = None
    arenas: tuple[PhaseArena, ...] = ()
    with_person: frozenset[Ref] = frozenset()
    required_seats: tuple[RequiredSeat, ...] = ()
    insights: tuple[Insight, ...] = ()
    stuck: Stuck | None = None
    tries: tuple[Try, ...] = ()
    roles: tuple[RoleTask, ...] = ()
    beginner_alone: bool = False
    partners: tuple[Ref, ...] = field(init=False, repr=False, compare=False)
    parties: tuple[Ref, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Asked for every pair of networks, so made once."""
        object.__setattr__(self, "partners", tuple(dict.fromkeys(member.organisation for member in self.members)))
        object.__setattr__(self, "parties", parties(self.members))

    @property
    def others(self) -> tuple[Member, ...]:
        """The members that are not the authority itself, nor one of its services."""
        return tuple(member for member in self.members if not member.own)

    @property
    def mandated(self) -> bool:
        return self.origin.mandated

    @property
    def table_is_set(self) -> bool:
        """Whether somebody else says who sits there: the rule named, or whoever mandates it when none is named."""
        return self.mandated if self.seats_by_rule is None else self.seats_by_rule

    def runs_on(self, day: date) -> bool:
        """True until the day it ends; one that is still to start runs already, so that overlap is seen in time."""
        return self.ended is None or day < self.ended
