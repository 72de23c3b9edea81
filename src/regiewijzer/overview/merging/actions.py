"""Making two partners or two persons one."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.overview.merging.queries import Mergeable, Side, double_person, double_seat, fields_of
from regiewijzer.register.decisions.actions import move_subjects
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.merges.actions import Double, Journal, take_what_is_missing
from regiewijzer.register.merges.models import Merge
from regiewijzer.register.networks.models import Delegate, MemberRole, Membership
from regiewijzer.register.organisations.models import Identifier, Organisation, Person
from regiewijzer.register.records.actions import Conflict
from regiewijzer.science.written_days import Precision

Chosen = Mapping[str, Side]


@transaction.atomic
def merge(
    *, stays: Mergeable, goes: Mergeable, chosen: Chosen, seen: tuple[int, int], actor: Actor, now: datetime
) -> Merge:
    """One record of two, of one kind. `chosen`: whose value a field gets; what is not chosen is that of `stays`.

    Everything that points at `goes` points at `stays`; seats and persons that then are there twice become one. Conflict
    when somebody changed one of both since `seen`, the versions of both.
    """
    model = type(stays)
    locked = model._default_manager.select_for_update(of=("self",)).in_bulk([stays.pk, goes.pk])
    if len(locked) < 2 or (locked[stays.pk].version, locked[goes.pk].version) != seen:
        raise Conflict
    names = [goes.name, stays.name]
    journal = Journal(DOUBLES)
    for field in fields_of(model):
        side = chosen.get(field.name, Side.STAYS)
        if side is not Side.STAYS:
            _take(field.attname, stays, goes, both=side is Side.BOTH)
    stays.as_of = min(stays.as_of, goes.as_of)
    if not (stays.archived and goes.archived):
        stays.archived_at = None
    if isinstance(stays, Organisation):
        _take_numbers(journal, stays, goes, chosen)
    move_subjects(journal=journal, decisions=Decision.objects.all(), stays=stays, goes=goes)
    journal.combine(stays, goes)
    journal.change(stays)
    shown = ["…", "…"] if "name" in model.PERSONAL else names
    for pk in (goes.pk, stays.pk):
        audit.record(actor=actor, verb=Verb.MERGED, kind=model.KIND, pk=pk, changes={"name": list(shown)})
    return journal.keep(kind=model.KIND, stays=stays.pk, goes=goes.pk, actor=actor, now=now)


def _take(field: str, stays: Mergeable, goes: Mergeable, *, both: bool) -> None:
    value = getattr(goes, field)
    setattr(stays, field, f"{getattr(stays, field)}\n\n{value}" if both else value)


def _take_numbers(journal: Journal, stays: Organisation, goes: Mergeable, chosen: Chosen) -> None:
    """Of two numbers of one kind the one that was not chosen goes."""
    numbers = {(number.scheme, number.organisation_id): number for number in _numbers_of(stays, goes)}
    for (scheme, owner), number in numbers.items():
        if owner == stays.pk and (scheme, goes.pk) in numbers and chosen.get(scheme) is Side.GOES:
            journal.remove(number)


def _numbers_of(*both: Mergeable) -> Any:
    return Identifier.objects.filter(organisation__in=[each.pk for each in both]).order_by("pk")


def _join_seats(stays: Membership, goes: Membership) -> None:
    """The earliest start that is known, the last end; what both do; the role of the oldest, unless it has none."""
    starts = [day for day in (stays.start, goes.start) if day is not None]
    older = stays.started is not None and goes.started is not None and goes.started < stays.started
    if goes.role != MemberRole.MEMBER and (older or stays.role == MemberRole.MEMBER):
        stays.role = goes.role
    stays.started = earliest = min(starts, default=None)
    stays.started_precision = earliest.precision.value if earliest else Precision.DAY.value
    stays.ended = _last(stays.ended, goes.ended)
    if goes.action and goes.action != stays.action:
        joined = "; ".join(each for each in (stays.action, goes.action) if each)
        longest = Membership._meta.get_field("action").max_length
        stays.action = joined if longest is None or len(joined) <= longest else stays.action


def _last(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def _join_persons(stays: Person, goes: Person) -> None:
    take_what_is_missing(stays, goes)
    if stays.experience_years is None:
        stays.experience_years = goes.experience_years
    stays.as_of = min(stays.as_of, goes.as_of)
    if not goes.archived:
        stays.archived_at = None


def _join_delegates(stays: Delegate, goes: Delegate) -> None:
    """One person at one seat: the earliest start, the last end, and what was agreed for either."""
    take_what_is_missing(stays, goes)
    stays.started = min((day for day in (stays.started, goes.started) if day is not None), default=None)
    stays.ended = _last(stays.ended, goes.ended)
    stays.appointed_on = stays.appointed_on or goes.appointed_on
    stays.substitute = stays.substitute and goes.substitute
    stays.critical_voice = stays.critical_voice or goes.critical_voice


def _nobody(_row: Delegate) -> None:
    """What a constraint does not forbid stands beside one another: periods of before."""


DOUBLES: Mapping[Any, Double] = MappingProxyType(
    {
        Membership: Double(double_seat, _join_seats),
        Person: Double(double_person, _join_persons),
        Delegate: Double(_nobody, _join_delegates),
    }
)
