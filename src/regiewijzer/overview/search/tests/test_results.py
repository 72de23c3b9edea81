import pytest
from tests.accounts import Member
from tests.world import World

from regiewijzer.overview.search.queries import Result
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
    pages = reader.client.get(PAGE, {"q": "forms"}).context["pages"]

    assert pages
    assert "form" in without_accents(pages[0].title)


def test_words_that_lead_nowhere_say_so(reader: Member) -> None:
    page = reader.client.get(PAGE, {"q": "xyzzy <b>"}).content.decode()

    assert "Nothing found" in page
    assert "xyzzy &lt;b&gt;" in page


def test_nothing_asked_finds_nothing(world: World, reader: Member) -> None:
    page = reader.client.get(PAGE)

    assert (page.context["groups"], page.context["pages"]) == ([], [])
    assert "What are you looking for?" in page.content.decode()


def test_what_another_authority_has_is_not_found(world: World, stranger: Member) -> None:
    assert stranger.client.get("/elders/zoeken/", {"q": "opgroeien"}).context["groups"] == []
