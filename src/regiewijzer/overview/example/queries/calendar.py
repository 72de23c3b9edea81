"""Which day is it in the story? Its dates are those of one day; this moves them all by whole days.

A date inside a text stands in braces and moves along: {2026-12-01} becomes '1 december', with :month 'december 2026',
with :year '2026'.
"""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from babel.dates import format_date

STORY_DAY = date(2026, 11, 23)

T = TypeVar("T")

_DATE = re.compile(r"\{(\d{4}-\d{2}-\d{2})(?::(month|year))?\}")
_WRITTEN = {None: "d MMMM", "month": "MMMM y", "year": "y"}


def moved(story: T, by: timedelta) -> T:
    """The same value with every date this much later, and the dates in its texts written out."""
    if not is_dataclass(story) or isinstance(story, type):
        raise TypeError(f"Only a value of the story can be moved, not {story!r}.")
    changed = {each.name: _moved(getattr(story, each.name), by) for each in fields(story) if each.init}
    return replace(story, **changed)


def _moved(value: Any, by: timedelta) -> Any:
    if isinstance(value, date):
        return value + by
    if type(value) is str:  # a choice is a str too, but holds no text
        return _DATE.sub(lambda found: _written(found, by), value)
    if isinstance(value, tuple):
        return tuple(_moved(each, by) for each in value)
    if isinstance(value, dict):
        return {name: _moved(each, by) for name, each in value.items()}
    return moved(value, by) if is_dataclass(value) else value


def _written(found: re.Match[str], by: timedelta) -> str:
    return str(format_date(date.fromisoformat(found[1]) + by, _WRITTEN[found[2]], locale="nl"))
