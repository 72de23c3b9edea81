"""What the overview may use of the effect tool."""

from regiewijzer.science.facts import Level
from regiewijzer.tools.effect.models import Evaluation
from regiewijzer.tools.effect.queries import LatestEffect, latest_of, levels_of

__all__ = ["LatestEffect", "latest_of", "results"]


def results() -> dict[int, frozenset[Level]]:
    """Levels with a result, by network, from its latest evaluation; a network that was never evaluated is absent."""
    newest = Evaluation.objects.order_by("evaluated_on", "id")
    return {evaluation.network_id: levels_of(evaluation) for evaluation in newest}
