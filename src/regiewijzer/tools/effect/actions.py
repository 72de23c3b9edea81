"""Recording what was seen."""

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.inquiry.questionnaires.public import Gathered, levels_reached
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import Level
from regiewijzer.tools.effect.models import Evaluation


@transaction.atomic
def evaluate(*, evaluation: Evaluation, actor: Actor) -> Evaluation:
    """Append an evaluation; an earlier one is never changed."""
    evaluation.authority_id = actor.authority_id
    evaluation.evaluated_by_id = actor.position_id
    evaluation.save(force_insert=True)
    changes = {"evaluation": [None, str(evaluation.evaluated_on)]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=evaluation.network_id, changes=changes)
    return evaluation


def adopt(*, gathered: Gathered, actor: Actor) -> None:
    """What was told about effect becomes an evaluation: a level counts when its answers are in their highest band."""
    day = gathered.outcome.held_on
    if gathered.network is None or day is None:
        return
    reached = levels_reached(gathered.outcome)
    evaluation = Evaluation(
        network=gathered.network,
        evaluated_on=day,
        community=Level.COMMUNITY in reached,
        network_level=Level.NETWORK in reached,
        organisations=Level.ORGANISATIONS in reached,
    )
    evaluate(evaluation=evaluation, actor=actor)
