import pytest
from django.core.exceptions import ValidationError
from tests.accounts import Member
from tests.typed import record
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.organisations.actions import add_organisation, set_numbers
from regiewijzer.register.organisations.forms import OrganisationForm
from regiewijzer.register.organisations.models import Identifier, Organisation, Scheme, clean_number

pytestmark = pytest.mark.usefixtures("english")


KBO = "0207508932"


@pytest.mark.parametrize("written", ["0207.508.932", "0207508932", "207508932", "BE0207508932", "be 0207.508.932 "])
def test_a_kbo_number_is_read_as_people_write_it(written: str) -> None:
    assert clean_number(Scheme.KBO, written) == KBO


@pytest.mark.parametrize(
    ("scheme", "wrong"),
    [
        (Scheme.KBO, "0207.508.933"),
        (Scheme.KBO, "97"),
        (Scheme.KBO, "0000000000"),
        (Scheme.KBO, "02075089320"),
        (Scheme.KBO, "tien cijfers"),
        (Scheme.OVO, "OVO1992"),
        (Scheme.NIS, "4402"),
        (Scheme.NIS, "4402X"),
        (Scheme.KVK, "1234567"),
        (Scheme.RSIN, "123456789"),
        (Scheme.OIN, "1" * 19),
    ],
)
def test_a_wrong_number_gets_a_sentence_with_what_was_typed(scheme: Scheme, wrong: str) -> None:
    with pytest.raises(ValidationError) as said:
        clean_number(scheme, wrong)

    assert wrong in said.value.messages[0]


@pytest.mark.parametrize(
    ("scheme", "right"),
    [(Scheme.OVO, "OVO001992"), (Scheme.NIS, "44021"), (Scheme.KVK, "12345678"), (Scheme.RSIN, "111222333")],
)
def test_a_right_number_stays_as_it_is(scheme: Scheme, right: str) -> None:
    assert clean_number(scheme, right) == right


def _form(**more: str) -> OrganisationForm:
    return OrganisationForm(record("organisation", **more))


def test_a_number_of_somebody_else_names_them(world: World, vliermonde: Authority) -> None:
    form = _form(kbo="0207.508.932")

    assert form.errors == {"kbo": ["This number belongs to Partner 0."]}


def test_a_number_of_another_authority_says_nothing(world: World, other_authority: Authority) -> None:
    with inside(other_authority.pk):
        assert _form(kbo="0207.508.932").errors == {}


def test_an_organisation_keeps_its_own_number(world: World, coordinator: Member) -> None:
    page = f"/vliermonde/partners/{world.key('organisation')}/wijzigen/"
    shown = coordinator.client.get(page).context["form"]["kbo"].value()

    answer = coordinator.client.post(page, record("organisation", kbo=shown, seen_version="1"))

    assert shown == "0207.508.932"
    assert answer.status_code == 302


def test_numbers_are_told_and_replaced(vliermonde: Authority, coordinator: Member) -> None:
    organisation = Organisation(name="Partner")
    add_organisation(organisation=organisation, numbers={"kbo": KBO, "ovo": ""}, actor=coordinator.actor)

    set_numbers(organisation=organisation, numbers={"kbo": "", "ovo": "OVO001992"}, actor=coordinator.actor)

    assert [str(number) for number in Identifier.objects.all()] == ["ovo OVO001992"]
    assert Entry.objects.first().changes == {"kbo": [KBO, None], "ovo": [None, "OVO001992"]}  # type: ignore[union-attr]


def test_numbers_the_form_does_not_show_stay(vliermonde: Authority, coordinator: Member) -> None:
    organisation = Organisation(name="Partner")
    add_organisation(organisation=organisation, numbers={"nis": "44021"}, actor=coordinator.actor)

    set_numbers(organisation=organisation, numbers={"kbo": KBO}, actor=coordinator.actor)

    assert {number.scheme for number in Identifier.objects.all()} == {"nis", "kbo"}


def test_the_main_domain_stands_first(vliermonde: Authority, coordinator: Member) -> None:
    typed = record("organisation") | {"domains": ["health", "housing"], "main_domain": "housing"}

    form = OrganisationForm(typed)

    assert form.is_valid()
    assert form.cleaned_data["domains"] == ["housing", "health"]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "x" * 201),
        ("website", "javascript:alert(1)"),
        ("website", "geen adres"),
        ("kind", "burcht"),
        ("domains", "alchemie"),
        ("as_of", "2999-01-01"),
        ("as_of", "31/02/2025"),
        ("note", "x" * 4001),
    ],
)
def test_what_is_wrong_is_named(vliermonde: Authority, field: str, typed: str) -> None:
    form = _form(**{field: typed})

    assert list(form.errors) == [field]


def test_a_website_without_scheme_gets_one(vliermonde: Authority) -> None:
    form = _form(website="www.vliermonde.example")

    assert form.is_valid()
    assert form.cleaned_data["website"] == "https://www.vliermonde.example"
