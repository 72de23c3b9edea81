"""What would a file do to this register, and how is that shown? Also what goes out."""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import current
from regiewijzer.overview.exchange.models import ImportDraft
from regiewijzer.overview.exchange.tables import SHEETS, TABLES
from regiewijzer.register.exchange import wording
from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.files.raw import RawSheet, from_json, to_json
from regiewijzer.register.exchange.files.writing import csv_files, workbook
from regiewijzer.register.exchange.plans.directory import NamedRow
from regiewijzer.register.exchange.plans.plan import Plan, SheetPlan
from regiewijzer.register.exchange.plans.planning import plan_of
from regiewijzer.register.exchange.sheets.kinds import Target
from regiewijzer.register.exchange.sheets.mistakes import Mistake, Remark
from regiewijzer.register.exchange.sheets.recognising import Read, read_sheets
from regiewijzer.register.exchange.sheets.rows import Row, State, Stored
from regiewijzer.register.exchange.tables.exporting import stored_sheets, template_sheets
from regiewijzer.register.exchange.tables.two_files import is_two_files, read_two_files

MOST_SHOWN = 50
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


def export_workbook() -> bytes:
    """The whole register as a workbook."""
    return workbook(stored_sheets(TABLES, beside()))


def export_csv() -> list[tuple[str, bytes]]:
    """The whole register as CSV files."""
    return csv_files(stored_sheets(TABLES, beside()))


def template_workbook() -> bytes:
    """A workbook to fill in."""
    return workbook(template_sheets(SHEETS))


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
    )


def shown_mistake(mistake: Mistake) -> ShownMistake:
    return ShownMistake(str(mistake.place), mistake.heading, wording.wrong(mistake), wording.allowed(mistake))


def shown_refusal(stored: dict[str, Any]) -> str:
    """Why a file could not be read, in the reader's language."""
    return wording.refusal(Refused(Reason(stored["reason"]), **stored["numbers"]))


def draft_of(position: Position, pk: int) -> ImportDraft:
    """The draft, for whoever uploaded it; 404 for anybody else, and after a day."""
    draft = ImportDraft.objects.kept().filter(position=position).defer("files", "rows").filter(pk=pk).first()
    if draft is None:
        raise Http404
    return draft


def is_lost(draft: ImportDraft) -> bool:
    """Whether nobody works on it any more, nor will. A worker that saves it holds the row until it is done."""
    if not draft.overdue:
        return False
    return ImportDraft.objects.select_for_update(skip_locked=True).filter(pk=draft.pk).only("pk").exists()


def latest_draft(position: Position) -> ImportDraft | None:
    """What somebody has still open."""
    unfinished = ImportDraft.objects.kept().filter(position=position).exclude(state="saved")
    return unfinished.defer("files", "rows").first()
