"""What the overview may use of the form tool."""

from datetime import date
from functools import partial

from regiewijzer.register.measurements.actions import MeasurementFields, import_measurement
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.register.networks.queries import parties_on
from regiewijzer.register.tool import FieldsByNetwork, Part, Tool, by_network
from regiewijzer.tools.governance.display.grid import form_name
from regiewijzer.tools.governance.models import CONDITIONS, Measurement
from regiewijzer.tools.governance.queries.effectiveness import READINGS
from regiewijzer.tools.governance.queries.measurements import measurements
from regiewijzer.tools.governance.queries.networks import counted_forms
from regiewijzer.tools.governance.sections import section_of
from regiewijzer.tools.governance.tables import TABLES

__all__ = [
    "CONDITIONS",
    "TOOL",
    "Measurement",
    "counted_forms",
    "form_name",
]


def _participants(inquiry: CompletedInquiry) -> dict[str, int]:
    """The partners of that day."""
    return {"participants": parties_on(inquiry.network, inquiry.day) if inquiry.network else 0}


def _network_facts(_today: date) -> FieldsByNetwork:
    """What was measured of each network."""
    return by_network(measurements=measurements())


TOOL = Tool(
    name="governance",
    network_facts=_network_facts,
    imports={
        "governance-conditions": partial(
            import_measurement,
            fields=MeasurementFields(Measurement, {name: name for name in CONDITIONS}, agreed=True, more=_participants),
        )
    },
    tables=TABLES,
    rows=(READINGS,),
    section=section_of,
    part=Part.FORM,
    finds=("form",),
)
