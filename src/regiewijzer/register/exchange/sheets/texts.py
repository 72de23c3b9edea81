"""What are a sheet and its columns called, and what does the template say? Texts from a file, in both languages."""

from dataclasses import replace
from pathlib import Path

from regiewijzer.library.reading import Raw, read_file, text
from regiewijzer.register.exchange.sheets.sheet import UNTOLD, Column, Sheet


def described(sheet: Sheet, file: Path) -> Sheet:
    """The sheet with its texts, from a file of its own or of several sheets.

    What the file does not say of a column stays as its field has it.

    KeyError when a column has no heading, or the file describes a column that is not there.
    """
    raw = read_file(file)
    raw = raw["sheets"][sheet.code] if "sheets" in raw else raw
    texts = dict(raw.get("columns", {}))
    columns = tuple(_described(column, texts.pop(column.key, {})) for column in sheet.columns)
    if texts:
        raise KeyError(f"{sheet.code} has no columns {', '.join(texts)}.")
    return replace(
        sheet,
        title=text(raw["title"]),
        also=tuple(raw.get("also", ())),
        explanation=text(raw["explanation"]),
        columns=columns,
    )


def _described(column: Column, raw: Raw) -> Column:
    told = replace(
        column,
        heading=text(raw["heading"]) if "heading" in raw else column.heading,
        explanation=text(raw["explanation"]) if "explanation" in raw else column.explanation,
        example=str(raw.get("example", column.example)),
    )
    if told.heading is UNTOLD:
        raise KeyError(f"The column {column.key} has no heading.")
    return told
