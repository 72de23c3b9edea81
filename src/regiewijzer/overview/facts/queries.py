"""The register and the measurements of all tools as one frozen value, ready for the rules."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.db.models import QuerySet

from regiewijzer.foundation.audit.queries import last_number
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.library.goal_lists import goal_lists
from regiewijzer.overview.memory import Memory
from regiewijzer.overview.tools import TOOLS
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.meetings.queries import meetings_as_facts, open_actions_as_facts
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import as_facts
from regiewijzer.register.organisations.queries import as_facts as organisations
from regiewijzer.register.tool import by_network
from regiewijzer.science import facts
from regiewijzer.science.likeness import corpus
from regiewijzer.science.overlap import Pair, pairs

LEAST_SHARED = 3
MOST_AUTHORITIES = 12  # each a few megabytes, in every process


def register_on(authority: Authority, today: date) -> facts.Register:
    """Everything the authority knows on this day. A fixed number of queries, whatever its size."""
    actions = open_actions_as_facts(today)
    return facts.Register(
        today=today,
        authority=authority.pk,
        authority_name=authority.name,
        organisations=organisations(),
        networks=_networks(today, Network.objects.running(today), actions),
        challenges=_challenges(),
        decisions=_decisions(),
        goal_lists=goal_lists(),
        open_actions=actions.get(None, ()),
        **{field: known() for tool in TOOLS for field, known in tool.facts.items()},
    )


@dataclass(frozen=True)
class Snapshot:
    """The register as the rules see it, and the networks in it that share at least so many partners."""

    register: facts.Register
    least_shared: int

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Compared when somebody asks."""
        return pairs_of(self.register, least=self.least_shared)

    def network(self, pk: int) -> facts.Network | None:
        return next((network for network in self.register.networks if network.ref == pk), None)


SNAPSHOTS: Memory[Snapshot] = Memory(MOST_AUTHORITIES)


def current_snapshot(authority: Authority, today: date) -> Snapshot:
    """For pages: gathered once per line of the audit trail and day, and kept until something changes."""
    return known_at(authority, last_number(), today)


def known_at(authority: Authority, number: int, today: date) -> Snapshot:
    """The same, when this is the last line."""
    kept = SNAPSHOTS.get(authority.pk, (number, today))
    if kept is None:
        kept = gathered_on(authority, today)
        remember(authority, number, kept)
    return kept


def gathered_on(authority: Authority, today: date) -> Snapshot:
    """Gathered anew."""
    return Snapshot(register_on(authority, today), limits_of(authority).overlap_shared)


def remember(authority: Authority, number: int, known: Snapshot) -> None:
    """Keep what was gathered when this was the last line of the trail, once that is committed."""
    SNAPSHOTS.put(authority.pk, (number, known.register.today), known)


def pairs_of(register: facts.Register, *, least: int = LEAST_SHARED) -> tuple[Pair, ...]:
    """Pairs of networks that share at least so many partners, most alike first."""
    goals = corpus({network.ref: network.goal for network in register.networks}, register.goal_lists)
    return pairs(register.networks, min_shared=least, likeness=goals.likeness)


def network_on(pk: int, today: date) -> facts.Network | None:
    """One network as the rules see it, archived or ended as it may be; None when it is not there."""
    return next(iter(_networks(today, Network.objects.filter(pk=pk), open_actions_as_facts(today))), None)


def _networks(
    today: date, rows: QuerySet[Network], actions: Mapping[int | None, tuple[facts.OpenAction, ...]]
) -> tuple[facts.Network, ...]:
    known = as_facts(rows, today)
    if not known:
        return ()  # no tool has anything to say, and each would ask the database
    of_meetings = by_network(
        meetings=meetings_as_facts(), open_actions={pk: known for pk, known in actions.items() if pk is not None}
    )
    measured = [of_meetings, *(tool.network_facts(today) for tool in TOOLS)]
    return tuple(
        replace(network, **{name: value for told in measured for name, value in told.get(pk, {}).items()})
        for pk, network in known.items()
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
