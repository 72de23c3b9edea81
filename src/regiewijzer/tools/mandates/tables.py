"""Mandates in and out of a workbook: for who sees them alone."""

from pathlib import Path
from typing import Any

from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.kinds import Value, Whole
from regiewijzer.register.exchange.sheets.rows import State, Stored
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.base import ImportContext, Table, linked
from regiewijzer.register.exchange.tables.columns import TO_NETWORK, TO_ORGANISATION, columns_of, not_in_future
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.tools.mandates.models import Card, Promise

TEXTS = Path(__file__).with_suffix(".yaml")
MOST_MEETINGS = 100
WHOSE = (
    Column("network", TO_NETWORK, required=True),
    Column("organisation", TO_ORGANISATION, required=True),
)

CARDS = described(
    Sheet(
        code="mandate_cards",
        columns=columns_of(
            Card,
            *WHOSE,
            "why",
            "decides",
            "may_promise",
            "asks",
            "reports_to",
            Column("every_meetings", Whole(1, MOST_MEETINGS)),
            "review_on",
            "agreed_on",
            but=("membership",),
        ),
        key=("network", "organisation"),
        offered=False,
        checks=(not_in_future("agreed_on"),),
        confidential=("network",),
    ),
    TEXTS,
)
PROMISES = described(
    Sheet(
        code="promises",
        columns=columns_of(
            Promise,
            WHOSE[0],
            "promised_on",
            WHOSE[1],
            "text",
            "due",
            "checked_on",
            "kept_on",
            "fed_back_on",
            "overruled_on",
            "overruled_by",
            "overruled_why",
            "relation",
            but=("membership",),
        ),
        key=("network", "promised_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("promised_on"),),
        confidential=("network",),
    ),
    TEXTS,
)


def _whose(row: Any) -> dict[str, Value]:
    return {
        "network": linked("networks", row.membership.network_id),
        "organisation": linked("organisations", row.membership.organisation_id),
    }


def _membership(values: Any, context: ImportContext) -> Membership:
    """The last membership of this partner in this network; who has a mandate there is a member."""
    about = {"network_id": context.pk(values["network"]), "organisation_id": context.pk(values["organisation"])}
    last = Membership.objects.filter(**about).order_by("started", "pk").last()
    return last or Membership.objects.create(authority_id=context.authority, **about)


class CardTable(Table):
    """What was agreed about seats."""

    sheet = CARDS
    model = Card

    def stored(self) -> list[Stored]:
        rows = Card.objects.select_related("membership").order_by(
            "membership__network__name", "membership__organisation__name", "pk"
        )
        return [Stored(self.target(row.pk), self.values(row)) for row in rows]

    def values(self, row: Any) -> dict[str, Value]:
        return {**super().values(row), **_whose(row)}

    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        for entry in planned.of(State.CHANGED):
            Card.objects.filter(pk=context.pk(entry.target)).update(
                **self.attributes(entry.values, entry.changed, context)
            )
        for entry in planned.of(State.NEW):
            membership = _membership(entry.values, context)
            kept = self.attributes(entry.values, self.keys, context)
            made = Card.objects.create(authority_id=context.authority, membership=membership, **kept)
            context.keys[entry.target] = made.pk
        for entry in (*planned.of(State.NEW), *planned.of(State.CHANGED)):
            partner = context.plan.written(self.sheet, "organisation", entry.values["organisation"])
            context.note(
                Verb.IMPORTED, Network.KIND, context.pk(entry.values["network"]), {"mandate_card": [None, partner]}
            )


class PromiseTable(AppendOnlyTable):
    """What was promised for seats."""

    sheet = PROMISES
    model = Promise
    told_as = "promise"
    order = ("membership__network__name", "promised_on", "membership__organisation__name")

    def rows(self) -> Any:
        return Promise.objects.select_related("membership")

    def values(self, row: Any) -> dict[str, Value]:
        return {**super().values(row), **_whose(row)}

    def made(self, values: Any, context: ImportContext) -> Any:
        made = super().made(values, context)
        made.membership = _membership(values, context)
        return made


TABLES = (CardTable(), PromiseTable())
