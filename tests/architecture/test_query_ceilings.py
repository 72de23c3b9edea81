"""No page asks the database more when there is more to show, and none asks much."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.actions import refresh
from regiewijzer.overview.kept import PAGES
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.instruments.models import Aim, Instrument, Purpose, Relation
from regiewijzer.register.networks.models import Delegate, GoalVersion, Management, Membership, Network
from regiewijzer.register.organisations.models import Identifier, Organisation, Person
from regiewijzer.register.records.actions import confirm, make_findable
from regiewijzer.tools.choice.models import Choice
from regiewijzer.tools.cooperation.models import Measurement as Cooperation
from regiewijzer.tools.cooperation.models import Statement
from regiewijzer.tools.effect.models import Evaluation as Effect
from regiewijzer.tools.goals.models import Measurement as Judgement
from regiewijzer.tools.goals.models import Place, SubGoal
from regiewijzer.tools.governance.models import Measurement
from regiewijzer.tools.readiness.models import Measurement as LayerMeasurement
from regiewijzer.tools.readiness.models import Placement
from regiewijzer.tools.steering.models import Evaluation as Steering
from tests.accounts import Member, logged_in, position_in, undone
from tests.architecture.policy import POLICY
from tests.world import World, add_papers, build_world

CROWD = 12
CEILING = 15
QUERY = {"search": "?q=partner", "networks": "?q=netwerk", "organisations": "?q=partner&domain=health"}


@dataclass(frozen=True)
class Counted:
    """How many queries each page took with one of everything, and with many."""

    few: dict[str, int]
    many: dict[str, int]


@pytest.fixture(scope="module")
def counted(django_db_setup: None, django_db_blocker: Any) -> Iterator[Counted]:
    with undone(django_db_blocker):
        authority = Authority.objects.create(slug="druk", name="Druk")
        people = {
            "administrator": logged_in(position_in(authority, Role.ADMINISTRATOR, "Amira")),
            "guest": logged_in(position_in(authority, Role.GUEST, "Gust")),
        }
        world = build_world(authority, guest=people["guest"].position)
        with inside(authority.pk):
            add_papers(world, by=people["administrator"].position)
        few = _counts(world, people)
        with inside(authority.pk):
            _crowd(world, people["administrator"])
        yield Counted(few, _counts(world, people))


def _counts(world: World, people: dict[str, Member]) -> dict[str, int]:
    readable = [name for name, row in POLICY.items() if row.get or row.guest_own]
    return {name: _count(name, world, people) for name in readable}


def _count(name: str, world: World, people: dict[str, Member]) -> int:
    row = POLICY[name]
    client = people["administrator" if "administrator" in row.get else "guest"].client
    parts: dict[str, Any] = {"authority": world.authority.slug}
    parts |= {"pk": world.key(row.target)} if row.target else {}
    address = reverse(name, kwargs=parts | {part: world.keys.get(kind, kind) for part, kind in row.also})
    client.get(address + QUERY.get(name, ""))  # the first visit after a change gathers what is kept for the next
    PAGES.clear()  # counted is what it takes to draw the page
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address + QUERY.get(name, ""))
    assert answer.status_code in (200, 302)
    return sum(not query["sql"].startswith(("SAVEPOINT", "RELEASE")) for query in queries)


def _crowd(world: World, member: Member) -> None:
    """Twelve more of everything, tied to the records the pages show."""
    today, owned = timezone.localdate(), {"authority": world.authority}
    network, challenge = Network.objects.get(pk=world.key("network")), Challenge.objects.get(pk=world.key("challenge"))
    instrument, partner = (
        Instrument.objects.get(pk=world.key("instrument")),
        Organisation.objects.get(pk=world.key("organisation")),
    )
    guest_of = Organisation.objects.get(name="Partner van Gust")
    for number in range(CROWD):
        organisation = Organisation.objects.create(name=f"Partner nog {number}", domains=["housing"], **owned)
        Identifier.objects.create(organisation=organisation, scheme="nis", value=f"440{number:02}", **owned)
        person = Person.objects.create(name=f"Persoon {number}", organisation=partner, **owned)
        own = Person.objects.create(name=f"Eigen {number}", organisation=organisation, **owned)
        seat = Membership.objects.create(network=network, organisation=organisation, action="Doet mee", **owned)
        Delegate.objects.create(membership=seat, person=own, **owned)
        Delegate.objects.create(membership_id=world.key("membership"), person=person, **owned)
        Membership.objects.create(
            network=network, organisation=organisation, ended=date(2025, 1, 1), started=date(2024, 1, 1), **owned
        )
        more = Network.objects.create(name=f"Netwerk {number}", challenge=challenge, started=date(2024, 1, 1), **owned)
        GoalVersion.objects.create(network=more, number=1, text="Een doel", valid_from=today, **owned)
        GoalVersion.objects.create(network=network, number=number + 2, text=f"Doel {number}", valid_from=today, **owned)
        for each in (partner, organisation, guest_of):
            seated = Membership.objects.create(network=more, organisation=each, **owned)
            Delegate.objects.create(membership=seated, person_id=world.key("person"), **owned)
        colleague = position_in(world.authority, Role.CONTRIBUTOR, f"Collega {number}")
        Management.objects.create(network=network, position=colleague, **owned)
        other = Instrument.objects.create(name=f"Instrument {number}", legal=100, network=more, **owned)
        served = Challenge.objects.create(name=f"Opgave {number}", **owned)
        Purpose.objects.create(instrument=instrument, challenge=served, **owned)
        Purpose.objects.create(instrument=other, challenge=challenge, **owned)
        Aim.objects.create(instrument=instrument, organisation=organisation, **owned)
        Relation.objects.create(instrument=instrument, other=other, kind="needs", **owned)
        about = {"network": network, "instrument": instrument, "challenge": challenge, "organisation": partner}
        Decision.objects.create(name=f"Besluit {number}", decided_by=colleague, **about, **owned)
        Measurement.objects.create(network=network, trust=3, participants=9, **owned)
        chosen = {"challenge": challenge, "network": network, "joins": more, "signed_by": colleague}
        Choice.objects.create(decided="use_existing", signed_on=today, **chosen, **owned)
        LayerMeasurement.objects.create(layer="staff", serving=1, measured_by=colleague, **owned)
        Placement.objects.create(network=more, place="steering", reason="Samen", placed_by=colleague, **owned)
        Judgement.objects.create(network=network, concrete=4, version=network.goals.first(), **owned)
        Cooperation.objects.create(network=network, returns=4, **owned)
        Statement.objects.create(network=network, organisation=organisation, brings_size=3, gets_size=0, **owned)
        part = SubGoal.objects.create(split_id=world.key("split"), text=f"Deel {number}", **owned)
        Place.objects.create(split_id=world.key("split"), sub_goal=part, organisation=organisation, **owned)
        Effect.objects.create(network=network, community=True, evaluated_by=colleague, **owned)
        Steering.objects.create(instrument=instrument, goal_reached=4, measured_by=colleague, **owned)
        for record in (network, challenge, instrument, partner, Person.objects.get(pk=world.key("person"))):
            confirm(record, actor=colleague.actor, day=today)
        for record in (organisation, person, more, other, served):
            make_findable(record)
    refresh(authority=world.authority, today=today)


READABLE = sorted(name for name, row in POLICY.items() if row.get or row.guest_own)


@pytest.mark.parametrize("name", READABLE)
def test_a_page_asks_no_more_when_there_is_more(name: str, counted: Counted) -> None:
    """Two more at most: something that was not there to be asked about before."""
    assert counted.many[name] <= counted.few[name] + 2


@pytest.mark.parametrize("name", READABLE)
def test_a_page_does_not_ask_much(name: str, counted: Counted) -> None:
    assert counted.many[name] <= CEILING
