"""What stands in the folder of an example authority? Its register in our own exchange format, and its accounts.

The dates are those of one day; `moved` moves them all by whole days. A date inside a text stands in braces and moves
along: {2026-12-01} becomes '1 december', with :month 'december 2026', with :year '2026', with
:weekday 'dinsdag'.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from babel.dates import format_date

from regiewijzer.foundation.authorities.models import Accent
from regiewijzer.foundation.rights import Role
from regiewijzer.inquiry.questionnaires.public import Way
from regiewijzer.library.located import open_own
from regiewijzer.register.exchange.files.cells import Raw
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.files.reading import files_at, read_files
from regiewijzer.science.facts import NetworkRole

CONTENT = Path(__file__).parent / "content"
AUTHORITIES = ("vliermonde", "scheldekouter")  # the first is the one to look at
STORY_DAY = date(2026, 11, 23)

_IN_BRACES = re.compile(r"\{(\d{4}-\d{2}-\d{2})(?::(month|year|weekday))?\}")
_WRITTEN = {None: "d MMMM", "month": "MMMM y", "year": "y", "weekday": "EEEE"}
_DAY, _DAY_FORMAT = re.compile(r"\d{2}/\d{2}/\d{4}"), "%d/%m/%Y"
_IN_DATA = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


@dataclass(frozen=True, slots=True)
class Described:
    """The authority itself."""

    slug: str
    name: str
    service: str
    kbo: str
    accent: Accent


@dataclass(frozen=True, slots=True)
class Managed:
    """A network somebody manages."""

    network: str
    since: date


@dataclass(frozen=True, slots=True)
class Offered:
    """A role somebody offers; `gladly` or to learn it."""

    role: NetworkRole
    gladly: bool


@dataclass(frozen=True, slots=True)
class Given:
    """What a room answered to one question: a figure for each person, on a scale of at most nine steps."""

    item: str
    answers: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A session or a survey that somebody is preparing for a network; `title` of a survey says what it is for.

    `on` is the day of the session, or the last day of the survey. `given`: the session was held, and this was answered.
    """

    way: Way
    network: str
    questionnaire: str
    title: str
    on: date
    given: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """A network that goes into another on a day, when that was decided, and when it was taken back."""

    network: str
    into: str
    decided: date
    on: date
    taken_back: date | None = None


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody with an account. `works_for` is the organisation of a guest; `decided` names decisions they took.

    `strong` are the roles their test says they are strong in; empty when they took none. `offers`: role -> whether they
    like to do it. `beginner`: says to have led networks for a short time only.
    """

    name: str
    email: str
    role: Role
    manages: tuple[Managed, ...] = ()
    works_for: str = ""
    decided: tuple[str, ...] = ()
    prepares: tuple[Prepared, ...] = ()
    merges: tuple[Merged, ...] = ()
    strong: tuple[NetworkRole, ...] = ()
    offers: tuple[Offered, ...] = ()
    beginner: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """What a person answered when asked whether a seat is still right. `asked`: by whom; without `still`: no answer."""

    network: str
    partner: str
    person: str
    asked: str
    on: date
    still: str = ""
    comes: str = ""
    other_name: str = ""
    does: str = ""
    other_action: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """One example authority: who works there, and its register."""

    authority: Described
    people: tuple[Colleague, ...]
    sheets: tuple[RawSheet, ...]
    answered: tuple[Answered, ...] = ()


def read_example(folder: Path) -> Example:
    """The example in a folder. ValueError with its line when authority.yaml holds a mistake."""
    return open_own(folder / "authority.yaml").value(Example, sheets=read_files(files_at(folder)))


def moved(example: Example, by: timedelta) -> Example:
    """The same with every date this much later, and the dates in its texts written out."""
    people = [
        replace(
            each,
            manages=tuple(replace(one, since=one.since + by) for one in each.manages),
            prepares=tuple(replace(one, on=one.on + by) for one in each.prepares),
            merges=tuple(_merged(one, by) for one in each.merges),
        )
        for each in example.people
    ]
    answered = tuple(replace(each, on=each.on + by) for each in example.answered)
    return replace(
        example, people=tuple(people), answered=answered, sheets=tuple(_sheet(each, by) for each in example.sheets)
    )


def _merged(one: Merged, by: timedelta) -> Merged:
    back = one.taken_back + by if one.taken_back else None
    return replace(one, decided=one.decided + by, on=one.on + by, taken_back=back)


def _sheet(sheet: RawSheet, by: timedelta) -> RawSheet:
    return replace(sheet, rows=tuple((number, _cells(cells, by)) for number, cells in sheet.rows))


def _cells(cells: Sequence[Raw], by: timedelta) -> tuple[Raw, ...]:
    return tuple(_cell(cell, by) if isinstance(cell, str) else cell for cell in cells)


def _cell(text: str, by: timedelta) -> str:
    if _DAY.fullmatch(text):
        return (datetime.strptime(text, _DAY_FORMAT) + by).strftime(_DAY_FORMAT)  # noqa: DTZ007  a day has no zone
    written = _IN_BRACES.sub(lambda found: _written(found, by), text)
    return _IN_DATA.sub(lambda found: str(date.fromisoformat(found[0]) + by), written)


def _written(found: re.Match[str], by: timedelta) -> str:
    return str(format_date(date.fromisoformat(found[1]) + by, _WRITTEN[found[2]], locale="nl"))
