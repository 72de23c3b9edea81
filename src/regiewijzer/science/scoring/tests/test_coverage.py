import pytest

from regiewijzer.science.scoring.coverage import Coverage, coverage


@pytest.mark.parametrize(
    ("people", "stands"), [(0, Coverage.THIN), (1, Coverage.THIN), (2, Coverage.COVERED), (7, Coverage.COVERED)]
)
def test_two_people_cover_a_role_and_one_is_told_as_nobody(people: int, stands: Coverage) -> None:
    assert coverage(people) is stands
