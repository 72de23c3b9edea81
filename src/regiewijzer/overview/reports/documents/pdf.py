"""How does a document become a PDF? Typst sets it, tagged as PDF/UA-1 asks, from a template and data.

What a user typed travels as data and is never read as code. A warning of the engine is an error: an unknown font would
silently change the face. The same paper on the same day gives the same bytes.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from regiewijzer.overview.reports.documents.font_coverage import FONTS, breakable, legible
from regiewijzer.overview.reports.documents.report_model import Board, Dossier
from regiewijzer.ui.pictures.table import Table

TEMPLATES = Path(__file__).parents[1] / "typst"
DRAWINGS = frozenset({"svg"})  # fields that hold code of ours, in which no place to break is wanted
_IN_USE = Lock()  # the engine keeps what it set before, for the next report


class Template(StrEnum):
    """The files that say how a report looks."""

    BOARD = "board.typ"
    NETWORK = "network.typ"


class NotRendered(Exception):
    """The engine refused the paper, or warned about it."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF. `second_part` is the page on which the second part starts, where a template has two."""

    content: bytes
    pages: int
    second_part: int | None = None


@dataclass(frozen=True, slots=True)
class GeneratedReport:
    """A finished report, with the tables that say the same as its pictures."""

    pdf: Pdf
    tables: tuple[Table, ...]


def render_pdf(template: Template, document: Board | Dossier, *, on: date) -> Pdf:
    """The paper as a PDF, dated on this day. NotRendered when the engine refuses or warns."""
    data = json.dumps(_readable(asdict(document)), ensure_ascii=False)
    with _IN_USE:
        content = _set(template, data, datetime.combine(on, time(12), tzinfo=UTC))
        (pages,), second_part = _query("pages"), _query("second-part")
    return Pdf(content, pages, second_part[0] if second_part else None)


def _set(template: Template, data: str, made: datetime) -> bytes:
    try:
        content, warnings = engine().compile_with_warnings(
            input=str(TEMPLATES / template),
            format="pdf",
            sys_inputs={"data": data},
            pdf_standards="ua-1",
            timestamp=made,
        )
    except (typst.TypstError, RuntimeError) as refused:
        raise NotRendered(str(refused)) from refused
    if warnings or not isinstance(content, bytes):
        raise NotRendered("; ".join(warning.message for warning in warnings))
    return content


@cache
def engine() -> "typst.Compiler":
    """The typesetter, warm after its first paper. Only our own fonts: the paper looks the same on every machine."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(root=str(TEMPLATES), font_paths=fonts)


def _query(label: str) -> list[int]:
    """What the paper that was set last tells under this label."""
    found: list[int] = json.loads(engine().query(f"<{label}>", field="value", format="json"))
    return found


def _readable(value: Any, name: str = "") -> Any:
    """Every text in the data, with characters the fonts have and with places to break."""
    if isinstance(value, str):
        return legible(value) if name in DRAWINGS else breakable(legible(value))
    if isinstance(value, Mapping):
        return {key: _readable(item, key) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_readable(item) for item in value]
    return value
