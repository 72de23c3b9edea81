"""How does a section of the pages get on paper? As a chapter: its sentences, tables and pictures, without addresses."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.utils.translation import gettext

from regiewijzer.overview.reports.documents.pictures import described, for_print
from regiewijzer.overview.reports.documents.report_model import Block, Chapter, Figure, Prose
from regiewijzer.ui.pictures.picture import Link, Picture, Table
from regiewijzer.ui.section import Log, Only, Section
from regiewijzer.ui.wording import day, joined


def chapter_of(section: Section, accent: str) -> Chapter:
    """The section under the name a list of contents gives it."""
    return Chapter(section.topic or section.heading, tuple(_blocks(section, accent)))


def figure_of(section: Section, accent: str) -> Figure:
    """The section for the board: without room for the table of its picture, which is said in words."""
    lead, picture = joined(*section.lead), section.picture
    if picture is None:
        return Figure(section.heading, lead, table=section.table, note=section.note)
    return Figure(section.heading, lead, for_print(picture, accent, note=section.note), picture.data_table)


def pictures_of(section: Section) -> Iterator[Picture]:
    """Every picture of the section on paper, in its order."""
    if section.picture:
        yield section.picture
    for part in section.parts:
        if part.only is not Only.PAGE:
            yield from pictures_of(part)


def tables_of(sections: Iterable[Section]) -> Chapter | None:
    """The tables that say the same as the pictures; None without pictures."""
    tables = tuple(as_on_paper(picture.data_table) for section in sections for picture in pictures_of(section))
    return Chapter(gettext("Tables with the pictures"), tables) if tables else None


def _blocks(section: Section, accent: str) -> Iterator[Block]:
    if section.lead:
        yield Prose(section.lead)
    if section.facts:
        yield _as_table(section)
    if section.table:
        yield as_on_paper(section.table)
    if section.log:
        yield _dated(section.log)
    if section.picture:
        yield described(section.picture, accent, note=section.note)
    for part in section.parts:
        if part.only is not Only.PAGE:
            yield from _blocks(part, accent)


def _dated(log: Log) -> Table:
    """What stands under a line on a page stands after it on paper."""
    rows = tuple(
        (
            day(line.on),
            " · ".join((line.said.plain, *(more.label for more in line.more))),
            ", ".join(words for words in line.aside if words) or "–",
        )
        for line in log.lines
    )
    return Table(log.caption, log.head, rows, widths=(1, 3, 1.2))


def as_on_paper(table: Table) -> Table:
    """Without addresses."""
    rows = tuple(tuple(cell.label if isinstance(cell, Link) else cell for cell in row) for row in table.rows)
    return replace(table, rows=rows)


def _as_table(section: Section) -> Table:
    head = (gettext("Subject"), gettext("What we know"))
    return Table(section.heading, head, tuple((fact.label, fact.value) for fact in section.facts), widths=(1, 3))
