"""The sheet Leden: which organisation sits in which network, since when, and what it does there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import F

from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.rows import Row, State, Stored
from regiewijzer.register.exchange.sheets.sheet import Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import BATCH, ImportContext, Table, grouped, linked
from regiewijzer.register.exchange.tables.columns import TEXTS, TO_PERSONS, columns_of, ends_after_start
from regiewijzer.register.networks.models import Delegate, Membership, Network


def _no_period_twice(rows: Sequence[Values], stored: Sequence[Values]) -> Iterator[Problem]:
    """An organisation is a member of a network once at a time; the row that starts later is the one to correct."""
    periods: dict[tuple[Value, Value], list[tuple[date, date, int]]] = defaultdict(list)
    for index, values in [*enumerate(rows), *((-1, values) for values in stored)]:
        periods[values["network"], values["organisation"]].append((*_period(values), index))
    for found in periods.values():
        found.sort()
        for former, later in pairwise(found):
            row = later[2] if later[2] >= 0 else former[2]
            if later[0] < former[1] and row >= 0:
                yield Problem("organisation", Fault.MEMBER_TWICE, {}, row)


def _period(values: Values) -> tuple[date, date]:
    start, end = values["started"], values["ended"]
    return (start if isinstance(start, date) else date.min, end if isinstance(end, date) else date.max)


MEMBERS = described(
    Sheet(
        code="members",
        columns=columns_of(
            Membership,
            "network",
            "organisation",
            "role",
            "action",
            "started",
            "ended",
            Column("persons", TO_PERSONS),
        ),
        key=("network", "organisation"),
        apart=("started",),
        checks=(ends_after_start(),),
        together=_no_period_twice,
    ),
    TEXTS / "members.yaml",
)


class MemberTable(Table):
    """Memberships and who sits there, in and out of a workbook."""

    sheet = MEMBERS
    model = Membership
    also = (Delegate,)

    def stored(self) -> list[Stored]:
        seats = Delegate.objects.order_by("membership", "person__name", "pk").values_list("membership", "person")
        persons = grouped((membership, linked("persons", person)) for membership, person in seats)
        rows = Membership.objects.order_by("pk")
        return [Stored(self.target(row.pk), {**self.values(row), "persons": tuple(persons[row.pk])}) for row in rows]

    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        """Periods that end are saved before new ones, which may begin on that day."""
        new, changed = planned.of(State.NEW), planned.of(State.CHANGED)
        for entry in changed:
            self._update(entry, context)
        memberships = (
            Membership(authority_id=context.authority, **self.attributes(entry.values, self.keys, context))
            for entry in new
        )
        made = Membership.objects.bulk_create(memberships, BATCH)
        for entry, membership in zip(new, made, strict=True):
            context.keys[entry.target] = membership.pk
        _seat(new, [entry for entry in changed if "persons" in entry.changed], context)
        joined = grouped((context.pk(entry.values["network"]), _name(entry, context)) for entry in new)
        for network, names in joined.items():
            context.note(Verb.IMPORTED, Network.KIND, network, {"member": [None, names]})

    def _update(self, entry: Row, context: ImportContext) -> None:
        assert entry.stored is not None
        changes = self.attributes(entry.values, entry.changed, context)
        if changes:
            Membership.objects.filter(pk=context.pk(entry.target)).update(version=F("version") + 1, **changes)
        noted: dict[str, list[Any]] = {"member": [_name(entry, context)] * 2}
        for key in changes:
            pair = (entry.stored.values, entry.values)
            noted[key] = [context.plan.written(self.sheet, key, values[key]) for values in pair]
        context.note(Verb.CHANGED, Network.KIND, context.pk(entry.values["network"]), noted)


def _seat(new: Sequence[Row], changed: Sequence[Row], context: ImportContext) -> None:
    """Make the persons who sit there exactly these."""
    Delegate.objects.filter(membership__in=[context.pk(entry.target) for entry in changed]).delete()
    Delegate.objects.bulk_create(
        (
            Delegate(authority_id=context.authority, membership_id=context.pk(entry.target), person_id=person)
            for entry in (*new, *changed)
            for person in context.pks(entry.values["persons"])
        ),
        BATCH,
    )


def _name(entry: Row, context: ImportContext) -> str:
    organisation = entry.values["organisation"]
    assert isinstance(organisation, Target)
    return context.plan.name_of(organisation)
