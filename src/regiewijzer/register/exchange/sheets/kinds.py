"""What may stand under a heading? Kinds of columns: each reads a cell, writes a value, and says what it allows."""

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils import timezone

from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.files.cells import Raw, UnusableCell, shown
from regiewijzer.register.exchange.sheets.mistakes import Fault, Wrong
from regiewijzer.science.names import composed, tidied
from regiewijzer.science.written_days import (
    KnownDay,
    Precision,
    TwoDays,
    WrittenDay,
    day_in,
    day_of_number,
    looks_like_a_day,
    month_first,
    two_centuries,
)
from regiewijzer.science.written_numbers import TwoReadings, number_in
from regiewijzer.ui.days import EARLIEST, LATEST
from regiewijzer.ui.legible import UNREADABLE

LONGEST_DATA = 30_000  # a cell of a workbook holds hardly more
_ADDRESS = re.compile(r"[^<>]*<(?:mailto:)?([^<>]+)>|mailto:(.+)", re.IGNORECASE)
_PHONE_WITHOUT_ZERO = range(10_000_000, 500_000_000)  # eight or nine figures: a telephone number that lost its zero
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?::00)?")
_YES = frozenset({"ja", "j", "yes", "y", "waar", "true", "1"})
_NO = frozenset({"nee", "neen", "n", "no", "onwaar", "false", "0"})


@dataclass(frozen=True, slots=True)
class Target:
    """A row another row points at: one that is stored, by its key, or one of the file, by its sheet and row number."""

    sheet: str
    pk: int | None = None
    row: int | None = None


Value = str | int | Decimal | date | bool | Target | tuple[str, ...] | tuple[Target, ...] | None
NameOf = Callable[[Target], str]


def canonical(text: str) -> str:
    """Text as a cell gives it back: line ends of one sort, nothing around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


class Kind(ABC):
    """A kind of column. Values of two sources are the same when `same` says so, whatever their spacing."""

    __slots__ = ()

    @abstractmethod
    def read(self, raw: Raw) -> Value:
        """The value of a filled cell. Wrong when it is none."""

    @property
    @abstractmethod
    def allowed(self) -> Text:
        """What may stand here, with an example; a phrase without a capital."""

    @property
    def nothing(self) -> Value:
        """The value of an empty cell."""
        return None

    def written(self, value: Value, name_of: NameOf) -> Raw:
        """The value as a cell."""
        assert isinstance(value, str | int | bool | date)
        return value

    def same(self, one: Value, other: Value) -> bool:
        return one == other

    def of_field(self, stored: Any) -> Value:
        """A field of a model as a value of this kind."""
        if isinstance(stored, list):
            return tuple(stored)
        assert stored is None or isinstance(stored, str | int | Decimal | date)
        return self.nothing if stored == "" else stored

    def for_field(self, value: Value) -> Any:
        """A value of this kind as a model takes it; None when it is nothing."""
        return list(value) if isinstance(value, tuple) else value


@dataclass(frozen=True, slots=True)
class Prose(Kind):
    """Text of at most so many characters. One on one line, such as a name, is kept without what nobody sees."""

    longest: int
    one_line: bool = False

    def read(self, raw: Raw) -> str:
        if isinstance(raw, bool | date):
            raise Wrong(Fault.NOT_TEXT)
        text = self._kept(raw) if isinstance(raw, str) else shown(raw)
        if len(text) > self.longest:
            raise Wrong(Fault.TOO_LONG, length=len(text), longest=self.longest)
        if UNREADABLE.search(text):
            raise Wrong(Fault.UNREADABLE_SIGNS)
        return text

    @property
    def allowed(self) -> Text:
        return Text(nl=f"tekst van hoogstens {self.longest} tekens", en=f"text of at most {self.longest} characters")

    @property
    def nothing(self) -> str:
        return ""

    def same(self, one: Value, other: Value) -> bool:
        return self._kept(str(one)) == self._kept(str(other))

    def _kept(self, text: str) -> str:
        return tidied(text) if self.one_line else composed(canonical(text))


@dataclass(frozen=True, slots=True)
class Phone(Prose):
    """A telephone number. A spreadsheet takes it for a number and drops the zero in front, which comes back here."""

    longest: int = 40
    one_line: bool = True

    def read(self, raw: Raw) -> str:
        if isinstance(raw, float) or (isinstance(raw, int) and raw not in _PHONE_WITHOUT_ZERO):
            raise Wrong(Fault.NOT_A_PHONE)
        return f"0{raw}" if isinstance(raw, int) else Prose.read(self, raw)

    @property
    def allowed(self) -> Text:
        return Text(nl="een telefoonnummer, zoals 0499 12 34 56", en="a telephone number, such as 0499 12 34 56")


@dataclass(frozen=True, slots=True)
class Email(Prose):
    """An e-mail address, also as a mail program copies it: An Peeters <an.peeters@voorbeeld.be>."""

    longest: int = 254

    def read(self, raw: Raw) -> str:
        text = Prose.read(self, raw)
        if match := _ADDRESS.fullmatch(text):
            text = (match[1] or match[2]).strip()
        try:
            validate_email(text)
        except ValidationError as wrong:
            raise Wrong(Fault.NOT_AN_EMAIL) from wrong
        return text

    @property
    def allowed(self) -> Text:
        return Text(
            nl="een e-mailadres, zoals an.peeters@voorbeeld.be", en="an e-mail address, such as an.peeters@voorbeeld.be"
        )


@dataclass(frozen=True, slots=True)
class WebAddress(Prose):
    """The address of a web site, in full."""

    longest: int = 200

    def read(self, raw: Raw) -> str:
        text = Prose.read(self, raw)
        if "://" not in text:
            text = f"https://{text}"  # as the form reads it
        try:
            URLValidator(schemes=["http", "https"])(text)
        except ValidationError as wrong:
            raise Wrong(Fault.NOT_A_WEB_ADDRESS) from wrong
        return text

    @property
    def allowed(self) -> Text:
        return Text(
            nl="een webadres, zoals https://www.voorbeeld.be", en="a web address, such as https://www.voorbeeld.be"
        )


@dataclass(frozen=True, slots=True)
class Whole(Kind):
    """A whole number within bounds."""

    lowest: int
    highest: int

    def read(self, raw: Raw) -> int:
        number = _number(raw, Fault.NOT_WHOLE)
        if number != number.to_integral_value():
            raise Wrong(Fault.NOT_WHOLE)
        if not self.lowest <= number <= self.highest:
            raise Wrong(Fault.OUT_OF_RANGE)
        return int(number)

    @property
    def allowed(self) -> Text:
        example = min(max(self.lowest, 4), self.highest)
        return Text(
            nl=f"een geheel getal van {self.lowest} tot {self.highest}, zoals {example}",
            en=f"a whole number from {self.lowest} to {self.highest}, such as {example}",
        )


@dataclass(frozen=True, slots=True)
class Decimals(Kind):
    """A number within bounds, with at most so many decimals."""

    lowest: int
    highest: int
    places: int

    def read(self, raw: Raw) -> Decimal:
        number = _number(raw, Fault.NOT_A_NUMBER)
        if not self.lowest <= number <= self.highest:
            raise Wrong(Fault.OUT_OF_RANGE)
        if number != round(number, self.places):
            raise Wrong(Fault.TOO_MANY_DECIMALS)
        return number

    def written(self, value: Value, name_of: NameOf) -> float:
        assert isinstance(value, Decimal)
        return float(value)

    @property
    def allowed(self) -> Text:
        return Text(
            nl=f"een getal van {self.lowest} tot {self.highest} met hoogstens {self.places} decimalen, zoals 3,4",
            en=f"a number from {self.lowest} to {self.highest} with at most {self.places} decimals, such as 3.4",
        )


@dataclass(frozen=True, slots=True)
class Day(Kind):
    """A day: a date of the spreadsheet, or text with the day first, the year first or the month in letters.

    A month or a year alone is no day, and a day that can be two is none either: both are named, none is chosen.
    """

    def read(self, raw: Raw) -> date:
        day = self._known(raw)
        if not EARLIEST <= day <= LATEST:
            raise Wrong(Fault.NO_SUCH_DAY)
        return day

    def _known(self, raw: Raw) -> date:
        if isinstance(raw, date):
            return raw
        written = _written_in(raw)
        if written.precision is not Precision.DAY:
            raise Wrong(Fault.NO_WHOLE_DAY, day=f"{written.first:%d/%m/%Y}")
        return written.first

    @property
    def allowed(self) -> Text:
        return Text(nl="een dag, zoals 03/12/2026", en="a day, such as 03/12/2026")


@dataclass(frozen=True, slots=True)
class DayAsFarAsKnown(Day):
    """The same, or the month or the year of it: what is known, and no more."""

    def _known(self, raw: Raw) -> date:
        if isinstance(raw, date):
            return KnownDay(raw)
        written = _written_in(raw)
        if not written.sure:
            raise Wrong(Fault.NOT_A_DAY)
        return written.known

    def written(self, value: Value, name_of: NameOf) -> Raw:
        if isinstance(value, KnownDay) and value.precision is not Precision.DAY:
            return value.written
        assert isinstance(value, date)
        return date(value.year, value.month, value.day)

    @property
    def allowed(self) -> Text:
        return Text(
            nl="een dag, een maand of een jaar, zoals 03/12/2026, 12/2026 of 2026",
            en="a day, a month or a year, such as 03/12/2026, 12/2026 or 2026",
        )


@dataclass(frozen=True, slots=True)
class Clock(Kind):
    """A time of the day as a clock on the wall shows it, as text."""

    def read(self, raw: Raw) -> str:
        match = _TIME.fullmatch(Prose(30).read(raw))
        if match is None:
            raise Wrong(Fault.NOT_A_TIME)
        return f"{int(match[1]):02}:{match[2]}"

    def of_field(self, stored: Any) -> Value:
        return None if stored is None else f"{stored:%H:%M}"

    def for_field(self, value: Value) -> time | None:
        return None if value is None else time.fromisoformat(str(value))

    @property
    def allowed(self) -> Text:
        return Text(nl="een uur, zoals 13:30", en="a time, such as 13:30")


@dataclass(frozen=True, slots=True)
class Moment(Kind):
    """A day and a time of that day, to the second, as text with the year first."""

    def read(self, raw: Raw) -> str:
        try:
            return _moment(datetime.fromisoformat(Prose(30).read(raw)))
        except ValueError as wrong:
            raise Wrong(Fault.NOT_A_MOMENT) from wrong

    def of_field(self, stored: Any) -> Value:
        return None if stored is None else _moment(timezone.make_naive(stored))

    def for_field(self, value: Value) -> datetime | None:
        return None if value is None else timezone.make_aware(datetime.fromisoformat(str(value)))

    @property
    def allowed(self) -> Text:
        return Text(nl="een dag en een uur, zoals 2026-12-03 14:30", en="a day and a time, such as 2026-12-03 14:30")


@dataclass(frozen=True, slots=True)
class Data(Kind):
    """What a program wrote and reads, as JSON: numbers a finding rested on, changed questions."""

    def read(self, raw: Raw) -> str:
        try:
            return _as_json(json.loads(Prose(LONGEST_DATA).read(raw)))
        except ValueError as wrong:
            raise Wrong(Fault.NOT_DATA) from wrong

    def of_field(self, stored: Any) -> Value:
        return None if stored is None else _as_json(stored)

    def for_field(self, value: Value) -> Any:
        return None if value is None else json.loads(str(value))

    def same(self, one: Value, other: Value) -> bool:
        return bool(self.for_field(one) == self.for_field(other))

    @property
    def allowed(self) -> Text:
        return Text(nl='JSON, zoals {"count": 3}', en='JSON, such as {"count": 3}')


def _moment(moment: datetime) -> str:
    return moment.isoformat(sep=" ", timespec="seconds")


def _as_json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class YesNo(Kind):
    """Yes or no."""

    def read(self, raw: Raw) -> bool:
        word = shown(raw).strip().casefold()
        if word not in _YES | _NO:
            raise Wrong(Fault.NOT_YES_OR_NO)
        return word in _YES

    def written(self, value: Value, name_of: NameOf) -> str:
        return "ja" if value else "nee"

    @property
    def nothing(self) -> bool:
        return False

    @property
    def allowed(self) -> Text:
        return Text(nl="ja of nee", en="ja or nee (yes or no)")


@dataclass(frozen=True, slots=True)
class YesNoUnknown(YesNo):
    """Yes or no; empty where nobody knows."""

    @property
    def nothing(self) -> Value:  # type: ignore[override]
        return None


def _number(raw: Raw, fault: Fault) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        raise Wrong(fault)
    try:
        number = number_in(raw) if isinstance(raw, str) else Decimal(repr(raw))
    except TwoReadings as two:
        raise Wrong(Fault.TWO_NUMBERS, one=f"{two.thousands}", other=f"{two.decimals}".replace(".", ",")) from two
    if number is None or not number.is_finite():
        raise Wrong(fault)
    return number


def _written_in(raw: Raw) -> WrittenDay:
    """What is written as a day, a month or a year; a number of a spreadsheet is no day."""
    if isinstance(raw, str):
        return _written_as(raw.strip())
    if isinstance(raw, bool | UnusableCell) or (written := day_of_number(raw)) is None:  # type: ignore[arg-type]
        raise Wrong(Fault.NOT_A_DAY)
    if written.precision is Precision.DAY:
        raise Wrong(Fault.DAY_AS_NUMBER, day=f"{written.first:%d/%m/%Y}")
    return written


def _written_as(text: str) -> WrittenDay:
    if two := two_centuries(text):
        raise two_days(two)
    if month_first(text):
        raise Wrong(Fault.MONTH_FIRST)
    written = day_in(text)
    if written is None:
        raise Wrong(Fault.NO_SUCH_DAY if looks_like_a_day(text) else Fault.NOT_A_DAY)
    return written


def two_days(two: TwoDays) -> Wrong:
    """Why a date that can be two is not read."""
    return Wrong(Fault.TWO_DAYS, one=f"{two.one:%d/%m/%Y}", other=f"{two.other:%d/%m/%Y}")
