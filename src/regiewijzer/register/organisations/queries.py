"""Reading organisations and persons."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from regiewijzer.register.organisations.models import Organisation, Person, sitting_q
from regiewijzer.register.records.models import going_on_q, running_q
from regiewijzer.science import facts
from regiewijzer.science.names import compared


def organisation_of(pk: int) -> Organisation:
    """The organisation, or 404: not there and not yours are the same."""
    return get_object_or_404(Organisation.objects.prefetch_related("identifiers"), pk=pk)


def person_of(pk: int) -> Person:
    return get_object_or_404(Person.objects.select_related("organisation", "colleague__user"), pk=pk)


def organisations_for_list() -> QuerySet[Any]:
    """Organisations with the number of networks they sit in today."""
    today = timezone.localdate()
    seats = sitting_q(today, "memberships__") & running_q(today, "memberships__network__")
    return Organisation.objects.annotate(network_count=Count("memberships__network", filter=seats, distinct=True))


def persons_for_list() -> QuerySet[Any]:
    """Persons with their organisation and the number of networks they sit in today."""
    today = timezone.localdate()
    seats = sitting_q(today, "seats__membership__") & running_q(today, "seats__membership__network__")
    seats &= going_on_q(today, "seats__")
    count = Count("seats__membership__network", filter=seats, distinct=True)
    return Person.objects.select_related("organisation").annotate(seat_count=count)


def as_facts() -> tuple[facts.Organisation, ...]:
    """Organisations in use as the rules see them, by name."""
    rows = Organisation.objects.current().order_by("name")
    return tuple(
        facts.Organisation(ref=pk, name=name, domains=tuple(domains), speaks_for_users=voice, as_of=as_of, own=own)
        for pk, name, domains, voice, as_of, own in rows.values_list(
            "pk", "name", "domains", "speaks_for_users", "as_of", "is_own"
        )
    )


def organisation_options(*, with_archived: bool = False) -> list[tuple[str, int]]:
    """Name to show and key of every organisation, names that occur twice told apart by their KBO number or place."""
    rows = Organisation.objects.all() if with_archived else Organisation.objects.current()
    found = list(rows.order_by("name").values_list("name", "pk"))
    times = Counter(compared(name) for name, _pk in found)
    if len(times) == len(found):
        return found
    namesakes = rows.filter(pk__in=[pk for name, pk in found if times[compared(name)] > 1])
    apart = {each.pk: told_apart(each) for each in namesakes.prefetch_related("identifiers")}
    return [(apart.get(pk, name), pk) for name, pk in found]


def told_apart(organisation: Organisation) -> str:
    """The name with what tells it from its namesake: its kind and KBO number."""
    parts = [str(organisation.get_kind_display()), organisation.kbo or str(organisation.pk)]
    return f"{organisation.name} ({', '.join(parts)})"


def apart_from_own(organisations: Iterable[Organisation]) -> tuple[list[Organisation], list[Organisation]]:
    """The others, and the authority with its own services, who are one party together."""
    rows = list(organisations)
    return [each for each in rows if not each.is_own], [each for each in rows if each.is_own]
