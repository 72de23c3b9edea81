"""How does a document become a PDF? Typst sets it, tagged as PDF/UA-1 asks, from a template and data.

What a user typed travels as data and is never read as code. A warning of the engine is an error: an unknown font would
silently change the face. The same paper on the same day gives the same bytes.
"""

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from os import cpu_count
from pathlib import Path
from threading import local
from typing import Any

import typst

from regiewijzer.overview.reports.documents.font_coverage import FONTS, breakable, legible
from regiewijzer.overview.reports.documents.report_model import Board, Dossier
from regiewijzer.ui.pictures.picture import Table

TEMPLATES = Path(__file__).parents[1] / "typst"
DRAWINGS = frozenset({"svg"})  # fields that hold code of ours, in which no place to break is wanted


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
    return _rendered(template, json.dumps(_readable(asdict(document)), ensure_ascii=False), on)


def render_pdfs(template: Template, documents: Sequence[Board | Dossier], *, on: date) -> list[Pdf]:
    """The same for a set of papers, in their order; the engine sets as many at once as there are processors."""
    if len(documents) == 1:
        return [render_pdf(template, documents[0], on=on)]
    data = [json.dumps(_readable(asdict(document)), ensure_ascii=False) for document in documents]
    with ThreadPoolExecutor(cpu_count()) as pool:
        return list(pool.map(lambda each: _rendered(template, each, on), data))


def _rendered(template: Template, data: str, on: date) -> Pdf:
    engine = _engines.engine
    content = _set(engine, template, data, datetime.combine(on, time(12), tzinfo=UTC))
    (pages,), second_part = _query(engine, "pages"), _query(engine, "second-part")
    return Pdf(content, pages, second_part[0] if second_part else None)


def _set(engine: "typst.Compiler", template: Template, data: str, made: datetime) -> bytes:
    try:
        content, warnings = engine.compile_with_warnings(
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


def new_engine() -> "typst.Compiler":
    """A typesetter, warm after its first paper. Only our own fonts: the paper looks the same on every machine."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(root=str(TEMPLATES), font_paths=fonts)


class _Engines(local):
    """Each thread has its own, because an engine keeps what it set before for the next paper."""

    def __init__(self) -> None:
        self.engine = new_engine()


_engines = _Engines()


def _query(engine: "typst.Compiler", label: str) -> list[int]:
    """What the paper that was set last tells under this label."""
    found: list[int] = json.loads(engine.query(f"<{label}>", field="value", format="json"))
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
