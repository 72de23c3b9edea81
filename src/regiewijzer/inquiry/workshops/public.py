"""What tools and the overview may use of workshops.

`completed_workshops` gives what rooms answered to questionnaires, so that the overview can hand it to the tool that
asked; `rooms_that_placed` how rooms placed partners, `last_room_about` how the last one about a network answered. A
room makes a try, a persona or a journey with `Draft`s that `prepare_about` asks; `said_by_room` is what it said, and
`note_agreed` puts what was agreed on the screen. `end_overdue` ends sessions that were forgotten. `prepare_about` and
`keep_held` give an example its sessions.
"""

from regiewijzer.inquiry.workshops.actions.ending import end_overdue
from regiewijzer.inquiry.workshops.actions.held import keep_held, prepare_about
from regiewijzer.inquiry.workshops.actions.leading import NotOpen, note_agreed
from regiewijzer.inquiry.workshops.models import Kind, Workshop
from regiewijzer.inquiry.workshops.models.questions import option
from regiewijzer.inquiry.workshops.models.workshops import LONGEST_TITLE
from regiewijzer.inquiry.workshops.queries.completed import completed_workshops
from regiewijzer.inquiry.workshops.queries.latest import Spread, last_room_about
from regiewijzer.inquiry.workshops.queries.made import (
    SaidByRoom,
    question_that_gives,
    rooms_that_made,
    said_by_room,
)
from regiewijzer.inquiry.workshops.queries.placed import PlacedByRoom, RoomThatPlaced, rooms_that_placed
from regiewijzer.inquiry.workshops.queries.sources import Draft

__all__ = [
    "LONGEST_TITLE",
    "Draft",
    "Kind",
    "NotOpen",
    "PlacedByRoom",
    "RoomThatPlaced",
    "SaidByRoom",
    "Spread",
    "Workshop",
    "completed_workshops",
    "end_overdue",
    "keep_held",
    "last_room_about",
    "note_agreed",
    "option",
    "prepare_about",
    "question_that_gives",
    "rooms_that_made",
    "rooms_that_placed",
    "said_by_room",
]
