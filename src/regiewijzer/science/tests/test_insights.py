from datetime import date

import pytest

from regiewijzer.science.facts import Insight, InsightKind, Proof
from regiewijzer.science.insights import Found, Trace, is_code, is_national_number, last_seen, traces

NAMES = ("Els Wouters", "Samira El Amrani", "Jo De Wit")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ze is 85.07.30-033.28.", Found(Trace.NATIONAL_NUMBER, "85.07.30-033.28", 1)),
        ("Eerst.\nDan 00021504731 erbij", Found(Trace.NATIONAL_NUMBER, "00021504731", 2)),
        ("schrijf naar els@example.org", Found(Trace.EMAIL, "els@example.org", 1)),
        ("bel 0470 12 34 56", Found(Trace.PHONE, "0470 12 34 56", 1)),
        ("bel +32 (0)9 123 45 67", Found(Trace.PHONE, "+32 (0)9 123 45 67", 1)),
        ("bel 053/12.34.56", Found(Trace.PHONE, "053/12.34.56", 1)),
        ("toen zei els wouters dat", Found(Trace.FULL_NAME, "els wouters", 1)),
        ("van Wouters, Els gehoord", Found(Trace.FULL_NAME, "Wouters, Els", 1)),
        ("bij Samira El Amrani thuis", Found(Trace.FULL_NAME, "Samira El Amrani", 1)),
        ("Els hielp ons", Found(Trace.FIRST_NAME, "Els", 1)),
        ("Éls hielp ons", Found(Trace.FIRST_NAME, "Éls", 1)),
    ],
)
def test_what_gives_somebody_away_is_found_with_its_line(text: str, found: Found) -> None:
    assert traces(text, NAMES) == (found,)


@pytest.mark.parametrize(
    "text",
    [
        "Ik wachtte 7 weken op drie diensten, van 03/12/2026 tot 15/01/2027.",
        "Het kostte 1.250,00 euro, rekening BE68 5390 0754 7034.",
        "85.07.30-033.29",  # its check digits are wrong
        "de priem ligt elders",  # els in a word, and jo too short to be told from one
        "jo, dat ging",
        "",
    ],
)
def test_what_names_nobody_is_let_through(text: str) -> None:
    assert traces(text, NAMES) == ()


def test_a_full_name_is_told_once_and_not_as_a_first_name_too() -> None:
    found = traces("Els Wouters belde Els", NAMES)

    assert [each.trace for each in found] == [Trace.FULL_NAME, Trace.FIRST_NAME]


def test_check_digits_of_both_centuries() -> None:
    assert is_national_number("85.07.30-033.28")
    assert is_national_number("00.02.15-047.31")
    assert not is_national_number("00.02.15-047.32")
    assert not is_national_number("12345")


@pytest.mark.parametrize(
    ("text", "code"),
    [("R2", True), ("ouder 3", True), ("jonge ouder 12", True), ("Fatima", False), ("Els Wouters", False), ("", False)],
)
def test_a_code_has_a_number(text: str, code: bool) -> None:
    assert is_code(text) is code


def test_what_somebody_assumes_of_users_is_not_seen() -> None:
    assumed = Insight(InsightKind.PERSONA, date(2026, 3, 1), Proof.ASSUMED)
    seen = Insight(InsightKind.INTERVIEW, date(2026, 1, 1), Proof.SEEN)

    assert last_seen([assumed]) is None
    assert last_seen([assumed, seen]) == date(2026, 1, 1)
