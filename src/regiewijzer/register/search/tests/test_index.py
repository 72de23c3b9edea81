import pytest
from tests.accounts import Member

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.search.actions import forget, index
from regiewijzer.register.search.models import SearchEntry
from regiewijzer.register.search.queries import nearly, search

NAMES = {
    1: "Gemeente Vliermonde",
    2: "Kinderopvang De Speelvogel",
    3: "Huis van het Kind",
    4: "Buitenschoolse opvang",
    5: "Coöperatie Één",
    6: "CAW Oost",
}


@pytest.fixture
def indexed(vliermonde: Authority) -> Authority:
    for number, name in NAMES.items():
        index(authority=vliermonde.pk, kind="organisation", record=number, title=name)
    return vliermonde


def _found(text: str) -> list[int]:
    return [found.record for found in search(text)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("gemeentelijk", 1),
        ("gemeenten", 1),
        ("opvang", 4),
        ("kind", 3),
        ("kinderopvang", 2),
        ("cooperatie", 5),
        ("COÖPERATIE", 5),
        ("een", 5),
        ("caw", 6),
        ("ca", 6),
        ("speelv", 2),
        ("vliermonde gemeente", 1),
    ],
)
def test_the_record_meant_comes_first(indexed: Authority, typed: str, first: int) -> None:
    assert _found(typed)[0] == first


def test_a_part_of_a_compound_finds_it(indexed: Authority) -> None:
    assert set(_found("opvang")) == {2, 4}


def test_every_word_must_be_there(indexed: Authority) -> None:
    assert _found("opvang vliermonde") == []
    assert _found("opvang buitenschools") == [4]


@pytest.mark.parametrize("typed", ["", "   ", "&|!", "'\\", "xyzzy", "a" * 3000, "\0"])
def test_what_says_nothing_finds_nothing(indexed: Authority, typed: str) -> None:
    assert _found(typed) == []


def test_a_kbo_number_is_found_as_people_write_it(indexed: Authority) -> None:
    index(authority=indexed.pk, kind="organisation", record=7, title="Stad", text="0207508932 Elders")

    assert _found("0207.508.932") == _found("0207508932") == [7]


def test_two_years_beside_each_other_are_also_two_words(indexed: Authority) -> None:
    index(authority=indexed.pk, kind="network", record=7, title="Plan 2026", text="vervolg op 2025")

    assert _found("2025 2026") == [7]


def test_a_word_in_the_name_weighs_more_than_one_in_the_text(indexed: Authority) -> None:
    index(authority=indexed.pk, kind="network", record=8, title="Zorgoverleg", text="gemeente gemeente")

    assert _found("gemeente") == [1, 8]


def test_what_is_in_the_archive_comes_last(indexed: Authority) -> None:
    index(authority=indexed.pk, kind="organisation", record=4, title="Buitenschoolse opvang", archived=True)

    assert _found("opvang") == [2, 4]


def test_a_record_has_one_entry_that_follows_it(indexed: Authority) -> None:
    index(authority=indexed.pk, kind="organisation", record=1, title="Stad Vliermonde")

    assert _found("gemeente") == []
    assert _found("stad") == [1]
    forget(kind="organisation", record=1)
    assert _found("stad") == []


def test_records_of_another_authority_are_never_found(indexed: Authority, stranger: Member) -> None:
    with inside(stranger.position.authority_id):
        index(authority=stranger.position.authority_id, kind="organisation", record=1, title="Gemeente Elders")
        assert [found.title for found in search("gemeente")] == ["Gemeente Elders"]

    assert [found.title for found in search("gemeente")] == ["Gemeente Vliermonde"]


def test_a_very_long_word_and_a_very_long_text_are_indexed(indexed: Authority) -> None:
    index(authority=indexed.pk, kind="network", record=9, title="Lang", text="x" * 4000 + " woordje " * 9000)

    assert _found("woordje") == [9]
    assert len(SearchEntry.objects.get(record=9).title) == 4


def test_only_the_kinds_asked_for_are_found(indexed: Authority) -> None:
    index(authority=indexed.pk, kind="network", record=3, title="Kinderarmoede")

    assert [found.kind for found in search("kind", kinds=frozenset({"network"}))] == ["network"]


@pytest.mark.parametrize(("typed", "first"), [("kinderopvng", 2), ("gemeetne", 1), ("spelvogel", 2), ("copperatie", 5)])
def test_a_slip_is_near_to_what_was_meant(indexed: Authority, typed: str, first: int) -> None:
    assert [found.record for found in nearly(typed)][:1] == [first]


@pytest.mark.parametrize("typed", ["xyzzyq", "", "ca", "brandweer"])
def test_what_looks_like_nothing_finds_nothing(indexed: Authority, typed: str) -> None:
    assert nearly(typed) == []


@pytest.mark.parametrize(("name", "typed"), [
    ("Łódź vzw", "lodz"), ("Ølåf", "olaf"), ("Đorđe", "dorde"), ("Groß en co", "gross"), ("Жизнь", "жизнь"),
    ("مركز الشباب", "الشباب"), ("Çağrı", "cagri"),
])  # fmt: skip
def test_letters_of_other_scripts_are_found(vliermonde: Authority, name: str, typed: str) -> None:
    index(authority=vliermonde.pk, kind="organisation", record=9, title=name)

    assert _found(typed) == [9]
