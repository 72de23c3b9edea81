import pytest

from regiewijzer.register.search.wording import asked, parts, stem, tokens, words
from regiewijzer.science.names import without_accents


@pytest.mark.parametrize(
    ("typed", "found"),
    [("Één", "een"), ("Geïntegreerd", "geintegreerd"), ("DÉJÀ", "deja"), ("coöperatie", "cooperatie")],
)
def test_accents_and_capitals_make_no_difference(typed: str, found: str) -> None:
    assert without_accents(typed) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gemeente", "gemeenten"),
        ("gemeentelijk", "gemeente"),
        ("netwerken", "netwerk"),
        ("scholen", "schole"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("written", ["0207.508.932", "0207 508 932", "0207508932", "KBO 0207.508.932."])
def test_a_number_is_one_word_however_it_is_written(written: str) -> None:
    assert "0207508932" in words(written)


def test_a_word_part_needs_four_letters() -> None:
    assert parts("zorg") == ["zor", "org"]
    assert parts("cpa") == []


def test_signs_are_no_words() -> None:
    assert words("'; drop table -- & | ! <-> :*") == ["drop", "table"]
    assert tokens("…") == set()


def test_a_number_is_asked_for_as_one_word_or_as_its_parts() -> None:
    assert asked("Stad 0207.508.932") == [(["stad"],), (["0207508932"], ["0207", "508", "932"])]
    assert asked("twee 2026") == [(["twee"],), (["2026"],)]


def test_of_a_very_long_word_the_beginning_counts() -> None:
    assert words("x" * 3000) == ["x" * 80]
