"""Which findings follow from who sits at the table?

Limits: `composition`. A voice of the user is a seen insight of the last twelve months: a seat alone often gives less
than was hoped for (seed 004), and only says which sentence is told. Where somebody has such a seat and of users nothing
was ever written down, that is told once for the authority. One domain that dominates and little variety are the same
fact, told once: our proposal. So is that a table that heard no user is worth a word, and only where the authority
chooses who sits there: not where the rule that asks for the network says it, nor in a mandated network of which no rule
is named.
"""

from collections.abc import Mapping
from datetime import date

from regiewijzer.science import composition
from regiewijzer.science.composition import Composition, Hammer
from regiewijzer.science.facts import Network, Organisation, Ref, Register
from regiewijzer.science.finding import Finding, Ground, Kind, Number, Subject
from regiewijzer.science.insights import RECENT_MONTHS, last_seen
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule
from regiewijzer.science.upkeep import months_between

FEW_MEMBERS = 5  # below it, one more partner would turn the picture


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about the composition of every running network."""
    organisations = {organisation.ref: organisation for organisation in register.organisations}
    found = [
        finding
        for network in register.running
        for finding in of_network(network, organisations, register.today, limits)
    ]
    alone = [finding for finding in found if finding.rule == Rule.INSIGHT_SEAT_ALONE]
    others = tuple(finding for finding in found if finding.rule != Rule.INSIGHT_SEAT_ALONE)
    return (*others, *((_seats_alone(alone, register),) if alone else ()))


def of_network(
    network: Network, organisations: Mapping[Ref, Organisation], today: date, limits: Limits
) -> tuple[Finding, ...]:
    """The findings about the composition of one network; nothing when it is small or hardly known."""
    if not network.partners:
        return ()
    heard = last_seen(network.insights)
    recent = heard is not None and months_between(heard, today) < RECENT_MONTHS
    composed = compose(network, organisations, user_voice=recent)
    reasons = composition.hammer(composed, limits)
    found = []
    if Hammer.ONE_DOMAIN in reasons or Hammer.LITTLE_VARIETY in reasons:
        name = "dominant_domain" if Hammer.ONE_DOMAIN in reasons else "variety"
        value = composed.dominant_share if name == "dominant_domain" else composed.variety or 0.0
        basis = (*_basis(network, composed, today, limits), grounds.of_limit(name, value, limits))
        used = grounds.limits_used(limits, name)
        found.append(_finding(Rule.ONE_DOMAIN_DOMINATES, network, _dominance(composed), basis, used))
    if Hammer.NO_USER_VOICE in reasons and not network.table_is_set:
        basis = (*_basis(network, composed, today, limits), *_silent(heard))
        rule = _unheard(network, organisations, heard)
        months = {"months": months_between(heard, today)} if heard else {}
        found.append(_finding(rule, network, {"total": composed.members, **months}, basis, {}))
    return tuple(found)


def _seats_alone(found: list[Finding], register: Register) -> Finding:
    """In how many networks somebody speaks for users, of whom nothing was written down."""
    reasons = (grounds.ground(Reason.NOT_RECORDED_ONLY, holds=False),)
    return Finding(
        rule=Rule.INSIGHT_SEAT_ALONE.value,
        subjects=(Subject(Kind.AUTHORITY, register.authority, register.authority_name),),
        numbers={"count": len(found)},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=min((each.measured_on for each in found if each.measured_on), default=None),
    )


def _silent(heard: date | None) -> tuple[Ground, ...]:
    """That nobody wrote it down is no proof that nobody asked; the day on which somebody did is on record."""
    if heard is None:
        return (grounds.ground(Reason.NOT_RECORDED_ONLY, holds=False),)
    return ()


def _unheard(network: Network, organisations: Mapping[Ref, Organisation], heard: date | None) -> Rule:
    """Which sentence says that users were not heard: somebody speaks for them, or nobody, or it is long ago."""
    if not any(ref in organisations and organisations[ref].speaks_for_users for ref in network.partners):
        return Rule.NO_USER_VOICE
    return Rule.INSIGHT_NONE_RECENT if heard else Rule.INSIGHT_SEAT_ALONE


def compose(network: Network, organisations: Mapping[Ref, Organisation], *, user_voice: bool = False) -> Composition:
    """The composition of a network with partners; an organisation that is not in the register has an unknown domain.

    The own services are one party, with the main domain that most of them have.
    """
    partners = [organisations[ref] for ref in network.partners if ref in organisations]
    own = set(network.partners) - {member.organisation for member in network.others}
    others = [partner.domains for partner in partners if partner.ref not in own]
    seated = [ref for ref in network.partners if ref in own]
    domains = composition.parties(
        others, [organisations[ref].domains if ref in organisations else () for ref in seated]
    )
    strangers = len(network.parties) - len(domains)
    return composition.compose(
        [*domains, *[()] * strangers],
        user_voice=user_voice,
    )


def _dominance(composed: Composition) -> dict[str, Number]:
    domain, count = composed.counts[0]
    numbers: dict[str, Number] = {
        "domain": domain,
        "count": count,
        "total": composed.members,
        "domain_share": grounds.percent(composed.dominant_share),
    }
    if composed.variety is not None:
        numbers["variety"] = grounds.percent(composed.variety)
    return numbers


def _basis(network: Network, composed: Composition, today: date, limits: Limits) -> tuple[Ground, ...]:
    found = [grounds.of_members([network], today, limits)]
    if composed.unknown:
        numbers: dict[str, Number] = {"count": composed.unknown, "total": composed.members}
        found.append(grounds.ground(Reason.DOMAINS_UNKNOWN, holds=False, **numbers))
    if composed.members < FEW_MEMBERS:
        found.append(grounds.ground(Reason.FEW_MEMBERS, holds=False, count=composed.members))
    return tuple(found)


def _finding(
    rule: Rule,
    network: Network,
    numbers: Mapping[str, Number],
    reasons: tuple[Ground, ...],
    used: Mapping[str, float],
) -> Finding:
    return Finding(
        rule=rule.value,
        subjects=(Subject(Kind.NETWORK, network.ref, network.name),),
        numbers={"network": network.name, **numbers},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=network.as_of,
        limits_used=used,
    )
