"""All networks together: which form each has, which fits, and where input is missing or old."""

from datetime import date

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.networks.models import FormPeriod, Network
from regiewijzer.science.facts import Form
from regiewijzer.science.governance import Condition, Verdict
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.tools.governance.queries.networks import forms_on
from regiewijzer.tools.governance.tests.conftest import Measured

pytestmark = pytest.mark.usefixtures("english")
PAGE = "/vliermonde/vormen/"


def test_each_network_says_what_it_has_what_fits_and_what_is_missing(
    world: World, network: Network, measured: Measured
) -> None:
    measured(date(2020, 1, 1), need=None)

    lines = {line.network.ref: line for line in forms_on(timezone.localdate(), DEFAULTS)}

    line, other = lines[network.pk], lines[world.other_network]
    assert (line.verdict, line.short, line.missing) == (Verdict.SHORT, (Condition.PARTICIPANTS,), (Condition.NEED,))
    assert line.old is not None
    assert line.old > 60
    assert line.advised is None
    assert (other.measured, other.old, len(other.missing)) == (None, None, 4)


def test_those_that_fall_short_come_first(world: World, network: Network) -> None:
    FormPeriod.objects.filter(network=world.other_network).update(form="nao")

    lines = forms_on(timezone.localdate(), DEFAULTS)

    assert [(line.network.name, line.verdict) for line in lines] == [
        ("Kansrijk Opgroeien", Verdict.SHORT),
        ("Huis van het Kind", Verdict.UNKNOWN),
    ]


def test_an_advice_that_is_not_settled_is_not_shown(network: Network, measured: Measured) -> None:
    measured(need=None)

    line = next(line for line in forms_on(timezone.localdate(), DEFAULTS) if line.network.ref == network.pk)

    assert line.advised is None


@pytest.mark.parametrize(
    ("only", "names"),
    [
        ("", {"Huis van het Kind", "Kansrijk Opgroeien"}),
        ("short", {"Huis van het Kind", "Kansrijk Opgroeien"}),
        ("other", {"Kansrijk Opgroeien"}),
        ("input", {"Huis van het Kind"}),
        ("onzin", {"Huis van het Kind", "Kansrijk Opgroeien"}),
    ],
)
def test_the_list_can_be_narrowed(world: World, reader: Member, measured: Measured, only: str, names: set[str]) -> None:
    measured(timezone.localdate())

    answer = reader.client.get(f"{PAGE}?only={only}")

    assert {line.network.name for line in answer.context["lines"]} == names


def test_the_advice_leads_to_the_page_of_the_network(world: World, reader: Member, measured: Measured) -> None:
    measured()

    answer = reader.client.get(PAGE)

    line = next(each for each in answer.context["lines"] if each.network.ref == world.key("network"))
    assert line.advised is Form.LEAD_ORGANISATION
    page = answer.content.decode()
    assert "2 of 2 networks have a form that falls short" in page
    assert f"/vliermonde/netwerken/{world.key('network')}/vorm/" in page


def test_an_authority_without_networks_is_told_so(authority: Authority, reader: Member) -> None:
    page = reader.client.get(PAGE).content.decode()

    assert "There are no networks yet." in page
    assert "Which form does each network have?" in page


def test_networks_of_another_authority_are_not_in_it(world: World, world_elsewhere: World, reader: Member) -> None:
    assert len(reader.client.get(PAGE).context["lines"]) == 2
