"""What is known of the meetings of a network, and of what was agreed to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from regiewijzer.science.facts.codes import Ref


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that was held, or is planned. `there`: whether a partner was, of those of whom it was written down.

    `agreed`: how many actions came of it; None while its minutes are not settled.
    """

    held_on: date
    held: bool = True
    there: Mapping[Ref, bool] = field(default_factory=dict)
    agreed: int | None = None


@dataclass(frozen=True, slots=True)
class OpenAction:
    """Something that is still to do. `owner` by name, empty when nobody was named; `left`: who is no longer there."""

    ref: Ref
    words: str
    owner: str = ""
    due: date | None = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class LeastMeetings:
    """How often a year a rule has a network meet, as read in a source of `year`; `contested` when sources differ."""

    least: int
    regulation: str
    year: int
    contested: bool = False
