"""Which day do words name? A day without a year is the first such day after the meeting."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

MONTHS = (
    ("januari", "jan", "january"),
    ("februari", "feb", "febr", "february"),
    ("maart", "mrt", "march", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("augustus", "aug", "august"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTH_NUMBERS = {word: number for number, words in enumerate(MONTHS, 1) for word in words}
WEEKDAYS = (
    ("maandag", "ma", "monday"),
    ("dinsdag", "di", "tuesday"),
    ("woensdag", "wo", "wednesday"),
    ("donderdag", "do", "thursday"),
    ("vrijdag", "vr", "friday"),
    ("zaterdag", "za", "saturday"),
    ("zondag", "zo", "sunday"),
)
WEEKDAY_NUMBERS = {word: number for number, words in enumerate(WEEKDAYS) for word in words}
MOST_YEARS_AHEAD = 9  # the 29th of February comes back within eight years
CENTURY = 2000

_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAY_NUMBERS, key=len, reverse=True))
_OF_WEEK = rf"(?:(?:{_WEEKDAY})\.?\s+)?"
_IN_WORDS = re.compile(
    rf"{_OF_WEEK}(?P<day>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\.?(?:\s+(?P<year>\d{{4}}))?"
)
_IN_NUMBERS = re.compile(
    rf"{_OF_WEEK}(?P<day>\d{{1,2}})(?P<sep>[/.-])(?P<month>\d{{1,2}})(?:(?P=sep)(?P<year>\d{{4}}|\d{{2}}))?"
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_END_OF_MONTH = re.compile(rf"(?:(?:einde?|end)\s+)(?:(?:van|of)\s+)?(?P<month>{_MONTH})\.?(?:\s+(?P<year>\d{{4}}))?")
_FULL_IN_TEXT = re.compile(
    rf"(?<![\w/.-])(?:(?P<wd>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?\s+(?:of\s+)?(?P<wm>{_MONTH})\.?\s+(?P<wy>\d{{4}})"
    r"|(?P<nd>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<nm>\d{1,2})\s?(?P=sep)\s?(?P<ny>\d{4})"
    r"|(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2}))(?!\d)",
    re.IGNORECASE,
)


def day_of(words: str, meeting: date | None) -> date | None:
    """The day these words name, or None: a month, a season or "asap" is no day.

    meeting: the day of the meeting; None when it is not known, and then only a day with a year counts.
    """
    said = words.strip().rstrip(".").lower()
    if said in WEEKDAY_NUMBERS:
        return _weekday_after(WEEKDAY_NUMBERS[said], meeting)
    if found := _END_OF_MONTH.fullmatch(said):
        return _with_or_without_year(None, MONTH_NUMBERS[found["month"]], found["year"], meeting)
    if found := _IN_WORDS.fullmatch(said):
        return _with_or_without_year(int(found["day"]), MONTH_NUMBERS[found["month"]], found["year"], meeting)
    if found := (_IN_NUMBERS.fullmatch(said) or _ISO.fullmatch(said)):
        return _with_or_without_year(int(found["day"]), int(found["month"]), found["year"], meeting)
    return None


def names_a_day(words: str) -> bool:
    """Whether these words name a day, whatever the year."""
    return day_of(words, date(CENTURY, 1, 1)) is not None


def full_dates(text: str) -> Iterator[date]:
    """Every date with its year in a line, from left to right."""
    for found in _FULL_IN_TEXT.finditer(text):
        if found["wd"]:
            day = _day(int(found["wy"]), MONTH_NUMBERS[found["wm"].lower()], int(found["wd"]))
        elif found["nd"]:
            day = _day(int(found["ny"]), int(found["nm"]), int(found["nd"]))
        else:
            day = _day(int(found["iy"]), int(found["im"]), int(found["id"]))
        if day:
            yield day


def without_dates(text: str) -> str:
    """The line without its full dates and without the weekday before them."""
    return re.sub(rf"\b(?:{_WEEKDAY})\b\s*$", "", _FULL_IN_TEXT.sub("", text).rstrip(), flags=re.IGNORECASE)


def _weekday_after(weekday: int, meeting: date | None) -> date | None:
    if meeting is None:
        return None
    ahead = (weekday - meeting.weekday()) % 7 or 7
    return meeting + timedelta(days=ahead)


def _with_or_without_year(day: int | None, month: int, year: str | None, meeting: date | None) -> date | None:
    if year:
        return _day(int(year) if len(year) > 2 else CENTURY + int(year), month, day)
    if meeting is None:
        return None
    for ahead in range(MOST_YEARS_AHEAD):
        found = _day(meeting.year + ahead, month, day)
        if found and found > meeting:
            return found
    return None


def _day(year: int, month: int, day: int | None) -> date | None:
    """day: None is the last of the month. None when the calendar has no such day."""
    try:
        return date(year, month, calendar.monthrange(year, month)[1] if day is None else day)
    except ValueError:
        return None
