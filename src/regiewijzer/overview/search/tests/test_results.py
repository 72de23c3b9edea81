import pytest
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.search.queries import Result
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.actions import change
from regiewijzer.science.names import without_accents

PAGE = "/vliermonde/zoeken/"


def _groups(member: Member, words: str) -> dict[str, list[Result]]:
    page = member.client.get(PAGE, {"q": words})
    assert page.status_code == 200
    return {group.label: group.results for group in page.context["groups"]}


@pytest.mark.parametrize(
    ("words", "label", "title"),
    [
        ("opgroei", "Networks", "Kansrijk Opgroeien"),
        ("doel van huis", "Networks", "Huis van het Kind"),
        ("wouters", "Persons", "Els Wouters"),
        ("convenant", "Instruments", "Convenant"),
        ("armoede", "Challenges", "Kinderarmoede"),
        ("0207.508.932", "Partners", "Partner 0"),
        ("doen", "Decisions", "Doen"),
    ],
)
def test_everything_is_found_under_its_kind_and_opens(
    world: World, reader: Member, words: str, label: str, title: str
) -> None:
    found = _groups(reader, words)

    assert title in [result.title for result in found[label]]
    first = next(iter(found.values()))[0]
    assert reader.client.get(first.url).status_code == 200


def test_knowledge_is_found_too_by_its_title_first(reader: Member) -> None:
    known = reader.client.get(PAGE, {"q": "forms"}).context["known"]

    assert known
    assert "form" in without_accents(known[0].title)


def test_words_that_lead_nowhere_say_so(reader: Member) -> None:
    page = reader.client.get(PAGE, {"q": "xyzzy <b>"}).content.decode()

    assert "Nothing found" in page
    assert "xyzzy &lt;b&gt;" in page


def test_nothing_asked_finds_nothing(world: World, reader: Member) -> None:
    page = reader.client.get(PAGE)

    assert (page.context["groups"], page.context["known"]) == ([], [])
    assert "What are you looking for?" in page.content.decode()


def test_what_another_authority_has_is_not_found(world: World, stranger: Member) -> None:
    assert stranger.client.get("/elders/zoeken/", {"q": "opgroeien"}).context["groups"] == []


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("wautres", "Els Wauters"),
        ("convenannt", "Convenant"),
        ("opgroeiien", "Kansrijk Opgroeien"),
        ("kinderarmode", "Kinderarmoede"),
    ],
)
def test_a_slip_of_the_keyboard_finds_what_was_meant(world: World, reader: Member, typed: str, title: str) -> None:
    page = reader.client.get(PAGE, {"q": typed})

    assert next(iter(page.context["groups"])).results[0].title == title
    assert "This looks like it" in page.content.decode()


def test_a_word_for_a_kind_says_what_is_asked(world: World, reader: Member) -> None:
    found = _groups(reader, "netwerken kinderen")

    assert next(iter(found)) == "Networks"
    assert {result.title for result in found["Networks"]} == {"Kansrijk Opgroeien", "Huis van het Kind"}


@pytest.mark.parametrize(
    ("typed", "first", "address"),
    [
        ("organisatienetwerken", "organisatienetwerk", "/hulp/woorden/#"),
        ("vastgelopen overleg", "Veel overleg, weinig resultaat", "/kennis/principles-and-impasses/"),
        ("wisselaar oostende", "De Wisselaar: Beerse - Oostende", "/praktijk/bronnen/de_wisselaar_beerse_oostende/"),
        ("podcast ontwerpprincipes", "Suzanne Verdonschot over de ontwerpprincipes", "/praktijk/#references"),
        ("oppas buurt", "Oppas in de buurt", "/praktijk/"),
    ],
)
def test_words_ways_to_get_stuck_and_cases_are_found(
    world: World, reader: Member, typed: str, first: str, address: str
) -> None:
    reader.user.language = "nl"
    reader.user.save()

    page = reader.client.get(PAGE, {"q": typed})

    assert page.context["known"][0].title == first
    assert f"/vliermonde{address}" in page.content.decode()


def test_a_partner_is_found_by_the_name_it_had(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        partner = Organisation.objects.get(name="Buurtwerk")
        partner.name = "De Kaai"
        change(partner, actor=coordinator.actor, seen_version=1)

    assert [result.title for result in _groups(coordinator, "buurtwerk")["Partners"]] == ["De Kaai"]


@pytest.mark.parametrize("typed", ["BE0207508932", "BE 0207.508.932", "BTW BE 0207.508.932", "0207508932"])
def test_a_number_is_found_with_what_stands_before_it(world: World, reader: Member, typed: str) -> None:
    assert [result.title for result in _groups(reader, typed)["Partners"]][:1] == ["Partner 0"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("kinderbegeleidr", "Zet je tanden in de job van kinderbegeleider"), ("opas", "Oppas in de buurt")],
)
def test_a_slip_of_the_keyboard_finds_a_case(world: World, reader: Member, typed: str, first: str) -> None:
    reader.user.language = "nl"
    reader.user.save()

    page = reader.client.get(PAGE, {"q": typed})

    assert page.context["guessed"]
    assert page.context["known"][0].title == first


def test_an_own_case_of_another_authority_is_not_found(world: World, stranger: Member) -> None:
    assert not stranger.client.get("/elders/zoeken/", {"q": "oppas buurt"}).context["known"]
