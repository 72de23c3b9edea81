"""What did people tell about a network, an instrument or the authority, that a tool can take over as a measurement?"""

from collections.abc import Collection
from dataclasses import dataclass

from regiewijzer.inquiry.questionnaires.models import Sitting, Status, Way
from regiewijzer.inquiry.questionnaires.queries.outcomes import Outcome, outcome_of
from regiewijzer.inquiry.questionnaires.queries.sittings import RELATED, asked_or_none
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.science.limits import DEFAULTS, Limits


@dataclass(frozen=True, slots=True)
class Gathered:
    """One outcome and where it came from: `key` is the key of the sitting, survey or workshop question.

    `network` and `instrument` are both None when it is about the authority itself. Day, source, number of answers and
    of people asked are the outcome's own.
    """

    way: Way
    key: int
    outcome: Outcome
    network: Network | None = None
    instrument: Instrument | None = None


def gathered_in_sittings(*, but_not: Collection[int] = (), limits: Limits = DEFAULTS) -> list[Gathered]:
    """Forms that are done and nobody's own, oldest first, without those of which the keys are given."""
    found = Sitting.objects.filter(status=Status.DONE, person=None).exclude(pk__in=but_not).select_related(*RELATED)
    return [
        Gathered(
            way=Way(sitting.way),
            key=sitting.pk,
            outcome=outcome_of(sitting, limits),
            network=sitting.network,
            instrument=sitting.instrument,
        )
        for sitting in found.order_by("held_on", "id")
        if asked_or_none(sitting) is not None
    ]
