import pytest
from django.utils.translation import override

from regiewijzer.library.finding_text import FindingText
from regiewijzer.overview.reports.documents.board_questions import asks_of, pressing
from regiewijzer.overview.reports.tests.samples import TODAY
from regiewijzer.science.finding import Certainty

LATE, CROWDED, OLD = "effect.two_years_no_result", "form.too_many_participants", "register.stale"


def found(rule: str, name: str) -> FindingText:
    numbers = {"network": name, "subject": name, "months": 31, "count": 14, "limit": 8}
    return FindingText(rule, numbers, Certainty.FAIR)


@pytest.mark.parametrize(("now", "later", "shown"), [(0, 6, 3), (2, 6, 3), (4, 6, 4), (9, 0, 5), (0, 0, 0), (1, 0, 1)])
def test_it_asks_three_to_five_things(now: int, later: int, shown: int) -> None:
    findings = [*(found(LATE, f"n{nr}") for nr in range(now)), *(found(OLD, f"o{nr}") for nr in range(later))]

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
