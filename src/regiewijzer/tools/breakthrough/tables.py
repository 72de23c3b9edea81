"""Where networks are stuck, and what they try, in and out of a workbook."""

from pathlib import Path
from typing import Any

from regiewijzer.register.exchange.sheets.choices import OneOf, SomeOf
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.base import ImportContext
from regiewijzer.register.exchange.tables.columns import columns_of, not_in_future
from regiewijzer.register.meetings.models import Action
from regiewijzer.tools.breakthrough.models import Stuck, Try

TEXTS = Path(__file__).with_suffix(".yaml")

STUCK = described(
    Sheet(
        code="stuck",
        columns=columns_of(Stuck, "network", "noted_on", Column("impasses", SomeOf("impasses")), "words"),
        key=("network", "noted_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("noted_on"),),
    ),
    TEXTS,
)
TRIES = described(
    Sheet(
        code="tries",
        columns=columns_of(
            Try,
            "network",
            "chosen_on",
            Column("principle", OneOf("principles"), required=True),
            "what",
            "organisation",
            "others",
            "until",
            "seen_by",
            "effect",
            Column("helped", OneOf("try_effects")),
            "told_on",
        ),
        key=("network", "chosen_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("chosen_on"),),
    ),
    TEXTS,
)


class StuckTable(AppendOnlyTable):
    """Where networks are stuck, look by look."""

    sheet = STUCK
    model = Stuck
    signed_by = "made_by"
    told_as = "stuck"


class TryTable(AppendOnlyTable):
    """What networks try. The action of a try is the one with its name in its network."""

    sheet = TRIES
    model = Try
    signed_by = "made_by"
    told_as = "try"

    def made(self, values: Any, context: ImportContext) -> Any:
        made = super().made(values, context)
        made.action = Action.objects.filter(network=made.network_id, name=made.what).order_by("pk").last()
        return made


TABLES = (StuckTable(), TryTable())
