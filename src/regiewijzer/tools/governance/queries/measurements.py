"""Reading measurements of a network's form."""

from decimal import Decimal

from regiewijzer.register.measurements.queries import facts_by_subject
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import FormMeasurement
from regiewijzer.science.governance import from_scale
from regiewijzer.tools.governance.models import CONDITIONS, Measurement


def to_fact(measurement: Measurement) -> FormMeasurement:
    """A stored measurement (1-5) as the rules take it (0-1)."""
    return FormMeasurement(
        participants=measurement.participants,
        trust=_share(measurement.trust),
        consensus=_share(measurement.consensus),
        need=_share(measurement.need),
        trust_in_lead=_share(measurement.trust_in_lead),
        agreements={
            name: float(agreed)
            for name in CONDITIONS
            if (agreed := getattr(measurement, f"{name}_consensus")) is not None
        },
        **measurement.provenance(),
    )


def _share(score: Decimal | None) -> float | None:
    return None if score is None else from_scale(float(score))


def of_network(network: Network) -> list[Measurement]:
    """Measurements of one network, newest first."""
    return list(Measurement.objects.filter(network=network))


def measurements() -> dict[int, tuple[FormMeasurement, ...]]:
    """Measurements by network, from old to new, scores from 0 to 1."""
    return facts_by_subject(Measurement.objects.all(), to_fact)
