"""Who takes which role, who offers one, and how can the roles be divided?"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.questionnaires.public import service_coverage
from regiewijzer.register.networks.models import Delegate, GuestSeat, Management, Membership, Network
from regiewijzer.register.networks.queries import may_on_network
from regiewijzer.register.organisations.models import Person
from regiewijzer.science import facts
from regiewijzer.science.facts import NetworkRole
from regiewijzer.science.staffing import MOST_ROLES, Place, staff
from regiewijzer.science.staffing import Offer as Offered
from regiewijzer.tools.roles.models import Beginner, Offer, Task

TEST = "manager-roles"


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role in a network: who takes it now, who could by their offer, and why nobody can."""

    role: NetworkRole
    tasks: tuple[Task, ...]
    proposed: Offer | None
    learners: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        return not self.tasks


@dataclass(frozen=True, slots=True)
class Team:
    """The five roles of one network. `offers` are None for who may not see them.

    `loaded` are people with four roles or more in it, with how many; `beginner` leads it alone.
    """

    rows: tuple[RoleRow, ...]
    offers: tuple[Offer, ...] | None
    loaded: tuple[tuple[str, int], ...]
    beginner: bool

    @property
    def known(self) -> bool:
        """Whether anybody said who takes which role."""
        return any(row.tasks for row in self.rows)

    @property
    def uncovered(self) -> tuple[NetworkRole, ...]:
        return tuple(row.role for row in self.rows if row.open)

    @property
    def proposal(self) -> bool:
        return any(row.proposed for row in self.rows)


@dataclass(frozen=True, slots=True)
class Placed:
    """A role in a network that somebody could take, by their offer."""

    network: Network
    role: NetworkRole
    offer: Offer


@dataclass(frozen=True, slots=True)
class Open:
    """A role that nobody can take any more, in so many networks; `learners` want to learn it, but are full."""

    role: NetworkRole
    networks: tuple[Network, ...]
    learners: tuple[str, ...]
    offered: bool


@dataclass(frozen=True, slots=True)
class Division:
    """All running networks: what is covered, who could take what, what stays open."""

    networks: int
    covered: int
    placed: tuple[Placed, ...]
    open: tuple[Open, ...]
    proven: bool

    @property
    def asked(self) -> int:
        return self.networks * len(NetworkRole)

    @property
    def uncovered(self) -> int:
        return sum(len(each.networks) for each in self.open)


def sees_offers(position: Position, network: Network) -> bool:
    """The coordinator, and the manager of this network."""
    return may_on_network(position, network, Right.SEE_MANDATES)


def tasks_of(network: Network) -> list[Task]:
    return list(_current().filter(network=network))


def team_of(network: Network, position: Position) -> Team:
    """The roles of a network as this reader may see them."""
    tasks = tasks_of(network)
    offers = tuple(offers_around(network)) if sees_offers(position, network) else None
    by_role: dict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        by_role[task.role].append(task)
    proposed = _proposed(network, tasks, offers or ())
    return Team(
        rows=tuple(
            RoleRow(
                role=role,
                tasks=tuple(by_role[role]),
                proposed=proposed.get(role),
                learners=tuple(str(each.position) for each in offers or () if each.role == role and not each.gladly),
            )
            for role in NetworkRole
        ),
        offers=offers,
        loaded=tuple((who, count) for who, count in _loads(tasks) if count >= facts.OVERLOADED),
        beginner=network.pk in led_by_a_beginner(),
    )


def _current() -> QuerySet[Task]:
    """Tasks of who still works here, and of persons."""
    here = Q(colleague=None) | Q(colleague__in=Position.objects.active())
    return Task.objects.filter(here).select_related("colleague__user", "person", "network")


def _loads(tasks: Iterable[Task]) -> list[tuple[str, int]]:
    found = Counter((task.colleague_id, task.person_id, task.who) for task in tasks)
    return [(who, count) for (_colleague, _person, who), count in found.most_common()]


def offers_around(network: Network) -> QuerySet[Offer]:
    """Of whoever works for this network: manages it, has a role in it, sits there, or is a guest of a partner."""
    today = timezone.localdate()
    members = Membership.objects.sitting(today).filter(network=network)
    seated = Delegate.objects.sitting(today).filter(membership__in=members.values("pk"))
    around = (
        Q(position__in=Management.objects.in_current_employment().filter(network=network).values("position"))
        | Q(position__in=Task.objects.filter(network=network).values("colleague"))
        | Q(position__in=Person.objects.filter(pk__in=seated.values("person")).values("colleague"))
        | Q(position__in=GuestSeat.objects.filter(organisation__in=members.values("organisation")).values("position"))
    )
    return _open_offers().filter(around)


def _open_offers() -> QuerySet[Offer]:
    return Offer.objects.filter(position__in=Position.objects.active()).select_related("position__user")


def offers_of(position: Position) -> dict[str, bool]:
    """What somebody offers now: role -> gladly."""
    return dict(Offer.objects.filter(position=position).values_list("role", "gladly"))


def is_beginner(position: Position) -> bool:
    return Beginner.objects.filter(position=position).exists()


def led_by_a_beginner() -> frozenset[int]:
    """Networks with one manager, who says to have little experience."""
    managers: dict[int, list[int]] = defaultdict(list)
    for network, position in Management.objects.in_current_employment().values_list("network", "position"):
        managers[network].append(position)
    beginners = set(Beginner.objects.values_list("position", flat=True))
    return frozenset(network for network, found in managers.items() if len(found) == 1 and found[0] in beginners)


def _proposed(network: Network, tasks: Sequence[Task], offers: Sequence[Offer]) -> dict[NetworkRole, Offer]:
    """Who could take the open roles of one network, and those of who has too many of them."""
    loads = Counter(task.colleague_id or -(task.person_id or 0) for task in tasks)
    heavy = {who for who, count in loads.items() if count >= facts.OVERLOADED}
    kept = {task.role for task in tasks if (task.colleague_id or -(task.person_id or 0)) not in heavy}
    open_roles = [role for role in NetworkRole if role not in kept]
    by_key = {(each.position_id, each.role): each for each in offers if each.position_id not in heavy}
    found = staff(
        [Offered(str(each.position_id), each.role, each.gladly) for each in by_key.values()],
        [Place(str(network.pk), role) for role in open_roles],
        MOST_ROLES,
        taken=_taken(tasks),
    )
    return {NetworkRole(place.role): by_key[int(who), place.role] for place, who in found.assigned}


def _taken(tasks: Iterable[Task]) -> Counter[str]:
    return Counter(str(task.colleague_id) for task in tasks if task.colleague_id)


def division(networks: Sequence[Network]) -> Division:
    """The roles of all these networks divided over who offers them; who has roles already gets as many fewer."""
    by_pk = {network.pk: network for network in networks}
    tasks = [task for task in _current() if task.network_id in by_pk]
    offers = list(_open_offers())
    there = {(task.network_id, task.role) for task in tasks}
    places = [
        Place(str(network.pk), role) for network in networks for role in NetworkRole if (network.pk, role) not in there
    ]
    by_key = {(each.position_id, each.role): each for each in offers}
    found = staff(
        [Offered(str(each.position_id), each.role, each.gladly) for each in offers],
        places,
        MOST_ROLES,
        taken=_taken(tasks),
    )
    return Division(
        networks=len(networks),
        covered=len(there),
        placed=tuple(
            Placed(by_pk[int(place.network)], NetworkRole(place.role), by_key[int(who), place.role])
            for place, who in found.assigned
        ),
        open=tuple(_open(found.uncovered, by_pk, offers)),
        proven=found.proven,
    )


def _open(places: Collection[Place], networks: dict[int, Network], offers: Sequence[Offer]) -> Iterable[Open]:
    for role in NetworkRole:
        where = tuple(networks[int(place.network)] for place in places if place.role == role)
        able = [each for each in offers if each.role == role]
        if where:
            yield Open(role, where, tuple(str(each.position) for each in able if not each.gladly), bool(able))


def candidates(network: Network) -> list[tuple[str, str]]:
    """Who can take a role: colleagues with an account, then persons; a code for the form."""
    colleagues = Position.objects.active().filter(authority=network.authority_id).select_related("user")
    found = [(each.user.name, f"colleague-{each.pk}") for each in colleagues.order_by("user__name")]
    behind = {each.pk for each in colleagues}
    persons = Person.objects.current().exclude(colleague__in=behind).order_by("name")
    return [*found, *((name, f"person-{pk}") for name, pk in persons.values_list("name", "pk"))]


def roles_by_network(_today: date) -> dict[int, tuple[facts.RoleTask, ...]]:
    """Who takes which role, by network, as the rules take it."""
    found: dict[int, list[facts.RoleTask]] = defaultdict(list)
    for task in _current().order_by("network", "id"):
        who = f"c{task.colleague_id}" if task.colleague_id else f"p{task.person_id}"
        found[task.network_id].append(facts.RoleTask(NetworkRole(task.role), who, task.who))
    return {network: tuple(tasks) for network, tasks in found.items()}


def service_roles() -> facts.ServiceRoles | None:
    """How the roles stand over the whole service, of five tests and more; never more than: two, or fewer than two."""
    found = service_coverage(TEST)
    if found is None:
        return None
    thin = tuple(NetworkRole(each.role) for each in found.roles if not each.covered)
    return facts.ServiceRoles(people=found.people, thin=thin)
