"""On which facts does each rule fire, and with which numbers? Who rebuilds the rules tries theirs on it.

`docs/method.md` prints them. The facts are made up and hold no more than the rule needs; the limits are the defaults.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from regiewijzer.science.facts import (
    Actor,
    Advice,
    ArenaSource,
    Attitude,
    Challenge,
    Choice,
    Criterion,
    Decision,
    Evaluation,
    Form,
    FormMeasurement,
    GiveAndTake,
    InputSource,
    Insight,
    InsightKind,
    Instrument,
    InstrumentStatus,
    Interplay,
    Layer,
    LayerMeasurement,
    LeastMeetings,
    Level,
    Meeting,
    Member,
    MemberRatings,
    Network,
    NetworkRole,
    OpenAction,
    Organisation,
    Origin,
    Phase,
    PhaseArena,
    Pitfall,
    Power,
    Proof,
    Rating,
    Register,
    Relation,
    RequiredSeat,
    RoleTask,
    Satisfaction,
    ServiceRoles,
    Stance,
    Step,
    Stuck,
    Try,
)
from regiewijzer.science.finding import Finding
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.science.rules import find_all
from regiewijzer.science.rules.vocabulary import Rule

TODAY = date(2026, 12, 1)
LATELY, BEFORE = date(2026, 10, 1), date(2025, 10, 1)
MEMBERS = tuple(Member(number) for number in range(1, 10))
FORM = {Form.SELF_REGULATING: "self-regulating", Form.LEAD_ORGANISATION: "led", Form.NAO: "with an NAO"}
SHARED = Member("a"), Member("b"), Member("c"), Member("d")


@dataclass(frozen=True, slots=True)
class CheckValue:
    """The facts in words and as a register."""

    said: str
    register: Register

    def finding(self, rule: str) -> Finding:
        """What the rule says of them. StopIteration when it says nothing."""
        every = (each for found in find_all(self.register, DEFAULTS) for each in (found, *found.also))
        return next(each for each in every if each.rule == rule)


def _network(**facts: Any) -> Network:
    return Network(**{"ref": 1, "name": "N", "origin": Origin.FLANDERS, "as_of": LATELY, **facts})


def _with_voice(said: str, *insights: Insight) -> CheckValue:
    """An own network of 3 partners in 3 domains, of which one speaks for users."""
    partners = tuple(
        Organisation(nr, f"P{nr}", (domain,), speaks_for_users=nr == 1, as_of=LATELY)
        for nr, domain in enumerate(["care", "school", "police"], 1)
    )
    networks = _own(1, members=MEMBERS[:3], insights=insights)
    return CheckValue(said, Register(TODAY, networks=networks, organisations=partners, choices_known=False))


def _of_network(said: str, **facts: Any) -> CheckValue:
    return CheckValue(said, Register(TODAY, networks=(_network(**facts),)))


def _arena(said: str, *actors: Actor, needs: tuple[tuple[str, int], ...] = ()) -> CheckValue:
    arena = PhaseArena(Phase.ACTION, LATELY, actors, needs, ArenaSource.TOGETHER, answers=6)
    facts = {"phase": Phase.ACTION, "arenas": (arena,), "with_person": frozenset({2})}
    return _of_network(said, members=MEMBERS, **facts)


def _taken(who: str) -> tuple[RoleTask, ...]:
    """The first roles, each by the person of a letter."""
    return tuple(RoleTask(role, each, each) for role, each in zip(NetworkRole, who, strict=False))


def _form(said: str, form: Form, *, people: int = 5, **scores: Any) -> CheckValue:
    measured = FormMeasurement(LATELY, people, **scores, source=InputSource.SURVEY, answers=9, invited=10)
    return _of_network(
        f"A network {FORM[form]} of {people} partners; measured, from 0 to 1: {said}.",
        form=form,
        measurements=(measured,),
        lead_name="L",
    )


def _instruments(said: str, *instruments: Instrument) -> CheckValue:
    challenges = (Challenge(1, "C", LATELY),)
    return CheckValue(said, Register(TODAY, instruments=instruments, challenges=challenges))


def _instrument(ref: int = 1, **facts: Any) -> Instrument:
    return Instrument(ref=ref, name=f"I{ref}", challenges=(1,), as_of=LATELY, **facts)


def _evaluated(said: str, *, before: Mapping[str, Any] | None = None, **latest: Any) -> CheckValue:
    days = ((BEFORE, before), (LATELY, latest))
    evaluations = tuple(
        Evaluation(day, source=InputSource.SURVEY, answers=10, invited=10, **found)
        for day, found in days
        if found is not None
    )
    return _instruments(said, _instrument(evaluations=evaluations))


def _pair(said: str, *members: tuple[Member, ...], first: Mapping[str, Any], second: Mapping[str, Any]) -> CheckValue:
    """Two networks, among others so that sharing is no chance."""
    one = _network(members=members[0], **first)
    other = _network(ref=2, name="M", members=members[1], **second)
    return CheckValue(said, Register(TODAY, networks=(one, other)))


def _judged(**ratings: Rating) -> tuple[MemberRatings, ...]:
    return (MemberRatings(LATELY, ratings, InputSource.SURVEY, answers=8, invited=9),)


def _brings(*rows: tuple[int, int]) -> tuple[GiveAndTake, ...]:
    return tuple(GiveAndTake(nr, f"P{nr}", LATELY, *row, agreed=True) for nr, row in enumerate(rows, 1))


def _users(before: float, after: float) -> tuple[Satisfaction, ...]:
    return tuple(
        Satisfaction(day, {"access": score}, InputSource.SURVEY, 40, 50)
        for day, score in ((BEFORE, before), (LATELY, after))
    )


def _layer(layer: Layer, value: float) -> LayerMeasurement:
    return LayerMeasurement(layer, LATELY, {Attitude.SERVING: value}, InputSource.SURVEY, 5, 5)


def _own(count: int, **facts: Any) -> tuple[Network, ...]:
    return tuple(_network(ref=nr, name=f"N{nr}", origin=Origin.OWN, **facts) for nr in range(1, count + 1))


def _chosen(decided: Advice) -> Register:
    return Register(
        TODAY,
        networks=(replace(_network(), origin=Origin.OWN, challenge=1),),
        challenges=(Challenge(1, "C", LATELY),),
        choices=(Choice(1, 1, LATELY, decided),),
    )


def _loaded(partners: int) -> Register:
    seats = tuple(Member(f"p{nr}") for nr in range(partners))
    return Register(
        TODAY,
        organisations=tuple(Organisation(f"p{nr}", f"P{nr}", as_of=LATELY) for nr in range(partners)),
        networks=tuple(_network(ref=nr, name=f"N{nr}", members=(*seats, Member(f"other {nr}"))) for nr in range(1, 8)),
    )


def _related(said: str, kind: Interplay, **other: Any) -> CheckValue:
    one = _instrument(1, relations=(Relation(kind, 2),))
    return _instruments(said, one, _instrument(2, **other))


def _mix() -> tuple[Instrument, ...]:
    needs = Evaluation(LATELY, power_used=1, power_needed=3, goal_reached=2, source=InputSource.SURVEY, answers=9)
    return tuple(_instrument(nr, shares={Power.COMMUNICATIVE: 100}, evaluations=(needs,)) for nr in (1, 2))


CHECK_VALUES: Mapping[Rule, CheckValue] = MappingProxyType(
    {
        Rule.TOO_MANY_PARTICIPANTS: _of_network(
            "A self-regulating network of 9 partners.", form=Form.SELF_REGULATING, members=MEMBERS
        ),
        Rule.TOO_MANY_FOR_LEAD: _of_network(
            "A led network of 36 partners.",
            form=Form.LEAD_ORGANISATION,
            members=tuple(Member(number) for number in range(36)),
        ),
        Rule.TRUST_TOO_LOW: _form(
            "trust .5, consensus .8, need .3, trust in the lead .8", Form.SELF_REGULATING,
            trust=0.5, consensus=0.8, need=0.3, trust_in_lead=0.8,
        ),
        Rule.TRUST_NOT_SPREAD: _form(
            "trust .75 with agreement .19 (5, 5, 5, 5, 5, 5, 1, 1), consensus .8, need .3, trust in the lead .8",
            Form.SELF_REGULATING,
            trust=0.75, consensus=0.8, need=0.3, trust_in_lead=0.8, agreements={"trust": 0.19},
        ),
        Rule.CONSENSUS_TOO_LOW: _form(
            "trust .8, consensus .5, need .3, trust in the lead .8", Form.SELF_REGULATING,
            trust=0.8, consensus=0.5, need=0.3, trust_in_lead=0.8,
        ),
        Rule.COMPETENCE_NEED_TOO_HIGH: _form(
            "trust .8, consensus .8, need .5, trust in the lead .8", Form.SELF_REGULATING,
            trust=0.8, consensus=0.8, need=0.5, trust_in_lead=0.8,
        ),
        Rule.LEADER_NOT_ACCEPTED: _form(
            "trust .5, consensus .6, need .5, trust in the lead .4", Form.LEAD_ORGANISATION,
            trust=0.5, consensus=0.6, need=0.5, trust_in_lead=0.4,
        ),
        Rule.NO_FORM_FITS: _form(
            "trust .2, consensus .1, need .9, trust in the lead .2", Form.LEAD_ORGANISATION,
            trust=0.2, consensus=0.1, need=0.9, trust_in_lead=0.2,
        ),
        Rule.LIGHTER_FORM_POSSIBLE: _form(
            "trust .9, consensus .9, need .1, trust in the lead .9", Form.LEAD_ORGANISATION,
            trust=0.9, consensus=0.9, need=0.1, trust_in_lead=0.9,
        ),
        Rule.DRIFT: _of_network(
            "A led network of 5 partners, twice measured in a row: trust .9, consensus .9, need .1, "
            "trust in the lead .9.",
            form=Form.LEAD_ORGANISATION,
            measurements=tuple(
                FormMeasurement(day, 5, 0.9, 0.9, 0.1, 0.9, InputSource.SURVEY, 9, 10) for day in (BEFORE, LATELY)
            ),
        ),
        Rule.POWER_TOO_STRONG: _evaluated(
            "Power used 4, needed 1, goal reached 4.", power_used=4, power_needed=1, goal_reached=4
        ),
        Rule.POWER_TOO_WEAK: _evaluated(
            "Power used 1, needed 3, goal reached 2.", power_used=1, power_needed=3, goal_reached=2
        ),
        Rule.DETERRENT_WORKS: _evaluated(
            "Power used 0, needed 3, goal reached 4.", power_used=0, power_needed=3, goal_reached=4
        ),
        Rule.RELATION_DECLINED: _evaluated(
            "3 of 10 partners say the relation got worse.", partners_worse=3, partners_total=10
        ),
        Rule.RELATION_WEAKER: _evaluated(
            "The relation fell from 5 to 3, with 10 answers both times.", before={"relation": 5}, relation=3
        ),
        Rule.HARDLY_USED: _evaluated("Take-up 2 on 5.", take_up=2),
        Rule.WRONG_ACTORS: _evaluated("The right partners reached: 2 on 5.", right_actors=2),
        Rule.GOAL_MISSED: _evaluated("The goal reached: 2 on 5.", goal_reached=2),
        Rule.PITFALL: _evaluated("Somebody named dependence.", pitfalls=frozenset({Pitfall.DEPENDENCE})),
        Rule.CONFLICTS: _related("One instrument weakens another for the same challenge.", Interplay.WEAKENS),
        Rule.FITS_BADLY: _evaluated("Fit with the other instruments: 2 on 5.", fit=2),
        Rule.NEED_UNMET: _related(
            "One instrument needs another that ended.", Interplay.NEEDS, status=InstrumentStatus.ENDED
        ),
        Rule.MIX_TOO_LIGHT: _instruments(
            "Two communicative instruments for one challenge, each: power used 1, needed 3, goal reached 2.", *_mix()
        ),
        Rule.NO_LIGHTER_STEP: _instruments(
            "One instrument for a challenge, legal for 100 %.", _instrument(shares={Power.LEGAL: 100})
        ),
        Rule.BOTH_STAND: _related("One instrument replaces another that still stands.", Interplay.REPLACES),
        Rule.GOAL_TOO_BROAD: _of_network(
            "A goal for 3 target groups; 4 of 9 partners do something for it.",
            target_groups=("a", "b", "c"),
            members=tuple(Member(nr, has_action=nr <= 4) for nr in range(1, 10)),
        ),
        Rule.GOAL_NAMES_TOO_MUCH: _of_network(
            "A goal for 3 target groups; nobody wrote down who does what.", target_groups=("a", "b", "c")
        ),
        Rule.GOAL_LOW: _of_network(
            "8 of 9 members judge the goal attractive for .3, from 0 to 1.",
            goal_ratings=_judged(attractive=Rating(0.3)),
        ),
        Rule.OWN_PART_UNCLEAR: _of_network(
            "8 of 9 members judge their own part clear for .3, from 0 to 1.", goal_ratings=_judged(own_part=Rating(0.3))
        ),
        Rule.CORE_ABSENT: _arena(
            "A partner in the core of the arena of the action phase, in which the network is, is no member.",
            Actor("k", "K", rank=4),
        ),
        Rule.CORE_WITHOUT_PERSON: _arena(
            "A member in the core has nobody who sits there; another member has.", Actor(1, "P1", rank=4)
        ),
        Rule.NOT_NEEDED_IN_ACTION: _arena("In the action phase a member is not needed.", Actor(1, "P1", rank=1)),
        Rule.GREAT_DEPENDENCE: _arena(
            "A member is important, hard to replace and the only one that brings means.",
            Actor(2, "P2", rank=4, irreplaceable=True, brings=("means",)),
        ),
        Rule.MISSING_CONTRIBUTION: _arena(
            "Means are needed; a member brings time, and nobody brings means.",
            Actor(2, "P2", rank=3, brings=("time",)),
            needs=(("means", 1),),
        ),
        Rule.REQUIRED_SEAT_EMPTY: _of_network(
            "A rule, read in a source of 2018 and looked at again, asks for a seat that nobody fills.",
            members=MEMBERS,
            required_seats=(RequiredSeat("R", from_rule=True, looked_at=LATELY, year=2018),),
        ),
        Rule.ROLE_GAP: CheckValue(
            "Of six tests, fewer than two people are strong as operator.",
            Register(TODAY, service_roles=ServiceRoles(6, (NetworkRole.OPERATOR,))),
        ),
        Rule.NETWORK_UNCOVERED: _of_network(
            "Of the five roles four are taken, each by somebody else.", roles=_taken("ABCD")
        ),
        Rule.OVERLOAD: _of_network("One person takes four roles of one network.", roles=_taken("AAAA")),
        Rule.INEXPERIENCED_ALONE: _of_network(
            "One person manages the network, and says to have little experience.", beginner_alone=True
        ),
        Rule.COOPERATION_LOW: _of_network(
            "8 of 9 members judge agreement for .3, from 0 to 1.", cooperation_ratings=_judged(agreement=Rating(0.3))
        ),
        Rule.COOPERATION_SPLIT: _of_network(
            "8 of 9 members judge agreement for .5, from 0 to 1, with an agreement among them of .4.",
            cooperation_ratings=_judged(agreement=Rating(0.5, 0.4)),
        ),
        Rule.BRINGS_MORE: _of_network(
            "A partner brings 3 and gets 1; two others bring 2 and get 2.",
            members=MEMBERS[:3],
            give_and_take=_brings((3, 1), (2, 2), (2, 2)),
        ),
        Rule.GETS_MORE: _of_network(
            "A partner brings 1 and gets 3; two others bring 2 and get 2.",
            members=MEMBERS[:3],
            give_and_take=_brings((1, 3), (2, 2), (2, 2)),
        ),
        Rule.ONE_CARRIES: _of_network(
            "Of four partners one brings 3, one 2 and two nothing.",
            members=MEMBERS[:4],
            give_and_take=_brings((3, 2), (2, 2), (0, 0), (0, 0)),
        ),
        Rule.ONE_DOMAIN_DOMINATES: CheckValue(
            "Of 9 partners 6 have care as their main domain, the others school, police and sport.",
            Register(
                TODAY,
                networks=(_network(members=MEMBERS),),
                organisations=tuple(
                    Organisation(nr, f"P{nr}", (domain,), as_of=LATELY)
                    for nr, domain in enumerate([*["care"] * 6, "school", "police", "sport"], 1)
                ),
            ),
        ),
        Rule.NO_USER_VOICE: CheckValue(
            "An own network of 3 partners in 3 domains, none of which speaks for users; of users nothing is known.",
            Register(
                TODAY,
                networks=_own(1, members=MEMBERS[:3]),
                organisations=tuple(
                    Organisation(nr, f"P{nr}", (domain,), as_of=LATELY)
                    for nr, domain in enumerate(["care", "school", "police"], 1)
                ),
                choices_known=False,
            ),
        ),
        Rule.INSIGHT_NONE_RECENT: _with_voice(
            "One of 3 partners speaks for users; the last interview was 14 months ago.",
            Insight(InsightKind.INTERVIEW, BEFORE, Proof.SEEN),
        ),
        Rule.INSIGHT_SEAT_ALONE: _with_voice("One of 3 partners speaks for users; of users nothing is known."),
        Rule.INSIGHT_UNUSED: _of_network(
            "A persona of two months ago changed nothing.",
            insights=(Insight(InsightKind.PERSONA, LATELY, Proof.SEEN),),
        ),
        Rule.INSIGHT_GOAL_WITHOUT: _of_network(
            "Users were asked, that changed an action, and the goal rests on none of it.",
            goal="Elk kind een plek",
            insights=(Insight(InsightKind.INTERVIEW, LATELY, Proof.SEEN, used=True),),
        ),
        Rule.INSIGHT_MANY_HANDS: _of_network(
            "At a step of a journey three organisations meet, of which one is no member.",
            members=MEMBERS[:2],
            insights=(
                Insight(
                    InsightKind.JOURNEY,
                    LATELY,
                    Proof.SEEN,
                    used=True,
                    goal=True,
                    steps=(Step("waits", ((1, "P1"), (2, "P2"), ("k", "K"))),),
                ),
            ),
        ),
        Rule.SAME_PARTNERS_SAME_GOAL: _pair(
            "Two mandated networks with 4 partners each share 3; one theme and one target group in common.",
            (*SHARED[:3], Member("x")), (*SHARED[:3], Member("y")),
            first={"themes": ("t",), "target_groups": ("g",)}, second={"themes": ("t",), "target_groups": ("g",)},
        ),
        Rule.MANDATED_CROSSES_LOCAL: _pair(
            "An own network of 4 and a mandated one of 5 share 3 partners and a theme.",
            (*SHARED[:3], Member("x")), (*SHARED[:3], Member("y"), Member("z")),
            first={"themes": ("t",), "origin": Origin.OWN}, second={"themes": ("t",)},
        ),
        Rule.SAME_PARTNERS: _pair("Two networks have the same 4 partners.", SHARED, SHARED, first={}, second={}),
        Rule.GROUP: CheckValue(
            "Three mandated networks have the same 4 partners.",
            Register(TODAY, networks=tuple(_network(ref=nr, name=f"N{nr}", members=SHARED) for nr in (1, 2, 3))),
        ),
        Rule.MEMBER_LOAD: CheckValue("A partner sits in 7 networks.", _loaded(1)),
        Rule.MANY_LOADED: CheckValue("6 partners sit in 7 networks each.", _loaded(6)),
        Rule.MANDATED_HOURS: CheckValue(
            "Two mandated networks of 60 hours each and an own one of 100.",
            Register(
                TODAY,
                networks=tuple(
                    _network(ref=nr, name=f"N{nr}", origin=origin, hours_per_year=hours)
                    for nr, (origin, hours) in enumerate(
                        [(Origin.FLANDERS, 60), (Origin.FEDERAL, 60), (Origin.OWN, 100)]
                    )
                ),
            ),
        ),
        Rule.TWO_YEARS_NO_RESULT: _of_network(
            "Begun on 1 March 2024, looked at, and no level has a result.",
            started=date(2024, 3, 1),
            results_known=frozenset(Level),
        ),
        Rule.SATISFACTION_DIP: _of_network(
            "40 users, twice: access went from .8 to .4, from 0 to 1; the network began on 1 March 2024.",
            started=date(2024, 3, 1),
            users=_users(0.8, 0.4),
        ),
        Rule.CRITERION_MISFIT: _of_network(
            "A network of 9 months with a criterion that says something from 24 months on.",
            started=date(2026, 3, 1),
            form=Form.NAO,
            criteria=(Criterion("community.goal", ((24, None),), frozenset(Form)),),
        ),
        Rule.MEMBERS_LEAVING: _of_network(
            "40 of 50 members give .3, from 0 to 1, for wanting to stay.",
            member_satisfaction=(Satisfaction(LATELY, {"stay": 0.3}, InputSource.SURVEY, 40, 50),),
        ),
        Rule.COMPONENT_WEAK: CheckValue(
            "For one policy field the overview is .25, from 0 to 1, the other components .8.",
            Register(
                TODAY,
                stances=(Stance("mobility", LATELY, 0.5, 0.5, 0.25, 0.8, 0.8, 0.8, InputSource.WORKSHOP, 5, 6),),
            ),
        ),
        Rule.NOT_RECORDED: CheckValue(
            "An own network without a recorded choice.", Register(TODAY, networks=_own(1))
        ),
        Rule.MANY_NOT_RECORDED: CheckValue(
            "Own networks without a recorded choice, one more than the limit.",
            Register(TODAY, networks=_own(DEFAULTS.unrecorded_choices + 1)),
        ),
        Rule.COULD_DO_ALONE: CheckValue(
            "It was decided to take up a challenge alone; an own network works on it.", _chosen(Advice.DO_ALONE)
        ),
        Rule.NOT_COOPERATION: CheckValue(
            "It was decided to outsource a challenge; an own network works on it.", _chosen(Advice.OUTSOURCE)
        ),
        Rule.EXISTING_NETWORK: _pair(
            "An own network that begins on 1 March 2027 shares 3 partners and a theme with one that runs.",
            SHARED[:3], SHARED,
            first={"themes": ("t",), "origin": Origin.OWN, "started": date(2027, 3, 1)}, second={"themes": ("t",)},
        ),
        Rule.LAYER_GAP: CheckValue(
            "The board says 1.8, from 0 to 2, of one condition; the staff .6.",
            Register(TODAY, readiness=(_layer(Layer.BOARD, 1.8), _layer(Layer.STAFF, 0.6))),
        ),
        Rule.NOT_READY: CheckValue(
            "Every layer says .4, from 0 to 2, of one condition.",
            Register(TODAY, readiness=tuple(_layer(layer, 0.4) for layer in Layer)),
        ),
        Rule.STALE: CheckValue(
            "A challenge was last known to be right on 1 January 2024.",
            Register(TODAY, challenges=(Challenge(1, "C", date(2024, 1, 1)),)),
        ),
        Rule.MANY_STALE: CheckValue(
            "Challenges last known to be right on 1 January 2024, one more than the limit.",
            Register(
                TODAY,
                challenges=tuple(
                    Challenge(nr, f"C{nr}", date(2024, 1, 1)) for nr in range(DEFAULTS.stale_records + 1)
                ),
            ),
        ),
        Rule.ACTION_OVERDUE: _of_network(
            "An open action of a partner was due on 1 November 2026.",
            open_actions=(OpenAction(1, "A", "P", date(2026, 11, 1)),),
        ),
        Rule.ACTION_NOBODY: _of_network(
            "An open action of nobody was due on 1 November 2026.",
            open_actions=(OpenAction(1, "A", due=date(2026, 11, 1)),),
        ),
        Rule.ACTION_OWNER_LEFT: _of_network(
            "An open action is with a partner that is no member any more.",
            open_actions=(OpenAction(1, "A", "P", left=True),),
        ),
        Rule.TOO_FEW_MEETINGS: _of_network(
            "The rule asks for 2 meetings a year; held were 1 in 2025 and 1 in 2026, and none is planned.",
            least_meetings=LeastMeetings(2, "R", 2023),
            meetings=(Meeting(BEFORE), Meeting(LATELY)),
        ),
        Rule.PARTNER_AWAY: _of_network(
            "A partner was away from the last 2 meetings.",
            members=MEMBERS[:3],
            meetings=(Meeting(BEFORE, there={1: False, 2: True}), Meeting(LATELY, there={1: False, 2: True})),
        ),
        Rule.MEETINGS_WITHOUT_ACTION: _of_network(
            "No action came of the last 3 meetings, and their minutes are settled.",
            meetings=tuple(Meeting(day, agreed=0) for day in (BEFORE, date(2026, 5, 1), LATELY)),
        ),
        Rule.STUCK_WITHOUT_TRY: _of_network(
            "It says since 1 September 2026 that it is stuck, and tried nothing.",
            stuck=Stuck(date(2026, 9, 1), date(2026, 9, 1), ("conflict",)),
        ),
        Rule.TRY_WITHOUT_EFFECT: _of_network(
            "A try went on until 1 November 2026; what it did is not noted.",
            tries=(Try("T", "make_something", LATELY, date(2026, 11, 1)),),
        ),
        Rule.REVIEW_DUE: CheckValue(
            "A decision of 1 March 2026 to be looked at again on 1 September 2026.",
            Register(TODAY, decisions=(Decision(1, "D", date(2026, 3, 1), date(2026, 9, 1)),)),
        ),
    }
)  # fmt: skip
