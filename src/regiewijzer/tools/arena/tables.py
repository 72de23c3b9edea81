"""Arenas in and out of a workbook: each with its partners, and with what is needed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from regiewijzer.register.exchange.sheets.choices import OneOf, Tags
from regiewijzer.register.exchange.sheets.kinds import Moment, Value
from regiewijzer.register.exchange.sheets.rows import Row
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.base import ImportContext, linked
from regiewijzer.register.exchange.tables.columns import TO_NETWORK, TO_PERSON, columns_of, not_in_future
from regiewijzer.tools.arena.models import LONGEST_CONTRIBUTION, Arena, Need, Placed

TEXTS = Path(__file__).with_suffix(".yaml")
MOST_CONTRIBUTIONS = 30
MADE = Column("created_at", Moment(), required=True)

ARENAS = described(
    Sheet(
        code="arenas",
        columns=columns_of(
            Arena, "network", MADE, "phase", "made_on", Column("source", OneOf("arena_sources")), "answers"
        ),
        key=("network", "created_at"),
        grows=True,
        offered=False,
        checks=(not_in_future("made_on"),),
    ),
    TEXTS,
)
PLACED = described(
    Sheet(
        code="arena_partners",
        columns=columns_of(
            Placed,
            Column("network", TO_NETWORK, required=True),
            MADE,
            "organisation",
            Column("person", TO_PERSON),
            Column("contributions", Tags(MOST_CONTRIBUTIONS, LONGEST_CONTRIBUTION)),
            "importance",
            "replaceability",
            Column("place", OneOf("arena_ranks")),
            "reason",
            "divided",
            but=("arena",),
        ),
        key=("network", "created_at"),
        grows=True,
        offered=False,
    ),
    TEXTS,
)
NEEDS = described(
    Sheet(
        code="arena_needs",
        columns=columns_of(
            Need, Column("network", TO_NETWORK, required=True), MADE, "contribution", "holders", but=("arena",)
        ),
        key=("network", "created_at"),
        grows=True,
        offered=False,
    ),
    TEXTS,
)


class ArenaTable(AppendOnlyTable):
    """Arenas, each known by its network and the moment it was made."""

    sheet = ARENAS
    model = Arena
    signed_by = "made_by"
    told_as = "arena"
    order = ("created_at",)

    def values(self, row: Any) -> dict[str, Value]:
        return {**super().values(row), "created_at": Moment().of_field(row.created_at)}

    def save_more(self, new: Sequence[Row], context: ImportContext) -> None:
        self.keep_moments(new, context, "created_at")


class OfArenaTable(AppendOnlyTable):
    """What stands in an arena: its network and moment say in which."""

    order = ("arena__created_at", "arena")

    def rows(self) -> Any:
        every: Any = self.model._default_manager
        return every.select_related("arena")

    def values(self, row: Any) -> dict[str, Value]:
        whose = {
            "network": linked("networks", row.arena.network_id),
            "created_at": Moment().of_field(row.arena.created_at),
        }
        return {**super().values(row), **whose}

    def made(self, values: Any, context: ImportContext) -> Any:
        made = super().made(values, context)
        moment = Moment().for_field(values["created_at"])
        arenas = Arena.objects.filter(network=context.pk(values["network"]), created_at__gte=moment)
        made.arena = arenas.order_by("created_at").first()
        return made


class PlacedTable(OfArenaTable):
    """Partners in arenas."""

    sheet = PLACED
    model = Placed
    told_as = "arena_partner"


class NeedTable(OfArenaTable):
    """What is needed in arenas."""

    sheet = NEEDS
    model = Need
    told_as = "arena_need"


TABLES = (ArenaTable(), PlacedTable(), NeedTable())
