"""Reading what users and members said of a network."""

from collections import defaultdict

from regiewijzer.register.networks.models import Network
from regiewijzer.science import facts
from regiewijzer.science.governance import from_scale
from regiewijzer.tools.effect.models import MemberSatisfaction, Told, UserSatisfaction

Series = tuple[facts.Satisfaction, ...]


def users() -> dict[int, Series]:
    """What users said, by network, from old to new."""
    return _by_network(UserSatisfaction)


def members() -> dict[int, Series]:
    """What members said, by network, from old to new."""
    return _by_network(MemberSatisfaction)


def told_by_users(network: Network) -> list[UserSatisfaction]:
    """What users said of one network, newest first."""
    return list(UserSatisfaction.objects.filter(network=network))


def told_by_members(network: Network) -> list[MemberSatisfaction]:
    """What members said of one network, newest first."""
    return list(MemberSatisfaction.objects.filter(network=network))


def in_terms_of_the_rules(told: Told) -> facts.Satisfaction:
    """What was said (1-5) as the rules take it (0-1)."""
    given = {aspect: getattr(told, aspect) for aspect in told.ASPECTS}
    return facts.Satisfaction(
        measured_on=told.measured_on,
        scores={aspect: from_scale(float(value)) for aspect, value in given.items() if value is not None},
        source=facts.InputSource(told.source),
        answers=told.answers,
        invited=told.invited,
    )


def _by_network(kind: type[UserSatisfaction] | type[MemberSatisfaction]) -> dict[int, Series]:
    found: dict[int, list[facts.Satisfaction]] = defaultdict(list)
    for told in kind._default_manager.order_by("measured_on", "id"):
        found[told.network_id].append(in_terms_of_the_rules(told))
    return {network: tuple(series) for network, series in found.items()}
