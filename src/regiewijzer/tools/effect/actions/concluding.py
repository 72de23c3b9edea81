"""Ending an evaluation in a decision."""

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.decisions.actions import decide
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import Network
from regiewijzer.science.finding import Finding
from regiewijzer.tools.effect.models import Conclusion


@transaction.atomic
def conclude(*, conclusion: Conclusion, decision: Decision, actor: Actor, answers: Finding | None = None) -> Conclusion:
    """Record what was concluded, with the decision that follows it up.

    `answers`: the finding of today that this decision answers, so that before and after can be shown later.
    """
    decision.network = conclusion.network
    if answers is not None:
        decision.rule, decision.finding, decision.numbers = answers.rule, answers.key, dict(answers.numbers)
    conclusion.decision = decide(decision=decision, actor=actor)
    conclusion.authority_id = actor.authority_id
    conclusion.concluded_by_id = actor.position_id
    conclusion.save(force_insert=True)
    changes: audit.Changes = {"conclusion": [None, conclusion.verdict]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=conclusion.network_id, changes=changes)
    return conclusion
