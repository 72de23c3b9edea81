"""What the overview may use of the readiness tool."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from regiewijzer.register.measurements.actions import MeasurementFields, import_measurement
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import RowsOfNetworks
from regiewijzer.register.tool import NavItem, Tool
from regiewijzer.science import facts
from regiewijzer.tools.readiness.models import Measurement, Placement
from regiewijzer.tools.readiness.queries import (
    KEY,
    newest,
    to_fact,
)
from regiewijzer.tools.readiness.tables import TABLES

__all__ = [
    "TOOL",
    "Placement",
    "placement_of",
]


PLACEMENTS = RowsOfNetworks("placed_under", Placement.objects.all)


def layers_now() -> tuple[facts.LayerMeasurement, ...]:
    """The newest measurement of each layer as the rules see it, from top to bottom."""
    return tuple(to_fact(each) for each in newest().values())


def placement_of(network: Network) -> Placement | None:
    """What somebody last placed the network under."""
    return next(iter(PLACEMENTS.of(network)), None)


TOOL = Tool(
    name="readiness",
    nav=(NavItem("readiness", _("Ready to steer?"), under=("readiness", "not_steering"), after="decisions"),),
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
)
