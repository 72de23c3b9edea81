"""What minutes hold once they are read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MarkedAction:
    """An action as it is marked in minutes.

    owners: as written, initials of a legend in full; none when nobody is named. due: None when the words name no day.
    line: number of the line in the text, from 1.
    """

    text: str
    owners: tuple[str, ...]
    due: date | None
    due_words: str
    done: bool
    line: int


@dataclass(frozen=True, slots=True)
class MarkedDecision:
    """A decision as it is marked in minutes, with the number of its line."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ReadMinutes:
    """Minutes of one meeting; what the text does not say is None or empty."""

    date: date | None
    network: str | None
    present: tuple[str, ...]
    excused: tuple[str, ...]
    actions: tuple[MarkedAction, ...]
    decisions: tuple[MarkedDecision, ...]
