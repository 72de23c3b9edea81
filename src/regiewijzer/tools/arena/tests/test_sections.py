"""What an arena says first is one sentence with one capital."""

import pytest
from django.utils import translation

from regiewijzer.tools.arena.sections import InShort, said_first


@pytest.mark.parametrize(
    ("language", "absent", "idle", "said"),
    [
        ("en", 1, 2, "One core partner is not at the table, two partners are not needed now"),
        ("en", 2, 1, "Two core partners are not at the table, one partner is not needed now"),
        ("en", 0, 2, "Two partners are not needed now"),
        ("nl", 1, 2, "Eén kernpartner zit niet aan tafel, twee partners zijn nu niet nodig"),
        ("nl", 3, 1, "Drie kernpartners zitten niet aan tafel, één partner is nu niet nodig"),
        ("nl", 0, 1, "Eén partner is nu niet nodig"),
    ],
)
def test_one_capital(language: str, absent: int, idle: int, said: str) -> None:
    found = InShort(absent=("CLB",) * absent, divided=(), idle=("CAW",) * idle, short=(), placed=True)

    with translation.override(language):
        assert said_first(found) == said
