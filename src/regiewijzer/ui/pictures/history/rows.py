"""What does the history show? What happened in one network, and what is still to come."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext

from regiewijzer.ui.pictures.words import MONTHS_A_YEAR, month_of


class Happening(StrEnum):
    EVENT = "event"
    DECISION = "decision"
    MEASUREMENT = "measurement"
    LOSS = "loss"


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """Something on a day. `when` says the day in words where the month is too much or too little."""

    on: date
    kind: Happening
    words: str
    when: str = ""
    emphasised: bool = False

    @property
    def moment(self) -> str:
        return self.when or month_of(self.on)


@dataclass(frozen=True, slots=True)
class History:
    """The course of `network`. `mark` is the number of months after `started` in which a network may invest first."""

    network: str
    today: date
    events: tuple[HistoryEvent, ...]
    started: date | None = None
    mark: int = 24

    @property
    def days(self) -> tuple[date, ...]:
        """Every day the history knows of, from early to late."""
        known = [event.on for event in self.events]
        return tuple(sorted([*known, self.started] if self.started else known))

    @property
    def first(self) -> date:
        return self.days[0]

    @property
    def last(self) -> date:
        return max(self.days[-1], self.today)

    @property
    def marked(self) -> date | None:
        """The day of the mark, when it lies within the history."""
        if not self.started:
            return None
        years, month = divmod(self.started.month - 1 + self.mark, MONTHS_A_YEAR)
        last_day_everywhere = 28
        day = date(self.started.year + years, month + 1, min(self.started.day, last_day_everywhere))
        return day if day <= self.last else None


def kind_words(kind: Happening) -> str:
    return {
        Happening.EVENT: gettext("event"),
        Happening.DECISION: gettext("decision"),
        Happening.MEASUREMENT: gettext("measurement"),
        Happening.LOSS: gettext("loss"),
    }[kind]
