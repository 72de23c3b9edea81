"""The sheet Evaluaties: how instruments worked, in their context, with what each answer rests on."""

from pathlib import Path

from regiewijzer.register.exchange.sheets.choices import OneOf, SomeOf
from regiewijzer.register.exchange.sheets.kinds import Day, Prose, Whole
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.columns import at_most, columns_of, not_in_future, something_in
from regiewijzer.science import facts
from regiewijzer.tools.steering.models import Evaluation
from regiewijzer.tools.steering.queries.evaluations import to_fact

POWERS = ("power_used", "power_needed")
SCORES = Evaluation.SCORES
AMOUNTS = ("willingness", "expertise", "access")
SEEN = {name: f"seen_{name}" for name in SCORES}
LONGEST_SEEN = 1000


EVALUATIONS = described(
    Sheet(
        code="evaluations",
        columns=columns_of(
            Evaluation,
            "instrument",
            Column("measured_on", Day(), required=True),
            *(Column(power, Whole(0, 4)) for power in POWERS),
            Column("ever_used", OneOf("power_uses")),
            *(Column(score, Whole(1, 5)) for score in SCORES),
            "partners_worse",
            "partners_total",
            Column("partners_present", OneOf("partners_present")),
            *(Column(amount, Whole(1, 4)) for amount in AMOUNTS),
            Column("replaceable", OneOf("yes_no")),
            Column("pitfalls", SomeOf("pitfalls")),
            *(Column(column, Prose(LONGEST_SEEN)) for column in SEEN.values()),
            "evidence",
            Column("source", OneOf("input_sources")),
            "answers",
            but=("seen",),
        ),
        key=("instrument", "measured_on"),
        grows=True,
        checks=(
            not_in_future("measured_on"),
            something_in(*POWERS, *SCORES),
            at_most("partners_worse", "partners_total"),
            at_most("answers", "invited"),
        ),
    ),
    Path(__file__).with_name("evaluations.yaml"),
)


class EvaluationTable(AppendOnlyTable):
    """Evaluations of instruments, in and out of a workbook."""

    sheet = EVALUATIONS
    model = Evaluation
    parts = {"seen": SCORES}
    signed_by = "measured_by"
    told_as = "evaluation"


TABLE = EvaluationTable()


def evaluation_of(values: Values) -> facts.Evaluation:
    """The row of a sheet as the rules take it."""
    return to_fact(Evaluation(**TABLE.own_attributes(values, TABLE.keys)))
