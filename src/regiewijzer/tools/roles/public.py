"""What the overview may use of roles."""

from datetime import date

from regiewijzer.register.tool import FieldsByNetwork, Part, Tool, by_network
from regiewijzer.tools.roles.actions import offer
from regiewijzer.tools.roles.models import Beginner, Offer
from regiewijzer.tools.roles.queries import TEST, led_by_a_beginner, roles_by_network, service_roles
from regiewijzer.tools.roles.sections import section_of
from regiewijzer.tools.roles.tables import TABLES

UNDER_WAY = (Offer, Beginner)  # tables that change without a line in the trail: what is taken back is gone

__all__ = ["TEST", "TOOL", "UNDER_WAY", "offer"]


def _network_facts(today: date) -> FieldsByNetwork:
    """Who takes which role, and which networks a beginner leads alone."""
    return by_network(roles=roles_by_network(today), beginner_alone=dict.fromkeys(led_by_a_beginner(), True))


TOOL = Tool(
    name="roles",
    facts={"service_roles": service_roles},
    network_facts=_network_facts,
    section=section_of,
    part=Part.PEOPLE,
    finds=("people",),
    tables=TABLES,
)
