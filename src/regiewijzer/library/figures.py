"""How do we write a number or a date? '2,8', '86 %' and '23 november 2026' in Dutch; '2.8', '86%' in English."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from regiewijzer.library.texts import Language, active_language

NO_BREAK_SPACE = "\u00a0"
FIRST_GROUPED = 10_000  # four digits read well without a separator, and a year keeps its face
DECIMALS = 1
LOWEST_ANSWER, HIGHEST_ANSWER = 1, 5  # the scale people answer on; the science counts from 0 to 1

_MONTH_NAMES = {
    Language.DUTCH: (
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
    Language.ENGLISH: (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_DURATIONS = {
    Language.DUTCH: ("minder dan een maand", "maand", "maanden"),
    Language.ENGLISH: ("less than a month", "month", "months"),
}
_OUT_OF = {Language.DUTCH: "op", Language.ENGLISH: "out of"}
_TO_DUTCH = str.maketrans(",.", ".,")


def number(value: float, decimals: int = DECIMALS) -> str:
    """A whole number as it is, any other with `decimals`, rounded as people do (half goes up)."""
    exact = Decimal(str(value))
    if not isinstance(value, int):
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    written = f"{abs(exact):,f}" if abs(exact) >= FIRST_GROUPED else f"{abs(exact):f}"
    if active_language() is Language.DUTCH:
        written = written.translate(_TO_DUTCH)
    return f"-{written}" if exact < 0 else written


def percents(value: float) -> str:
    """'86 %' with the no-break space that Dutch wants, '86%' in English."""
    space = NO_BREAK_SPACE if active_language() is Language.DUTCH else ""
    return f"{number(value)}{space}%"


def percentage(share: float) -> str:
    """A share of 0 to 1 in whole percents."""
    return percents(int((Decimal(str(share)) * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)))


def on_answer_scale(share: float) -> float:
    """A score of 0 to 1 on the scale of 1 to 5 that people answered on."""
    return float(LOWEST_ANSWER + (HIGHEST_ANSWER - LOWEST_ANSWER) * Decimal(str(share)))


def out_of_five(value: float, decimals: int = DECIMALS) -> str:
    """'2,8 op 5' for an answer on the scale of 1 to 5."""
    return f"{number(value, decimals)} {_OUT_OF[active_language()]} {HIGHEST_ANSWER}"


def date_in_words(day: date) -> str:
    """'3 december 2026' or '3 December 2026'."""
    return f"{day.day} {month_in_words(day)}"


def month_in_words(day: date) -> str:
    """'december 2026' or 'December 2026'."""
    return f"{_MONTH_NAMES[active_language()][day.month - 1]} {day.year}"


def duration_in_months(months: int) -> str:
    """'7 maanden', '1 maand' or 'minder dan een maand'."""
    none, one, many = _DURATIONS[active_language()]
    return none if months < 1 else f"{number(months)} {one if months == 1 else many}"


def pairs(members: int) -> int:
    """How many lines it takes to link everyone with everyone."""
    return members * (members - 1) // 2
