from datetime import date
from decimal import Decimal

import pytest
from tests.accounts import Member
from tests.typed import Typed, day
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.measurements.actions import measure
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.effect.forms.satisfaction import MemberForm, UserForm
from regiewijzer.tools.effect.models import MemberSatisfaction, UserSatisfaction
from regiewijzer.tools.effect.public import members, users

pytestmark = pytest.mark.usefixtures("english")
TYPED: Typed = {"measured_on": "2025-06-01", "source": "survey", "answers": "20", "invited": "40", "access": "3.5"}


def test_what_users_said_is_kept_aspect_by_aspect(world: World, coordinator: Member) -> None:
    page = f"/vliermonde/netwerken/{world.key('network')}/effect/gebruikers/"

    coordinator.client.post(page, TYPED | {"note": "Aan het loket gevraagd"})

    with inside(world.authority.pk):
        kept = UserSatisfaction.objects.get()
    assert (kept.access, kept.treatment, kept.source, kept.answers) == (Decimal("3.50"), None, "survey", 20)
    assert kept.measured_by == coordinator.position
    assert "Aan het loket gevraagd" in coordinator.client.get(page).content.decode()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"access": ""}, "__all__"),
        ({"access": "0.9"}, "access"),
        ({"access": "5.1"}, "access"),
        ({"access": "goed"}, "access"),
        ({"answers": "50"}, "__all__"),
        ({"source": "horen zeggen"}, "source"),
        ({"measured_on": day(1)}, "measured_on"),
    ],
)
def test_what_is_wrong_is_named(network: Network, typed: Typed, field: str) -> None:
    assert list(UserForm(network, TYPED | typed).errors) == [field]
    assert list(MemberForm(network, {**TYPED, **typed, "stay": typed.get("access", "3")}).errors) == [
        field.replace("access", "stay")
    ]


def test_the_overview_gets_it_from_old_to_new_from_zero_to_one(network: Network, coordinator: Member) -> None:
    for day_, score in ((date(2025, 6, 1), "5"), (date(2024, 6, 1), "1")):
        measure(
            measurement=UserSatisfaction(network=network, measured_on=day_, access=Decimal(score)),
            actor=coordinator.actor,
        )
        measure(
            measurement=MemberSatisfaction(network=network, measured_on=day_, stay=Decimal(score)),
            actor=coordinator.actor,
        )

    for series, aspect in ((users()[network.pk], "access"), (members()[network.pk], "stay")):
        assert [(each.measured_on, each.scores) for each in series] == [
            (date(2024, 6, 1), {aspect: 0.0}),
            (date(2025, 6, 1), {aspect: 1.0}),
        ]


def test_what_was_said_elsewhere_stays_there(network: Network, world_elsewhere: World, stranger: Member) -> None:
    with inside(world_elsewhere.authority.pk):
        theirs = Network.objects.get(pk=world_elsewhere.key("network"))
        measure(measurement=UserSatisfaction(network=theirs, access=Decimal(3)), actor=stranger.actor)

    assert users() == {}


def test_the_dip_of_the_first_years_is_shaded_and_told(world: World, network: Network, coordinator: Member) -> None:
    for day_, score in ((date(2025, 1, 1), "4"), (date(2025, 9, 1), "3")):
        measure(
            measurement=UserSatisfaction(
                network=network, measured_on=day_, access=Decimal(score), source="survey", answers=30, invited=40
            ),
            actor=coordinator.actor,
        )

    page = coordinator.client.get(f"/vliermonde/netwerken/{world.key('network')}/effect/").content.decode()

    assert "less satisfied at first is normal" in page
    assert 'class="f-stone"' in page
    assert "About finding the way users of Kansrijk Opgroeien are less satisfied" in page
    assert "24 months. A rule of thumb from the source" in page
