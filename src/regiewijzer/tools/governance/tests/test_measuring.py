from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.accounts import Member
from tests.typed import MEASUREMENT, day
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.measurements.actions import measure
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import InputSource
from regiewijzer.tools.governance.forms.measuring import ConditionsForm
from regiewijzer.tools.governance.models import Measurement
from regiewijzer.tools.governance.public import measurements

pytestmark = pytest.mark.usefixtures("english")


def _page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/vorm/meten/"


def _form(network: Network, **more: str) -> ConditionsForm:
    return ConditionsForm(network, MEASUREMENT | more)


def test_a_measurement_is_kept_and_told(world: World, coordinator: Member) -> None:
    answer = coordinator.client.post(_page(world), MEASUREMENT | {"consensus": "4.5", "note": "Op de dag zelf"})

    with inside(world.authority.pk):
        kept, line = Measurement.objects.get(), Entry.objects.get(kind="network")
    assert answer["location"] == f"/vliermonde/netwerken/{world.key('network')}/vorm/"
    assert (kept.trust, kept.consensus, kept.need, kept.participants) == (Decimal("2.80"), Decimal("4.50"), None, 10)
    assert kept.measured_by == coordinator.position
    assert line.changes == {
        "measurement": [None, "2025-06-01"],
        "trust": [None, "2.8"],
        "consensus": [None, "4.5"],
    }
    assert "Op de dag zelf" in coordinator.client.get(_page(world)).content.decode()


def test_a_new_measurement_replaces_none(world: World, coordinator: Member) -> None:
    for trust in ("2", "4"):
        coordinator.client.post(_page(world), MEASUREMENT | {"trust": trust})

    with inside(world.authority.pk):
        assert [row.trust for row in Measurement.objects.order_by("id")] == [Decimal("2.00"), Decimal("4.00")]


def test_an_old_measurement_cannot_be_saved_again(network: Network, coordinator: Member) -> None:
    kept = measure(
        measurement=Measurement(network=network, measured_on=date(2025, 1, 1), trust=Decimal(3), participants=9),
        actor=coordinator.actor,
    )

    with pytest.raises(Exception, match="duplicate key"):
        measure(measurement=kept, actor=coordinator.actor)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"trust": ""}, "__all__"),
        ({"trust": "0.9"}, "trust"),
        ({"trust": "5.1"}, "trust"),
        ({"trust": "veel"}, "trust"),
        ({"trust": "NaN"}, "trust"),
        ({"trust": "2.345"}, "trust"),
        ({"participants": ""}, "participants"),
        ({"participants": "-1"}, "participants"),
        ({"participants": "99999"}, "participants"),
        ({"answers": "12", "invited": "10"}, "__all__"),
        ({"source": "horen zeggen"}, "source"),
        ({"measured_on": day(1)}, "measured_on"),
        ({"measured_on": "gisteren"}, "measured_on"),
    ],
)
def test_what_is_wrong_is_named(network: Network, typed: dict[str, str], field: str) -> None:
    assert list(_form(network, **typed).errors) == [field]


def test_the_form_begins_with_the_partners_of_today(world: World, coordinator: Member) -> None:
    assert coordinator.client.get(_page(world)).context["form"]["participants"].value() == 11


def test_a_page_that_is_refused_shows_what_was_typed(world: World, coordinator: Member) -> None:
    answer = coordinator.client.post(_page(world), MEASUREMENT | {"trust": "7", "note": "Lang over nagedacht"})

    assert answer.status_code == 422
    assert "Lang over nagedacht" in answer.content.decode()
    assert 'value="7"' in answer.content.decode()


def test_the_overview_gets_scores_from_zero_to_one_from_old_to_new(network: Network, coordinator: Member) -> None:
    def add(day_: date, **scores: Any) -> None:
        measure(
            measurement=Measurement(network=network, measured_on=day_, participants=9, **scores),
            actor=coordinator.actor,
        )

    add(date(2025, 6, 1), trust=Decimal(5), source="survey", answers=6, invited=9)
    add(date(2024, 6, 1), trust=Decimal(1), consensus=Decimal(3))

    found = measurements()

    assert list(found) == [network.pk]
    assert [(each.measured_on, each.trust, each.consensus) for each in found[network.pk]] == [
        (date(2024, 6, 1), 0.0, 0.5),
        (date(2025, 6, 1), 1.0, None),
    ]
    assert (found[network.pk][1].source, found[network.pk][1].answers) == (InputSource.SURVEY, 6)


def test_measurements_of_another_authority_stay_there(
    network: Network, world_elsewhere: World, stranger: Member
) -> None:
    with inside(world_elsewhere.authority.pk):
        theirs = Network.objects.get(pk=world_elsewhere.key("network"))
        measure(measurement=Measurement(network=theirs, trust=Decimal(3), participants=9), actor=stranger.actor)

    assert measurements() == {}
