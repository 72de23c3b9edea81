"""The sheet Verplichte zetels: which seats a rule asks for, when somebody looked, and which partners fill them."""

from collections.abc import Iterator
from datetime import date

from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.rows import Row, State, Stored
from regiewijzer.register.exchange.sheets.sheet import Check, Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import ImportContext, Table, grouped, linked
from regiewijzer.register.exchange.tables.columns import TEXTS, TO_ORGANISATIONS, columns_of, not_in_future
from regiewijzer.register.networks.models import Membership, Network, RequiredSeat, SeatHolder


def _test_year(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
    if values["from_rule"] and not values["source_year"]:
        yield Problem("source_year", Fault.YEAR_MISSING, {})


REQUIRED = described(
    Sheet(
        code="required_seats",
        columns=columns_of(
            RequiredSeat,
            "network",
            "role",
            "minimum",
            "source_year",
            "from_rule",
            "looked_at",
            Column("filled_by", TO_ORGANISATIONS),
        ),
        key=("network", "role"),
        offered=False,
        checks=(not_in_future("looked_at"), Check(("from_rule", "source_year"), _test_year)),
    ),
    TEXTS / "required_seats.yaml",
)


class RequiredSeatTable(Table):
    """Seats that a rule asks for, with who fills them."""

    sheet = REQUIRED
    model = RequiredSeat
    also = (SeatHolder,)

    def stored(self) -> list[Stored]:
        held = SeatHolder.objects.order_by("membership__organisation__name", "pk")
        filled = grouped(
            (seat, linked("organisations", pk)) for seat, pk in held.values_list("seat", "membership__organisation")
        )
        rows = RequiredSeat.objects.order_by("network__name", "pk")
        return [Stored(self.target(row.pk), {**self.values(row), "filled_by": tuple(filled[row.pk])}) for row in rows]

    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        for entry in planned.of(State.CHANGED):
            RequiredSeat.objects.filter(pk=context.pk(entry.target)).update(
                **self.attributes(entry.values, entry.changed, context)
            )
        for entry in planned.of(State.NEW):
            kept = self.attributes(entry.values, self.keys, context)
            context.keys[entry.target] = RequiredSeat.objects.create(authority_id=context.authority, **kept).pk
        for entry in (*planned.of(State.NEW), *planned.of(State.CHANGED)):
            self._fill(entry, context)
            role = str(entry.values["role"])
            context.note(
                Verb.IMPORTED, Network.KIND, context.pk(entry.values["network"]), {"required_seat": [None, role]}
            )

    def _fill(self, entry: Row, context: ImportContext) -> None:
        """The members of now with these organisations fill it; who fills a seat is a member."""
        seat, network = context.pk(entry.target), context.pk(entry.values["network"])
        SeatHolder.objects.filter(seat=seat).delete()
        for organisation in context.pks(entry.values["filled_by"]):
            about = {"network_id": network, "organisation_id": organisation, "ended": None}
            member = Membership.objects.filter(**about).first()
            member = member or Membership.objects.create(authority_id=context.authority, **about)
            SeatHolder.objects.create(authority_id=context.authority, seat_id=seat, membership=member)
