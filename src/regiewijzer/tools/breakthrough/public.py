"""What the overview may use of breakthrough: where a network is stuck, and what it tries."""

from datetime import date

from regiewijzer.register.tool import FieldsByNetwork, Part, Tool, by_network
from regiewijzer.tools.breakthrough.actions import describe
from regiewijzer.tools.breakthrough.models import Stuck, Try
from regiewijzer.tools.breakthrough.queries import (
    STUCK,
    TRIES,
    looks_at,
    stuck_by_network,
    tries_by_network,
    tries_of,
)
from regiewijzer.tools.breakthrough.sections import log_of, section_for_board, section_of
from regiewijzer.tools.breakthrough.tables import TABLES

__all__ = ["TOOL", "Stuck", "Try", "describe", "log_of", "looks_at", "tries_of"]


def _network_facts(_today: date) -> FieldsByNetwork:
    """Which networks are stuck, and what each tried."""
    return by_network(stuck=stuck_by_network(), tries=tries_by_network())


TOOL = Tool(
    name="breakthrough",
    network_facts=_network_facts,
    tables=TABLES,
    rows=(STUCK, TRIES),
    section=section_of,
    part=Part.FORWARD,
    finds=("breakthrough",),
    board=section_for_board,
)
