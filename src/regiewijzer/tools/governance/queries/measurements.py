"""Reading measurements of a network's form."""

from collections import defaultdict
from decimal import Decimal

from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import FormMeasurement, InputSource
from regiewijzer.science.governance import from_scale
from regiewijzer.tools.governance.models import Measurement


def in_terms_of_the_rules(measurement: Measurement) -> FormMeasurement:
    """A stored measurement (1-5) as the rules take it (0-1)."""
    return FormMeasurement(
        measured_on=measurement.measured_on,
        participants=measurement.participants,
        trust=_share(measurement.trust),
        consensus=_share(measurement.consensus),
        need=_share(measurement.need),
        trust_in_lead=_share(measurement.trust_in_lead),
        source=InputSource(measurement.source),
        answers=measurement.answers,
        invited=measurement.invited,
    )


def _share(score: Decimal | None) -> float | None:
    return None if score is None else from_scale(float(score))


def of_network(network: Network) -> list[Measurement]:
    """Measurements of one network, newest first."""
    return list(Measurement.objects.filter(network=network))


def measurements() -> dict[int, tuple[FormMeasurement, ...]]:
    """Measurements by network, from old to new, scores from 0 to 1."""
    found: dict[int, list[FormMeasurement]] = defaultdict(list)
    for measurement in Measurement.objects.order_by("measured_on", "id"):
        found[measurement.network_id].append(in_terms_of_the_rules(measurement))
    return {network: tuple(series) for network, series in found.items()}
