"""Spellings of one name, and names that only look alike."""

import pytest

from regiewijzer.science.names import composed, namesakes, same_name, tidied, without_accents


@pytest.mark.parametrize(
    "other",
    [
        "Kinderopvang 't Nestje",
        "Kinderopvang ´t Nestje",
        "Kinderopvang `t Nestje",
        "Kinderopvang\u00a0’t\u202fNestje",
        "kinderopvang  ’T nestje ",
        "Kinder\u00adopvang ’t Nest\u200bje",
        "\ufeffKinderopvang ’t Nestje",
        "KINDEROPVANG ’ t NESTJE",
    ],
)
def test_a_keyboard_and_a_copy_do_not_change_a_name(other: str) -> None:
    assert same_name("Kinderopvang ’t Nestje", other)


@pytest.mark.parametrize(("one", "other"), [
    ("Café Zoé", "Cafe\u0301 Zoe\u0301"),
    ("Sint-Rochus", "Sint\u2011Rochus"),
    ("Sint-Rochus", "Sint – Rochus"),
    ("Straße", "STRASSE"),
    ("De “Zon”", 'De "Zon"'),
    ("ﬁets", "fiets"),
])  # fmt: skip
def test_one_letter_in_another_form_is_that_letter(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(("one", "other"), [
    ("De Ster", "De Sterre"),
    ("St.-Rochus", "Sint-Rochus"),
    ("Zoë", "Zoe"),
    ("De Zon", "De Zon vzw"),
    ("Jeugd-werk", "Jeugdwerk"),
])  # fmt: skip
def test_another_letter_is_another_name_until_somebody_says_so(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_a_name_is_kept_composed_on_one_line_without_what_nobody_sees() -> None:
    assert tidied(" Cafe\u0301\u00a0 Zoé\u200b\n ") == "Café Zoé"
    assert composed("Cafe\u0301\nZoé ") == "Café\nZoé "


def test_namesakes_come_in_their_order() -> None:
    assert namesakes("de zon", ["De Zon", "De Maan", "DE ZON"]) == ["De Zon", "DE ZON"]


def test_somebody_who_searches_types_no_strokes_and_no_accents() -> None:
    assert without_accents("Łódź, Ærø, Straße, Één") == "lodz, aero, strasse, een"
