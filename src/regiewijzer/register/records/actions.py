"""Adding, changing, confirming and archiving a record: each atomic, audited and searchable."""

from datetime import date
from typing import TypeVar

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Entry, Verb
from regiewijzer.register.records.models import Record
from regiewijzer.register.search.actions import index

R = TypeVar("R", bound=Record)


class Conflict(Exception):
    """Somebody else changed the record after it was read; nothing was saved."""


@transaction.atomic
def create(record: R, *, actor: Actor) -> R:
    """Save a new record for the actor's authority."""
    record.authority_id = actor.authority_id
    record.save(force_insert=True)
    audit.record(actor=actor, verb=Verb.CREATED, kind=record.KIND, pk=record.pk, changes=_all(record))
    make_findable(record)
    return record


@transaction.atomic
def change(record: R, *, actor: Actor, seen_version: int) -> R:
    """Save a changed record when nobody else changed it since `seen_version`; Conflict otherwise."""
    model = type(record)
    before = model._default_manager.get(pk=record.pk).facts()
    claimed = model._default_manager.filter(pk=record.pk, version=seen_version).update(version=F("version") + 1)
    if not claimed:
        raise Conflict
    record.version = seen_version + 1
    record.save()
    if changes := _without_personal(record, audit.differences(before, record.facts())):
        audit.record(actor=actor, verb=Verb.CHANGED, kind=record.KIND, pk=record.pk, changes=changes)
    make_findable(record)
    return record


@transaction.atomic
def confirm(record: R, *, actor: Actor, day: date) -> R:
    """Say that the record is still right on this day."""
    before = record.as_of
    record.as_of = day
    record.save(update_fields=["as_of", "updated_at"])
    changes = {"as_of": [str(before), str(day)]}
    audit.record(actor=actor, verb=Verb.CONFIRMED, kind=record.KIND, pk=record.pk, changes=changes)
    return record


@transaction.atomic
def archive(record: R, *, actor: Actor) -> R:
    """Take the record out of lists and findings; it stays readable and can come back."""
    return _put_away(record, actor=actor, archived=True)


@transaction.atomic
def restore(record: R, *, actor: Actor) -> R:
    """Bring an archived record back."""
    return _put_away(record, actor=actor, archived=False)


def _put_away(record: R, *, actor: Actor, archived: bool) -> R:
    record.archived_at = timezone.now() if archived else None
    record.save(update_fields=["archived_at", "updated_at"])
    verb = Verb.ARCHIVED if archived else Verb.RESTORED
    audit.record(actor=actor, verb=verb, kind=record.KIND, pk=record.pk)
    make_findable(record)
    return record


def make_findable(record: Record) -> None:
    """Bring the search index up to date with this record."""
    index(
        authority=record.authority_id,
        kind=record.KIND,
        record=record.pk,
        title=record.name,
        line=record.search_line(),
        text=f"{record.search_text()} {' '.join(former_names(record))}",
        archived=record.archived,
    )


def former_names(record: Record) -> list[str]:
    """What it was called before, and what was called so and became a part of it; never of a person."""
    if record.version == 1 or "name" in record.PERSONAL:
        return []
    renamed = Entry.objects.filter(kind=record.KIND, record=record.pk, changes__has_key="name")
    told = renamed.exclude(verb=Verb.CREATED).values_list("changes", flat=True)
    return [changes["name"][0] for changes in told if changes["name"][0]]


def _all(record: Record) -> audit.Changes:
    filled = {name: [None, value] for name, value in record.facts().items() if value not in (None, "", [], {})}
    return _without_personal(record, filled)


def _without_personal(record: Record, changes: audit.Changes) -> audit.Changes:
    """The trail says that personal data changed, never what they were: an erased person must be gone everywhere."""
    return {name: ["…", "…"] if name in record.PERSONAL else change for name, change in changes.items()}
