"""Adding to the trail."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import connection
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit.models import FIRST_HASH, Entry, Verb
from regiewijzer.foundation.audit.queries import HEADS, Link, in_writing, number_of_database, seal_of

Changes = dict[str, list[Any]]
READABLE_BY_US = 0o600
CHAIN_LOCK = 7001  # first key of the advisory lock; the second is the authority


def record(*, actor: Actor, verb: Verb, kind: str, pk: int | None, changes: Changes | None = None) -> Entry:
    """Write one line, chained to the former one of the authority. Must run inside the transaction of the change."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [CHAIN_LOCK, actor.authority_id])
    former = Entry.objects.order_by("-number").first()
    entry = Entry(
        authority_id=actor.authority_id,
        number=former.number + 1 if former else 1,
        at=timezone.now(),
        actor=actor.pseudonym,
        verb=verb,
        kind=kind,
        record=pk,
        changes=changes or {},
        previous_hash=former.hash if former else FIRST_HASH,
    )
    entry.hash = entry.computed_hash()
    entry.seal = entry.computed_seal()
    entry.save(force_insert=True)
    return entry


def keep_heads(folder: Path, heads: Mapping[int, Link]) -> None:
    """Keep the last line of each trail that was found right, sealed, where `heads_in` finds it. Whole, or as it was."""
    kept = in_writing(heads)
    half = folder / f"{HEADS}.half"
    half.touch(mode=READABLE_BY_US)
    half.write_text(json.dumps({"database": number_of_database(), "heads": kept, "seal": seal_of(kept)}))
    half.rename(folder / HEADS)


def differences(before: dict[str, Any], after: dict[str, Any]) -> Changes:
    """Fields whose value changed, each with the value before and after."""
    return {name: [before.get(name), value] for name, value in after.items() if before.get(name) != value}
