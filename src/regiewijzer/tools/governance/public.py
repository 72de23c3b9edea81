"""What the overview may use of the form tool."""

from collections import defaultdict

from regiewijzer.science.facts import FormMeasurement
from regiewijzer.tools.governance.models import Measurement
from regiewijzer.tools.governance.queries import in_terms_of_the_rules

__all__ = ["measurements"]


def measurements() -> dict[int, tuple[FormMeasurement, ...]]:
    """Measurements by network, from old to new, scores from 0 to 1."""
    found: dict[int, list[FormMeasurement]] = defaultdict(list)
    for measurement in Measurement.objects.order_by("measured_on", "id"):
        found[measurement.network_id].append(in_terms_of_the_rules(measurement))
    return {network: tuple(series) for network, series in found.items()}
