"""Receiving a file, reading it, confirming what it would do, and saving that."""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.overview.exchange.models import LONGEST_HEADING, ImportDraft, ListHeading
from regiewijzer.overview.exchange.queries import (
    ENDED,
    ENDED_VERSIONS,
    KINDS,
    MEMBERS,
    SAVES,
    answers_of,
    gone_in,
    is_own_list,
    known_partners,
    left_in,
    made_by,
    obstacles,
    only_counts,
    packed,
    planned,
    preview_of,
    proposal_of,
    titled,
    unpacked,
)
from regiewijzer.overview.exchange.tables import TABLES
from regiewijzer.overview.exchange.wording import SEVERAL_FILES, State
from regiewijzer.register.exchange.files.limits import Refused
from regiewijzer.register.exchange.files.raw import File, RawSheet, joined, parted
from regiewijzer.register.exchange.files.reading import read_files
from regiewijzer.register.exchange.lists.ours import our_sheets
from regiewijzer.register.exchange.lists.proposal import Answer, ColumnMeaning
from regiewijzer.register.exchange.lists.words import Meaning
from regiewijzer.register.exchange.plans.plan import Plan
from regiewijzer.register.exchange.sheets.kinds import Target
from regiewijzer.register.exchange.tables.saving import IMPORT, save
from regiewijzer.register.networks.actions import end_member, rejoin
from regiewijzer.register.networks.models import Membership
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.search.actions import forget
from regiewijzer.science.names import compared

EXPORT = "export"
LONGEST_NAME = 200


READ = ("state", "refusal", "files", "rows", "preview", "digest", "listed")
SAVED = ("state", "rows", "preview", "digest", "moved", "made", "listed", "chosen", "answers")


class RegisterMoved(Exception):
    """Somebody changed the register after the plan was made; nothing was saved."""


@transaction.atomic
def receive(*, uploads: Sequence[UploadedFile[Any]], position: Position) -> ImportDraft:
    """Keep the files until they are read.

    What the same person had still open goes, unless it is being saved or can be undone; so does what is a day old.
    """
    _make_room(position)
    files: list[File] = [(upload.name or "", upload.read()) for upload in uploads]
    return ImportDraft.objects.create(
        authority_id=position.authority_id,
        position=position,
        file_name=name_of([name for name, _data in files]),
        files=joined(files),
    )


@transaction.atomic
def receive_typed(
    *, cells: Sequence[tuple[str, ...]], meanings: Sequence[Meaning], name: str, position: Position
) -> ImportDraft:
    """Keep networks that somebody typed as a list of which the columns are known."""
    _make_room(position)
    headings = tuple(meaning.value for meaning in meanings)
    sheet = RawSheet(name, name, tuple(enumerate([headings, *cells], start=1)))
    return ImportDraft.objects.create(
        authority_id=position.authority_id,
        position=position,
        file_name=name,
        state=State.LIST,
        listed=packed([sheet]),
        chosen=[[name, meaning.value, meaning.value] for meaning in meanings],
    )


def _make_room(position: Position) -> None:
    forget_old()
    undoable = Q(state=State.SAVED) & ~Q(made={})
    ImportDraft.objects.filter(position=position).exclude(undoable | Q(state=State.SAVING)).delete()


def forget_old() -> int:
    """Take away what was uploaded more than a day ago. Returns how many that were."""
    return ImportDraft.objects.past().delete()[0]


def read(*, draft: ImportDraft, today: date) -> ImportDraft:
    """Read the files of a draft and keep what they would do, or why they cannot be read."""
    assert draft.files is not None
    try:
        raws = titled(read_files(parted(io.BytesIO(draft.files))))
        if is_own_list(raws):
            draft.listed, draft.state = packed(raws), State.LIST
        else:
            _keep(draft, raws, planned(raws, today), today)
    except Refused as refused:
        draft.state, draft.refusal = State.REFUSED, {"reason": refused.reason, "numbers": dict(refused.numbers)}
    draft.files = None
    _store_if_there(draft)
    return draft


@transaction.atomic
def choose_columns(*, draft: ImportDraft, chosen: Sequence[tuple[ColumnMeaning, Meaning]]) -> None:
    """Keep what the columns of a list become, and remember for the next list what was changed by hand."""
    draft.chosen = [[column.sheet, column.heading, becomes.value] for column, becomes in chosen]
    draft.state = State.LIST
    draft.save(update_fields=["chosen", "state"])
    for column, becomes in chosen:
        heading = compared(column.heading)[:LONGEST_HEADING]
        if becomes is not column.becomes:
            ListHeading.objects.update_or_create(
                authority_id=draft.authority_id, heading=heading, defaults={"becomes": becomes.value}
            )


def answer_names(*, draft: ImportDraft, answers: Mapping[str, Answer], today: date) -> None:
    """Keep what was said of the names of a list, and plan what it would do."""
    draft.answers = {key: answer.value for key, answer in answers.items()}
    raws = our_sheets(proposal_of(draft, today), answers_of(draft), known_partners())
    _keep(draft, raws, planned(raws, today), today)
    draft.save(update_fields=["answers", "rows", "preview", "digest", "state"])


def _store_if_there(draft: ImportDraft) -> None:
    """Keep what was read; a draft that was put away meanwhile stays away."""
    read_meanwhile = {name: getattr(draft, name) for name in READ}
    ImportDraft.objects.filter(pk=draft.pk, state=State.READING).update(**read_meanwhile)


def confirm(*, draft: ImportDraft, end_left: bool = False) -> bool:
    """Claim a draft for saving; False when it is not waiting for that.

    end_left: who sat in a network of the list and is not in it any more, leaves today.
    """
    left = draft.preview.get("left", []) if end_left else []
    waiting = ImportDraft.objects.filter(pk=draft.pk, state=State.READY)
    preview = {**draft.preview, "left": left}
    return bool(waiting.update(state=State.SAVING, moved=False, started_at=timezone.now(), preview=preview))


def claim(*, draft: int) -> ImportDraft | None:
    """The draft that waits to be saved, which nobody can put away until this transaction ends.

    None when it does not wait, or waited so long that its page said nothing was saved: then nothing will be.
    """
    waiting = ImportDraft.objects.select_for_update(of=("self",)).filter(pk=draft, state=State.SAVING)
    found = waiting.select_related("position").first()
    if found is not None and found.overdue:
        give_up(draft=found.pk)
        return None
    return found


def carry_out(*, draft: ImportDraft, actor: Actor, today: date) -> ImportDraft:
    """Save what was confirmed, when the register still stands as it did then; otherwise a new preview waits."""
    assert draft.rows is not None
    raws, plan, keys = unpacked(draft.rows), planned(unpacked(draft.rows), today), dict[Target, int]()
    try:
        save_plan(
            plan=plan,
            digest=draft.digest,
            actor=actor,
            today=today,
            file=draft.file_name,
            keys=keys,
            progress=partial(_tell, draft),
        )
    except RegisterMoved:
        _keep(draft, raws, planned(raws, today), today)
        draft.moved = True
    else:
        made = made_by(plan, keys)
        ended = _end([each["member"] for each in draft.preview.get("left", [])], actor=actor, today=today)
        counts = only_counts(draft.preview) | {"own_list": draft.listed is not None}
        draft.state, draft.rows, draft.preview = State.SAVED, None, counts
        draft.listed, draft.chosen, draft.answers = None, [], {}
        draft.made = {} if made is None else made | ended
    draft.save(update_fields=SAVED)
    return draft


def _tell(draft: ImportDraft, rows: int) -> None:
    """Tell who waits how many rows are saved, in the name of this connection until its transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('application_name', %s, true)", [SAVES.format(draft=draft.pk, rows=rows)])


def _end(members: Sequence[int], *, actor: Actor, today: date) -> dict[str, list[int]]:
    """These memberships end today; one that ended meanwhile stays as it is. Returns which, and the version they got."""
    found = Membership.objects.sitting(today).filter(pk__in=members).order_by("pk")
    ended = [end_member(membership=membership, ended=today, actor=actor) for membership in found]
    if not ended:
        return {}
    return {ENDED: [each.pk for each in ended], ENDED_VERSIONS: [each.version for each in ended]}


def save_plan(
    *,
    plan: Plan,
    digest: str,
    actor: Actor,
    today: date,
    file: str,
    keys: dict[Target, int] | None = None,
    progress: Callable[[int], None] = lambda _rows: None,
) -> int:
    """Save a plan that was confirmed by its digest, all or nothing. Returns how many rows.

    `progress` hears after each sheet how many rows are saved.

    Raises RegisterMoved when the plan is another one by now, or becomes one while it is saved.
    """
    if plan.digest != digest:
        raise RegisterMoved
    try:
        return save(plan, TABLES, actor=actor, today=today, file=file, keys=keys, progress=progress)
    except (Conflict, IntegrityError) as wrong:
        raise RegisterMoved from wrong


def gather_statistics() -> None:
    """Have the database look at what is in its tables, so that it plans for them: after a large import it knows nothing
    of them for minutes, and a list takes twice as long.
    """
    with connection.cursor() as cursor:
        cursor.execute("select gather_statistics()")


def give_up(*, draft: int) -> None:
    """Say that something broke; nothing was saved."""
    ImportDraft.objects.filter(pk=draft).update(state=State.BROKEN, files=None, rows=None, listed=None, preview={})


@transaction.atomic
def discard(*, draft: ImportDraft) -> bool:
    """Take the draft away; the register stays as it is. False when it is being saved: then it is too late."""
    free = (
        ImportDraft.objects.select_for_update(skip_locked=True)
        .filter(pk=draft.pk)
        .defer("files", "rows", "listed")
        .first()
    )
    if free is None or (free.state == State.SAVING and not free.overdue):
        return False
    free.delete()
    return True


def name_of(names: Sequence[str]) -> str:
    """What to call an upload of one file or several."""
    first = names[0][:LONGEST_NAME]
    if len(names) == 1:
        return first
    return (str(SEVERAL_FILES) % {"name": first, "count": len(names) - 1})[:LONGEST_NAME]


def _keep(draft: ImportDraft, raws: Sequence[RawSheet], plan: Plan, today: date) -> None:
    own = draft.listed is not None
    beside = {"left": left_in(plan, today), "gone": gone_in(plan, today)} if own else {"left": [], "gone": []}
    draft.rows, draft.preview, draft.digest = packed(raws), {**preview_of(plan), **beside}, plan.digest
    draft.state = State.READY


def note_taken_out(*, file: str, actor: Actor) -> None:
    """One line in the trail: who took the whole register out, and under which name."""
    audit.record(actor=actor, verb=Verb.TAKEN_OUT, kind=EXPORT, pk=None, changes={"file": [None, file]})


@transaction.atomic
def undo(*, draft: ImportDraft, actor: Actor) -> bool:
    """Take out everything the import brought in, and let who left with it sit again, as one act.

    False when something was built on it.
    """
    claimed = ImportDraft.objects.select_for_update().filter(pk=draft.pk, state=State.SAVED).exclude(made={}).first()
    if claimed is None or obstacles(claimed):
        return False
    made = claimed.made
    Membership.objects.filter(pk__in=made.get(MEMBERS, ())).delete()
    for membership in Membership.objects.filter(pk__in=made.get(ENDED, ())).order_by("pk"):
        rejoin(membership=membership, actor=actor)
    for code, model in KINDS.items():
        for pk in made.get(code, ()):
            forget(kind=model.KIND, record=pk)
        model._default_manager.filter(pk__in=made.get(code, ())).delete()
    claimed.state, claimed.made = State.UNDONE, {}
    claimed.save(update_fields=["state", "made"])
    count = sum(len(pks) for code, pks in made.items() if code != ENDED_VERSIONS)
    audit.record(
        actor=actor,
        verb=Verb.REMOVED,
        kind=IMPORT,
        pk=None,
        changes={"file": [claimed.file_name, None], "rows": [count, None]},
    )
    return True
