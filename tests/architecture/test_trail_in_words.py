"""Whatever is done, the trail tells it in words: no code, no English in Dutch, no key of a row."""

import re

from django.utils.translation import override

from regiewijzer.foundation.audit import queries
from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.audit.wording import CONFIDENTIAL, KINDS, RECKONED, field_in_words, kind_in_words
from regiewijzer.foundation.tenancy import inside
from tests.typed import FORMS
from tests.world import House, undone_here

RAW = re.compile(r"[a-z]+[0-9]*(?:[_.][a-z0-9]+)+|.*[{}\\[\\]].*|True|False|None")
SAME_IN_BOTH = frozenset({"status", "website", "arena", "criteria", "agenda"})
BESIDE_FORMS = ("meeting_item_move", "network_arena_back", "network_confirm", "network_member_end", "person_archive")


def _not_in_words() -> set[str]:
    """What the newest lines tell by a code, to a reader of Dutch."""
    found = set()
    entries = {each.number: each for each in Entry.objects.all()}
    for line in queries.trail(most=len(entries)):
        entry = entries[line.number]
        found |= {f"{entry.kind}.{name}" for name in entry.changes if _unnamed(entry.kind, name)}
        if entry.kind not in KINDS and kind_in_words(entry.kind) == entry.kind != "instrument":
            found.add(entry.kind)
        for change in line.changes:
            parts = {part for said in (change.before, change.after) for part in said.split(", ")}
            found |= {f"{entry.kind}, {change.field}: {part}" for part in parts if RAW.fullmatch(part)}
    return found


def _unnamed(kind: str, name: str) -> bool:
    plain = name.replace("_", " ")
    with override("en"):
        english = field_in_words(kind, name)
    named = english != plain or field_in_words(kind, name) != plain
    return not named and name not in SAME_IN_BOTH | CONFIDENTIAL | RECKONED


def test_every_line_is_in_words(house: House) -> None:
    client = house.administrator.client

    with undone_here():
        for name in (*BESIDE_FORMS, *sorted(FORMS)):
            client.post(house.address(name), FORMS[name]() if name in FORMS else {})
        with inside(house.world.authority.pk), override("nl"):
            kinds, found = set(Entry.objects.values_list("kind", flat=True)), _not_in_words()

    assert found == set()
    assert len(kinds) > 10
