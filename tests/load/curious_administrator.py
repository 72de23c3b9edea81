"""The curious administrator at full size: 400 surveys of twelve, at most 1.25 right links each where chance gives 1.

python -m pytest tests/load/curious_administrator.py -s
"""

import pytest

from regiewijzer.foundation.authorities.models import Authority
from tests.anonymity.attacks import links

SURVEYS = 400
NO_MORE_THAN = 1.25


@pytest.mark.django_db(transaction=True)
def test_eight_attacks_find_no_more_than_chance(transactional_db: None, capsys: pytest.CaptureFixture[str]) -> None:
    town = Authority.objects.create(slug="vliermonde", name="Vliermonde")

    found = links(town, SURVEYS)

    with capsys.disabled():
        print("".join(f"\n{name}: {mean:.3f}" for name, mean in found.items()))
    assert max(found.values()) <= NO_MORE_THAN
