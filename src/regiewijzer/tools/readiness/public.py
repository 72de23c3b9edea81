"""What the overview may use of the readiness tool."""

from decimal import Decimal

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.inquiry.questionnaires.public import Gathered, Outcome, Sitting, Way
from regiewijzer.register.networks.models import Network
from regiewijzer.science import facts
from regiewijzer.tools.readiness.actions import measure, place
from regiewijzer.tools.readiness.models import Measurement, Placement, Source
from regiewijzer.tools.readiness.queries import (
    KEY,
    Readiness,
    in_terms_of_the_rules,
    newest,
    picture,
    places,
    values_by_layer,
)

__all__ = [
    "ADOPTS",
    "Measurement",
    "Placement",
    "Readiness",
    "adopt",
    "layers_now",
    "measure",
    "picture",
    "place",
    "placement_of",
    "places",
]

ADOPTS = frozenset({KEY})
"""Questionnaires of which this tool takes over what people told."""

TWO_DECIMALS = Decimal("0.01")


def layers_now() -> tuple[facts.LayerMeasurement, ...]:
    """The newest measurement of each layer as the rules see it, from top to bottom."""
    return tuple(in_terms_of_the_rules(each) for each in newest().values())


def placement_of(network: Network) -> Placement | None:
    """What somebody last placed the network under."""
    return network.placements.first()


def adopt(*, gathered: Gathered, actor: Actor) -> None:
    """Take over what each layer told as measurements of that day.

    A form of one layer gives that layer alone, also where its outcome shows the layers beside it. ValueError for
    another questionnaire.
    """
    told = gathered.outcome
    if told.questionnaire.key not in ADOPTS:
        raise ValueError(f"Readiness takes over {', '.join(sorted(ADOPTS))}, not {told.questionnaire.key}.")
    found = values_by_layer(told)
    alone = _form_of(gathered)
    for layer, values in found.items():
        if alone is None or layer == alone.layer:
            evidence = _evidence(alone) if alone else {}
            measure(measurement=_measurement(layer, values, told, evidence), actor=actor)


def _form_of(gathered: Gathered) -> Sitting | None:
    """The form this came from; None for a survey or a workshop, in which all layers answer at once."""
    if gathered.way not in (Way.ALONE, Way.TOGETHER):
        return None
    return Sitting.objects.get(pk=gathered.key)


def _evidence(sitting: Sitting) -> dict[str, str]:
    """What the answers rest on, by condition: the item of a condition is called after it."""
    return {item.split(".")[0]: text for item, text in sitting.evidence.items() if text}


def _measurement(layer: str, values: dict[str, float], told: Outcome, evidence: dict[str, str]) -> Measurement:
    scores = {name: Decimal(value).quantize(TWO_DECIMALS) for name, value in values.items()}
    day = {} if told.held_on is None else {"measured_on": told.held_on}
    return Measurement(
        layer=layer,
        source=Source(told.source),
        answers=told.answered,
        invited=told.invited,
        evidence=evidence,
        **day,
        **scores,
    )
