"""What the overview may use of cooperation."""

from collections.abc import Mapping
from functools import partial

from regiewijzer.register.measurements.actions import Importer, MeasurementFields, import_measurement
from regiewijzer.science.cooperation import Theme
from regiewijzer.tools.cooperation.models import Measurement
from regiewijzer.tools.cooperation.queries import (
    Balance,
    CooperationPage,
    Row,
    ShownMeasurement,
    ShownTheme,
    balance_of,
    cooperation_page,
    give_and_take_by_network,
    ratings_by_network,
)

__all__ = [
    "IMPORTS",
    "Balance",
    "CooperationPage",
    "Row",
    "ShownMeasurement",
    "ShownTheme",
    "balance_of",
    "cooperation_page",
    "give_and_take_by_network",
    "ratings_by_network",
]

IMPORTS: Mapping[str, Importer] = {
    "cooperation-health": partial(
        import_measurement,
        fields=MeasurementFields(Measurement, {name.value: name for name in Theme}, agreed=True),
    )
}
