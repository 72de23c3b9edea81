"""Nothing that is released gives a small group away; and the auditor sees it when something does."""

import pytest

from regiewijzer.science import release
from regiewijzer.science.release import disclosed
from tests.anonymity.auditor import SCHEME, Case, small_groups, surveys, thresholds_only

SURVEYS = 300


def test_no_group_under_five_can_be_derived() -> None:
    audited = list(surveys(seed=1, how_many=SURVEYS))

    assert [group for case in audited for group in small_groups(case)] == []
    assert (
        sum(bool(case.disclosed and case.disclosed.cells) for case in audited) > SURVEYS / 10
    )  # there was something to hide


def test_the_auditor_catches_a_threshold_without_complementary_suppression(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "shown_cells", thresholds_only)

    leaking = [case for case in surveys(seed=1, how_many=SURVEYS) if small_groups(case)]

    assert len(leaking) > SURVEYS / 4


def test_the_auditor_catches_a_score_over_people_who_skipped_different_questions() -> None:
    """Twelve people, one of whom skipped a question: the mean over people less that over questions is that person."""
    answers = [{item.id: 3 + (place + int(item.id[-1] == "1")) % 3 for item in SCHEME.items} for place in range(12)]
    del answers[0]["trust.0"]
    forms = tuple(release.Response(each) for each in answers)
    case = Case(forms, (), disclosed(SCHEME, forms, ()))

    assert small_groups(case, by_question=False) == [(0,)]
    assert small_groups(case) == []
