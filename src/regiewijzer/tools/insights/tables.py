"""Insights in and out of a workbook: a sheet for each kind, for steps, moments, and what each changed.

What users told goes out to who may see it alone. An insight is known by its network and the second it was made.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, ClassVar

from regiewijzer.foundation.audit.models import Verb
from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Day, Value, Whole, YesNoUnknown
from regiewijzer.register.exchange.sheets.kinds import Moment as MomentKind
from regiewijzer.register.exchange.sheets.links import Link
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.rows import Row, State, Stored
from regiewijzer.register.exchange.sheets.sheet import Check, Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import ImportContext, Table, grouped, linked
from regiewijzer.register.exchange.tables.columns import (
    TO_MEETING,
    TO_NETWORK,
    TO_ORGANISATIONS,
    columns_of,
    not_in_future,
    something_in,
)
from regiewijzer.register.meetings.models import AgendaItem
from regiewijzer.register.networks.models import GoalVersion, Network
from regiewijzer.science.facts.insights import InsightKind
from regiewijzer.science.insights import Trace, traces
from regiewijzer.tools.insights.models import (
    CONFIDENTIAL,
    HIGHEST,
    LOWEST,
    MOST_STEPS,
    TEXTS,
    Insight,
    Met,
    Moment,
    Step,
    Use,
)

FILE = Path(__file__).with_suffix(".yaml")
MOST_VERSIONS, MOST_ITEMS = 32_767, 200
WHOSE = (Column("network", TO_NETWORK, required=True), Column("created_at", MomentKind(), required=True))
SHARED = (
    "made_on",
    Column("proof", OneOf("insight_proofs")),
    "proof_from",
    "phase",
    Column("consent", OneOf("consents")),
    "consent_from",
    "keep_until",
    "made_with",
    "destroyed_on",
    "withdrawn",
)


def _nobody_real(*columns: str) -> Check:
    """No national number, mail address or telephone in what users said. Names are asked about on the page."""

    def test(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
        for column in columns:
            for found in traces(str(values[column] or "")):
                if found.trace in (Trace.NATIONAL_NUMBER, Trace.EMAIL, Trace.PHONE):
                    yield Problem(column, Fault.PERSONAL, {"item": found.text, "line": found.line})

    return Check(columns, test)


def _of_kind(kind: InsightKind) -> Sheet:
    texts = ("name", *TEXTS[kind], "proof_from", "consent_from", "made_with")
    persona = (Column("persona_made", MomentKind()),) if kind is InsightKind.JOURNEY else ()
    named = (*WHOSE, "name", *persona, *TEXTS[kind], *SHARED)
    taken = {each.key if isinstance(each, Column) else each for each in named}
    rest = tuple(name for name in (*Insight.EMPTIED, "kind", "persona", "network") if name not in taken)
    return described(
        Sheet(
            code=f"insights_{kind.value}",
            columns=columns_of(Insight, *named, but=rest),
            key=("network", "created_at"),
            offered=False,
            checks=(not_in_future("made_on"), _nobody_real(*texts)),
            confidential=("network",) if kind in CONFIDENTIAL else (),
        ),
        FILE,
    )


KINDS = {kind: _of_kind(kind) for kind in InsightKind}
STEPS = described(
    Sheet(
        code="journey_steps",
        columns=columns_of(
            Step,
            *WHOSE,
            Column("place", Whole(1, MOST_STEPS), required=True),
            Column("stage", OneOf("journey_stages"), required=True),
            "name",
            "channel",
            Column("organisations", TO_ORGANISATIONS),
            Column("feeling", Whole(LOWEST, HIGHEST), default=0),
            "pain",
            "chance",
            but=("insight",),
        ),
        key=("network", "created_at", "place"),
        offered=False,
        checks=(_nobody_real("name", "channel", "pain", "chance"),),
    ),
    FILE,
)
MOMENTS = described(
    Sheet(
        code="diary_moments",
        columns=columns_of(
            Moment,
            *WHOSE,
            "at",
            "what",
            "where",
            "company",
            "service",
            Column("helped", YesNoUnknown()),
            "note",
            but=("insight",),
        ),
        key=("network", "created_at", "at", "what"),
        offered=False,
        checks=(_nobody_real("what", "where", "company", "service", "note"),),
        confidential=("network",),
    ),
    FILE,
)
_ACTION = Text(nl="naam van een actie op het blad Acties", en="name of an action on the sheet Acties")
TO_ACTION = Link("actions", _ACTION)
USES = described(
    Sheet(
        code="insight_uses",
        columns=columns_of(
            Use,
            *WHOSE,
            Column("used_on", Day(), required=True),
            "challenge",
            Column("goal_number", Whole(1, MOST_VERSIONS)),
            Column("action", TO_ACTION),
            Column("meeting", TO_MEETING),
            Column("agenda_place", Whole(1, MOST_ITEMS)),
            "contribution",
            "changed",
            but=("insight", "goal", "item"),
        ),
        key=("network", "created_at", "used_on", "changed"),
        offered=False,
        checks=(
            not_in_future("used_on"),
            _nobody_real("contribution", "changed"),
            something_in("challenge", "goal_number", "action", "meeting", "contribution"),
        ),
        confidential=("network",),
    ),
    FILE,
)


class InsightPart(Table):
    """A sheet of insights or of their parts, each row known by the network and second of its insight."""

    told_as: ClassVar[str]
    order: ClassVar[tuple[str, ...]] = ("insight__network__name", "insight__created_at", "pk")

    def stored(self) -> list[Stored]:
        more = self.more_stored()
        rows = self.rows().order_by(*self.order)
        return [Stored(self.target(row.pk), {**self.values(row), **more(row.pk)}) for row in rows]

    def rows(self) -> Any:
        """What goes out."""
        every: Any = self.model._default_manager
        return every.select_related("insight")

    def values(self, row: Any) -> dict[str, Value]:
        return {**super().values(row), **_whose(row.insight)}

    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        networks: dict[int, int] = {}
        for entry in (*planned.of(State.NEW), *planned.of(State.CHANGED)):
            columns = self.keys if entry.state is State.NEW else entry.changed
            row = self.row_of(entry, context)
            for name, value in self.attributes(entry.values, columns, context).items():
                if name != "created_at":
                    setattr(row, name, value)
            self.complete(row, entry.values, context)
            row.save()
            context.keys[entry.target] = row.pk
            self.save_more(row, entry.values, context)
            network = context.pk(entry.values["network"])
            networks[network] = networks.get(network, 0) + 1
        for network, count in networks.items():
            context.note(Verb.IMPORTED, Network.KIND, network, {self.told_as: [None, str(count)]})

    def row_of(self, entry: Row, context: ImportContext) -> Any:
        """The stored row, or a new one of its insight."""
        if entry.state is State.CHANGED:
            return self.model._default_manager.get(pk=context.pk(entry.target))
        network, made = context.pk(entry.values["network"]), entry.values["created_at"]
        model: Any = self.model
        return model(authority_id=context.authority, insight=made_at(network, made))

    def complete(self, row: Any, values: Values, context: ImportContext) -> None:
        """Fill in what columns say in another way than fields do."""

    def save_more(self, row: Any, values: Values, context: ImportContext) -> None:
        """Save the columns that are no fields of the model."""


def _whose(insight: Insight) -> dict[str, Value]:
    return {
        "network": linked("networks", insight.network_id),
        "created_at": MomentKind().of_field(insight.created_at),
    }


def made_at(network: int, moment: Value) -> Insight | None:
    """The insight of a network made at this second; None when there is none."""
    from_second = MomentKind().for_field(moment)
    if from_second is None:
        return None
    within = Insight.objects.filter(network=network, created_at__gte=from_second)
    return within.filter(created_at__lt=from_second + timedelta(seconds=1)).first()


class InsightTable(InsightPart):
    """The insights of one kind."""

    model = Insight
    order = ("network__name", "created_at", "pk")

    def __init__(self, kind: InsightKind) -> None:
        self.kind = kind
        self.sheet = KINDS[kind]  # type: ignore[misc]
        self.told_as = f"insight_{kind.value}"  # type: ignore[misc]

    def rows(self) -> Any:
        return Insight.objects.filter(kind=self.kind).select_related("persona")

    def values(self, row: Any) -> dict[str, Value]:
        persona = MomentKind().of_field(row.persona.created_at) if row.persona else None
        return {**Table.values(self, row), **_whose(row), "persona_made": persona}

    def row_of(self, entry: Row, context: ImportContext) -> Insight:
        if entry.state is State.CHANGED:
            return Insight.objects.get(pk=context.pk(entry.target))
        made: Any = MomentKind().for_field(entry.values["created_at"])
        signed: dict[str, Any] = {"made_by_id": context.actor.position_id, "authority_id": context.authority}
        return Insight(kind=self.kind, network_id=context.pk(entry.values["network"]), created_at=made, **signed)

    def complete(self, row: Any, values: Values, context: ImportContext) -> None:
        row.version += 1 if row.pk else 0
        if self.kind is InsightKind.JOURNEY:
            row.persona = made_at(row.network_id, values["persona_made"])


class StepTable(InsightPart):
    """The steps of journeys."""

    sheet = STEPS
    model = Step
    also = (Met,)
    told_as = "insight_journey"
    order = ("insight__network__name", "insight__created_at", "place", "pk")

    def more_stored(self) -> Any:
        met = Met.objects.order_by("pk").values_list("step", "organisation")
        found = grouped((step, linked("organisations", pk)) for step, pk in met)
        return lambda pk: {"organisations": tuple(found[pk])}

    def save_more(self, row: Any, values: Values, context: ImportContext) -> None:
        row.met.all().delete()
        Met.objects.bulk_create(
            Met(authority_id=context.authority, step=row, organisation_id=pk)
            for pk in context.pks(values["organisations"])
        )


class MomentTable(InsightPart):
    """The moments of diaries."""

    sheet = MOMENTS
    model = Moment
    told_as = "insight_diary"


class UseTable(InsightPart):
    """What insights changed."""

    sheet = USES
    model = Use
    told_as = "insight_use"

    def rows(self) -> Any:
        return Use.objects.select_related("insight", "goal", "item")

    def values(self, row: Any) -> dict[str, Value]:
        return {
            **super().values(row),
            "goal_number": row.goal and row.goal.number,
            "meeting": linked("meetings", row.item and row.item.meeting_id),
            "agenda_place": row.item and row.item.place,
        }

    def complete(self, row: Any, values: Any, context: ImportContext) -> None:
        network, meeting = row.insight.network_id, context.pk_or_none(values["meeting"])
        row.goal = GoalVersion.objects.filter(network=network, number=values["goal_number"]).first()
        row.item = AgendaItem.objects.filter(meeting=meeting, place=values["agenda_place"]).first()


TABLES = (*(InsightTable(kind) for kind in InsightKind), StepTable(), MomentTable(), UseTable())
