"""The first hour: the steps that go away by themselves, and short forms over many networks at once."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.accounts import Member

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Organisation

pytestmark = pytest.mark.usefixtures("english")


def _at(name: str, *more: str) -> str:
    return reverse(name, args=["vliermonde", *more])


@pytest.fixture
def networks(authority: Authority) -> list[int]:
    """Two networks that share three partners; the list says who leads the first."""
    with inside(authority.pk):
        owned: dict[str, Any] = {"authority": authority, "as_of": timezone.localdate()}
        partners = [Organisation.objects.create(name=f"Partner {number}", **owned) for number in range(4)]
        found = [Network.objects.create(name=name, **owned) for name in ("Jeugdtafel", "Woontafel")]
        for network, sitting in zip(found, (partners, partners[:3]), strict=True):
            for partner in sitting:
                lead = network is found[0] and partner is partners[0]
                role = "lead" if lead else "member"
                Membership.objects.create(authority=authority, network=network, organisation=partner, role=role)
        return [each.pk for each in found]


def _leads_to_the_steps(client: Client) -> bool:
    return _at("onboarding") in client.get(_at("onboarding_seen")).content.decode()


def _fill(client: Client, what: str, **typed: str) -> Any:
    return client.post(_at("onboarding_fill", what), typed, follow=True)


def test_whoever_begins_sees_the_steps_first(coordinator: Member) -> None:
    page = coordinator.client.get(_at("onboarding")).content.decode()

    assert _leads_to_the_steps(coordinator.client)
    assert "We know nothing of your networks" in page
    assert page.count("<li") >= 5
    assert 'aria-current="step"' in page


def test_the_steps_go_away_when_somebody_hides_them(coordinator: Member) -> None:
    coordinator.client.post(_at("onboarding_hide"))

    assert not _leads_to_the_steps(coordinator.client)


@pytest.mark.parametrize(("days", "led"), [(6, True), (7, False)])
def test_the_steps_go_away_a_week_after_the_first_decision(
    days: int, led: bool, coordinator: Member, authority: Authority
) -> None:
    day = timezone.localdate() - timedelta(days=days)
    with inside(authority.pk):
        Decision.objects.create(authority=authority, name="Doen", decided_on=day, as_of=day)

    assert _leads_to_the_steps(coordinator.client) is led


def test_a_reader_is_led_to_no_steps(reader: Member) -> None:
    assert not _leads_to_the_steps(reader.client)


def test_nothing_is_told_as_good_while_nothing_is_known(coordinator: Member) -> None:
    page = coordinator.client.get(_at("onboarding_seen")).content.decode()

    assert "There are no networks yet" in page
    assert "Nothing asks for a decision" not in page


def test_what_the_list_says_of_who_leads_counts_when_it_is_saved(
    coordinator: Member, authority: Authority, networks: list[int]
) -> None:
    page = coordinator.client.get(_at("onboarding_seen"))
    proposed = {name: field.initial for name, field in page.context["forms"].fields.items()}
    other = page.context["forms"].fields[f"network_{networks[1]}"]

    _fill(coordinator.client, "vormen", **{**proposed, f"network_{networks[1]}": "self_regulating"})

    assert other.initial == ""
    with inside(authority.pk):
        first, second = (Network.objects.get(pk=pk).forms.get() for pk in networks)
        assert (first.form, str(first.lead), first.started) == ("lead_organisation", "Partner 0", None)
        assert second.form == "self_regulating"


def test_what_somebody_leaves_open_stays_unknown(
    coordinator: Member, authority: Authority, networks: list[int]
) -> None:
    _fill(
        coordinator.client,
        "doelen",
        **{f"network_{networks[0]}": "Elke jongere een plek", f"network_{networks[1]}": ""},
    )

    with inside(authority.pk):
        assert [network.goals.count() for network in Network.objects.order_by("pk")] == [1, 0]


def test_a_start_is_read_as_people_write_it(coordinator: Member, authority: Authority, networks: list[int]) -> None:
    _fill(coordinator.client, "start", **{f"network_{networks[0]}": "sept 2021", f"network_{networks[1]}": "2019"})

    with inside(authority.pk):
        starts = list(Network.objects.order_by("pk").values_list("started", "started_precision"))
    assert starts == [(date(2021, 9, 1), "month"), (date(2019, 1, 1), "year")]


def test_a_start_that_cannot_be_read_saves_nothing_and_says_what_may_stand(
    coordinator: Member, authority: Authority, networks: list[int]
) -> None:
    typed = {f"network_{networks[0]}": "lang geleden", f"network_{networks[1]}": "2019"}

    answer = coordinator.client.post(_at("onboarding_fill", "start"), typed)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“lang geleden” is no day, month or year" in page
    assert 'value="2019"' in page
    with inside(authority.pk):
        assert not Network.objects.exclude(started=None).exists()


def test_what_a_colleague_filled_in_meanwhile_stays_and_is_told(
    coordinator: Member, authority: Authority, networks: list[int]
) -> None:
    name = f"network_{networks[0]}"
    _fill(coordinator.client, "doelen", **{name: "Van de collega"})

    page = _fill(coordinator.client, "doelen", **{name: "Van mij"}).content.decode()

    assert "1 network was filled in by somebody else meanwhile" in page
    with inside(authority.pk):
        assert Network.objects.get(pk=networks[0]).goals.get().text == "Van de collega"


def test_pairs_are_drawn_and_what_is_unknown_is_named(coordinator: Member, networks: list[int]) -> None:
    page = coordinator.client.get(_at("onboarding_seen")).content.decode()

    assert len(networks) == 2
    assert "3 of 3 partners" in page
    assert "of 0 of your 2 networks somebody looked for a result" in page
