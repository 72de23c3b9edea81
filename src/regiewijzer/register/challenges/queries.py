"""Reading challenges."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from regiewijzer.register.challenges.models import Challenge


def challenge_of(pk: int) -> Challenge:
    """The challenge, or 404: not there and not yours are the same."""
    return get_object_or_404(Challenge, pk=pk)


def for_list() -> QuerySet[Any]:
    """Challenges with the number of networks and instruments that serve them."""
    return Challenge.objects.annotate(
        network_count=Count("networks", filter=Q(networks__archived_at=None), distinct=True),
        instrument_count=Count("purposes", filter=Q(purposes__instrument__archived_at=None), distinct=True),
    )
