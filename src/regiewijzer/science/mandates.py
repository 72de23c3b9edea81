"""What is worth a word about the seats of one network: no card, no report, overruled, or nobody who can decide?

After seed 004: strict rules do not help, a short agreement does; who is overruled loses credit. The numbers are ours.
Whoever sees mandates reads this; nobody else does, so that none of it goes through the findings of an authority.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

A_YEAR = timedelta(days=365)
OVERRULED, DELEGATES, MEETINGS = 2, 3, 3  # ours: from so many on


class Decides(StrEnum):
    """What somebody at a table may decide."""

    YES = "yes"
    WITHIN = "within"
    NO = "no"


class Remark(StrEnum):
    """What can be said of a seat, or of a table."""

    NO_CARD = "no_card"
    NO_FEEDBACK = "no_feedback"
    OVERRULED = "overruled"
    MANY_DELEGATES = "many_delegates"
    NOBODY_DECIDES = "nobody_decides"
    NO_CRITICAL_VOICE = "no_critical_voice"


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat. `seated`: somebody sits there; `decides` is None when nobody said.

    `meetings_since`: meetings held since the last report, None when none was ever held. `every`: after so many meetings
    a report was agreed. `overruled` are the days it was; `began` those on which somebody took the seat.
    """

    partner: str
    seated: bool
    card: bool = False
    decides: Decides | None = None
    critical: bool = False
    meetings_since: int | None = None
    every: int | None = None
    overruled: tuple[date, ...] = ()
    began: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A remark about one seat, or about the table when `partner` is empty; `count` is its number."""

    remark: Remark
    partner: str = ""
    count: int = 0


def remarks(seats: Sequence[Seat], today: date) -> tuple[Said, ...]:
    """Everything worth a word, the seats in their order and the table last. What nobody wrote down is no remark."""
    seated = [seat for seat in seats if seat.seated]
    return (*(said for seat in seats for said in _of_seat(seat, today)), *_of_table(seated))


def _of_seat(seat: Seat, today: date) -> Iterator[Said]:
    since = today - A_YEAR
    if seat.seated and not seat.card:
        yield Said(Remark.NO_CARD, seat.partner)
    missed = seat.meetings_since or 0
    if seat.card and missed >= (seat.every or MEETINGS):
        yield Said(Remark.NO_FEEDBACK, seat.partner, missed)
    if (overruled := sum(day > since for day in seat.overruled)) >= OVERRULED:
        yield Said(Remark.OVERRULED, seat.partner, overruled)
    if (began := sum(day > since for day in seat.began)) >= DELEGATES:
        yield Said(Remark.MANY_DELEGATES, seat.partner, began)


def _of_table(seated: Sequence[Seat]) -> Iterator[Said]:
    known = [seat.decides for seat in seated if seat.decides is not None]
    if seated and len(known) == len(seated) and all(each is Decides.NO for each in known):
        yield Said(Remark.NOBODY_DECIDES, count=len(seated))
    if seated and not any(seat.critical for seat in seated):
        yield Said(Remark.NO_CRITICAL_VOICE)
