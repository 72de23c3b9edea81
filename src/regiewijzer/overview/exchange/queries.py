"""What would a file do to this register, and how is that shown? Also what goes out."""

import json
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from django.db import connection, models, router
from django.db.models.deletion import Collector
from django.http import Http404

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import current
from regiewijzer.overview.exchange.models import ImportDraft, ListHeading
from regiewijzer.overview.exchange.tables import SHEETS, TABLES
from regiewijzer.overview.memory import Memory
from regiewijzer.register.exchange import wording
from regiewijzer.register.exchange.files.cells import shown
from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.files.raw import RawSheet, from_json, to_json
from regiewijzer.register.exchange.files.writing import csv_files, workbook
from regiewijzer.register.exchange.lists.programs import is_written_by_program
from regiewijzer.register.exchange.lists.proposal import Answer, Chosen, Proposal
from regiewijzer.register.exchange.lists.reading import propose
from regiewijzer.register.exchange.lists.words import Meaning
from regiewijzer.register.exchange.plans.directory import NamedRow
from regiewijzer.register.exchange.plans.plan import Plan, SheetPlan
from regiewijzer.register.exchange.plans.planning import plan_of
from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.mistakes import Mistake, Remark
from regiewijzer.register.exchange.sheets.reading import MOST_TITLE_ROWS, names_of, plain
from regiewijzer.register.exchange.sheets.recognising import Read, read_sheets
from regiewijzer.register.exchange.sheets.rows import Row, State, Stored
from regiewijzer.register.exchange.tables.exporting import stored_sheets, template_sheets
from regiewijzer.register.exchange.tables.policy import POLICY_CODES
from regiewijzer.register.exchange.tables.two_files import is_two_files, read_two_files
from regiewijzer.register.networks.models import Delegate, GoalVersion, Membership, Network
from regiewijzer.register.organisations.models import Identifier, Organisation, Person, Scheme
from regiewijzer.register.records.models import Record

MOST_SHOWN = 50
MOST_LISTS = 8  # whose reading each page process remembers
KINDS: Mapping[str, type[Record]] = {"networks": Network, "persons": Person, "organisations": Organisation}
CAME_ALONG = (Identifier, GoalVersion, Delegate)
MEMBERS = "members"
SAVES = "saves {draft} {rows}"  # what the connection of the worker is called while it saves a draft
ENDED, ENDED_VERSIONS = "ended", "ended_versions"  # who left with an import, and the version that made
MOST_KEPT = 2_000  # mistakes, changes and names in a preview; what is more is counted


def understood(raws: Iterable[RawSheet]) -> Read:
    """The rows of a workbook, of a folder, or of the two-file form. Refused when nothing in it is ours."""
    raws = tuple(raws)
    return read_two_files(raws) if is_two_files(raws) else read_sheets(SHEETS, raws)


def planned(raws: Iterable[RawSheet], today: date) -> Plan:
    """What the file would do to the register of this authority today."""
    return plan_against({table.sheet.code: table.stored() for table in TABLES}, raws, today, beside())


def plan_against(
    stored: dict[str, list[Stored]],
    raws: Iterable[RawSheet],
    today: date,
    beside: Mapping[str, Sequence[NamedRow]] | None = None,
) -> Plan:
    """What the file would do to these rows; needs no database."""
    numbers = {table.sheet.code: table.clean for table in TABLES}
    return plan_of(SHEETS, understood(raws), stored, today, numbers, beside)


def beside() -> dict[str, list[NamedRow]]:
    """What rows can name that stands on no sheet: whoever has an account here, and the authority itself."""
    authority = Authority.objects.get(pk=current())
    positions = Position.objects.filter(authority=authority).select_related("user").order_by("pk")
    return {
        "colleagues": [
            NamedRow(Target("colleagues", pk=each.pk), each.user.name, {each.user.email: each.user.email})
            for each in positions
        ],
        "authority": [NamedRow(Target("authority", pk=authority.pk), authority.name)],
    }


def export_workbook(*, confidential: bool = True) -> bytes:
    """The whole register as a workbook; without what is `confidential` for who does not see mandates."""
    return workbook(stored_sheets(TABLES, beside(), confidential=confidential))


def export_csv(*, confidential: bool = True) -> list[tuple[str, bytes]]:
    """The same as CSV files."""
    return csv_files(stored_sheets(TABLES, beside(), confidential=confidential))


def template_workbook() -> bytes:
    """A workbook to fill in."""
    return workbook(template_sheets(SHEETS))


def titled(raws: Sequence[RawSheet]) -> tuple[RawSheet, ...]:
    """The sheets, of which a list of policy codes is one of ours under whatever title: its headings tell."""
    ours = {name for column in POLICY_CODES.columns for name in names_of(column.heading, column.key)}

    def is_codes(raw: RawSheet) -> bool:
        headings = {plain(shown(cell)) for cell in raw.rows[0][1] if cell != ""} if raw.rows else set()
        return bool(headings) and headings <= ours

    return tuple(replace(raw, title=POLICY_CODES.title.nl) if is_codes(raw) else raw for raw in raws)


def is_own_list(raws: Sequence[RawSheet]) -> bool:
    """Whether this is a list with headings of somebody's own: no sheet is one of ours, or few of its headings are."""
    if is_two_files(raws):
        return False
    if is_written_by_program(raws):
        return True
    by_name = {name: sheet for sheet in SHEETS for name in names_of(sheet.title, sheet.code, sheet.also)}
    known = [(raw, by_name[plain(raw.title)]) for raw in raws if raw.rows and plain(raw.title) in by_name]
    ours = seen = 0
    for raw, sheet in known:
        of_sheet = {name for column in sheet.columns for name in names_of(column.heading, column.key)}
        headings = max(
            ([plain(shown(cell)) for cell in cells if cell != ""] for _number, cells in raw.rows[:MOST_TITLE_ROWS]),
            key=lambda found: sum(heading in of_sheet for heading in found),
        )
        ours += sum(heading in of_sheet for heading in headings)
        seen += len(headings)
    # one that is nearly called as ours gets the sentence of a slip, not that of a list
    alike = any(get_close_matches(plain(raw.title)[:100], by_name, n=1, cutoff=0.8) for raw in raws)
    return any(raw.rows for raw in raws) and ours * 2 < seen if known else bool(raws) and not alike


_PROPOSALS: Memory[Proposal] = Memory(MOST_LISTS)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a list is read with: what its columns were called before and now, one's own town, the partners there are."""

    today: date
    chosen: tuple[tuple[tuple[str, str], Meaning], ...]
    home: str
    known: tuple[tuple[str, str], ...]

    def proposal(self, raws: Sequence[RawSheet]) -> Proposal:
        return propose(raws, today=self.today, chosen=dict(self.chosen), home=self.home, known=dict(self.known))


def read_beside(today: date, chosen: Chosen | None = None) -> Beside:
    """What was chosen before, and then now, and what the register of this authority holds."""
    authority = Authority.objects.get(pk=current())
    remembered = {("", row.heading): Meaning(row.becomes) for row in ListHeading.objects.all()}
    both = {**remembered, **(chosen or {})}
    return Beside(today, tuple(both.items()), home_of(authority.name), tuple(known_partners().items()))


def proposed(raws: Sequence[RawSheet], today: date, chosen: Chosen | None = None) -> Proposal:
    """What is made of a list of this authority, with what was chosen before and what its register holds."""
    return read_beside(today, chosen).proposal(raws)


def home_of(name: str) -> str:
    """The name of a municipality without what kind of authority it is."""
    return re.sub(r"^(stad|gemeente|ocmw|lokaal bestuur|gemeentebestuur)\s+", "", name, flags=re.IGNORECASE)


def known_partners() -> dict[str, str]:
    """Partners of the register with their KBO number."""
    numbers = dict(Identifier.objects.filter(scheme=Scheme.KBO).values_list("organisation", "value"))
    rows = Organisation.objects.current().order_by("pk").values_list("pk", "name")
    return {name: numbers.get(pk, "") for pk, name in rows}


def proposal_of(draft: ImportDraft, today: date) -> Proposal:
    """What is made of the list of a draft, with what its owner chose."""
    beside = read_beside(today, {(sheet, heading): Meaning(becomes) for sheet, heading, becomes in draft.chosen})
    kept = _PROPOSALS.get((draft.pk, draft.uploaded_at), beside)
    if kept is None:
        stored = ImportDraft.objects.values_list("listed", flat=True).get(pk=draft.pk)
        assert stored is not None, "Only the list of a draft is proposed."
        kept = beside.proposal(unpacked(stored))
        _PROPOSALS.put((draft.pk, draft.uploaded_at), beside, kept)
    return kept


def has_list(draft: ImportDraft) -> bool:
    """Whether this draft came from a list with headings of somebody's own."""
    return ImportDraft.objects.filter(pk=draft.pk).exclude(listed=None).exists()


def answers_of(draft: ImportDraft) -> dict[str, Answer]:
    return {key: Answer(value) for key, value in draft.answers.items()}


def packed(raws: Sequence[RawSheet]) -> bytes:
    """The cells of a file, small enough to keep for a day."""
    return zlib.compress(json.dumps(to_json(raws)).encode())


def unpacked(stored: bytes | memoryview) -> tuple[RawSheet, ...]:
    """The cells again."""
    return from_json(json.loads(zlib.decompress(bytes(stored))))


def preview_of(plan: Plan) -> dict[str, Any]:
    """What a plan would do, as plain values to keep. Mistakes stay codes, because each reader has a language."""
    changes = [_change(each, entry, plan) for each in plan.sheets for entry in each.of(State.CHANGED)]
    news = [_named(each, entry, plan) for each in plan.sheets for entry in each.of(State.NEW)]
    return {
        "sheets": [_counted(each) for each in plan.sheets if each.entries or each.wrong or each.hanging],
        "rows": plan.rows,
        "mistakes": [mistake.to_json() for mistake in plan.mistakes[:MOST_KEPT]],
        "mistake_count": len(plan.mistakes),
        "remarks": [remark.to_json() for remark in plan.remarks[:MOST_KEPT]],
        "changes": changes[:MOST_KEPT],
        "news": news[:MOST_KEPT],
    }


def left_in(plan: Plan, today: date) -> list[dict[str, Any]]:
    """Partners that sit today in a network of which the list names partners, and are not in the list any more."""
    entries = {planned.sheet.code: planned.entries for planned in plan.sheets}
    named = {entry.values["network"] for entry in entries.get(MEMBERS, ())}
    networks = [target.pk for target in named if isinstance(target, Target) and target.pk]
    listed = [entry.stored.target.pk for entry in entries.get(MEMBERS, ()) if entry.stored and entry.stored.target.pk]
    sitting = Membership.objects.sitting(today).filter(network__in=networks).exclude(pk__in=listed)
    rows = sitting.order_by("network__name", "organisation__name", "pk").values_list(
        "pk", "network__name", "organisation__name"
    )
    return [{"member": pk, "network": network, "name": name} for pk, network, name in rows]


def gone_in(plan: Plan, today: date) -> list[str]:
    """Networks that run and came in with a former list, by name, when this list names others of it and not these."""
    former = {
        pk
        for made in ImportDraft.objects.filter(state="saved", preview__own_list=True).values_list("made", flat=True)
        for pk in made.get("networks", ())
    }
    entries = [entry for planned in plan.sheets if planned.sheet.code == "networks" for entry in planned.entries]
    named = {entry.stored.target.pk for entry in entries if entry.stored}
    if not former & named:
        return []
    rows = Network.objects.running(today).filter(pk__in=former - named)
    return list(rows.order_by("name").values_list("name", flat=True))


def only_counts(preview: dict[str, Any]) -> dict[str, Any]:
    """What may stay of a preview once it is saved: how many rows, of which sheet, and nothing that stood in them."""
    nothing: dict[str, Any] = {"mistakes": [], "mistake_count": 0, "remarks": [], "changes": [], "news": []}
    return {"sheets": preview["sheets"], "rows": preview["rows"], **nothing}


def _counted(each: SheetPlan) -> dict[str, Any]:
    counts = {state.value: len(each.of(state)) for state in State}
    hanging = len(each.hanging)
    return {"title": each.sheet.title.nl, **counts, "out": each.wrong + hanging, "hanging": hanging}


def _named(each: SheetPlan, entry: Row, plan: Plan) -> dict[str, str]:
    name = ", ".join(plan.written(each.sheet, key, entry.values[key]) for key in each.sheet.key)
    return {"place": str(entry.where(each.sheet.key[0])), "name": name}


def _change(each: SheetPlan, entry: Row, plan: Plan) -> dict[str, Any]:
    assert entry.stored is not None
    before, after = entry.stored.values, entry.values
    fields = [
        [each.sheet.column(key).heading.nl, *(plan.written(each.sheet, key, values[key]) for values in (before, after))]
        for key in entry.changed
    ]
    return {**_named(each, entry, plan), "fields": fields}


@dataclass(frozen=True, slots=True)
class ShownMistake:
    """One mistake in the reader's language."""

    place: str
    heading: str
    wrong: str
    allowed: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A preview as the page shows it. `more` counts what is not shown."""

    sheets: list[dict[str, Any]]
    rows: int
    mistakes: list[ShownMistake]
    mistake_count: int
    remarks: list[str]
    changes: list[dict[str, Any]]
    change_count: int
    news: list[dict[str, Any]]
    new_count: int
    hanging: int
    left: list[dict[str, Any]]
    gone: list[str]

    @property
    def cut(self) -> bool:
        """Whether there is more than the page shows."""
        shown = len(self.mistakes), len(self.changes), len(self.news)
        return shown != (self.mistake_count, self.change_count, self.new_count)


def shown_preview(stored: dict[str, Any], *, whole: bool) -> Preview:
    """The kept preview; the first fifty of everything, or all that was kept."""
    most = MOST_KEPT if whole else MOST_SHOWN
    sheets = stored["sheets"]
    return Preview(
        sheets=sheets,
        rows=stored["rows"],
        mistakes=[shown_mistake(Mistake.from_json(each)) for each in stored["mistakes"][:most]],
        mistake_count=stored["mistake_count"],
        remarks=[wording.remark(Remark.from_json(each)) for each in stored["remarks"]],
        changes=stored["changes"][:most],
        change_count=sum(each["changed"] for each in sheets),
        news=stored["news"][:most],
        new_count=sum(each["new"] for each in sheets),
        hanging=sum(each["hanging"] for each in sheets),
        left=stored.get("left", []),
        gone=stored.get("gone", []),
    )


def shown_mistake(mistake: Mistake) -> ShownMistake:
    return ShownMistake(str(mistake.place), mistake.heading, wording.wrong(mistake), wording.allowed(mistake))


def shown_refusal(stored: dict[str, Any]) -> str:
    """Why a file could not be read, in the reader's language."""
    return wording.refusal(Refused(Reason(stored["reason"]), **stored["numbers"]))


def draft_of(position: Position, pk: int) -> ImportDraft:
    """The draft, for whoever uploaded it; 404 for anybody else, and after a day."""
    draft = ImportDraft.objects.kept().filter(position=position).defer("files", "rows", "listed").filter(pk=pk).first()
    if draft is None:
        raise Http404
    return draft


def is_lost(draft: ImportDraft) -> bool:
    """Whether nobody works on it any more, nor will. A worker that saves it holds the row until it is done."""
    if not draft.overdue:
        return False
    return ImportDraft.objects.select_for_update(skip_locked=True).filter(pk=draft.pk).only("pk").exists()


def rows_saved(draft: ImportDraft) -> int:
    """How many rows the worker saved so far, of a draft that is being saved.

    Until its transaction ends nobody can read one of them, but everyone may read under which name it works.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select max(split_part(application_name, ' ', 3)::int) from pg_stat_activity "
            "where application_name like %s",
            [SAVES.format(draft=draft.pk, rows="%")],
        )
        (found,) = cursor.fetchone()
    return found or 0


def latest_draft(position: Position) -> ImportDraft | None:
    """What somebody has still open."""
    unfinished = ImportDraft.objects.kept().filter(position=position).exclude(state__in=("saved", "undone"))
    return unfinished.defer("files", "rows", "listed").first()


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something that was built on what came in: which record, and what."""

    name: str
    what: str


def made_by(plan: Plan, keys: Mapping[Target, int]) -> dict[str, list[int]] | None:
    """The keys of all that a plan made, by sheet; None when it also changed what was there, or filled other sheets."""
    if any(entry.state is State.CHANGED for planned in plan.sheets for entry in planned.entries):
        return None
    if any(planned.of(State.NEW) for planned in plan.sheets if planned.sheet.code not in (*KINDS, MEMBERS)):
        return None
    made: dict[str, list[int]] = defaultdict(list)
    for target, key in keys.items():
        if target.sheet in KINDS:
            made[target.sheet].append(key)
    joined = [entry for planned in plan.sheets if planned.sheet.code == MEMBERS for entry in planned.of(State.NEW)]
    seats = [(_key(entry.values["network"], keys), _key(entry.values["organisation"], keys)) for entry in joined]
    rows = Membership.objects.filter(network__in={network for network, _partner in seats}, ended=None)
    stored = {(network, partner): pk for pk, network, partner in rows.values_list("pk", "network", "organisation")}
    if any(seat not in stored for seat in seats):
        return None
    return {**made, MEMBERS: [stored[seat] for seat in seats]} if made or seats else {}


def _key(value: Value, keys: Mapping[Target, int]) -> int:
    """Of the record a cell means, now that it is saved; 0 when it was not."""
    assert isinstance(value, Target)
    return value.pk or keys.get(value, 0)


def obstacles(draft: ImportDraft) -> list[Obstacle]:
    """What was changed, archived or built since; empty when the import can be undone."""
    found: list[Obstacle] = []
    own: dict[type[models.Model], set[int]] = {Membership: set(draft.made.get(MEMBERS, ()))}
    rows: list[Record] = []
    for code, model in KINDS.items():
        own[model] = set(draft.made.get(code, ()))
        rows += model._default_manager.filter(pk__in=own[model]).order_by("pk")
    found += [Obstacle(row.name, str(row._meta.verbose_name)) for row in rows if row.version > 1 or row.archived]
    joined = Membership.objects.filter(pk__in=own[Membership]).order_by("pk")
    for row in _reached([*rows, *joined], own):
        found.append(Obstacle(str(row), str(row._meta.verbose_name)))
    changed = Membership.objects.filter(pk__in=own[Membership], version__gt=1).select_related("organisation")
    changed_since = [*changed, *_changed_after_they_ended(draft)]
    found += [Obstacle(each.organisation.name, str(Membership._meta.verbose_name)) for each in changed_since]
    return found


def _changed_after_they_ended(draft: ImportDraft) -> list[Membership]:
    """Who left with this import and was changed after, or sits there again."""
    versions = dict(zip(draft.made.get(ENDED, ()), draft.made.get(ENDED_VERSIONS, ()), strict=True))
    rows = Membership.objects.filter(pk__in=versions).select_related("organisation")
    again = set(
        Membership.objects.filter(ended=None, network__in={row.network_id for row in rows}).values_list(
            "network", "organisation"
        )
    )
    return [row for row in rows if row.version != versions[row.pk] or (row.network_id, row.organisation_id) in again]


def _reached(rows: Sequence[models.Model], own: Mapping[type[models.Model], set[int]]) -> list[models.Model]:
    """Rows that would go along and did not come in with it."""
    by_model: dict[type[models.Model], list[Any]] = defaultdict(list)
    for row in rows:
        by_model[type(row)].append(row)
    collector = Collector(using=router.db_for_write(Network))
    for same in by_model.values():
        collector.collect(same)
    reached = [row for found in collector.data.values() for row in found]
    reached += [row for query in collector.fast_deletes for row in query]
    return [
        row
        for row in reached
        if row.pk not in own.get(type(row), ()) and not (isinstance(row, CAME_ALONG) and _first(row))
    ]


def _first(row: models.Model) -> bool:
    """Whether it came in with its record: of a goal only the first wording did."""
    return not isinstance(row, GoalVersion) or row.number == 1
