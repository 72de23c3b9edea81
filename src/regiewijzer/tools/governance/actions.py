"""Writing what was measured and seen of a form, and giving a network another form."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.decisions.actions import decide
from regiewijzer.register.decisions.models import Decision, FindingEvidence
from regiewijzer.register.meetings.actions import follow_up
from regiewijzer.register.networks.actions import take_form
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science.finding import Finding
from regiewijzer.tools.governance.models import EffectivenessCheck


@transaction.atomic
def read(*, reading: EffectivenessCheck, actor: Actor) -> EffectivenessCheck:
    """Append a reading; an earlier one is never changed."""
    reading.authority_id = actor.authority_id
    reading.read_by_id = actor.position_id
    reading.save(force_insert=True)
    changes: audit.Changes = {"reading": [None, str(reading.read_on)]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=reading.network_id, changes=changes)
    return reading


@dataclass(frozen=True, slots=True)
class NewForm:
    """The form a network gets, who leads it, and from which day."""

    form: str
    lead: Organisation | None
    started: date


@transaction.atomic
def decide_on_form(
    *,
    network: Network,
    decision: Decision,
    taken: NewForm | None,
    actor: Actor,
    answers: Finding | None = None,
) -> Decision:
    """Record the decision, and when it is `taken` the new form from its day on.

    `answers`: the finding of today that this decision answers, so that before and after can be shown later.
    """
    decision.network = network
    if answers is not None:
        about = [subject.as_kept() for subject in answers.subjects]
        decision.answer_to(answers.rule, answers.key, about, FindingEvidence.of(answers))
    decide(decision=decision, actor=actor)
    follow_up(decision=decision, actor=actor)
    if taken is not None:
        take_form(network=network, form=taken.form, lead=taken.lead, started=taken.started, actor=actor)
    return decision
