"""Networks by rule and associations: proposed with their source, confirmed or refused by somebody, never assumed."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.accounts import Member

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.library.municipalities import municipalities, municipality_called
from regiewijzer.overview.onboarding.definitions import of_mandates
from regiewijzer.register.networks.models import Network

pytestmark = pytest.mark.usefixtures("english")
PAGE = "onboarding_proposals"


def _answer(member: Member, **answers: str) -> Any:
    return member.client.post(reverse(PAGE, args=["vliermonde"]), answers, follow=True)


@pytest.fixture
def aalst(authority: Authority) -> Authority:
    authority.name = "Stad Aalst"
    authority.save()
    return authority


def test_the_file_knows_every_municipality_and_says_of_when_it_is() -> None:
    file = municipalities()
    merged = municipality_called("Gemeente Pajottegem")

    assert len(file.all) == 285
    assert file.as_of == "2023-2024"
    assert merged is not None
    assert merged.merged
    assert merged.region == "Halle-Vilvoorde"
    assert municipality_called("Vliermonde") is None


def test_what_is_compulsory_comes_first_and_what_is_old_or_contested_is_to_be_looked_at() -> None:
    proposed = of_mandates(2026)

    places = [each.compulsory for each in proposed]
    assert places == sorted(places, reverse=True)
    assert any(each.checked for each in proposed)
    assert any(not each.checked for each in proposed)
    assert not any(each.checked for each in of_mandates(2060))


def test_nothing_is_in_the_register_before_somebody_confirms_it(coordinator: Member, aalst: Authority) -> None:
    page = coordinator.client.get(reverse(PAGE, args=["vliermonde"])).content.decode()

    assert "before the mergers of 2025" in page
    assert "Your reference region is Denderregio." in page
    with inside(aalst.pk):
        assert not Network.objects.exists()


def test_what_exists_is_made_with_its_rule_and_what_does_not_is_asked_no_more(
    coordinator: Member, aalst: Authority
) -> None:
    association = municipality_called(aalst.name).associations[0]  # type: ignore[union-attr]
    code = f"kbo-{association.kbo}"

    page = _answer(coordinator, youth_council="exists", childcare_local_consultation="absent", **{code: "exists"})

    asked = page.context["form"].fields.keys()
    assert not {"youth_council", "childcare_local_consultation", code} & set(asked)
    with inside(aalst.pk):
        made = {network.mandate: network for network in Network.objects.all()}
        assert made.keys() == {"youth_council", ""}
        assert (made[""].name, made[""].origin) == (association.name, "other")
        assert association.kbo in made[""].note


def test_a_network_of_the_same_name_is_tied_to_its_rule_and_not_made_twice(
    coordinator: Member, aalst: Authority
) -> None:
    rule = next(each for each in of_mandates(2026) if each.compulsory)
    with inside(aalst.pk):
        Network.objects.create(authority=aalst, name=rule.name.upper(), as_of=timezone.localdate())

    _answer(coordinator, **{rule.code: "exists"})

    with inside(aalst.pk):
        assert [(each.mandate, each.origin) for each in Network.objects.all()] == [(rule.code, rule.origin)]


def test_whoever_is_no_municipality_is_told_so(coordinator: Member) -> None:
    page = coordinator.client.get(reverse(PAGE, args=["vliermonde"])).content.decode()

    assert "is no name of a municipality in our file" in page
