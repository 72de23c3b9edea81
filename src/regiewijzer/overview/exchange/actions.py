"""Receiving a file, reading it, confirming what it would do, and saving that."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.overview.exchange.models import ImportDraft
from regiewijzer.overview.exchange.queries import TABLES, only_counts, packed, planned, preview_of, unpacked
from regiewijzer.overview.exchange.wording import SEVERAL_FILES, State
from regiewijzer.register.exchange.files.limits import Refused
from regiewijzer.register.exchange.files.raw import File, RawSheet, joined, parted
from regiewijzer.register.exchange.files.reading import read_files
from regiewijzer.register.exchange.plans.plan import Plan
from regiewijzer.register.exchange.tables.saving import save
from regiewijzer.register.records.actions import Conflict

LONGEST_NAME = 200


class RegisterMoved(Exception):
    """Somebody changed the register after the plan was made; nothing was saved."""


@transaction.atomic
def receive(*, uploads: Sequence[UploadedFile[Any]], position: Position) -> ImportDraft:
    """Keep the files until they are read. What the same person had still open goes, and so does what is a day old."""
    forget_old()
    ImportDraft.objects.filter(position=position).delete()
    files: list[File] = [(upload.name or "", upload.read()) for upload in uploads]
    return ImportDraft.objects.create(
        authority_id=position.authority_id,
        position=position,
        file_name=name_of([name for name, _data in files]),
        files=joined(files),
    )


def forget_old() -> int:
    """Take away what was uploaded more than a day ago. Returns how many that were."""
    return ImportDraft.objects.past().delete()[0]


def read(*, draft: ImportDraft, today: date) -> ImportDraft:
    """Read the files of a draft and keep what they would do, or why they cannot be read."""
    assert draft.files is not None
    try:
        raws = read_files(parted(io.BytesIO(draft.files)))
        _keep(draft, raws, planned(raws, today))
    except Refused as refused:
        draft.state, draft.refusal = State.REFUSED, {"reason": refused.reason, "numbers": dict(refused.numbers)}
    draft.files = None
    draft.save()
    return draft


def confirm(*, draft: ImportDraft) -> bool:
    """Claim a draft for saving; False when it is not waiting for that."""
    waiting = ImportDraft.objects.filter(pk=draft.pk, state=State.READY)
    return bool(waiting.update(state=State.SAVING, moved=False, started_at=timezone.now()))


def carry_out(*, draft: ImportDraft, actor: Actor, today: date) -> ImportDraft:
    """Save what was confirmed, when the register still stands as it did then; otherwise a new preview waits."""
    assert draft.rows is not None
    raws = unpacked(draft.rows)
    try:
        save_plan(plan=planned(raws, today), digest=draft.digest, actor=actor, today=today, file=draft.file_name)
    except RegisterMoved:
        _keep(draft, raws, planned(raws, today))
        draft.moved = True
    else:
        draft.state, draft.rows, draft.preview = State.SAVED, None, only_counts(draft.preview)
    draft.save()
    return draft


def save_plan(*, plan: Plan, digest: str, actor: Actor, today: date, file: str) -> int:
    """Save a plan that was confirmed by its digest, all or nothing. Returns how many rows.

    Raises RegisterMoved when the plan is another one by now, or becomes one while it is saved.
    """
    if plan.digest != digest:
        raise RegisterMoved
    try:
        return save(plan, TABLES, actor=actor, today=today, file=file)
    except (Conflict, IntegrityError) as wrong:
        raise RegisterMoved from wrong


def give_up(*, draft: int) -> None:
    """Say that something broke; nothing was saved."""
    ImportDraft.objects.filter(pk=draft).update(state=State.BROKEN, files=None, rows=None, preview={})


def discard(*, draft: ImportDraft) -> None:
    """Take the draft away; the register stays as it is."""
    draft.delete()


def name_of(names: Sequence[str]) -> str:
    """What to call an upload of one file or several."""
    first = names[0][:LONGEST_NAME]
    if len(names) == 1:
        return first
    return (str(SEVERAL_FILES) % {"name": first, "count": len(names) - 1})[:LONGEST_NAME]


def _keep(draft: ImportDraft, raws: Sequence[RawSheet], plan: Plan) -> None:
    draft.rows, draft.preview, draft.digest = packed(raws), preview_of(plan), plan.digest
    draft.state = State.READY
