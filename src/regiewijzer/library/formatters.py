"""In which formatter is a value shown? Numbers, days and codes on their way into a sentence."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from types import MappingProxyType

from regiewijzer.library.catalogue import words
from regiewijzer.library.figures import (
    DECIMALS,
    date_in_words,
    duration_in_months,
    month_in_words,
    number,
    on_answer_scale,
    out_of_five,
    pairs,
    percentage,
    percents,
)
from regiewijzer.library.texts import Text
from regiewijzer.science.limits import Unit, thresholds

Value = int | float | str | date
Numbers = Mapping[str, Value]

Formatter = Callable[[Value, int], str]
"""Writes a value in the active language, with so many decimals where it has any."""

MOST_DECIMALS = 3
AS_LIMIT = "limit"  # shows a limit as the rules have it with its unit; which one it is, stands among the numbers
LIMIT_NAME = "limit_name"


def formatter_named(name: str, numbers: Numbers) -> Formatter:
    """The formatter with this name: one of `MANNERS`, a limit with its unit, or a group of words. KeyError for
    another.
    """
    if name == AS_LIMIT:
        return _with_unit(_UNITS[str(numbers[LIMIT_NAME])])
    return FORMATTERS.get(name) or _in_words(name)


def limit_in_words(name: str, value: Value) -> str:
    """A limit as the rules have it, with its unit. KeyError for a limit that is not there."""
    return _with_unit(_UNITS[name])(value, DECIMALS)


def as_written(value: Value, decimals: int = DECIMALS) -> str:
    """A name as it is, a day in words, a number as people write it."""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return date_in_words(value)
    return number(value, decimals)


def decimals_to_tell_apart(values: Collection[float], formatter: Formatter) -> int:
    """The fewest decimals with which different numbers look different: nobody believes '4,0 where 4,0 is needed'."""
    different = len(set(values))
    for decimals in range(DECIMALS, MOST_DECIMALS):
        if len({formatter(value, decimals) for value in values}) == different:
            return decimals
    return MOST_DECIMALS


def _five(value: Value, decimals: int) -> str:
    return number(on_answer_scale(_numeric(value)), decimals)


def _points(value: Value, decimals: int) -> str:
    return number(on_answer_scale(_numeric(value)) - on_answer_scale(0), decimals)


def _hundredths(value: Value, _decimals: int) -> str:
    return number(_numeric(value), 2)


def _percent(value: Value, _decimals: int) -> str:
    return percentage(_numeric(value))


def _percents(value: Value, _decimals: int) -> str:
    return percents(_numeric(value))


def _date(value: Value, _decimals: int) -> str:
    return date_in_words(_day(value))


def _month(value: Value, _decimals: int) -> str:
    return month_in_words(_day(value))


def _months(value: Value, _decimals: int) -> str:
    return duration_in_months(int(_numeric(value)))


def _pairs(value: Value, _decimals: int) -> str:
    return number(pairs(int(_numeric(value))))


FORMATTERS: Mapping[str, Formatter] = MappingProxyType(
    {
        "": as_written,
        "five": _five,  # 0 to 1 on the scale of 1 to 5
        "points": _points,  # a difference of 0 to 1 in points on that scale
        "hundredths": _hundredths,  # with two decimals, whatever stands beside it
        "percent": _percent,  # 0 to 1 as a percentage
        "percents": _percents,  # 0 to 100 as a percentage
        "date": _date,  # a day, also as an ISO text
        "month": _month,  # the same without the day
        "months": _months,  # a number of months with its unit
        "pairs": _pairs,  # the lines between so many members
    }
)

_UNITS = MappingProxyType({threshold.name: threshold.unit for threshold in thresholds()})
_BY_UNIT: Mapping[Unit, Formatter] = MappingProxyType(
    {
        Unit.SCORE: lambda value, decimals: out_of_five(on_answer_scale(_numeric(value)), decimals),
        Unit.RATING: lambda value, decimals: out_of_five(_numeric(value), decimals),
        Unit.SCORE_GAP: _points,
        Unit.SHARE: _percent,
        Unit.LIKENESS: _hundredths,
        Unit.MONTHS: _months,
    }
)


def _with_unit(unit: Unit) -> Formatter:
    def write(value: Value, decimals: int) -> str:
        return _BY_UNIT.get(unit, as_written)(value, decimals)

    return write


def _in_words(name: str) -> Formatter:
    """The word for a code. What is no code is a name that somebody gave, and stays as it is."""
    group, _, form = name.partition(".")
    known = {word.code: word for word in words(group)}

    def write(value: Value, _decimals: int) -> str:
        text: Text | None = getattr(known.get(str(value)), form or "text", None)
        return str(text) if text else str(value)

    return write


def _numeric(value: Value) -> float:
    if isinstance(value, int | float):
        return value
    raise TypeError(f"{value!r} should be a number.")


def _day(value: Value) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))
