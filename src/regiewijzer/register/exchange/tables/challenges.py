"""The sheet Opgaven: what has to be reached, for whom, where."""

from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.exchange.sheets.sheet import Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.columns import (
    ARCHIVED,
    AS_OF,
    TARGET_GROUPS,
    TEXTS,
    THEMES,
    columns_of,
    not_in_future,
)
from regiewijzer.register.exchange.tables.records import RecordTable

CHALLENGES = described(
    Sheet(
        code="challenges",
        columns=columns_of(
            Challenge,
            "name",
            "result",
            THEMES,
            TARGET_GROUPS,
            "territory",
            "owner",
            "due",
            "status",
            AS_OF,
            ARCHIVED,
        ),
        key=("name",),
        checks=(not_in_future("as_of"),),
    ),
    TEXTS / "challenges.yaml",
)


class ChallengeTable(RecordTable):
    """Challenges, in and out of a workbook."""

    sheet = CHALLENGES
    model = Challenge
