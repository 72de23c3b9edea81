"""The sheet Opgaven: what has to be reached, for whom, where."""

from regiewijzer.register.challenges.models import Challenge, Status
from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Day, Prose
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.columns import (
    ARCHIVED,
    AS_OF,
    NAME,
    TARGET_GROUPS,
    TERRITORY,
    TEXTS,
    THEMES,
    not_in_future,
)
from regiewijzer.register.exchange.tables.records import RecordTable

CHALLENGES = described(
    Sheet(
        code="challenges",
        columns=(
            NAME,
            Column("result", Prose(2000)),
            THEMES,
            TARGET_GROUPS,
            TERRITORY,
            Column("owner", Prose(150)),
            Column("due", Day()),
            Column("status", OneOf("challenge_statuses"), default=Status.OPEN.value),
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
    fields = ("name", "result", "themes", "target_groups", "territory", "owner", "due", "status", "as_of")
