"""What the overview may use of the steering tool."""

from collections import defaultdict

from regiewijzer.science import facts
from regiewijzer.tools.steering.models import Evaluation
from regiewijzer.tools.steering.queries import ShownEvaluation, in_terms_of_the_rules, shown_evaluations

__all__ = ["ShownEvaluation", "evaluations", "shown_evaluations"]


def evaluations() -> dict[int, tuple[facts.Evaluation, ...]]:
    """Evaluations by instrument, from old to new."""
    found: dict[int, list[facts.Evaluation]] = defaultdict(list)
    for evaluation in Evaluation.objects.order_by("evaluated_on", "id"):
        found[evaluation.instrument_id].append(in_terms_of_the_rules(evaluation))
    return {instrument: tuple(series) for instrument, series in found.items()}
