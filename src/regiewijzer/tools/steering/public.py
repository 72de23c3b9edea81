"""What the overview may use of the steering tool."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from regiewijzer.register.exchange.sheets.kinds import Day, Prose, Whole
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.sheet import Check, Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.columns import TO_INSTRUMENT, not_in_future
from regiewijzer.register.exchange.tables.growing import GrowingTable
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.science import facts
from regiewijzer.tools.steering.models import Evaluation
from regiewijzer.tools.steering.queries import ShownEvaluation, in_terms_of_the_rules, shown_evaluations

__all__ = ["ANSWERS", "EVALUATIONS", "EvaluationTable", "ShownEvaluation", "evaluations", "shown_evaluations"]

POWERS = ("power_used", "power_needed")
SCORES = ("goal_reached", "take_up", "right_actors", "relation", "effort", "fit")
ANSWERS = (*POWERS, *SCORES, "partners_worse", "partners_total")
MOST_PARTNERS = 32_767


def evaluations() -> dict[int, tuple[facts.Evaluation, ...]]:
    """Evaluations by instrument, from old to new."""
    found: dict[int, list[facts.Evaluation]] = defaultdict(list)
    for evaluation in Evaluation.objects.order_by("evaluated_on", "id"):
        found[evaluation.instrument_id].append(in_terms_of_the_rules(evaluation))
    return {instrument: tuple(series) for instrument, series in found.items()}


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
            *(Column(score, Whole(1, 5)) for score in SCORES),
            Column("partners_worse", Whole(0, MOST_PARTNERS)),
            Column("partners_total", Whole(0, MOST_PARTNERS)),
            Column("evidence", Prose(4000)),
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
    fields = ("evaluated_on", *ANSWERS, "evidence")
    subject = "instrument"
    subject_sheet = "instruments"
    subject_kind = Instrument.KIND
    day = "evaluated_on"
    signed_by = "evaluated_by"
    told_as = "evaluation"
