"""Which findings follow from networks that share partners, and from partners that sit in many networks?

Measures: `overlap` and `likeness`; the question: seed 001. A pair is told once, by the first rule that holds: a
mandated network that crosses an own one (half of the smaller one's partners, and a shared theme or alike goals); the
same partners with the same goal (Jaccard, and alike goals or a shared theme with a shared target group); the same
partners alone (a higher Jaccard). `total` is the number of partners of the smaller network in all three. Three or more
networks that hang together by pairs with the same partners are one finding about the group, not one for each pair. All
of that is our proposal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, comb
from types import MappingProxyType

from regiewijzer.science.facts import Network, Organisation, Register
from regiewijzer.science.finding import PAIR, Finding, Ground, Kind, Number, Subject
from regiewijzer.science.likeness import corpus
from regiewijzer.science.limits import Limits, at_least
from regiewijzer.science.overlap import Pair, memberships, pairs
from regiewijzer.science.overlap_groups import InCommon, components, in_common
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule

MOST_NAMES = 5  # in a sentence
EXACTLY, LARGELY = "exactly", "largely"  # how far partners are the same
ALIKE, THEME, THEME_AND_TARGET_GROUP = "alike", "theme", "theme_and_target_group"  # what goals have in common
_LIMITS = MappingProxyType(
    {
        Rule.MANDATED_CROSSES_LOCAL: ("overlap_shared", "overlap_contained", "goal_likeness"),
        Rule.SAME_PARTNERS_SAME_GOAL: ("overlap_shared", "overlap_alike", "goal_likeness"),
        Rule.SAME_PARTNERS: ("overlap_shared", "overlap_same"),
    }
)


@dataclass(frozen=True, slots=True)
class _Case:
    """A pair on one day, with what its goals have in common."""

    pair: Pair
    today: date
    limits: Limits

    @property
    def themes(self) -> tuple[str, ...]:
        return _both(self.pair.first.themes, self.pair.second.themes)

    @property
    def target_groups(self) -> tuple[str, ...]:
        return _both(self.pair.first.target_groups, self.pair.second.target_groups)

    @property
    def words_alike(self) -> bool:
        return self.pair.goal_likeness is not None and at_least(self.pair.goal_likeness, self.limits.goal_likeness)

    @property
    def related_goal(self) -> bool:
        return in_common(self.pair, self.limits) in (InCommon.SAME, InCommon.RELATED)

    @property
    def same_goal(self) -> bool:
        return in_common(self.pair, self.limits) is InCommon.SAME


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about every pair of running networks, most alike first, and about partners with many networks."""
    told = [(pair, found) for pair in overlapping(register, limits) for found in of_pair(pair, register.today, limits)]
    groups = components([pair for pair, found in told if _same_partners_at(pair, found, limits)])
    within = {network.ref: group for group in groups if len(group) > PAIR for network in group}
    apart, inside = [], dict[int, list[tuple[Pair, Finding]]]()
    for pair, found in told:
        group = within.get(pair.first.ref)
        if group is not None and within.get(pair.second.ref) is group:
            inside.setdefault(groups.index(group), []).append((pair, found))
        else:
            apart.append(found)
    of_groups = (_of_group(groups[place], pairs_told, register, limits) for place, pairs_told in inside.items())
    return (*apart, *of_groups, *member_load(register, limits))


def _same_partners_at(pair: Pair, found: Finding, limits: Limits) -> bool:
    """Whether a pair that is told draws both into one group: a mandated network only when the partners are the same."""
    return found.rule != Rule.MANDATED_CROSSES_LOCAL or at_least(pair.jaccard, limits.overlap_same)


def _of_group(
    group: Sequence[Network], told: Sequence[tuple[Pair, Finding]], register: Register, limits: Limits
) -> Finding:
    alike = [(pair, found) for pair, found in told if _same_partners_at(pair, found, limits)]
    least, why = min(alike, key=lambda each: each[0].jaccard)
    same_goal, every = why.rule == Rule.SAME_PARTNERS_SAME_GOAL, comb(len(group), PAIR)
    seated = [set(network.parties) for network in group]
    reasons = (
        grounds.of_members(group, register.today, limits),
        grounds.ground(Reason.PAIRS_OF_GROUP, holds=len(alike) == every, count=len(alike), total=every),
        *_mandated_in(group),
        *_goals_unknown_in([found for _pair, found in alike]),
        chance(max(pair.q for pair, _found in alike), limits),
        grounds.of_limit("overlap_alike" if same_goal else "overlap_same", least.jaccard, limits),
    )
    used = dict(limit for _pair, found in told for limit in found.limits_used.items())
    return Finding(
        rule=Rule.GROUP.value,
        subjects=tuple(Subject(Kind.NETWORK, network.ref, network.name) for network in group),
        numbers={
            "count": len(group),
            "names": listed([network.name for network in group]),
            "shared": len(set.intersection(*seated)),
            "union": len(set.union(*seated)),
            "mandated": sum(network.mandated for network in group),
        },
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=_oldest(group),
        limits_used=used,
    )


def _mandated_in(group: Sequence[Network]) -> tuple[Ground, ...]:
    """How many of a group were imposed; nothing when none is, or nobody says so."""
    mandated = sum(network.mandated for network in group)
    return (grounds.ground(Reason.MANDATED_IN_GROUP, holds=True, count=mandated),) if mandated else ()


def _goals_unknown_in(told: Sequence[Finding]) -> tuple[Ground, ...]:
    """That of a pair of the group we do not know the goals: putting pairs together makes us no surer."""
    unknown = any(ground.code == Reason.GOALS_UNKNOWN for found in told for ground in found.grounds)
    return (grounds.ground(Reason.GOALS_UNKNOWN, holds=False),) if unknown else ()


def listed(names: Sequence[str]) -> str:
    """Names after one another; of many only the first, for a sentence."""
    return ", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "")


def overlapping(register: Register, limits: Limits) -> tuple[Pair, ...]:
    """The pairs of running networks that share enough partners, with the likeness of their goals."""
    goals = corpus({network.ref: network.goal for network in register.running}, register.goal_lists)
    return pairs(register.running, min_shared=limits.overlap_shared, likeness=goals.likeness)


def of_pair(pair: Pair, today: date, limits: Limits) -> tuple[Finding, ...]:
    """The one finding about this pair, or nothing. One that is still planned beside one that runs is for `choice`."""
    if planned_beside_running(pair, today) is not None:
        return ()
    case = _Case(pair, today, limits)
    crosses = pair.first.mandated is not pair.second.mandated
    if crosses and at_least(pair.containment, limits.overlap_contained) and case.related_goal:
        return (_mandated_crosses_local(case),)
    if at_least(pair.jaccard, limits.overlap_alike) and case.same_goal:
        return (_same_partners(Rule.SAME_PARTNERS_SAME_GOAL, case),)
    if at_least(pair.jaccard, limits.overlap_same):
        return (_same_partners(Rule.SAME_PARTNERS, case),)
    return ()


def planned_beside_running(pair: Pair, today: date) -> tuple[Network, Network, tuple[str, ...]] | None:
    """The own network of this pair that has yet to start, the one that runs, and the themes both have; else None."""
    planned = [each for each in (pair.first, pair.second) if each.started is not None and each.started > today]
    if len(planned) != 1 or planned[0].mandated:
        return None
    running = pair.second if planned[0] is pair.first else pair.first
    themes = _both(planned[0].themes, running.themes)
    return (planned[0], running, themes) if themes else None


def member_load(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The organisations in more networks than the limit, except the authority's own; by name, for this is no ranking.

    When there are many, one finding tells it of all: it is then how the authority works, not what one partner does.
    """
    sits_in = memberships(register.running)
    loaded = [
        (organisation, sits_in[organisation.ref])
        for organisation in register.partners
        if len(sits_in.get(organisation.ref, ())) > limits.member_load
    ]
    by_name = sorted(loaded, key=lambda item: item[0].name)
    if len(by_name) > limits.loaded_partners:
        return (_many_loaded(by_name, register, limits),)
    return tuple(_loaded(organisation, networks, register.today, limits) for organisation, networks in by_name)


def _mandated_crosses_local(case: _Case) -> Finding:
    pair = case.pair
    local, mandated = (pair.second, pair.first) if pair.first.mandated else (pair.first, pair.second)
    origin = mandated.mandated_by or mandated.origin.value
    numbers: dict[str, Number] = {
        "local": local.name,
        "mandated": mandated.name,
        "origin": origin,
        "in_common": ALIKE if case.words_alike else THEME,
    }
    return _finding(Rule.MANDATED_CROSSES_LOCAL, case, (local, mandated), numbers)


def _same_partners(rule: Rule, case: _Case) -> Finding:
    first, second = case.pair.first, case.pair.second
    numbers: dict[str, Number] = {"network": first.name, "other": second.name}
    if rule is Rule.SAME_PARTNERS:
        numbers["alike"] = EXACTLY if case.pair.jaccard == 1 else LARGELY
    if rule is Rule.SAME_PARTNERS_SAME_GOAL:
        numbers["in_common"] = ALIKE if case.words_alike else THEME_AND_TARGET_GROUP
    return _finding(rule, case, (first, second), numbers)


def _finding(rule: Rule, case: _Case, networks: Sequence[Network], names: dict[str, Number]) -> Finding:
    goals = _goals(case, claims_goal=rule is not Rule.SAME_PARTNERS)
    reasons = (
        grounds.of_members(networks, case.today, case.limits),
        *goals,
        chance(case.pair.q, case.limits),
        _beyond(rule, case),
    )
    return Finding(
        rule=rule.value,
        subjects=tuple(Subject(Kind.NETWORK, network.ref, network.name) for network in networks),
        numbers=names | _sharing(case.pair),
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=_oldest(networks),
        limits_used=grounds.limits_used(case.limits, *_LIMITS[rule]),
    )


def _beyond(rule: Rule, case: _Case) -> Ground:
    name = _LIMITS[rule][1]
    value = case.pair.containment if rule is Rule.MANDATED_CROSSES_LOCAL else case.pair.jaccard
    return grounds.of_limit(name, value, case.limits)


def _sharing(pair: Pair) -> dict[str, Number]:
    return {
        "shared": pair.shared,
        "total": pair.smallest,
        "union": pair.union,
        "jaccard": grounds.percent(pair.jaccard),
        "containment": grounds.percent(pair.containment),
    }


def _goals(case: _Case, *, claims_goal: bool) -> tuple[Ground, ...]:
    """What the goals have in common. Unlike words are a reason for doubt where the finding claims a shared goal."""
    shared = (
        *(grounds.ground(Reason.SAME_THEME, holds=True, theme=theme) for theme in case.themes),
        *(grounds.ground(Reason.SAME_TARGET_GROUP, holds=True, target_group=group) for group in case.target_groups),
    )
    if case.pair.goal_likeness is not None:
        if case.words_alike:
            return (*shared, grounds.ground(Reason.GOALS_ALIKE, holds=True))
        return (*shared, grounds.ground(Reason.GOALS_UNLIKE, holds=not claims_goal))
    return shared or (grounds.ground(Reason.GOALS_UNKNOWN, holds=False),)


def chance(q: float, limits: Limits) -> Ground:
    """Whether sharing this much can be a coincidence; the percentage is rounded up, so it is never told too small."""
    beyond = at_least(limits.false_discovery, q)
    reason = Reason.BEYOND_CHANCE if beyond else Reason.MAY_BE_CHANCE
    return grounds.ground(reason, holds=beyond, percent=ceil(q * 1000) / 10)


def _loaded(organisation: Organisation, networks: Sequence[Network], today: date, limits: Limits) -> Finding:
    reasons = (
        grounds.of_members(networks, today, limits),
        grounds.of_limit("member_load", len(networks), limits),
    )
    return Finding(
        rule=Rule.MEMBER_LOAD.value,
        subjects=(Subject(Kind.ORGANISATION, organisation.ref, organisation.name),),
        numbers={
            "partner": organisation.name,
            "count": len(networks),
            "limit": limits.member_load,
            "mandated": sum(network.mandated for network in networks),
        },
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=_oldest(networks),
        limits_used=grounds.limits_used(limits, "member_load"),
    )


def _many_loaded(
    loaded: Sequence[tuple[Organisation, Sequence[Network]]], register: Register, limits: Limits
) -> Finding:
    networks = list({network.ref: network for _organisation, found in loaded for network in found}.values())
    reasons = (grounds.of_members(networks, register.today, limits),)
    return Finding(
        rule=Rule.MANY_LOADED.value,
        subjects=(Subject(Kind.AUTHORITY, register.authority, register.authority_name),),
        numbers={"count": len(loaded), "limit": limits.member_load},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=_oldest(networks),
        limits_used=grounds.limits_used(limits, "member_load", "loaded_partners"),
    )


def _both(codes: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(code for code in dict.fromkeys(codes) if code in others)


def _oldest(networks: Sequence[Network]) -> date | None:
    return min((network.as_of for network in networks if network.as_of), default=None)
