"""Reading decisions."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from regiewijzer.register.decisions.models import Decision, DecisionQuerySet, Review
from regiewijzer.register.networks.models import Network


def decision_of(pk: int) -> Decision:
    """The decision, or 404: not there and not yours are the same."""
    return get_object_or_404(for_list(), pk=pk)


def for_list() -> DecisionQuerySet:
    """Decisions with whoever took them and what they are about."""
    return Decision.objects.select_related("decided_by__user", "network", "instrument", "organisation", "challenge")


def of_finding(*keys: str) -> list[Decision]:
    """Decisions that answered the finding with one of these keys, newest first."""
    return list(for_list().filter(finding__in=keys, archived_at=None))


def standing_answers() -> dict[str, Decision]:
    """The decision that still answers a finding, by the key of the finding."""
    return by_finding(answers())


def answers() -> QuerySet[Decision]:
    """Decisions that still answer a finding, the last word last."""
    return Decision.objects.standing().exclude(finding="").order_by("decided_on", "id")


def by_finding(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The last that answers each finding, by its key."""
    return {decision.finding: decision for decision in decisions}


def answered(keys: Iterable[str]) -> bool:
    """Whether a decision still answers a finding under any of these keys."""
    return Decision.objects.standing().filter(finding__in=list(keys)).exists()


def reviews_of(decision: Decision) -> list[Review]:
    """Every look at a decision, newest first."""
    return list(decision.reviews.select_related("by__user"))


def of_network(network: int) -> list[Decision]:
    """Decisions about one network, newest first."""
    return list(about(Network.KIND, network))


def about(kind: str, pk: int) -> QuerySet[Decision]:
    """Decisions about a record, or that answer a finding about it and others, newest first."""
    return for_list().about(kind, pk).filter(archived_at=None)
