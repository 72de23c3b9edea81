"""Reading organisations and persons."""

from collections import Counter
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records.models import holding_q


def organisation_of(pk: int) -> Organisation:
    """The organisation, or 404: not there and not yours are the same."""
    return get_object_or_404(Organisation.objects.prefetch_related("identifiers"), pk=pk)


def person_of(pk: int) -> Person:
    return get_object_or_404(Person.objects.select_related("organisation"), pk=pk)


def organisations_for_list() -> QuerySet[Any]:
    """Organisations with the number of networks they sit in today."""
    holding = holding_q(timezone.localdate(), "memberships__")
    running = Q(memberships__network__archived_at=None)
    return Organisation.objects.annotate(
        network_count=Count("memberships__network", filter=holding & running, distinct=True)
    )


def persons_for_list() -> QuerySet[Any]:
    """Persons with their organisation and the number of networks they sit in today."""
    holding = holding_q(timezone.localdate(), "seats__membership__")
    running = Q(seats__membership__network__archived_at=None)
    seats = Count("seats__membership__network", filter=holding & running, distinct=True)
    return Person.objects.select_related("organisation").annotate(seat_count=seats)


def organisation_options(*, with_archived: bool = False) -> list[tuple[str, int]]:
    """Name to show and key of every organisation, names that occur twice told apart by their KBO number or place."""
    rows = Organisation.objects.all() if with_archived else Organisation.objects.current()
    found = list(rows.prefetch_related("identifiers").order_by("name"))
    times = Counter(organisation.name.casefold() for organisation in found)
    return [
        (organisation.name if times[organisation.name.casefold()] == 1 else told_apart(organisation), organisation.pk)
        for organisation in found
    ]


def told_apart(organisation: Organisation) -> str:
    """The name with what tells it from its namesake: its kind and KBO number."""
    parts = [str(organisation.get_kind_display()), organisation.kbo or str(organisation.pk)]
    return f"{organisation.name} ({', '.join(parts)})"
