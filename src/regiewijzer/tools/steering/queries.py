"""Reading evaluations of an instrument."""

from dataclasses import dataclass

from regiewijzer.register.instruments.models import Instrument
from regiewijzer.science import facts
from regiewijzer.science.power import Proportion, proportion
from regiewijzer.tools.steering.models import Evaluation


def in_terms_of_the_rules(evaluation: Evaluation) -> facts.Evaluation:
    """A stored evaluation as the rules take it."""
    return facts.Evaluation(
        evaluated_on=evaluation.evaluated_on,
        power_used=evaluation.power_used,
        power_needed=evaluation.power_needed,
        goal_reached=evaluation.goal_reached,
        take_up=evaluation.take_up,
        right_actors=evaluation.right_actors,
        relation=evaluation.relation,
        effort=evaluation.effort,
        fit=evaluation.fit,
        partners_worse=evaluation.partners_worse,
        partners_total=evaluation.partners_total,
    )


def of_instrument(instrument: Instrument) -> list[Evaluation]:
    """Evaluations of one instrument, newest first."""
    return list(Evaluation.objects.filter(instrument=instrument).select_related("evaluated_by__user"))


@dataclass(frozen=True, slots=True)
class ShownEvaluation:
    """An evaluation with its reading: was the power used in proportion?"""

    evaluation: Evaluation
    proportion: Proportion


def shown_evaluations(instrument: Instrument) -> list[ShownEvaluation]:
    """Evaluations of one instrument, newest first, each read by itself."""
    return [
        ShownEvaluation(evaluation, proportion(evaluation.power_used, evaluation.power_needed, evaluation.goal_reached))
        for evaluation in of_instrument(instrument)
    ]
