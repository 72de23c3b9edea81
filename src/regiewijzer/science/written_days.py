"""Which day, month or year does somebody mean who writes a date, and how precisely?

The day comes before the month, as in the Low Countries; a name of a month, in Dutch or English, leaves no choice.
What is known only to the year stays a year: nobody makes a first of January of it.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Self

from regiewijzer.science.names import compared


class Precision(StrEnum):
    """How much of a date somebody knows."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class KnownDay(date):
    """A day, of which perhaps only the month or the year is known: it then stands for the first day it can be.

    It sorts and counts as that day; two of which another part is known are not the same.
    """

    precision: Precision

    def __new__(cls, first: date, precision: Precision = Precision.DAY) -> Self:
        made = super().__new__(cls, first.year, first.month, first.day)
        made.precision = Precision(precision)
        return made

    def __eq__(self, other: object) -> bool:
        precision = other.precision if isinstance(other, KnownDay) else Precision.DAY
        return isinstance(other, date) and super().__eq__(other) and precision is self.precision

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return super().__hash__()

    def __reduce__(self) -> tuple[Any, ...]:
        return KnownDay, (date(self.year, self.month, self.day), self.precision)

    @property
    def last(self) -> date:
        """The last day it can be."""
        if self.precision is Precision.DAY:
            return date(self.year, self.month, self.day)
        months = self.month if self.precision is Precision.MONTH else DECEMBER
        return date(self.year + months // DECEMBER, months % DECEMBER + 1, 1) - timedelta(days=1)

    def at_latest(self, today: date) -> date:
        """The last day it can be, given whether it has come: what began this year began today at the latest."""
        return self.last if self > today else min(self.last, max(today, date(self.year, self.month, self.day)))

    @property
    def iso(self) -> str:
        """As precise as known: 2019, 2021-09 or 2021-09-14."""
        return self.isoformat()[: SIGNS[self.precision]]

    @property
    def written(self) -> str:
        """As people write it here: 2019, 09/2021 or 14/09/2021."""
        return f"{self:%d/%m/%Y}"[-SIGNS[self.precision] :]


SIGNS = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}
DECEMBER = 12


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """What was written: the first day it can mean, and how precisely. `sure` is False when it was 'about' or more."""

    first: date
    precision: Precision
    sure: bool = True

    @property
    def known(self) -> KnownDay:
        return KnownDay(self.first, self.precision)

    @property
    def iso(self) -> str:
        """As precise as written: 2019, 2021-09 or 2021-09-14."""
        return self.known.iso


@dataclass(frozen=True, slots=True)
class TwoDays(ValueError):
    """A date that means one day here and another elsewhere."""

    one: date
    other: date


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb febr",
            "maart march mrt mar maa",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "augustus august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
# a season is kept as its year: it has no month of its own
SEASONS = frozenset(
    [
        "helft",
        "voorjaar",
        "lente",
        "zomer",
        "najaar",
        "herfst",
        "winter",
        "spring",
        "summer",
        "autumn",
        "fall",
        "begin",
        "midden",
        "eind",
        "einde",
        "start",
        "medio",
        "mid",
    ]
)
ABOUT = ("±", "+/-", "+-", "ca.", "ca", "circa", "rond", "omstreeks", "ongeveer", "about", "around", "approx.", "~")
SINCE = (
    "sinds",
    "sedert",
    "vanaf",
    "since",
    "from",
    "in",
    "opgericht",
    "gestart",
    "opgestart",
    "begonnen",
    "ontstaan",
    "anno",
    "jaar",
    "in",
)
SERIAL_BEGINS, SERIAL_FIRST, SERIAL_LAST = date(1899, 12, 30), 20_000, 80_000  # day numbers of a spreadsheet
CENTURY = 100
_YEAR = r"(1[89]\d\d|2[01]\d\d)"
_DAY_FIRST = re.compile(r"(\d{1,2})\s*([/.\-])\s*(\d{1,2})\s*\2\s*('?\d{4}|'?\d{2})")
_YEAR_FIRST = re.compile(rf"{_YEAR}[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?:[t ]\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?z?)?")
_LIKE_YEAR_FIRST = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_NAMED_DAY = re.compile(r"(\d{1,2})(?:e|de|ste|st|nd|rd|th)?\.?[ \-]([a-z]+)\.?,?[ \-]'?(\d{4}|\d{2})")
_NAMED_DAY_US = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_NAMED_MONTH = re.compile(r"([a-z]+)\.?[ \-/]?'?(\d{4}|\d{2})")
_MONTH_FIRST = re.compile(rf"(\d{{1,2}})[/.\-]{_YEAR}")
_YEAR_MONTH = re.compile(rf"{_YEAR}[/.\-](\d{{1,2}})")
_SEASON = re.compile(rf"(?:(?:1e|2e|eerste|tweede) )?([a-z]+)(?: van)?(?: het jaar)? (?:'?{_YEAR}|'(\d\d))")
_QUARTER = re.compile(rf"(?:q|k|kwartaal )([1-4])[ /\-]*{_YEAR}|{_YEAR}[ /\-]*(?:q|k)([1-4])")
_SCHOOL_YEAR = re.compile(rf"(?:schooljaar |werkjaar |seizoen )?{_YEAR}\s?[-/]\s?(?:{_YEAR}|\d\d)")
_ONLY_YEAR = re.compile(rf"'?{_YEAR}\.?|'(\d\d)")
_SOME_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_NO_START = re.compile(r"\b(voor|vóór|before|na|after|tot|until|jaren|stopt|gestopt|einde?)\b")
_YEAR_AND_MORE = re.compile(rf"{_YEAR} ?[(,;:?].*")


def two_ways(text: str) -> TwoDays | None:
    """Both days, when the text has a day and a month that can change places."""
    match = _DAY_FIRST.fullmatch(compared(text))
    if not match or match[2] != "/" or len(match[4]) != 4:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if first == second or not (1 <= first <= 12 and 1 <= second <= 12):
        return None
    return TwoDays(date(year, second, first), date(year, first, second))


def two_centuries(text: str) -> TwoDays | None:
    """Both days, when the year is written with two figures: 4/3/27."""
    match = _DAY_FIRST.fullmatch(compared(text))
    if not match or len(match[4].lstrip("'")) > 2:
        return None
    try:
        return TwoDays(*(date(century + int(match[4]), int(match[3]), int(match[1])) for century in (2000, 1900)))
    except ValueError:
        return None


def looks_like_a_day(text: str) -> bool:
    """Whether it is written as a day, be there such a day or not: 31/02/2027."""
    plain = compared(text)
    return bool(_DAY_FIRST.fullmatch(plain) or _LIKE_YEAR_FIRST.fullmatch(plain))


def month_first(text: str) -> bool:
    """Whether this can only be read with the month first: 03/25/2027."""
    match = _DAY_FIRST.fullmatch(compared(text))
    return match is not None and 1 <= int(match[1]) <= 12 < int(match[3]) <= 31


def day_in(text: str, *, latest_year: int | None = None) -> WrittenDay | None:
    """What a text means as a date; None when it means none or does not exist.

    Two figures mean the last such year up to `latest_year`: '22 is 2022. Without it they mean none.
    """
    plain, sure = compared(text).rstrip("."), True
    for word in (*ABOUT, *SINCE):
        if plain.startswith(word) and not plain[len(word) : len(word) + 1].isalpha() and plain != word:
            plain, sure = plain[len(word) :].strip(), sure and word not in ABOUT
    if plain.endswith("?") and plain != "?":
        plain, sure = plain.rstrip("? "), False
    found = _read(plain, latest_year)
    return WrittenDay(found.first, found.precision, sure and found.sure) if found else None


def day_of_number(number: float) -> WrittenDay | None:
    """A number as a year, or as the day number of a spreadsheet; None when it is neither."""
    whole = int(number)
    if whole == number and _ONLY_YEAR.fullmatch(str(whole)):
        return WrittenDay(date(whole, 1, 1), Precision.YEAR)
    if SERIAL_FIRST <= number <= SERIAL_LAST:
        return WrittenDay(SERIAL_BEGINS + timedelta(days=whole), Precision.DAY)
    return None


def _read(plain: str, latest_year: int | None) -> WrittenDay | None:
    if match := _YEAR_FIRST.fullmatch(plain):
        return _dated(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(plain):
        return _dated(_year(match[4], latest_year), int(match[3]), int(match[1]))
    if (match := _NAMED_DAY.fullmatch(plain)) and match[2] in MONTHS:
        return _dated(_year(match[3], latest_year), MONTHS[match[2]], int(match[1]))
    if (match := _NAMED_DAY_US.fullmatch(plain)) and match[1] in MONTHS:
        return _dated(int(match[3]), MONTHS[match[1]], int(match[2]))
    if (match := _NAMED_MONTH.fullmatch(plain)) and match[1] in MONTHS:
        return _dated(_year(match[2], latest_year), MONTHS[match[1]])
    if match := _MONTH_FIRST.fullmatch(plain):
        return _dated(int(match[2]), int(match[1]))
    if (match := _YEAR_MONTH.fullmatch(plain)) and int(match[2]) <= 12:
        return _dated(int(match[1]), int(match[2]))
    if match := _QUARTER.fullmatch(plain):
        return _dated(int(match[2] or match[3]))
    if (match := _SEASON.fullmatch(plain)) and match[1] in SEASONS:
        return _dated(_year(match[2] or match[3], latest_year))
    if match := _SCHOOL_YEAR.fullmatch(plain):
        return _dated(int(match[1]), sure=False)
    if match := _ONLY_YEAR.fullmatch(plain):
        return _dated(_year(match[1] or match[2], latest_year))
    if match := _YEAR_AND_MORE.fullmatch(plain):
        return _dated(int(match[1]), sure=False)
    # in a list, one year between other words is likely the one that is meant; never in silence
    if latest_year is not None and (match := _SOME_YEAR.search(plain)) and not _NO_START.search(plain):
        return _dated(int(match[1]), sure=False)
    return None


def _dated(year: int, month: int | None = None, day: int | None = None, *, sure: bool = True) -> WrittenDay | None:
    precision = Precision.YEAR if month is None else Precision.MONTH if day is None else Precision.DAY
    try:
        return WrittenDay(date(year, month or 1, day or 1), precision, sure)
    except ValueError:
        return None


def _year(written: str, latest_year: int | None) -> int:
    """0 is no year."""
    written = written.lstrip("'")
    if len(written) > 2:
        return int(written)
    if latest_year is None:
        return 0
    century = latest_year // CENTURY * CENTURY
    year = century + int(written)
    return year if year <= latest_year else year - CENTURY
