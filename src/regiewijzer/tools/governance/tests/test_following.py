"""The page of the form: what fails and by how much, what would help, where it comes from, and how it went."""

from datetime import date

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.networks.models import FormPeriod, Membership, Network
from regiewijzer.science.facts import Form
from regiewijzer.science.finding import Certainty
from regiewijzer.science.governance import Condition, Verdict
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.tools.governance.queries.page import form_of
from regiewijzer.tools.governance.tests.conftest import Measured

pytestmark = pytest.mark.usefixtures("english")
SHORT_OF_PARTNERS = "the number of partners from 11 to at most 8 (3 too many)"


def _page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/vorm/"


def test_it_says_what_fails_by_how_much_and_what_would_help(network: Network, measured: Measured) -> None:
    measured(trust="2.8")

    shown = form_of(network, DEFAULTS)

    assert [(check.condition, check.said, check.state) for check in shown.checks] == [
        (Condition.TRUST, "1.2 too low", "short"),
        (Condition.PARTICIPANTS, "3 too many", "short"),
        (Condition.CONSENSUS, "fits", "ok"),
        (Condition.NEED, "fits", "ok"),
    ]
    light, lead, nao = shown.changes
    assert light.needed == ("the trust from 2.8 to at least 4.0 (1.2 too low)", SHORT_OF_PARTNERS)
    assert (light.current, light.verdict, lead.advised, lead.needed) == (True, Verdict.SHORT, True, ())
    assert nao.verdict is Verdict.NARROW


def test_each_number_says_where_it_comes_from_and_how_sure(network: Network, measured: Measured) -> None:
    measured(day=timezone.localdate(), source="survey", answers=9, invited=11, need=None)

    inputs = {each.condition: each for each in form_of(network, DEFAULTS).inputs}

    trust, partners, need = (inputs[each] for each in (Condition.TRUST, Condition.PARTICIPANTS, Condition.NEED))
    assert (trust.value, trust.source, trust.certainty) == ("4.5 out of 5", "survey, 9 of 11", Certainty.GREAT)
    assert (partners.value, partners.source, partners.day) == ("11", "the list of partners", network.as_of)
    assert (need.value, need.source, need.certainty) == ("–", "not measured", None)


def test_an_own_estimate_makes_us_less_sure(network: Network, measured: Measured) -> None:
    measured(source="estimate")

    assert form_of(network, DEFAULTS).inputs[0].certainty is Certainty.LIMITED


def test_the_partners_are_those_of_today_not_of_the_measurement(network: Network, measured: Measured) -> None:
    measured()
    kept = Membership.objects.filter(network=network).values("pk")[:5]
    Membership.objects.filter(network=network).exclude(pk__in=kept).update(ended=date(2026, 5, 1))

    shown = form_of(network, DEFAULTS)

    assert shown.checks[1].measured == "5"
    assert shown.shown is not None
    assert shown.shown.heading == "The form it has holds"


def test_two_measurements_that_advise_another_form_are_drift(network: Network, measured: Measured) -> None:
    measured(date(2025, 3, 1))
    assert form_of(network, DEFAULTS).drift is None

    measured(date(2026, 3, 1))

    shown = form_of(network, DEFAULTS)
    assert shown.drift is Form.LEAD_ORGANISATION
    assert shown.course is not None
    assert [row[-1] for row in shown.course.data_table.rows] == ["Lead organisation", "Lead organisation"]


def test_one_measurement_has_no_course_yet(network: Network, measured: Measured) -> None:
    measured()

    assert form_of(network, DEFAULTS).course is None


def test_a_network_of_which_nothing_is_known_says_what_to_do_first(world: World, coordinator: Member) -> None:
    page = coordinator.client.get(_page(world)).content.decode()

    assert "Nothing was measured yet." in page
    assert f"{_page(world)}meten/" in page
    assert "Not measured:" in page


def test_the_screen_says_why_with_rule_numbers_and_source(
    world: World, coordinator: Member, measured: Measured
) -> None:
    measured(trust="2.8", source="survey", answers=9, invited=11)

    page = coordinator.client.get(_page(world)).content.decode()

    assert page.count("Why?") == 3
    assert "9 of 11 invited answered (82 %)" in page or "9 of 11" in page
    assert "A self-regulating network asks for <b>8 partners</b> at most" in page
    assert "Provan, K. and Kenis, P. (2008)" in page


def test_a_lighter_form_is_told_as_a_deliberate_choice(
    world: World, network: Network, coordinator: Member, measured: Measured
) -> None:
    FormPeriod.objects.filter(network=network).update(form="nao")
    measured()

    page = coordinator.client.get(_page(world)).content.decode()

    assert "A lighter form fits. Lighten deliberately" in page


def test_who_may_look_and_who_may_do_more(world: World, reader: Member, stranger: Member) -> None:
    page = reader.client.get(_page(world)).content.decode()

    assert f"{_page(world)}proberen/" in page
    for step in ("meten/", "besluit/", "lezing/"):
        assert f"{_page(world)}{step}" not in page
        assert reader.client.get(f"{_page(world)}{step}").status_code == 403
    assert stranger.client.get(_page(world)).status_code == 404


def test_another_authority_has_its_own_limits(
    world: World, vliermonde: Authority, coordinator: Member, measured: Measured
) -> None:
    measured()
    Authority.objects.filter(pk=vliermonde.pk).update(limits={"self_participants": 12})

    page = coordinator.client.get(_page(world)).content.decode()

    assert "at most 12" in page
    assert "The form it has holds" in page
