"""What the overview may use of the readiness tool."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from regiewijzer.register.measurements.actions import MeasurementFields, import_measurement
from regiewijzer.register.tool import NavItem, Part, Tool
from regiewijzer.science import facts
from regiewijzer.tools.readiness.models import Measurement
from regiewijzer.tools.readiness.queries import (
    KEY,
    newest,
    to_fact,
)
from regiewijzer.tools.readiness.sections import PLACEMENTS, section_for_board, section_of
from regiewijzer.tools.readiness.tables import TABLES

__all__ = [
    "TOOL",
]


def layers_now() -> tuple[facts.LayerMeasurement, ...]:
    """The newest measurement of each layer as the rules see it, from top to bottom."""
    return tuple(to_fact(each) for each in newest().values())


TOOL = Tool(
    name="readiness",
    nav=(NavItem("readiness", _("Ready to steer?"), under=("readiness", "not_steering"), after="exchange"),),
    facts={"readiness": layers_now},
    imports={
        KEY: partial(
            import_measurement,
            fields=MeasurementFields(
                Measurement, {name: name for name in Measurement.ATTITUDES}, evidence="evidence", layer="layer"
            ),
        )
    },
    tables=TABLES,
    rows=(PLACEMENTS,),
    section=section_of,
    part=Part.GOAL,
    finds=("readiness",),
    board=section_for_board,
)
