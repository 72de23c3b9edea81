from dataclasses import dataclass, field

import pytest
from django.utils.translation import override

from regiewijzer.library import catalogue
from regiewijzer.overview.reports.documents.board_questions import asks_of, heaviest, pressing
from regiewijzer.overview.reports.tests.samples import TODAY

LATE, CROWDED, NO_VOICE, OLD = (
    "effect.two_years_no_result",
    "form.too_many_participants",
    "composition.no_user_voice",
    "register.stale",
)


@dataclass(frozen=True)
class Found:
    rule: str
    name: str
    certainty: str = "fair"
    numbers: dict[str, int | float | str] = field(default_factory=dict)


def found(rule: str, name: str, certainty: str = "fair") -> Found:
    numbers: dict[str, int | float | str] = {"network": name, "subject": name, "months": 31, "count": 14, "limit": 8}
    return Found(rule, name, certainty, numbers)


def names(findings: list[Found]) -> list[str]:
    return [finding.name for finding in findings]


def test_the_weight_of_the_library_decides_what_comes_first() -> None:
    assert catalogue.finding_type(LATE).weight > catalogue.finding_type(OLD).weight

    assert names(heaviest([found(OLD, "old"), found(LATE, "late")])) == ["late", "old"]


def test_another_rule_comes_before_the_same_again() -> None:
    findings = [found(CROWDED, "a"), found(CROWDED, "b"), found(LATE, "c"), found(CROWDED, "d"), found(OLD, "e")]

    assert names(heaviest(findings)) == ["c", "a", "b", "d", "e"]


def test_of_two_alike_the_surest_comes_first() -> None:
    findings = [found(CROWDED, "guess", "limited"), found(CROWDED, "known", "great")]

    assert names(heaviest(findings)) == ["known", "guess"]


@pytest.mark.parametrize(("now", "later", "shown"), [(0, 6, 3), (2, 6, 3), (4, 6, 4), (9, 0, 5), (0, 0, 0), (1, 0, 1)])
def test_it_asks_three_to_five_things(now: int, later: int, shown: int) -> None:
    findings = heaviest([*(found(LATE, f"n{nr}") for nr in range(now)), *(found(OLD, f"o{nr}") for nr in range(later))])

    with override("en"):
        asks = asks_of(findings, TODAY, most=5)

    assert pressing(findings) == now
    assert len(asks.items) == shown
    assert asks.note == ("" if shown == now + later else f"{shown} of {now + later} shown: the heaviest first.")


def test_a_question_says_what_was_found_what_we_propose_and_how_sure_we_are() -> None:
    with override("en"):
        ask = asks_of([found(CROWDED, "Kansrijk")], TODAY, most=5).items[0]

    assert ("14 partners", True) in ask.said.parts
    assert ask.asks.parts[0] == ("We propose:", True)
    assert ask.about == "First · Form · Provan and Kenis, 2008 · certainty: fair · to look at again on 24 May 2027"


def test_a_name_without_end_is_cut() -> None:
    with override("en"):
        ask = asks_of([found(CROWDED, "x" * 5000)], TODAY, most=5).items[0]

    assert len(ask.said.plain) < 300
