"""What are a sheet and its columns called, and what does the template say? Texts from a file, in both languages."""

from dataclasses import replace
from pathlib import Path

from regiewijzer.library.reading import Raw, read_file, text
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet


def described(sheet: Sheet, file: Path) -> Sheet:
    """The sheet with its texts. KeyError when the file has no text for a column."""
    raw = read_file(file)
    return replace(
        sheet,
        title=text(raw["title"]),
        also=tuple(raw.get("also", ())),
        explanation=text(raw["explanation"]),
        columns=tuple(_described(column, raw["columns"][column.key]) for column in sheet.columns),
    )


def _described(column: Column, raw: Raw) -> Column:
    return replace(
        column, heading=text(raw["heading"]), explanation=text(raw["explanation"]), example=str(raw.get("example", ""))
    )
