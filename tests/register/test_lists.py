"""Lists: sorted, filtered, searched and paged from their address, by names the list itself gives."""

from typing import Any

import pytest
from django.urls import reverse

from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.kept import PAGES
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.records.actions import make_findable
from regiewijzer.ui.listing import ShownList
from tests.accounts import Member
from tests.world import World

LISTS = ("challenges", "instruments", "networks", "organisations", "persons", "decisions", "meetings", "actions")
HTMX = {"HX-Request": "true"}


def _list(member: Member, name: str, query: str = "", **headers: str) -> ShownList:
    PAGES.clear()  # a page that is kept has no context to look into
    answer = member.client.get(reverse(name, args=["vliermonde"]) + query, headers=headers)
    assert answer.status_code == 200, answer.content.decode()
    shown: ShownList = answer.context["list"]
    return shown


def _keys(shown: ShownList) -> list[int]:
    return [row.pk for row in shown.page]


@pytest.mark.parametrize("name", LISTS)
def test_every_column_that_sorts_sorts_both_ways(name: str, world: World, reader: Member) -> None:
    columns = [column for column in _list(reader, name).columns if column.url]

    for column in columns:
        first = _list(reader, name, column.url)
        current = next(each for each in first.columns if each.label == column.label)
        second = _list(reader, name, current.url)
        turned = next(each for each in second.columns if each.label == column.label)

        assert {current.direction, turned.direction} == {"ascending", "descending"}
        assert sorted(_keys(first)) == sorted(_keys(second))
        assert [each.direction for each in second.columns if each.label != column.label and each.direction] == []
    assert len(columns) >= 4


def test_names_stand_in_order_and_turned_around(world: World, reader: Member) -> None:
    up, down = _list(reader, "organisations", "?sort=name"), _list(reader, "organisations", "?sort=-name")

    names = [row.name for row in up.page]
    assert names == sorted(names)
    assert [row.name for row in down.page] == names[::-1]


def test_numbers_begin_with_the_most(world: World, reader: Member) -> None:
    column = next(each for each in _list(reader, "organisations").columns if each.numeric)

    counts = [row.network_count for row in _list(reader, "organisations", column.url).page]

    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


@pytest.mark.parametrize(
    "sort", ["nonsense", "-nonsense", "authority__slug", "password", "pk;drop", "--name", "domains"]
)
@pytest.mark.parametrize("name", LISTS)
def test_a_sorting_the_list_does_not_know_is_ignored(name: str, sort: str, world: World, reader: Member) -> None:
    assert _keys(_list(reader, name, f"?sort={sort}")) == _keys(_list(reader, name))


@pytest.mark.parametrize("name", LISTS)
def test_every_filter_narrows_and_says_so(name: str, world: World, reader: Member) -> None:
    everything = set(_keys(_list(reader, name)))
    filters = _list(reader, name).filters

    for choice in filters:
        for value, _label, standard in choice.options:
            shown = _list(reader, name, f"?{choice.key}={value}")

            assert [key for key, _words, chosen in _filter(shown, choice.key).options if chosen] == [value]
            assert shown.narrowed is not standard
            assert choice.key == "archive" or set(_keys(shown)) <= everything
    assert [choice.key for choice in filters][-1] == "archive"


def _filter(shown: ShownList, key: str) -> Any:
    return next(each for each in shown.filters if each.key == key)


@pytest.mark.parametrize("value", ["nonsense", "1 or 1=1", "", "²"])
@pytest.mark.parametrize("name", LISTS)
def test_a_choice_the_filter_does_not_offer_is_ignored(name: str, value: str, world: World, reader: Member) -> None:
    standard = _list(reader, name)

    for choice in standard.filters:
        assert _keys(_list(reader, name, f"?{choice.key}={value}")) == _keys(standard)


def test_filters_hold_together(world: World, reader: Member) -> None:
    assert _keys(_list(reader, "instruments", f"?challenge={world.key('challenge')}")) == [world.key("instrument")]
    assert _keys(_list(reader, "instruments", f"?challenge={world.key('challenge')}&origin=flanders")) == []
    assert len(_keys(_list(reader, "networks", "?form=self_regulating&theme=children_families"))) == 2
    assert _keys(_list(reader, "decisions", "?state=review&answer=act")) == [world.key("decision")]
    assert _keys(_list(reader, "organisations", "?domain=housing")) == []


@pytest.mark.parametrize(
    ("name", "words", "found"),
    [
        ("networks", "opgroeien", 1),
        ("networks", "Huis van het Kind", 1),
        ("networks", "premie", 0),
        ("organisations", "partner", 11),
        ("organisations", "0207.508.932", 1),
        ("persons", "wouters", 1),
        ("instruments", "conven", 1),
        ("challenges", "armoede", 1),
    ],
)
def test_words_search_within_the_list(name: str, words: str, found: int, world: World, reader: Member) -> None:
    with inside(world.authority.pk):
        for record in _list(reader, name).page:
            make_findable(record)

    assert _list(reader, name, f"?q={words}").total == found


@pytest.mark.parametrize("name", LISTS)
def test_htmx_gets_the_rows_and_nothing_else(name: str, world: World, reader: Member) -> None:
    address = reverse(name, args=["vliermonde"])

    whole = reader.client.get(address).content.decode()
    rows = reader.client.get(address, headers=HTMX).content.decode()

    assert "<html" in whole
    assert rows.strip() in whole
    assert "<html" not in rows
    assert "<form" not in rows
    assert "<tr>" in rows


def test_a_long_list_comes_in_pages_that_lose_nobody(world: World, reader: Member) -> None:
    with inside(world.authority.pk):
        Challenge.objects.bulk_create(
            Challenge(authority=world.authority, name=f"Opgave {number // 2}") for number in range(120)
        )

    pages = [_list(reader, "challenges", f"?page={number}") for number in (1, 2, 3)]

    keys = [key for page in pages for key in _keys(page)]
    assert [len(_keys(page)) for page in pages] == [50, 50, 21]
    assert len(set(keys)) == 121
    assert [label for label, _url in pages[1].pages] == [1, 2, 3]
    assert pages[1].pages[2][1] == "?page=3"


@pytest.mark.parametrize(("page", "shown"), [("0", 3), ("-1", 3), ("99", 3), ("x", 1), ("²", 1)])
def test_a_page_that_is_not_there_gives_one_that_is(page: str, shown: int, world: World, reader: Member) -> None:
    with inside(world.authority.pk):
        Challenge.objects.bulk_create(
            Challenge(authority=world.authority, name=f"Opgave {number}") for number in range(120)
        )

    assert _list(reader, "challenges", f"?page={page}").page.number == shown


def test_another_sorting_starts_at_the_first_page_and_keeps_the_filters(world: World, reader: Member) -> None:
    shown = _list(reader, "networks", "?origin=own&q=kind&page=1")

    assert next(column.url for column in shown.columns if column.url).count("origin=own&q=kind") == 1
    assert not any("page=" in column.url for column in shown.columns)


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_says_how_to_begin(name: str, reader: Member) -> None:
    page = reader.client.get(reverse(name, args=["vliermonde"])).content.decode()

    assert 'class="empty"' in page
    assert "filters" not in page


def test_a_list_narrowed_to_nothing_keeps_its_filters(world: World, reader: Member) -> None:
    page = reader.client.get(reverse("networks", args=["vliermonde"]) + "?q=xyzzy").content.decode()

    assert "Nothing fits this search" in page
    assert 'value="xyzzy"' in page


def test_filters_beyond_the_first_stand_behind_a_fold_that_opens_when_one_is_set(world: World, reader: Member) -> None:
    page = reader.client.get("/vliermonde/netwerken/")
    narrowed = reader.client.get("/vliermonde/netwerken/", {"archive": "archived"})

    shown = page.context["list"]
    assert [*shown.first_filters, *shown.further_filters] == shown.filters
    assert len(shown.first_filters) < 5
    assert [each.context["list"].further_narrows for each in (page, narrowed)] == [False, True]
    assert '<details class="filters__further">' in page.content.decode()
    assert '<details class="filters__further" open>' in narrowed.content.decode()
