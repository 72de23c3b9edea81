"""What the overview may use of cooperation."""

from datetime import date
from functools import partial

from regiewijzer.register.measurements.actions import MeasurementFields, import_measurement
from regiewijzer.register.tool import FieldsByNetwork, Part, Tool, by_network
from regiewijzer.science.cooperation import Theme
from regiewijzer.tools.cooperation.models import Measurement
from regiewijzer.tools.cooperation.queries import (
    MEASUREMENTS,
    STATEMENTS,
    balance_of,
    give_and_take_by_network,
    ratings_by_network,
)
from regiewijzer.tools.cooperation.sections import section_of
from regiewijzer.tools.cooperation.tables import TABLES

__all__ = [
    "TOOL",
    "balance_of",
]


def _network_facts(_today: date) -> FieldsByNetwork:
    """What members think of each cooperation, and what partners bring and get."""
    return by_network(cooperation_ratings=ratings_by_network(), give_and_take=give_and_take_by_network())


TOOL = Tool(
    name="cooperation",
    network_facts=_network_facts,
    imports={
        "cooperation-health": partial(
            import_measurement,
            fields=MeasurementFields(Measurement, {name.value: name for name in Theme}, agreed=True),
        )
    },
    section=section_of,
    part=Part.FORM,
    finds=("cooperation",),
    tables=TABLES,
    rows=(MEASUREMENTS, STATEMENTS),
)
