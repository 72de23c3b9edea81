"""The sheet Evaluaties: how instruments worked, in their context, with what each answer rests on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.exchange.plans.plan import Entry
from regiewijzer.register.exchange.sheets.choices import OneOf, SomeOf
from regiewijzer.register.exchange.sheets.kinds import Day, Prose, Value, Whole
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.sheet import Check, Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import Saving, as_value
from regiewijzer.register.exchange.tables.columns import TO_INSTRUMENT, not_in_future
from regiewijzer.register.exchange.tables.growing import GrowingTable
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.science import facts
from regiewijzer.tools.steering.models import Evaluation, Source
from regiewijzer.tools.steering.queries.evaluations import in_terms_of_the_rules

POWERS = ("power_used", "power_needed")
SCORES = Evaluation.SCORES
AMOUNTS = ("willingness", "expertise", "access")
CHOICES = {"ever_used": "power_uses", "partners_present": "partners_present", "replaceable": "yes_no"}
SEEN = {name: f"seen_{name}" for name in SCORES}
MOST_PEOPLE = 32_767
LONGEST_SEEN = 1000


def _something_answered(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
    if all(values[answer] is None for answer in (*POWERS, *SCORES)):
        yield Problem("power_used", Fault.NOTHING_MEASURED, {})


def _no_more_worse_than_all(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
    worse, total = values["partners_worse"], values["partners_total"]
    if isinstance(worse, int) and isinstance(total, int) and worse > total:
        yield Problem("partners_worse", Fault.MORE_THAN_ASKED, {"most": total})


EVALUATIONS = described(
    Sheet(
        code="evaluations",
        columns=(
            Column("instrument", TO_INSTRUMENT, required=True),
            Column("evaluated_on", Day(), required=True),
            *(Column(power, Whole(0, 4)) for power in POWERS),
            Column("ever_used", OneOf("power_uses")),
            *(Column(score, Whole(1, 5)) for score in SCORES),
            Column("partners_worse", Whole(0, MOST_PEOPLE)),
            Column("partners_total", Whole(0, MOST_PEOPLE)),
            Column("partners_present", OneOf("partners_present")),
            *(Column(amount, Whole(1, 4)) for amount in AMOUNTS),
            Column("replaceable", OneOf("yes_no")),
            Column("pitfalls", SomeOf("pitfalls")),
            *(Column(column, Prose(LONGEST_SEEN)) for column in SEEN.values()),
            Column("evidence", Prose(4000)),
            Column("source", OneOf("input_sources"), default=Source.ESTIMATE.value),
            Column("answers", Whole(0, MOST_PEOPLE)),
        ),
        key=("instrument", "evaluated_on"),
        grows=True,
        checks=(
            not_in_future("evaluated_on"),
            Check((*POWERS, *SCORES), _something_answered),
            Check(("partners_worse", "partners_total"), _no_more_worse_than_all),
        ),
    ),
    Path(__file__).with_name("evaluations.yaml"),
)


class EvaluationTable(GrowingTable):
    """Evaluations of instruments, in and out of a workbook."""

    sheet = EVALUATIONS
    model = Evaluation
    fields = (
        "evaluated_on",
        *POWERS,
        *SCORES,
        "partners_worse",
        "partners_total",
        *AMOUNTS,
        *CHOICES,
        "pitfalls",
        "evidence",
        "source",
        "answers",
    )
    subject = "instrument"
    subject_sheet = "instruments"
    subject_kind = Instrument.KIND
    day = "evaluated_on"
    signed_by = "evaluated_by"
    told_as = "evaluation"

    def _values(self, row: Any) -> dict[str, Value]:
        empty = {name: as_value(getattr(row, name) or None) for name in CHOICES}
        return {**super()._values(row), **empty, **{SEEN[name]: row.seen.get(name, "") for name in SCORES}}

    def _made(self, entry: Entry, saving: Saving) -> AuthorityOwned:
        made = unstored(entry.values)
        made.authority_id = saving.authority
        made.instrument_id = saving.pk(entry.values[self.subject])
        made.evaluated_by_id = saving.actor.position_id
        return made


def unstored(values: Values) -> Evaluation:
    """The row of a sheet as an evaluation that belongs to nothing yet."""
    plain = {name: values[name] for name in EvaluationTable.fields if name not in (*CHOICES, "pitfalls")}
    pitfalls = values["pitfalls"]
    assert isinstance(pitfalls, tuple)
    return Evaluation(
        pitfalls=[str(code) for code in pitfalls],
        seen={name: str(values[column]) for name, column in SEEN.items() if values[column]},
        **{name: str(values[name] or "") for name in CHOICES},
        **plain,
    )


def evaluation_of(values: Values) -> facts.Evaluation:
    """The row of a sheet as the rules take it."""
    return in_terms_of_the_rules(unstored(values))
