"""Reading what networks brought about."""

from dataclasses import dataclass

from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import Level
from regiewijzer.tools.effect.models import Evaluation


def levels_of(evaluation: Evaluation) -> frozenset[Level]:
    """The levels on which a result was seen."""
    seen = {
        Level.COMMUNITY: evaluation.community,
        Level.NETWORK: evaluation.network_level,
        Level.ORGANISATIONS: evaluation.organisations,
    }
    return frozenset(level for level, there in seen.items() if there)


def of_network(network: Network) -> list[Evaluation]:
    """Evaluations of one network, newest first."""
    return list(Evaluation.objects.filter(network=network).select_related("evaluated_by__user"))


@dataclass(frozen=True, slots=True)
class LatestEffect:
    """The newest evaluation of a network, with the levels in order and whether each shows a result."""

    evaluation: Evaluation
    levels: tuple[tuple[Level, bool], ...]


def latest_of(network: Network) -> LatestEffect | None:
    """None when the network was never evaluated."""
    evaluation = Evaluation.objects.filter(network=network).first()
    if evaluation is None:
        return None
    seen = levels_of(evaluation)
    return LatestEffect(evaluation, tuple((level, level in seen) for level in Level))
