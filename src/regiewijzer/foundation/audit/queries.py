"""Reading the trail: of one record, of an authority, and whether its chain still holds."""

import json
import logging
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.audit.models import FIRST_HASH, KEY, Entry
from regiewijzer.foundation.audit.wording import (
    CONFIDENTIAL,
    RECKONED,
    field_in_words,
    kind_in_words,
    links_of,
    value_in_words,
)
from regiewijzer.foundation.keys import holds, is_ours, sealed
from regiewijzer.ui.wording import short_day

DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
PSEUDONYM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


HEADS = "trail_heads.json"
Heads = dict[str, list[Any]]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Change:
    """A field that became something else, in words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a history: who (empty when erased or done by the program), what, when, and what it changed."""

    number: int
    at: datetime
    who: str
    verb: str
    kind: str
    record: int | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A line as the chain knows it."""

    number: int
    hash: str


def history(kind: str, pk: int, most: int = 200) -> list[Line]:
    """What happened to one record, newest first."""
    return lines_of(list(entries_of(kind, pk, most)))


def entries_of(kind: str, pk: int, most: int, also: Collection[int] = ()) -> QuerySet[Entry]:
    """The same, to be read with other things and put in words by `lines_of`. `also`: records that became a part."""
    of_it = (
        Entry.objects.filter(kind=kind, record__in=[pk, *also]) if also else Entry.objects.filter(kind=kind, record=pk)
    )
    return of_it[:most]


def trail(most: int = 200, before: int | None = None) -> list[Line]:
    """What happened in the authority, newest first; `before` is an entry number to read on from."""
    entries = Entry.objects.all() if before is None else Entry.objects.filter(number__lt=before)
    return lines_of(list(entries[:most]))


def newest_entry() -> QuerySet[Entry]:
    """The last line, or nothing when nothing was ever done."""
    return Entry.objects.order_by("-number")[:1]


def last_number() -> int:
    """Number of the newest entry; 0 when nothing was ever done."""
    return Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0


def broken_link(of_last: int | None = None) -> int | None:
    """Number of the first entry that does not fit the chain, or None when it holds: all of it, or its last so many."""
    _right, broken = _followed(_link(max(0, last_number() - of_last) if of_last is not None else 0))
    return broken


def check_on(authority: int, right: dict[int, Link], of_last: int | None = None) -> int | None:
    """The same, on from the last line that was found right; `right` remembers that line, by authority.

    Keep `right` in the process, never in the database: whoever can rewrite the trail could move it there unseen. That
    the line still has the hash it had then also tells a trail that was rewritten as a whole, which the chain by itself
    cannot. A line before it that was changed alone is found by the next whole check.
    """
    last = right.get(authority)
    if last is not None and _link(last.number) != last:
        return last.number
    if last is None:
        last = _link(max(0, last_number() - of_last) if of_last is not None else 0)
    right[authority], broken = _followed(last)
    return broken


def stands(link: Link) -> bool:
    """Whether this line is there as it was: what came before was not rewritten since, and the trail was not cut."""
    return _link(link.number) == link


def heads_in(folder: Path) -> dict[int, Link]:
    """The last line of each trail that was found right, as kept in this folder, by authority.

    Outside the database, so that whoever can write there cannot move it along. Nothing when they are of another
    database: one that was brought back from a backup is another, and goes on from what it holds. Nothing either, and
    an error in the log, when somebody else wrote the file.
    """
    try:
        kept = json.loads((folder / HEADS).read_text())
    except (OSError, ValueError):
        return {}
    if kept.get("database") != number_of_database():
        return {}
    if "seal" in kept and not holds(KEY, _text_of(kept["heads"]), kept["seal"]):
        logger.error("%s was not written by this program: what it says of the audit trails counts for nothing.", HEADS)
        return {}
    return {int(authority): Link(*link) for authority, link in kept["heads"].items()}


def in_writing(heads: Mapping[int, Link]) -> Heads:
    """Number and hash of the last line of each trail, by authority, as a file can hold it."""
    return {str(authority): [link.number, link.hash] for authority, link in sorted(heads.items())}


def seal_of(heads: Heads) -> str:
    """The seal of last lines, under the key that is not in the database."""
    return sealed(KEY, _text_of(heads))


def forged(heads: Heads, seal: str) -> bool:
    """Whether a seal that says it was made here is not that of these last lines."""
    return is_ours(KEY, seal) and not holds(KEY, _text_of(heads), seal)


def _text_of(heads: Heads) -> str:
    return json.dumps(heads, sort_keys=True)


def number_of_database() -> int:
    """What PostgreSQL calls the database by, whatever its name."""
    with connection.cursor() as cursor:
        cursor.execute("select oid from pg_database where datname = current_database()")
        return int(cursor.fetchone()[0])


def _link(number: int) -> Link:
    """The line with this number as it is stored; 0 is what the first line follows."""
    stored = Entry.objects.filter(number=number).values_list("hash", flat=True).first() if number else FIRST_HASH
    return Link(number, stored or "")


def _followed(right: Link) -> tuple[Link, int | None]:
    """The last line that fits the chain after `right`, and the number of the first that does not."""
    before = Entry.objects.filter(number=right.number).first()
    sealed_before = before is not None and before.sealed_here
    entries = Entry.objects.filter(number__gt=right.number).order_by("number").iterator()
    for number, entry in enumerate(entries, right.number + 1):
        chained = entry.number == number and entry.previous_hash == right.hash
        if not chained or not entry.fits(sealed_before=sealed_before):
            return right, number
        right, sealed_before = Link(number, entry.hash), sealed_before or entry.sealed_here
    return right, None


def lines_of(entries: list[Entry]) -> list[Line]:
    """Entries in words, with the names of who did it and of the records and people that were noted by their number."""
    people = {str(entry.actor) for entry in entries if entry.actor} | _pseudonyms(entries)
    found = Position.objects.filter(pseudonym__in=people).select_related("user")
    names = {str(position.pseudonym): position.user.name for position in found}
    known = _names_of_records(entries)
    return [_line(entry, names, known) for entry in entries]


def _line(entry: Entry, people: Mapping[str, str], records: Mapping[type[Model], Mapping[int, str]]) -> Line:
    links = links_of(entry.kind)

    def shown(name: str, value: Any) -> str:
        if name in links:
            named = records.get(links[name], {})
            value = [named.get(each, _("no longer there")) for each in _numbers(value)]
        elif isinstance(value, str) and PSEUDONYM.fullmatch(value):
            value = people.get(value, _("no longer there"))
        return _shown(value_in_words(entry.kind, name, value))

    changes = tuple(
        Change(field_in_words(entry.kind, name), *(shown(name, value) for value in both))
        for name, both in entry.changes.items()
        if name not in CONFIDENTIAL | RECKONED
    )
    verb, who = str(entry.get_verb_display()), people.get(str(entry.actor), "")
    return Line(entry.number, entry.at, who, verb, kind_in_words(entry.kind), entry.record, changes)


def _pseudonyms(entries: list[Entry]) -> set[str]:
    values = (value for entry in entries for both in entry.changes.values() for value in both)
    return {value for value in values if isinstance(value, str) and PSEUDONYM.fullmatch(value)}


def _names_of_records(entries: list[Entry]) -> dict[type[Model], dict[int, str]]:
    """What the records are called today that the lines note by their number; one query for each kind."""
    asked = defaultdict[type[Model], set[int]](set)
    for entry in entries:
        for name, model in links_of(entry.kind).items():
            asked[model].update(number for value in entry.changes.get(name, ()) for number in _numbers(value))
    return {
        model: {pk: str(found) for pk, found in model._default_manager.in_bulk(pks).items()}
        for model, pks in asked.items()
        if pks
    }


def _numbers(value: Any) -> list[int]:
    """The numbers of records in a value of the trail: of one, of several, or of none."""
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, int) and not isinstance(each, bool)]


def _shown(value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, list):
        return ", ".join(_in_words(item) for item in value) or "–"
    return _in_words(value)


def _in_words(value: Any) -> str:
    """As people write it: a day within a text too."""
    return DAY.sub(lambda found: _day_in_words(found[0]), str(value))


def _day_in_words(written: str) -> str:
    try:
        return short_day(date.fromisoformat(written))
    except ValueError:
        return written
