"""What the overview may use of the readiness tool."""

from collections.abc import Mapping
from functools import partial

from regiewijzer.register.measurements.actions import Importer, MeasurementFields, import_measurement
from regiewijzer.register.networks.models import Network
from regiewijzer.science import facts
from regiewijzer.tools.readiness.actions import place
from regiewijzer.tools.readiness.models import Measurement, Placement
from regiewijzer.tools.readiness.queries import (
    KEY,
    Readiness,
    newest,
    picture,
    places,
    to_fact,
)

__all__ = [
    "IMPORTS",
    "Measurement",
    "Placement",
    "Readiness",
    "layers_now",
    "picture",
    "place",
    "placement_of",
    "places",
]

IMPORTS: Mapping[str, Importer] = {
    KEY: partial(
        import_measurement,
        fields=MeasurementFields(
            Measurement, {name: name for name in Measurement.ATTITUDES}, evidence="evidence", layer="layer"
        ),
    )
}


def layers_now() -> tuple[facts.LayerMeasurement, ...]:
    """The newest measurement of each layer as the rules see it, from top to bottom."""
    return tuple(to_fact(each) for each in newest().values())


def placement_of(network: Network) -> Placement | None:
    """What somebody last placed the network under."""
    return network.placements.first()
