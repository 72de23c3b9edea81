"""The register and the measurements of all tools as one frozen value, ready for the rules."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.core.cache import caches
from django.db.models import QuerySet

from regiewijzer.foundation.audit.queries import last_number
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.instruments.models import Instrument, Purpose
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, Membership, Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science import facts
from regiewijzer.science.likeness import corpus
from regiewijzer.science.overlap import Pair, pairs
from regiewijzer.tools.cooperation import public as cooperation
from regiewijzer.tools.effect import public as effect
from regiewijzer.tools.goals import public as goal_tool
from regiewijzer.tools.governance import public as governance
from regiewijzer.tools.steering import public as steering

LEAST_SHARED = 3
A_DAY = 24 * 3600


def register_on(authority: Authority, today: date) -> facts.Register:
    """Everything the authority knows on this day. A fixed number of queries, whatever its size."""
    return facts.Register(
        today=today,
        authority=authority.pk,
        authority_name=authority.name,
        organisations=_organisations(),
        networks=_networks(today, Network.objects.running(today)),
        instruments=_instruments(),
        challenges=_challenges(),
        decisions=_decisions(),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """The register as the rules see it, and the networks in it that share partners."""

    register: facts.Register
    pairs: tuple[Pair, ...]

    def network(self, pk: int) -> facts.Network | None:
        return next((network for network in self.register.networks if network.ref == pk), None)


def known_on(authority: Authority, today: date) -> Known:
    """For pages: gathered once per line of the audit trail and day, and kept until something changes."""
    key, stamp = f"known:{authority.pk}", (last_number(), today)
    kept: tuple[object, Known] | None = caches["memory"].get(key)
    if kept is not None and kept[0] == stamp:
        return kept[1]
    register = register_on(authority, today)
    found = Known(register, pairs_of(register, least=limits_of(authority).overlap_shared))
    caches["memory"].set(key, (stamp, found), A_DAY)
    return found


def pairs_of(register: facts.Register, *, least: int = LEAST_SHARED) -> tuple[Pair, ...]:
    """Pairs of networks that share at least so many partners, most alike first."""
    goals = corpus({network.ref: network.goal for network in register.networks})
    return pairs(register.networks, min_shared=least, goal_cosines=goals.cosine)


def _organisations() -> tuple[facts.Organisation, ...]:
    rows = (
        Organisation.objects.current()
        .order_by("name")
        .values_list("pk", "name", "domains", "speaks_for_users", "as_of", "is_own")
    )
    return tuple(
        facts.Organisation(ref=pk, name=name, domains=tuple(domains), speaks_for_users=voice, as_of=as_of, own=own)
        for pk, name, domains, voice, as_of, own in rows
    )


def network_on(pk: int, today: date) -> facts.Network | None:
    """One network as the rules see it, archived or ended as it may be; None when it is not there."""
    return next(iter(_networks(today, Network.objects.filter(pk=pk))), None)


def _networks(today: date, rows: QuerySet[Network]) -> tuple[facts.Network, ...]:
    members = _members(today, rows)
    goals = dict(
        GoalVersion.objects.filter(network__in=rows).order_by("network", "number").values_list("network", "text")
    )
    periods = (
        FormPeriod.objects.holding(today).filter(network__in=rows).select_related("lead").order_by("network", "started")
    )
    forms = {period.network_id: period for period in periods}
    measurements, results = governance.measurements(), effect.results()
    sub_goals, goal_ratings = goal_tool.sub_goals_by_network(), goal_tool.ratings_by_network()
    cooperation_ratings = cooperation.ratings_by_network()
    give_and_take = cooperation.give_and_take_by_network()
    return tuple(
        facts.Network(
            ref=network.pk,
            name=network.name,
            goal=goals.get(network.pk, ""),
            themes=tuple(network.themes),
            target_groups=tuple(network.target_groups),
            origin=facts.Origin(network.origin),
            mandated_by=network.mandated_by,
            started=network.started,
            ended=network.ended,
            form=facts.Form(forms[network.pk].form) if network.pk in forms else None,
            lead=forms[network.pk].lead_id if network.pk in forms else None,
            lead_name=_name(forms[network.pk].lead) if network.pk in forms else "",
            members=members.get(network.pk, ()),
            measurements=measurements.get(network.pk, ()),
            results=results.get(network.pk, frozenset()),
            results_known=network.pk in results,
            as_of=network.as_of,
            sub_goals=sub_goals.get(network.pk, ()),
            goal_ratings=goal_ratings.get(network.pk, ()),
            cooperation_ratings=cooperation_ratings.get(network.pk, ()),
            give_and_take=give_and_take.get(network.pk, ()),
        )
        for network in rows.order_by("name")
    )


def _name(lead: Organisation | None) -> str:
    return lead.name if lead else ""


def _members(today: date, networks: QuerySet[Network]) -> dict[int, tuple[facts.Member, ...]]:
    """Members per network. Where nobody wrote an action down, whether a member has one is unknown.

    Keys are compared here: right after a large import the database joins these tables very slowly.
    """
    wanted = set(networks.values_list("pk", flat=True))
    archived = set(Organisation.objects.exclude(archived_at=None).values_list("pk", flat=True))
    rows = Membership.objects.holding(today).order_by("network", "id")
    per_network: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for network, organisation, action in rows.values_list("network", "organisation", "action"):
        if network in wanted and organisation not in archived:
            per_network[network].append((organisation, bool(action)))
    return {
        network: tuple(
            facts.Member(organisation, has_action if any(acts for _, acts in found) else None)
            for organisation, has_action in found
        )
        for network, found in per_network.items()
    }


def _instruments() -> tuple[facts.Instrument, ...]:
    purposes: dict[int, list[int]] = defaultdict(list)
    for instrument, challenge in Purpose.objects.order_by("instrument", "challenge").values_list(
        "instrument", "challenge"
    ):
        purposes[instrument].append(challenge)
    evaluations = steering.evaluations()
    return tuple(
        facts.Instrument(
            ref=instrument.pk,
            name=instrument.name,
            shares={facts.Power(share): getattr(instrument, share) for share in Instrument.SHARES},
            status=facts.InstrumentStatus(instrument.status),
            origin=facts.Origin(instrument.origin),
            challenges=tuple(purposes[instrument.pk]),
            evaluations=evaluations.get(instrument.pk, ()),
            as_of=instrument.as_of,
        )
        for instrument in Instrument.objects.current().order_by("name")
    )


def _challenges() -> tuple[facts.Challenge, ...]:
    rows = Challenge.objects.current().order_by("name").values_list("pk", "name", "as_of")
    return tuple(facts.Challenge(ref=pk, name=name, as_of=as_of) for pk, name, as_of in rows)


def _decisions() -> tuple[facts.Decision, ...]:
    rows = Decision.objects.standing().order_by("decided_on", "id")
    return tuple(
        facts.Decision(
            ref=decision.pk, subject=decision.name, decided_on=decision.decided_on, review_on=decision.review_on
        )
        for decision in rows
    )
