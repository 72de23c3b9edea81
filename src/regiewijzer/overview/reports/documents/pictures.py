"""How does a picture of the pages get on paper? The same drawing, with words for who cannot see it, and its table."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext

from regiewijzer.overview.reports.documents.report_model import Picture
from regiewijzer.ui.pictures import picture as drawn
from regiewijzer.ui.pictures.picture import Cell, Table
from regiewijzer.ui.pictures.standalone import for_paper

_RIMMED = re.compile(r'<text(?P<before>[^>]*class="[^"]*?) ?\bhalo(?:-stone)?"(?P<after>[^>]*>[^<]*</text>)')


def for_print(picture: drawn.Picture, accent: str, *, note: str = "") -> Picture:
    """The picture with everything it shows in its alternative text: for paper without room for the table."""
    alt = f"{picture.title}. {picture.description} {_rows_in_words(picture.data_table)}"
    return Picture(_svg(picture, accent), alt.strip(), note)


def described(picture: drawn.Picture, accent: str, *, note: str = "") -> Picture:
    """The picture with what it shows in short; the table stands at the end of the report."""
    pointer = gettext("The table at the end says the same.")
    return Picture(_svg(picture, accent), f"{picture.title}. {picture.description} {pointer}", note)


def _svg(picture: drawn.Picture, accent: str) -> str:
    """The drawing; words with a rim are drawn twice, because the engine rims letter by letter, over the one before."""
    return _RIMMED.sub(r'\g<0><text\g<before>"\g<after>', for_paper(picture.wide, accent))


def _rows_in_words(data_table: Table) -> str:
    """Each row as a sentence: 'Huis van het Kind: Communicatief 60 %, Financieel 40 %.'"""
    return " ".join(f"{row[0]}: {_cells_in_words(data_table.head[1:], row[1:])}." for row in data_table.rows)


def _cells_in_words(heads: Sequence[str], cells: Sequence[Cell]) -> str:
    return ", ".join(f"{head} {cell}" for head, cell in zip(heads, cells, strict=True) if cell)
