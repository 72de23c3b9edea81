"""What the overview may use of insights."""

from datetime import date

from regiewijzer.register.tool import FieldsByNetwork, Part, Tool, by_network
from regiewijzer.tools.insights.actions import destroy_due
from regiewijzer.tools.insights.models import Insight
from regiewijzer.tools.insights.queries import (
    INSIGHTS,
    insight_of,
    insights_by_network,
    moments_of,
    network_for,
    personas_of,
    steps_of,
    that_changed,
)
from regiewijzer.tools.insights.sections import day_of, picture, section_for_board, section_of, told_of
from regiewijzer.tools.insights.tables import TABLES

__all__ = [
    "TOOL",
    "Insight",
    "day_of",
    "destroy_due",
    "insight_of",
    "moments_of",
    "network_for",
    "personas_of",
    "picture",
    "steps_of",
    "that_changed",
    "told_of",
]


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
    board=section_for_board,
)
