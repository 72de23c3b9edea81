"""Which findings follow from networks that share partners, and from partners that sit in many networks?

Measures: `overlap` and `likeness`; the question: seed 001. A pair is told once, by the first rule that holds: a mandated
network that crosses an own one (half of the smaller one's partners, and a shared theme or alike goals); the same partners
with the same goal (Jaccard, and alike goals or a shared theme with a shared target group); the same partners alone (a higher
Jaccard). `total` is the number of partners of the smaller network in all three. All of that is our proposal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from regiewijzer.science.facts import Network, Organisation, Register
from regiewijzer.science.finding import Finding, Ground, Kind, Number, Subject
from regiewijzer.science.likeness import corpus
from regiewijzer.science.limits import Limits
from regiewijzer.science.overlap import Pair, memberships, pairs
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule


@dataclass(frozen=True, slots=True)
class _Goals:
    """How far two networks have the same goal: what is shared and whether the words are alike."""

    themes: tuple[str, ...]
    target_groups: tuple[str, ...]
    cosine: float | None
    alike: bool

    @property
    def same(self) -> bool:
        return self.alike or bool(self.themes and self.target_groups)

    @property
    def related(self) -> bool:
        return self.alike or bool(self.themes)


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about every pair of running networks, most alike first, and about partners with many networks."""
    return (
        *(finding for pair in overlapping(register, limits) for finding in of_pair(pair, register, limits)),
        *member_load(register, limits),
    )


def overlapping(register: Register, limits: Limits) -> tuple[Pair, ...]:
    """The pairs of running networks that share enough partners, with the likeness of their goals.

    The territory is every organisation in the register and every partner in a network.
    """
    goals = corpus({network.ref: network.goal for network in register.running})
    partners = {partner for network in register.running for partner in network.partners}
    territory = partners | {organisation.ref for organisation in register.organisations}
    return pairs(
        register.running, population=len(territory), min_shared=limits.overlap_shared, goal_cosines=goals.cosine
    )


def of_pair(pair: Pair, register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The one finding about this pair, or nothing."""
    goals = _goals(pair, limits)
    crosses = pair.first.mandated is not pair.second.mandated
    if crosses and pair.containment >= limits.overlap_contained and goals.related:
        return (_mandated_crosses_local(pair, goals, register, limits),)
    if pair.jaccard >= limits.overlap_alike and goals.same:
        return (_same_partners(Rule.SAME_PARTNERS_SAME_GOAL, pair, goals, register, limits),)
    if pair.jaccard >= limits.overlap_same:
        return (_same_partners(Rule.SAME_PARTNERS, pair, goals, register, limits),)
    return ()


def member_load(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The organisations in more networks than the limit, except the authority's own; most networks first."""
    sits_in = memberships(register.running)
    loaded = [
        (organisation, sits_in[organisation.ref])
        for organisation in register.organisations
        if not organisation.own and len(sits_in.get(organisation.ref, ())) > limits.member_load
    ]
    heaviest_first = sorted(loaded, key=lambda item: (-len(item[1]), item[0].name))
    return tuple(_loaded(organisation, networks, register, limits) for organisation, networks in heaviest_first)


def _mandated_crosses_local(pair: Pair, goals: _Goals, register: Register, limits: Limits) -> Finding:
    local, mandated = (pair.second, pair.first) if pair.first.mandated else (pair.first, pair.second)
    numbers: dict[str, Number] = {
        "local": local.name,
        "mandated": mandated.name,
        "origin": mandated.mandated_by or mandated.origin.value,
    }
    return _finding(Rule.MANDATED_CROSSES_LOCAL, (local, mandated), numbers, pair, goals, register, limits)


def _same_partners(rule: Rule, pair: Pair, goals: _Goals, register: Register, limits: Limits) -> Finding:
    numbers: dict[str, Number] = {"network": pair.first.name, "other": pair.second.name}
    return _finding(rule, (pair.first, pair.second), numbers, pair, goals, register, limits)


def _finding(
    rule: Rule,
    networks: Sequence[Network],
    numbers: dict[str, Number],
    pair: Pair,
    goals: _Goals,
    register: Register,
    limits: Limits,
) -> Finding:
    reasons = (
        grounds.of_members(networks, register.today, limits),
        *_goal_grounds(goals),
        _chance(pair, limits),
    )
    return Finding(
        rule=rule.value,
        subjects=tuple(Subject(Kind.NETWORK, network.ref, network.name) for network in networks),
        numbers=numbers | _sharing(pair),
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=min((network.as_of for network in networks if network.as_of), default=None),
    )


def _sharing(pair: Pair) -> dict[str, Number]:
    numbers: dict[str, Number] = {
        "shared": pair.shared,
        "total": pair.smallest,
        "union": pair.union,
        "jaccard": grounds.percent(pair.jaccard),
        "containment": grounds.percent(pair.containment),
    }
    if pair.goal_cosine is not None:
        numbers["goal_likeness"] = grounds.percent(pair.goal_cosine)
    return numbers


def _goals(pair: Pair, limits: Limits) -> _Goals:
    return _Goals(
        themes=_both(pair.first.themes, pair.second.themes),
        target_groups=_both(pair.first.target_groups, pair.second.target_groups),
        cosine=pair.goal_cosine,
        alike=pair.goal_cosine is not None and pair.goal_cosine >= limits.goal_likeness,
    )


def _both(codes: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(code for code in dict.fromkeys(codes) if code in others)


def _goal_grounds(goals: _Goals) -> tuple[Ground, ...]:
    shared = (
        *(grounds.ground(Reason.SAME_THEME, holds=True, theme=theme) for theme in goals.themes),
        *(grounds.ground(Reason.SAME_TARGET_GROUP, holds=True, target_group=group) for group in goals.target_groups),
    )
    if goals.cosine is None:
        return shared if goals.related else (*shared, grounds.ground(Reason.GOALS_UNKNOWN, holds=False))
    reason = Reason.GOALS_ALIKE if goals.alike else Reason.GOALS_UNLIKE
    return (*shared, grounds.ground(reason, holds=True, percent=grounds.percent(goals.cosine)))


def _chance(pair: Pair, limits: Limits) -> Ground:
    """Whether sharing this much can be a coincidence; the percentage is rounded up, so it is never told too small."""
    beyond = pair.q <= limits.false_discovery
    reason = Reason.BEYOND_CHANCE if beyond else Reason.MAY_BE_CHANCE
    return grounds.ground(reason, holds=beyond, percent=ceil(pair.q * 1000) / 10)


def _loaded(
    organisation: Organisation, networks: Mapping[int, Network] | Sequence[Network], register: Register, limits: Limits
) -> Finding:
    sits_in = tuple(networks)
    reasons = (grounds.of_members(sits_in, register.today, limits), *grounds.of_limit("member_load", limits))
    return Finding(
        rule=Rule.MEMBER_LOAD.value,
        subjects=(Subject(Kind.ORGANISATION, organisation.ref, organisation.name),),
        numbers={
            "partner": organisation.name,
            "count": len(sits_in),
            "mandated": sum(network.mandated for network in sits_in),
            "limit": limits.member_load,
        },
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=min((network.as_of for network in sits_in if network.as_of), default=None),
    )
