"""Reading what networks brought about."""

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
