"""Taking over what people told in a questionnaire as a measurement of the conditions."""

from decimal import Decimal

from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.inquiry.questionnaires.public import Gathered, measured
from regiewijzer.register.networks.models import Membership
from regiewijzer.tools.governance.actions.measuring import measure
from regiewijzer.tools.governance.models import CONDITIONS, Measurement

ADOPTS = frozenset({"governance-conditions"})
CENTS = Decimal("0.01")


def adopt(*, gathered: Gathered, actor: Actor) -> None:
    """Keep an outcome as a measurement, with the partners of that day; nothing when it measures no condition."""
    told, network = gathered.outcome, gathered.network
    if network is None or told.questionnaire.key not in ADOPTS:
        return
    found = measured(told)
    scores = {name: _cents(found.get(name)) for name in CONDITIONS}
    if all(score is None for score in scores.values()):
        return
    day = told.held_on or timezone.localdate()
    measurement = Measurement(
        network=network,
        measured_on=day,
        participants=Membership.objects.sitting(day).filter(network=network).count(),
        source=told.source.value,
        answers=told.answered,
        invited=told.invited,
        **scores,
    )
    measure(measurement=measurement, actor=actor)


def _cents(score: float | None) -> Decimal | None:
    return None if score is None else Decimal(str(score)).quantize(CENTS)
