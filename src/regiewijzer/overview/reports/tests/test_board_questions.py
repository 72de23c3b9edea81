import pytest
from django.utils.translation import override

from regiewijzer.library.finding_text import FindingText
from regiewijzer.overview.reports.documents.board_questions import asks_of, by_label, matters_of
from regiewijzer.overview.reports.documents.report_model import BoardQuestions
from regiewijzer.overview.reports.tests.samples import TODAY
from regiewijzer.science.finding import Certainty

LATE, CROWDED, OLD = "effect.two_years_no_result", "form.too_many_participants", "register.stale"


def found(rule: str, name: str, weight: int | None = None) -> FindingText:
    numbers = {"network": name, "subject": name, "months": 31, "count": 14, "limit": 8}
    return FindingText(rule, numbers, Certainty.FAIR, given_weight=weight, belongs_to=name)


def asked(findings: list[FindingText], most: int = 5, *, board: bool = True) -> BoardQuestions:
    with override("en"):
        return asks_of(findings, TODAY, most=most, nothing="Nothing was looked at.", board=board)


@pytest.mark.parametrize(("now", "later", "shown"), [(2, 6, 2), (4, 6, 4), (9, 0, 5), (1, 0, 1), (0, 6, 3), (0, 1, 1)])
def test_it_asks_what_comes_first_or_else_shows_what_the_service_decides(now: int, later: int, shown: int) -> None:
    findings = [*(found(LATE, f"n{nr}") for nr in range(now)), *(found(OLD, f"o{nr}") for nr in range(later))]

    asks = asked(findings)

    assert len(matters_of(findings).now) == now
    assert len(asks.items) == shown
    assert asks.heading == ("What we ask" if now else "What the service decides itself")


def test_it_never_says_that_nothing_is_asked_and_then_asks() -> None:
    nothing = asked([])

    assert (nothing.heading, nothing.items, nothing.empty.plain) == ("What we ask", (), "Nothing was looked at.")


def test_those_that_are_not_shown_are_named_or_counted_by_subject() -> None:
    nine = [found(LATE, f"Network {nr}") for nr in range(9)]
    many = [*(found(LATE, f"Network {nr}") for nr in range(8)), *(found(CROWDED, f"n{nr}") for nr in range(8))]

    assert asked(nine).note == (
        "Not shown here: Network 5 (result); Network 6 (result); Network 7 (result); Network 8 (result)."
    )
    assert asked(many).note == "Not shown here: form (8), result (3)."
    with override("en"):
        assert by_label(many) == "result (8), form (8)"


def test_a_question_says_what_was_found_what_we_propose_and_how_sure_we_are() -> None:
    with override("en"):
        ask = asked([found(CROWDED, "Kansrijk")]).items[0]

    assert ("14 partners", True) in ask.said.parts
    assert ask.asks.parts[0] == ("A possibility:", True)
    assert ask.about == (
        "First · Form · Provan and Kenis, 2008 · rule: our proposal · certainty: fair · to look at again on 24 May 2027"
    )


def test_a_name_without_end_is_cut() -> None:
    with override("en"):
        ask = asked([found(CROWDED, "x" * 5000)]).items[0]

    assert len(ask.said.plain) < 300


def test_a_subject_with_four_findings_is_asked_once_with_the_one_to_decide_first() -> None:
    findings = [
        found("goal.low", "Balance", 4), found("overlap.member_load", "Balance", 2), found(LATE, "Balance", 5),
        found(LATE, "Other", 5), found(CROWDED, "Balance", 4),
    ]  # fmt: skip

    with override("en"):
        asks = asked(findings)
        about = asks.items[0].about

    assert ["Balance" in item.said.plain for item in asks.items] == [True, False]
    assert "months" in asks.items[0].said.plain
    assert about.endswith("What hangs on it: one finding; two findings apart")


def test_a_look_at_files_asks_no_board_and_proposes_no_day() -> None:
    first, other = asked([found(LATE, "n")], board=False), asked([found(OLD, "o")], board=False)

    assert (first.heading, other.heading) == ("What comes first", "What stands out")
    assert "look at again" not in first.items[0].about
