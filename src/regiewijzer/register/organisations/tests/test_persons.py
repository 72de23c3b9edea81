import pytest
from tests.accounts import Member
from tests.typed import record
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.organisations.forms import PersonForm
from regiewijzer.register.organisations.models import Identifier, Organisation, Person
from regiewijzer.register.organisations.queries import organisation_options
from regiewijzer.register.records.actions import archive

pytestmark = pytest.mark.usefixtures("english")


def test_an_organisation_is_chosen_by_its_name_whatever_the_capitals(world: World, vliermonde: Authority) -> None:
    form = PersonForm(record("person", organisation="pARTNER 3"))

    assert form.is_valid()
    assert form.cleaned_data["organisation"].name == "Partner 3"


@pytest.mark.parametrize("typed", ["Partner 33", "", "3", "Partner"])
def test_an_organisation_that_is_not_in_the_list_gets_a_sentence(
    world: World, vliermonde: Authority, typed: str
) -> None:
    form = PersonForm(record("person", organisation=typed))

    assert list(form.errors) == ["organisation"]
    assert typed in form.errors["organisation"][0]


def test_an_organisation_of_another_authority_is_not_in_the_list(
    world: World, world_elsewhere: World, vliermonde: Authority
) -> None:
    with inside(world_elsewhere.authority.pk):
        Organisation.objects.create(authority=world_elsewhere.authority, name="Verre vriend")

    assert "organisation" in PersonForm(record("person", organisation="Verre vriend")).errors


def test_namesakes_are_told_apart(vliermonde: Authority) -> None:
    first, second = (Organisation.objects.create(authority=vliermonde, name="De Brug", kind="care") for _ in "ab")
    Identifier.objects.create(authority=vliermonde, organisation=first, scheme="kbo", value="0207508932")

    names = {key: name for name, key in organisation_options()}

    assert names == {
        first.pk: "De Brug (Health and care, 0207508932)",
        second.pk: f"De Brug (Health and care, {second.pk})",
    }
    form = PersonForm(record("person", organisation=names[second.pk]))
    assert form.is_valid()
    assert form.cleaned_data["organisation"] == second


def test_a_person_of_an_archived_organisation_can_still_be_changed(world: World, coordinator: Member) -> None:
    page = f"/vliermonde/mensen/{world.key('person')}/wijzigen/"
    with inside(world.authority.pk):
        archive(Organisation.objects.get(pk=world.key("organisation")), actor=coordinator.actor)

    shown = coordinator.client.get(page).context["form"]["organisation"].value()
    answer = coordinator.client.post(page, record("person", organisation=shown, seen_version="1"))

    assert shown == "Partner 0"
    assert answer.status_code == 302


@pytest.mark.parametrize(("field", "typed"), [("email", "geen adres"), ("experience_years", "-1"), ("name", "")])
def test_what_is_wrong_is_named(world: World, vliermonde: Authority, field: str, typed: str) -> None:
    assert list(PersonForm(record("person", **{field: typed})).errors) == [field]


def test_the_list_counts_the_networks_of_today(world: World, reader: Member) -> None:
    rows = {row.name: row for row in reader.client.get("/vliermonde/partners/").context["list"].page}
    persons = {row.name: row for row in reader.client.get("/vliermonde/mensen/").context["list"].page}

    assert (rows["Partner 0"].network_count, rows["Buurtwerk"].network_count) == (2, 0)
    assert persons["Els Wouters"].seat_count == 1
    assert Person.KIND == "person"
