"""What the overview may use of arenas."""

from datetime import date

from regiewijzer.register.networks.queries import phases_on, required_seats_on, with_person_on
from regiewijzer.register.tool import FieldsByNetwork, Part, Tool, by_network
from regiewijzer.tools.arena.actions import keep_room
from regiewijzer.tools.arena.models import Placed
from regiewijzer.tools.arena.queries.arenas import ARENAS, arenas_by_network, placed_in, shown_arena
from regiewijzer.tools.arena.sections import section_of
from regiewijzer.tools.arena.tables import TABLES

__all__ = ["ARENAS", "TOOL", "Placed", "keep_room", "placed_in", "shown_arena"]


def _network_facts(today: date) -> FieldsByNetwork:
    """Phase, newest arena of each phase, partners for whom somebody sits there, and required seats, by network."""
    return by_network(
        arenas=arenas_by_network(),
        phase=phases_on(today),
        with_person=with_person_on(today),
        required_seats=required_seats_on(today),
    )


TOOL = Tool(
    name="arena",
    network_facts=_network_facts,
    section=section_of,
    part=Part.TABLE,
    finds=("arena",),
    tables=TABLES,
)
