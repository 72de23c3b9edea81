"""Where is a network stuck, and what did it try?"""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import RowsOfNetworks, access_network
from regiewijzer.science import facts
from regiewijzer.science.names import compared
from regiewijzer.tools.breakthrough.models import Stuck, Try

STUCK: RowsOfNetworks[Stuck] = RowsOfNetworks("stuck_of", Stuck.objects.all)
TRIES: RowsOfNetworks[Try] = RowsOfNetworks("tries_of", Try.objects.all)


def looks_at(network: Network) -> list[Stuck]:
    """Everything that was said of where it is stuck, the newest first."""
    return STUCK.of(network)


def stuck_of(network: Network) -> Stuck | None:
    """What was said last; None when nobody ever said anything."""
    return next(iter(looks_at(network)), None)


def tries_of(network: Network) -> list[Try]:
    """What this network tried, the newest first."""
    return TRIES.of(network)


def try_of(position: Position, network: int, pk: int) -> Try:
    """One try of a network this person may see, or 404."""
    return get_object_or_404(_read(), pk=pk, network=access_network(position, network))


def all_tries() -> list[Try]:
    """What every network tried, the newest first."""
    return list(_read().filter(network__archived_at=None))


def _read() -> QuerySet[Try]:
    return Try.objects.select_related("network", "organisation", "action", "made_by__user")


def same_as(network: Network, what: str) -> Try | None:
    """The newest try of this network that is called the same."""
    return next((each for each in tries_of(network) if compared(each.what) == compared(what)), None)


def stuck_by_network() -> dict[int, facts.Stuck]:
    """Networks that are stuck, with since when: the first of the looks in a row that said so."""
    looks: dict[int, list[Stuck]] = defaultdict(list)
    for look in Stuck.objects.all():
        looks[look.network_id].append(look)
    return {pk: _as_fact(rows) for pk, rows in looks.items() if rows[0].stands}


def _as_fact(rows: Sequence[Stuck]) -> facts.Stuck:
    """rows: the looks at one network, the newest first, of which the newest says that it is stuck."""
    since = rows[0].noted_on
    for row in rows:
        if not row.stands:
            break
        since = row.noted_on
    return facts.Stuck(since, rows[0].noted_on, tuple(rows[0].impasses))


def tries_by_network() -> dict[int, tuple[facts.Try, ...]]:
    """What each network tried, from old to new."""
    found: dict[int, list[facts.Try]] = defaultdict(list)
    for each in Try.objects.order_by("chosen_on", "pk"):
        found[each.network_id].append(facts.Try(each.what, each.principle, each.chosen_on, each.until, told=each.told))
    return {pk: tuple(tries) for pk, tries in found.items()}
