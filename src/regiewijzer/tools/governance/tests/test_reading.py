"""The second reading: what the register knows, what somebody saw, and never a mark."""

from datetime import date

import pytest
from tests.accounts import Member
from tests.typed import Typed, day
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.register.networks.models import FormPeriod, Membership, Network
from regiewijzer.science.effectiveness import Requirement, Standing
from regiewijzer.tools.governance.actions import read
from regiewijzer.tools.governance.forms.reading import ReadingForm
from regiewijzer.tools.governance.models import EffectivenessCheck
from regiewijzer.tools.governance.queries.effectiveness import shown_reading

pytestmark = pytest.mark.usefixtures("english")
TYPED: Typed = {"read_on": "2025-06-01", "stable": "True", "stable_evidence": "Niemand vertrok", "means": "False"}


def _page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/vorm/lezing/"


def test_what_somebody_saw_is_kept_dated_and_told(world: World, network: Network, coordinator: Member) -> None:
    coordinator.client.post(_page(world), TYPED | {"means_evidence": "Geen cent"})

    kept = EffectivenessCheck.objects.get()
    assert (kept.stable, kept.integrated, kept.means) == (True, None, False)
    assert (kept.read_on, kept.read_by) == (date(2025, 6, 1), coordinator.position)
    assert Entry.objects.get(kind="network").changes == {"reading": [None, "2025-06-01"]}
    page = coordinator.client.get(f"/vliermonde/netwerken/{network.pk}/vorm/").content.decode()
    assert "Niemand vertrok" in page
    assert "Seen on 1 June 2025." in page


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "means_evidence"),
        ({"stable": "", "means": ""}, "__all__"),
        ({"stable": "misschien", "means": ""}, "stable"),
        ({"read_on": day(1), "means": ""}, "read_on"),
    ],
    ids=["no evidence", "nothing answered", "no such answer", "yet to come"],
)
def test_what_is_wrong_is_named(network: Network, typed: Typed, field: str) -> None:
    assert list(ReadingForm(network, TYPED | typed).errors) == [field]


def test_age_and_office_come_from_the_register_and_the_rest_from_who_looked(
    network: Network, coordinator: Member
) -> None:
    Network.objects.filter(pk=network.pk).update(started=date(2020, 1, 1))
    network.refresh_from_db()
    FormPeriod.objects.filter(network=network).update(form="nao")
    read(reading=EffectivenessCheck(network=network, stable=True, means=False), actor=coordinator.actor)

    shown = shown_reading(network)

    assert {each.requirement: each.standing for each in shown.requirements} == {
        Requirement.AGE: Standing.HOLDS,
        Requirement.STABILITY: Standing.HOLDS,
        Requirement.INTEGRATION: Standing.UNKNOWN,
        Requirement.MEANS_OR_NAO: Standing.HOLDS,
    }
    assert (shown.by_nao, shown.lacking, shown.unknown, shown.together) == (True, 0, 1, False)


def test_coming_and_going_of_two_years_is_counted(network: Network) -> None:
    first, second, third = Membership.objects.filter(network=network).order_by("id")[:3]
    Membership.objects.filter(pk=first.pk).update(started=date.fromisoformat(str(day(-30))))
    Membership.objects.filter(pk=second.pk).update(ended=date.fromisoformat(str(day(-30))))
    Membership.objects.filter(pk=third.pk).update(ended=date(2020, 1, 1))

    signs = shown_reading(network).signs

    assert (signs.joined, signs.left, signs.members) == (1, 1, 9)


def test_the_latest_reading_counts_and_is_offered_again(world: World, network: Network, coordinator: Member) -> None:
    for day_, stable in ((date(2026, 1, 1), False), (date(2025, 1, 1), True)):
        read(
            reading=EffectivenessCheck(network=network, read_on=day_, stable=stable, stable_evidence=f"In {day_.year}"),
            actor=coordinator.actor,
        )

    page = coordinator.client.get(_page(world)).content.decode()

    assert shown_reading(network).requirements[1].standing is Standing.LACKS
    assert ">In 2026</textarea>" in page.replace("\n", "")


def test_it_says_where_it_was_found_and_gives_no_mark(world: World, coordinator: Member) -> None:
    page = coordinator.client.get(f"/vliermonde/netwerken/{world.key('network')}/vorm/").content.decode()

    assert "In 39 Dutch safety houses" in page
    assert "It is a reading, no mark" in page
