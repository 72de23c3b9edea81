"""What tools and the overview may use of workshops.

`completed_workshops` gives what rooms answered to questionnaires, so that the overview can hand it to the tool that
asked; `rooms_that_placed` how rooms placed partners, `last_room_about` how the last one about a network answered.
`end_overdue` ends sessions that were forgotten. `prepare_about` and `keep_held` give an example its sessions.
"""

from regiewijzer.inquiry.workshops.actions.ending import end_overdue
from regiewijzer.inquiry.workshops.actions.held import keep_held, prepare_about
from regiewijzer.inquiry.workshops.models import Workshop
from regiewijzer.inquiry.workshops.queries.completed import completed_workshops
from regiewijzer.inquiry.workshops.queries.latest import Spread, last_room_about
from regiewijzer.inquiry.workshops.queries.placed import PlacedByRoom, RoomThatPlaced, rooms_that_placed

__all__ = [
    "PlacedByRoom",
    "RoomThatPlaced",
    "Spread",
    "Workshop",
    "completed_workshops",
    "end_overdue",
    "keep_held",
    "last_room_about",
    "prepare_about",
    "rooms_that_placed",
]
