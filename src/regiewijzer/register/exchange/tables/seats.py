"""The sheet Zetels: who sits or sat for a partner in a network, from when until when, and who appointed them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.kinds import Value
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.rows import Row, State, Stored
from regiewijzer.register.exchange.sheets.sheet import Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import ImportContext, Table, linked
from regiewijzer.register.exchange.tables.columns import (
    TEXTS,
    TO_NETWORK,
    TO_ORGANISATION,
    TO_PERSON,
    columns_of,
    ends_after_start,
)
from regiewijzer.register.networks.models import Delegate, Membership, Network


def no_period_twice(*whose: str, fault: Fault) -> Any:
    """Who or what has one period at a time; the row that starts later is the one to correct."""

    def test(rows: Sequence[Values], stored: Sequence[Values]) -> Iterator[Problem]:
        periods: dict[tuple[Value, ...], list[tuple[date, date, int]]] = defaultdict(list)
        for index, values in [*enumerate(rows), *((-1, values) for values in stored)]:
            periods[tuple(values[each] for each in whose)].append((*_period(values), index))
        for found in periods.values():
            found.sort()
            for former, later in pairwise(found):
                row = later[2] if later[2] >= 0 else former[2]
                if later[0] < former[1] and row >= 0:
                    yield Problem(whose[-1], fault, {}, row)

    return test


def _period(values: Values) -> tuple[date, date]:
    start, end = values["started"], values["ended"]
    return (start if isinstance(start, date) else date.min, end if isinstance(end, date) else date.max)


SEATS = described(
    Sheet(
        code="seats",
        columns=columns_of(
            Delegate,
            Column("network", TO_NETWORK, required=True),
            Column("organisation", TO_ORGANISATION, required=True),
            Column("person", TO_PERSON, required=True),
            "started",
            "ended",
            "substitute",
            "appointed_by",
            "appointed_on",
            "appointed_in",
            "critical_voice",
            but=("membership",),
        ),
        key=("network", "organisation", "person"),
        apart=("started",),
        checks=(ends_after_start(),),
        together=no_period_twice("network", "organisation", "person", fault=Fault.SEATED_TWICE),
        confidential=("critical_voice",),
    ),
    TEXTS / "seats.yaml",
)


class SeatTable(Table):
    """Who sits for whom, in and out of a workbook. Persons named on the sheet of members are told more of here."""

    sheet = SEATS
    model = Delegate

    def stored(self) -> list[Stored]:
        whose = ("membership__network__name", "membership__organisation__name", "person__name", "started", "pk")
        rows = Delegate.objects.select_related("membership").order_by(*whose)
        return [Stored(self.target(row.pk), self.values(row)) for row in rows]

    def values(self, row: Any) -> dict[str, Value]:
        whose = {
            "network": linked("networks", row.membership.network_id),
            "organisation": linked("organisations", row.membership.organisation_id),
        }
        return {**super().values(row), **whose}

    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        for entry in planned.of(State.CHANGED):
            changes = self.attributes(entry.values, entry.changed, context)
            Delegate.objects.filter(pk=context.pk(entry.target)).update(**changes)
            self._note(entry, context)
        for entry in planned.of(State.NEW):
            context.keys[entry.target] = self._put(entry, context)
            self._note(entry, context)

    def _put(self, entry: Row, context: ImportContext) -> int:
        """The seat that the sheet of members opened, or another one."""
        values = self.attributes(entry.values, self.keys, context)
        membership = _membership(entry, context)
        bare = Delegate.objects.filter(membership=membership, person=values["person_id"], started=None, ended=None)
        if (seat := bare.first()) is None:
            seat = Delegate(authority_id=context.authority, membership=membership)
        for name, value in values.items():
            setattr(seat, name, value)
        seat.save()
        return seat.pk

    def _note(self, entry: Row, context: ImportContext) -> None:
        """What was agreed with a person does not stand in the trail."""
        partner = context.plan.written(self.sheet, "organisation", entry.values["organisation"])
        verb = Verb.CHANGED if entry.stored else Verb.IMPORTED
        context.note(verb, Network.KIND, context.pk(entry.values["network"]), {"delegate": [None, partner]})


def _membership(entry: Row, context: ImportContext) -> Membership:
    """That of the day on which the seat began, or else the last; who sits there is a member."""
    about = {
        "network_id": context.pk(entry.values["network"]),
        "organisation_id": context.pk(entry.values["organisation"]),
    }
    started = entry.values["started"]
    day = started if isinstance(started, date) else None
    found = list(Membership.objects.filter(**about).order_by("started", "pk"))
    if not found:
        return Membership.objects.create(authority_id=context.authority, started=day, **about)
    within = [each for each in found if day is not None and (each.ended is None or day < each.ended)]
    return (within or found[-1:])[0]
