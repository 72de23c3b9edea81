"""The release auditor at full size: 10,000 surveys, no group under five. Takes a few minutes.

python -m pytest tests/load/release_auditor.py
"""

from tests.anonymity.auditor import small_groups, surveys

SURVEYS = 10_000


def test_no_group_under_five_can_be_derived_from_ten_thousand_surveys() -> None:
    leaking = [case for case in surveys(seed=20261123, how_many=SURVEYS) if small_groups(case)]

    assert leaking == []
