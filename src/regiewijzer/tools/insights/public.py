"""What the overview may use of insights."""

from datetime import date

from regiewijzer.register.tool import FieldsByNetwork, Part, Tool, by_network
from regiewijzer.tools.insights.actions import destroy_due
from regiewijzer.tools.insights.queries import INSIGHTS, insights_by_network
from regiewijzer.tools.insights.sections import section_of
from regiewijzer.tools.insights.tables import TABLES

__all__ = ["TOOL", "destroy_due"]


def _network_facts(today: date) -> FieldsByNetwork:
    """What was learned of users, by network."""
    return by_network(insights=insights_by_network(today))


TOOL = Tool(
    name="insights",
    network_facts=_network_facts,
    section=section_of,
    part=Part.USERS,
    finds=("insight",),
    tables=TABLES,
    rows=(INSIGHTS,),
)
