"""What two records have in common, what becomes of their networks, and which records may be one."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import combinations
from typing import Any

from django.db.models import Field, Model, Q, TextField
from django.utils import timezone

from regiewijzer.register.exchange.lists.organisations import organisations_of
from regiewijzer.register.merges.models import UNDOABLE, Merge
from regiewijzer.register.merges.queries import apart
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Identifier, Organisation, Person, Scheme
from regiewijzer.register.records.models import Record
from regiewijzer.register.records.wording import label_of, label_of_code, value_in_words
from regiewijzer.science.names import compared, without_accents

Mergeable = Organisation | Person
NOT_CHOSEN = frozenset({"as_of"})
SHORTEST_PHONE = 8
MOST_DOUBLES = 200


class Side(StrEnum):
    """Whose value stays."""

    STAYS = "stays"
    GOES = "goes"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Line:
    """One field of both records in words. `proposed` is empty where there is nothing to choose."""

    key: str
    label: str
    stays: str
    goes: str
    proposed: Side | None = None
    both: bool = False


def fields_of(model: type[Model]) -> list["Field[Any, Any]"]:
    """The fields that somebody fills in."""
    return [field for field in model._meta.concrete_fields if field.editable and field.name not in NOT_CHOSEN][1:]


def lines_of(stays: Mergeable, goes: Mergeable) -> list[Line]:
    """Every field that one of both says something in, in the order of the form."""
    found = []
    for field in fields_of(type(stays)):
        one, other = value_in_words(stays, field), value_in_words(goes, field)
        if one or other:
            differ = getattr(stays, field.attname) != getattr(goes, field.attname)
            proposed = _proposed(field, stays, goes) if differ else None
            both = bool(differ and one and other and isinstance(field, TextField))
            found.append(Line(field.name, label_of(field), one, other, Side.BOTH if both else proposed, both))
    if isinstance(stays, Organisation):
        found[1:1] = _numbers(stays, goes)
    return found


def _proposed(field: "Field[Any, Any]", stays: Mergeable, goes: Mergeable) -> Side:
    """What is filled in, yes before no, a kind before the rest; else that of the record that stays."""
    said = getattr(stays, field.attname)
    says_nothing = not said or (field.choices and said == field.get_default())
    return Side.GOES if says_nothing and getattr(goes, field.attname) else Side.STAYS


def _numbers(stays: Organisation, goes: Mergeable) -> list[Line]:
    of_both = Identifier.objects.filter(organisation__in=(stays.pk, goes.pk))
    values: dict[str, dict[int, str]] = defaultdict(dict)
    for number in of_both:
        values[number.scheme][number.organisation_id] = number.written
    lines = []
    for scheme in (each.value for each in Scheme if each.value in values):
        one, other = (values[scheme].get(each.pk, "") for each in (stays, goes))
        side = Side.STAYS if one else Side.GOES
        lines.append(Line(scheme, label_of_code(scheme, "identifier_schemes"), one, other, side))
    return lines


@dataclass(frozen=True, slots=True)
class Seats:
    """What becomes of the networks of both: where only one sits, where both do, and persons who are there twice."""

    stays: list[Network]
    goes: list[Network]
    doubled: list[Network]
    persons: list[str]
    guests: int

    @property
    def together(self) -> int:
        return len({network.pk for network in (*self.stays, *self.goes)})


def seats_of(stays: Mergeable, goes: Mergeable) -> Seats:
    """In networks of today and before."""
    one, other = _networks_of(stays), _networks_of(goes)
    both = {network.pk for network in one} & {network.pk for network in other}
    persons = _persons_twice(stays, goes) if isinstance(stays, Organisation) else []
    guests = goes.guests.count() if isinstance(goes, Organisation) else 0
    return Seats(one, other, [network for network in one if network.pk in both], persons, guests)


def _networks_of(record: Mergeable) -> list[Network]:
    way = "memberships__organisation" if isinstance(record, Organisation) else "memberships__delegates__person"
    return list(Network.objects.filter(**{way: record.pk}).order_by("name").distinct())


def _persons_twice(stays: Mergeable, goes: Mergeable) -> list[str]:
    there = list(Person.objects.filter(organisation=stays.pk))
    comes = Person.objects.filter(organisation=goes.pk).order_by("name")
    return [each.name for each in comes if any(same_person(each, other) for other in there)]


def same_person(one: Person, other: Person) -> bool:
    """Two persons of one organisation with one name, whose addresses do not tell them apart."""
    if compared(one.name) != compared(other.name):
        return False
    addresses = {each.email.casefold() for each in (one, other) if each.email}
    return len(addresses) < 2


def double_person(row: Person) -> Person | None:
    """The person of the same organisation who is this one."""
    others = Person.objects.filter(organisation=row.organisation_id).exclude(pk=row.pk).order_by("pk")
    return next((other for other in others if same_person(row, other)), None)


def double_seat(row: Membership) -> Membership | None:
    """A membership of the same organisation in the same network in a time they have in common, an open one first."""
    others = Membership.objects.filter(network=row.network_id, organisation=row.organisation_id).exclude(pk=row.pk)
    in_common = [other for other in others if _at_once(row, other)]
    return min(in_common, key=lambda other: (other.ended is not None, other.pk), default=None)


def _at_once(one: Membership, other: Membership) -> bool:
    return _ends_after(one.ended, other.started) and _ends_after(other.ended, one.started)


def _ends_after(ended: date | None, started: date | None) -> bool:
    return ended is None or started is None or ended > started


@dataclass(frozen=True, slots=True)
class Double:
    """Two records that may be one, with why somebody should look."""

    one: Any
    other: Any
    why: str


class Reason(StrEnum):
    """Why two records may be one."""

    NAME = "name"
    SPELLING = "spelling"
    LIKE = "like"
    EMAIL = "email"
    PHONE = "phone"


def likely_organisations(of: int | None = None) -> list[Double]:
    """Partners in use that may be one, the surest first; only those like the one with key `of` when it is given."""
    rows = Organisation.objects.current().prefetch_related("identifiers").order_by("name", "pk")
    by_name: dict[str, list[Organisation]] = defaultdict(list)
    for row in rows:
        by_name[compared(row.name)].append(row)
    numbers = {name: found[0].kbo for name, found in by_name.items() if len(found) == 1 and found[0].kbo}
    listed = None if of is None else {name for name, found in by_name.items() if of in {row.pk for row in found}}
    read = organisations_of([row.name for row in rows], numbers=numbers, listed=listed)
    found: list[Double] = []
    for same in by_name.values():
        found += [Double(one, other, Reason.NAME) for one, other in combinations(same, 2)]
    for each in read.found:
        names = list(dict.fromkeys(compared(spelling) for spelling in each.spellings))
        for first, second in combinations(names, 2):
            found += [Double(one, other, Reason.SPELLING) for one in by_name[first] for other in by_name[second]]
    for first, second in read.alike:
        found += [
            Double(one, other, Reason.LIKE) for one in by_name[compared(first)] for other in by_name[compared(second)]
        ]
    kept = [each for each in found if not (each.one.kbo and each.other.kbo and each.one.kbo != each.other.kbo)]
    return _asked_about(kept, Organisation.KIND, of)


def likely_persons(of: int | None = None) -> list[Double]:
    """Persons in use with one name, one e-mail address or one telephone; only those like `of` when it is given."""
    rows = list(Person.objects.current().select_related("organisation").order_by("name", "pk"))
    ways: tuple[tuple[Reason, Callable[[Person], str]], ...] = (
        (Reason.EMAIL, lambda row: row.email.casefold()),
        (Reason.NAME, lambda row: without_accents(row.name)),
        (Reason.PHONE, lambda row: _digits(row.phone)),
    )
    found: list[Double] = []
    for why, key in ways:
        grouped: dict[str, list[Person]] = defaultdict(list)
        for row in rows:
            grouped[key(row)].append(row)
        for value, same in grouped.items():
            found += [Double(one, other, why) for one, other in combinations(same, 2)] if value else []
    return _asked_about(found, Person.KIND, of)


def _digits(phone: str) -> str:
    digits = "".join(sign for sign in phone if sign.isdecimal())
    return digits[-SHORTEST_PHONE:] if len(digits) >= SHORTEST_PHONE else ""


def _asked_about(found: Iterable[Double], kind: str, of: int | None) -> list[Double]:
    """Each pair once, without those that were told apart."""
    seen = apart(kind)
    kept = []
    for each in found:
        pair = (min(each.one.pk, each.other.pk), max(each.one.pk, each.other.pk))
        if pair not in seen and (of is None or of in pair):
            seen.add(pair)
            kept.append(each)
    return kept[:MOST_DOUBLES]


@dataclass(frozen=True, slots=True)
class Undoable:
    """A merge that can be taken back, with the name of what went and the last moment."""

    pk: int
    name: str
    at: datetime
    until: datetime
    who: str


def to_undo(record: Record, merges: Iterable[Merge]) -> list[Undoable]:
    """What of this can be taken apart again, the last first."""
    now = timezone.now()
    return [_undoable(merge, record) for merge in merges if merge.rows and now - merge.merged_at <= UNDOABLE]


def _undoable(merge: Merge, record: Record) -> Undoable:
    place = {"table": record._meta.label_lower, "pk": merge.goes}
    gone: dict[str, str] = next(
        (each["before"] for each in merge.rows if place.items() <= each.items() and each["before"]), {}
    )
    who = merge.by.user.name if merge.by else ""
    return Undoable(merge.pk, gone.get("name", ""), merge.merged_at, merge.merged_at + UNDOABLE, who)


def candidates(record: Mergeable) -> list[tuple[str, int]]:
    """Every other record of this kind by name, each with what tells it apart."""
    if isinstance(record, Person):
        persons = Person.objects.exclude(pk=record.pk).select_related("organisation").order_by("name", "pk")
        return [(f"{row.name}, {row.organisation.name}", row.pk) for row in persons]
    return [(row.name, row.pk) for row in Organisation.objects.exclude(pk=record.pk).order_by("name", "pk")]


def until(now: datetime | None = None) -> datetime:
    """Until when a merge of this moment can be undone."""
    return (now or timezone.now()) + UNDOABLE


def pair_of(model: type[Mergeable], stays: int, goes: int) -> tuple[Any, Any] | None:
    """Both records, or None when one is not there."""
    rows = model._default_manager.filter(Q(pk=stays) | Q(pk=goes)).in_bulk()
    return (rows[stays], rows[goes]) if stays in rows and goes in rows and stays != goes else None
