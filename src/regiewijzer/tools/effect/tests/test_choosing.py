"""Criteria come before scores, and those that fit badly are told."""

from datetime import date

import pytest
from tests.accounts import Member
from tests.typed import day
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Network
from regiewijzer.science.effect import Misfit
from regiewijzer.science.facts import Form
from regiewijzer.tools.effect.forms.criteria import ChoiceForm
from regiewijzer.tools.effect.models import Choice
from regiewijzer.tools.effect.queries.criteria import Around, asked, choice_on, offered, standing_criteria
from regiewijzer.tools.effect.tests.conftest import CRITERIA, Chosen

pytestmark = pytest.mark.usefixtures("english")
GROWN = Around(months=60, mandated=False, form=Form.SELF_REGULATING)
TYPED: dict[str, object] = {"criteria": CRITERIA, "chosen_on": "2025-06-01", "reason": ""}


def _page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/effect/criteria/"


def _misfits(known: Around) -> dict[str, Misfit | None]:
    return {each.question.id: each.misfit for level in offered(known) for each in level.criteria}


def test_a_choice_is_kept_signed_and_told(world: World, coordinator: Member) -> None:
    answer = coordinator.client.post(_page(world), TYPED)

    assert answer["location"] == f"/vliermonde/netwerken/{world.key('network')}/effect/"
    with inside(world.authority.pk):
        kept = Choice.objects.get()
        assert Entry.objects.get(kind="network").changes == {"criteria": [None, "2025-06-01"]}
    assert (kept.criteria, kept.kept, kept.version) == (CRITERIA, [], 1)
    assert kept.chosen_by == coordinator.position


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"criteria": CRITERIA[:2]}, "criteria"),
        ({"criteria": ["network.ties", "network.coordination", "organisations.fewer_clashes"]}, "criteria"),
        ({"criteria": [each.id for each in asked().questions][:10]}, "criteria"),
        ({"criteria": [*CRITERIA, "network.unheard_of"]}, "criteria"),
        ({"criteria": [*CRITERIA, "network.members_joining"]}, "reason"),
        ({"chosen_on": day(1)}, "chosen_on"),
    ],
    ids=["too few", "none on the community", "too many", "unknown", "a misfit without a reason", "yet to come"],
)
def test_what_is_wrong_is_named(network: Network, typed: dict[str, object], field: str) -> None:
    form = ChoiceForm(network, GROWN, TYPED | typed)

    assert field in form.errors


def test_a_criterion_that_fits_badly_stays_with_a_reason(network: Network) -> None:
    form = ChoiceForm(network, GROWN, TYPED | {"criteria": [*CRITERIA, "network.members_joining"], "reason": "Toch"})

    assert form.is_valid()
    assert form.instance.kept == ["network.members_joining"]


def test_warnings_follow_age_origin_and_form() -> None:
    young = _misfits(Around(6, mandated=False, form=Form.SELF_REGULATING))
    imposed = _misfits(Around(60, mandated=True, form=Form.SELF_REGULATING))

    assert (young["community.goal"], young["network.ties"]) == (Misfit.TOO_YOUNG, None)
    assert _misfits(GROWN)["network.members_joining"] is Misfit.TOO_OLD
    assert (imposed["network.commitment"], _misfits(GROWN)["network.commitment"]) == (Misfit.ORIGIN, None)
    assert _misfits(GROWN)["network.nao_support"] is Misfit.FORM


def test_of_what_is_not_known_nothing_is_warned() -> None:
    assert set(_misfits(Around(None, mandated=False, form=None)).values()) == {None}


def test_the_page_shows_what_fits_badly_and_why(world: World, coordinator: Member) -> None:
    page = coordinator.client.get(_page(world)).content.decode()

    assert "It was called into being here." in page
    assert "fits badly" in page
    assert "A mandated network did not choose its members." not in page


def test_a_page_that_is_refused_keeps_what_was_ticked(world: World, coordinator: Member) -> None:
    answer = coordinator.client.post(_page(world), TYPED | {"criteria": CRITERIA[:2]})

    assert answer.status_code == 422
    assert answer.content.decode().count(" checked>") == 2


def test_the_criteria_of_a_day_are_the_last_chosen_before_it(network: Network, chosen: Chosen) -> None:
    first, second = chosen(date(2025, 1, 1)), chosen(date(2025, 6, 1))

    assert choice_on(network, date(2024, 12, 31)) is None
    assert choice_on(network, date(2025, 5, 31)) == first
    assert choice_on(network, date(2025, 6, 1)) == second


def test_the_overview_gets_the_criteria_of_today_with_those_kept(network: Network, chosen: Chosen) -> None:
    chosen(date(2025, 1, 1), criteria=["community.goal"])
    chosen(date(2025, 6, 1), kept=["network.ties"])

    found = standing_criteria()[network.pk]

    assert {each.code: each.kept for each in found} == {code: code == "network.ties" for code in CRITERIA}
    assert next(each for each in found if each.code == "network.ties").stages == ((0, 12), (12, 36), (36, None))


def test_a_criterion_that_is_no_longer_asked_is_left_out(network: Network, chosen: Chosen) -> None:
    chosen(criteria=["network.ties", "network.gone"])

    assert [each.code for each in standing_criteria()[network.pk]] == ["network.ties"]
