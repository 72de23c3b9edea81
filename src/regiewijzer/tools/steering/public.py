"""What the overview may use of the steering tool."""

from collections.abc import Mapping
from functools import partial

from regiewijzer.register.measurements.actions import Importer, MeasurementFields, import_measurement
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.science.facts import Pitfall
from regiewijzer.tools.steering.models import Evaluation, Stance
from regiewijzer.tools.steering.queries.axis import columns, heading, row_of
from regiewijzer.tools.steering.queries.evaluations import ShownEvaluation, shown_evaluations
from regiewijzer.tools.steering.queries.mixes import MixInShort, mix_in_short
from regiewijzer.tools.steering.queries.stances import StancesPage, stances, stances_page
from regiewijzer.tools.steering.queries.standing import instruments
from regiewijzer.tools.steering.tables.evaluations import EVALUATIONS, EvaluationTable, evaluation_of

__all__ = [
    "EVALUATIONS",
    "IMPORTS",
    "EvaluationTable",
    "MixInShort",
    "ShownEvaluation",
    "Stance",
    "StancesPage",
    "columns",
    "evaluation_of",
    "heading",
    "instruments",
    "mix_in_short",
    "row_of",
    "shown_evaluations",
    "stances",
    "stances_page",
]

YES = "yes"
_CONTEXT = ("partners_present", "replaceable", "willingness", "expertise", "access")


def _pitfalls(inquiry: CompletedInquiry) -> dict[str, list[str]]:
    """Those that more than half of those who knew saw."""
    return {"pitfalls": [each.value for each in Pitfall if inquiry.most_said(f"pitfalls.{each}") == YES]}


IMPORTS: Mapping[str, Importer] = {
    "instrument-evaluation": partial(
        import_measurement,
        fields=MeasurementFields(
            Evaluation,
            {**{name: name for name in Evaluation.SCORES}, "power_used": "power.used", "power_needed": "power.needed"},
            beside={"ever_used": "power.ever_used", **{name: f"context.{name}" for name in _CONTEXT}},
            evidence="seen",
            more=_pitfalls,
        ),
    ),
    "director-type": partial(
        import_measurement,
        fields=MeasurementFields(Stance, {name: name for name in (*Stance.SIDES, *Stance.COMPONENTS)}, evidence="seen"),
    ),
}
