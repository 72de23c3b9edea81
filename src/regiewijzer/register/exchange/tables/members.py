"""The sheet Leden: which organisation sits in which network, since when, and what it does there."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F
from django.utils import timezone

from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.kinds import Target
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.rows import Row, State, Stored
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import BATCH, ImportContext, Table, grouped, linked
from regiewijzer.register.exchange.tables.columns import TEXTS, TO_PERSONS, columns_of, ends_after_start
from regiewijzer.register.exchange.tables.seats import no_period_twice
from regiewijzer.register.networks.models import Delegate, Membership, Network

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
        together=no_period_twice("network", "organisation", fault=Fault.MEMBER_TWICE),
    ),
    TEXTS / "members.yaml",
)


class MemberTable(Table):
    """Memberships and who sits there, in and out of a workbook."""

    sheet = MEMBERS
    model = Membership

    def stored(self) -> list[Stored]:
        sitting = Delegate.objects.sitting(timezone.localdate())
        seats = sitting.order_by("membership", "person__name", "pk").values_list("membership", "person")
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
    """Make the persons who sit there exactly these; a seat of somebody else ends today and stays in the history."""
    today = context.today
    there = grouped(
        Delegate.objects.sitting(today)
        .filter(membership__in=[context.pk(entry.target) for entry in changed])
        .values_list("membership", "person")
    )
    for entry in changed:
        left = set(there[context.pk(entry.target)]) - set(context.pks(entry.values["persons"]))
        seats = Delegate.objects.sitting(today).filter(membership=context.pk(entry.target), person__in=left)
        seats.filter(started__gte=today).delete()
        seats.update(ended=today)
    Delegate.objects.bulk_create(
        (
            Delegate(authority_id=context.authority, membership_id=context.pk(entry.target), person_id=person)
            for entry in (*new, *changed)
            for person in context.pks(entry.values["persons"])
            if person not in there[context.pk(entry.target)]
        ),
        BATCH,
    )


def _name(entry: Row, context: ImportContext) -> str:
    organisation = entry.values["organisation"]
    assert isinstance(organisation, Target)
    return context.plan.name_of(organisation)
