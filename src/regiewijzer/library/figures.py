"""How do we write a number or a date? '2,8', '86 %' and '23 november 2026' in Dutch; '2.8', '86%' in English."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from regiewijzer.library.texts import Language

Value = int | float | str | date

NO_BREAK_SPACE = "\u00a0"
FIRST_GROUPED = 10_000  # four digits read well without a separator, and a year keeps its face
DECIMALS = 1
MOST_DECIMALS = 3
LOWEST_ANSWER, HIGHEST_ANSWER = 1, 5  # the scale people answer on; the science counts from 0 to 1

_MONTHS = {
    Language.DUTCH: (
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
    Language.ENGLISH: (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_MONTHS_LONG = {
    Language.DUTCH: ("minder dan een maand", "maand", "maanden"),
    Language.ENGLISH: ("less than a month", "month", "months"),
}
_OUT_OF = {Language.DUTCH: "op", Language.ENGLISH: "out of"}


def number(value: float, lang: str, decimals: int = DECIMALS) -> str:
    """A whole number as it is, any other with `decimals`, rounded as people do (half goes up)."""
    language = Language.of(lang)
    exact = Decimal(str(value))
    if not isinstance(value, int):
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    written = f"{abs(exact):,f}" if abs(exact) >= FIRST_GROUPED else f"{abs(exact):f}"
    if language is Language.DUTCH:
        written = written.translate(str.maketrans(",.", ".,"))
    return f"-{written}" if exact < 0 else written


def percentage(share: float, lang: str) -> str:
    """A share of 0 to 1 in whole percents."""
    return percents(int((Decimal(str(share)) * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)), lang)


def percents(whole: int, lang: str) -> str:
    """'86 %' with the no-break space that Dutch wants, '86%' in English."""
    space = NO_BREAK_SPACE if Language.of(lang) is Language.DUTCH else ""
    return f"{number(whole, lang)}{space}%"


def out_of(value: float, highest: int, lang: str) -> str:
    """'2,8 op 5'."""
    return f"{number(value, lang)} {_OUT_OF[Language.of(lang)]} {highest}"


def on_answer_scale(share: float) -> float:
    """A score of 0 to 1 on the scale of 1 to 5 that people answered on."""
    return float(LOWEST_ANSWER + (HIGHEST_ANSWER - LOWEST_ANSWER) * Decimal(str(share)))


def date_in_words(day: date, lang: str) -> str:
    """'3 december 2026' or '3 December 2026'."""
    return f"{day.day} {month_in_words(day, lang)}"


def month_in_words(day: date, lang: str) -> str:
    """'december 2026' or 'December 2026'."""
    return f"{_MONTHS[Language.of(lang)][day.month - 1]} {day.year}"


def duration_in_months(months: int, lang: str) -> str:
    """'7 maanden', '1 maand' or 'minder dan een maand'."""
    none, one, many = _MONTHS_LONG[Language.of(lang)]
    return none if months < 1 else f"{number(months, lang)} {one if months == 1 else many}"


def pairs(members: int) -> int:
    """How many lines it takes to link everyone with everyone."""
    return members * (members - 1) // 2


Manner = Callable[[Value, str, int], str]
"""Writes a value in a language, with so many decimals where it has any."""


def _five(value: Value, lang: str, decimals: int) -> str:
    return number(on_answer_scale(float(_numeric(value))), lang, decimals)


def _percent(value: Value, lang: str, _decimals: int) -> str:
    return percentage(float(_numeric(value)), lang)


def _percents(value: Value, lang: str, _decimals: int) -> str:
    return percents(int(_numeric(value)), lang)


def _date(value: Value, lang: str, _decimals: int) -> str:
    return date_in_words(_day(value), lang)


def _duration(value: Value, lang: str, _decimals: int) -> str:
    return duration_in_months(int(_numeric(value)), lang)


def _month(value: Value, lang: str, _decimals: int) -> str:
    return month_in_words(_day(value), lang)


def _pairs(value: Value, lang: str, _decimals: int) -> str:
    return number(pairs(int(_numeric(value))), lang)


MANNERS: Mapping[str, Manner] = MappingProxyType(
    {
        "five": _five,
        "percent": _percent,
        "percents": _percents,
        "date": _date,
        "month": _month,
        "months": _duration,
        "pairs": _pairs,
    }
)
"""Ways to show a value, by the word after the colon of a hole: `five` is 0 to 1 shown on the scale of 1 to 5, `percent`
0 to 1 and `percents` 0 to 100 shown as a percentage, `date` and `month` a day (also as an ISO text), `months` a number of months with its unit,
`pairs` the lines between that many members."""


def as_written(value: Value, lang: str, decimals: int = DECIMALS) -> str:
    """A value without a manner: a name as it is, a day in words, a number as people write it."""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return date_in_words(value, lang)
    return number(value, lang, decimals)


def decimals_to_tell_apart(values: Collection[float], manner: Manner) -> int:
    """The fewest decimals with which different numbers look different: nobody believes '4,0 where 4,0 is needed'."""
    different = len(set(values))
    for decimals in range(DECIMALS, MOST_DECIMALS):
        if len({manner(value, Language.ENGLISH, decimals) for value in values}) == different:
            return decimals
    return MOST_DECIMALS


def _numeric(value: Value) -> float:
    if isinstance(value, int | float):
        return value
    raise TypeError(f"{value!r} should be a number.")


def _day(value: Value) -> date:
    if isinstance(value, date):
        return value
    return date.fromisoformat(str(value))
