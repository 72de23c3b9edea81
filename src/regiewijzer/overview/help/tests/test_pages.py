import pytest
from django.utils.translation import override
from tests.accounts import Member

from regiewijzer.library import catalogue
from regiewijzer.library.pages import PageKind

KNOWLEDGE, HELP = "/vliermonde/kennis/", "/vliermonde/hulp/"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_of_the_library_opens_with_its_sources(guest: Member, language: str) -> None:
    guest.user.language = language
    guest.user.save()

    with override(language):
        pages = catalogue.knowledge_pages()
    for page in pages:
        shown = guest.client.get(f"{HELP if page.kind is PageKind.HELP else KNOWLEDGE}{page.key}/")

        assert shown.status_code == 200
        assert shown.context["page"].title == page.title
        assert len(shown.context["sources"]) == len(page.sources)


@pytest.mark.parametrize("page", [f"{KNOWLEDGE}bestaat-niet/", f"{HELP}bestaat-niet/"])
def test_a_page_that_is_not_there_is_404(reader: Member, page: str) -> None:
    assert reader.client.get(page).status_code == 404


def test_knowledge_is_narrowed_by_theme(reader: Member) -> None:
    everything = reader.client.get(KNOWLEDGE).context
    theme = everything["themes"][0].key

    narrowed = reader.client.get(KNOWLEDGE, {"theme": theme}).context

    assert narrowed["pages"] or narrowed["cases"]
    assert len(narrowed["pages"]) < len(everything["pages"])
    assert all(theme in page.themes for page in narrowed["pages"])


def test_a_theme_nobody_wrote_about_says_so(reader: Member) -> None:
    page = reader.client.get(KNOWLEDGE, {"theme": "alchemie"})

    assert page.context["pages"] == []
    assert "No pages on this theme yet." in page.content.decode()


def test_words_and_sources_stand_in_order(reader: Member) -> None:
    terms = [term.term.in_language("en").lower() for term in reader.client.get(f"{HELP}woorden/").context["terms"]]
    sources = reader.client.get(f"{HELP}bronnen/").context["sources"]

    assert terms == sorted(terms)
    assert len(terms) > 50
    assert len(sources) == len(catalogue.sources())


def test_every_stop_of_the_navigation_leads_somewhere(administrator: Member, guest: Member) -> None:
    for member in (administrator, guest):
        page = member.client.get(HELP)
        links = page.context["navigation"].links

        assert links
        assert [member.client.get(link.url).status_code for link in links] == [200] * len(links)
        assert [str(link.label) for link in links if link.current] in ([], ["Help and sources"])
        assert len({link.url for link in links}) == len(links)


def test_a_guest_is_led_to_its_own_networks(guest: Member) -> None:
    page = guest.client.get(HELP)

    assert [str(link.label) for link in page.context["navigation"].links] == ["This week", "My networks"]
