import pytest

from regiewijzer.science.scoring.coverage import Coverage, coverage, covered


@pytest.mark.parametrize(
    ("people", "stands"), [(0, Coverage.GAP), (1, Coverage.FRAGILE), (2, Coverage.COVERED), (7, Coverage.COVERED)]
)
def test_one_strong_person_is_fragile_and_two_cover_a_role(people, stands):
    assert coverage(people) is stands


def test_each_role_is_judged_by_itself():
    people = [frozenset({"operator"}), frozenset({"operator", "champion"}), frozenset()]

    assert covered(("operator", "champion", "thinker"), people) == {
        "operator": Coverage.COVERED,
        "champion": Coverage.FRAGILE,
        "thinker": Coverage.GAP,
    }
