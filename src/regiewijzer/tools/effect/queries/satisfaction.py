"""Reading what users and members said of a network."""

from regiewijzer.register.measurements.queries import facts_by_subject
from regiewijzer.register.networks.models import Network
from regiewijzer.science import facts
from regiewijzer.science.governance import from_scale
from regiewijzer.tools.effect.models import MemberSatisfaction, Satisfaction, UserSatisfaction

Series = tuple[facts.Satisfaction, ...]


def users() -> dict[int, Series]:
    """What users said, by network, from old to new."""
    return facts_by_subject(UserSatisfaction.objects.all(), to_fact)


def members() -> dict[int, Series]:
    """What members said, by network, from old to new."""
    return facts_by_subject(MemberSatisfaction.objects.all(), to_fact)


def of_users(network: Network) -> list[UserSatisfaction]:
    """What users said of one network, newest first."""
    return list(UserSatisfaction.objects.filter(network=network))


def of_members(network: Network) -> list[MemberSatisfaction]:
    """What members said of one network, newest first."""
    return list(MemberSatisfaction.objects.filter(network=network))


def to_fact(measurement: Satisfaction) -> facts.Satisfaction:
    """What was said (1-5) as the rules take it (0-1)."""
    given = {aspect: getattr(measurement, aspect) for aspect in measurement.SCORES}
    return facts.Satisfaction(
        scores={aspect: from_scale(float(value)) for aspect, value in given.items() if value is not None},
        **measurement.provenance(),
    )
