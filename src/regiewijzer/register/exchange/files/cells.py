"""What may a cell hold, and how does text survive a program that takes it for a formula?

Text is written so that it comes back the same. In CSV a text that begins with = + - @ gets an apostrophe in front,
because a spreadsheet program would run it; in a workbook strings are strings, and only text that would be misread gets
one.
Reading takes one apostrophe away from such a text, so nothing is lost either way. A lone dash empties a field.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

EMPTIES = frozenset({"-", "–"})
_COMMAND = r"[=+\-–@\t\r]"
_COMMAND_AFTER_APOSTROPHES = re.compile(rf"'*{_COMMAND}")
_APOSTROPHE_BEFORE_COMMAND = re.compile(rf"'+{_COMMAND}")


class UnusableKind(StrEnum):
    """What no column takes."""

    FORMULA = "formula"
    ERROR = "error"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class UnusableCell:
    """A cell that is not a plain value; `shown` is what it says, `value` what a formula came to."""

    what: UnusableKind
    shown: str
    value: str = field(default="", compare=False)


Raw = str | int | float | bool | date | UnusableCell


def for_workbook(text: str) -> str:
    """Text for a cell of a workbook: only what reading would take for something else gets an apostrophe."""
    return f"'{text}" if _APOSTROPHE_BEFORE_COMMAND.match(text) or text in EMPTIES else text


def for_csv(text: str) -> str:
    """Text for a field of a CSV file: what a spreadsheet program would run gets an apostrophe."""
    return f"'{text}" if _COMMAND_AFTER_APOSTROPHES.match(text) else text


def as_meant(text: str) -> str:
    """The text as somebody meant it: without the apostrophe that keeps a program from running it."""
    return text[1:] if _APOSTROPHE_BEFORE_COMMAND.match(text) else text


def shown(raw: Raw, longest: int = 80) -> str:
    """A cell as a person sees it, cut when it is long."""
    if isinstance(raw, UnusableCell):
        text = raw.shown
    elif isinstance(raw, bool):
        text = "ja" if raw else "nee"
    elif isinstance(raw, date):
        text = f"{raw:%d/%m/%Y}"
    elif isinstance(raw, float):
        text = f"{raw:.15g}".replace(".", ",")
    else:
        text = str(raw)
    return text if len(text) <= longest else f"{text[:longest]}…"


def letters(column: int) -> str:
    """The name of a column, counted from 0: A, Z, AA."""
    name = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
