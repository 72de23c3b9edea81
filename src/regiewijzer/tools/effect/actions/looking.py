"""Choosing criteria, noting what was seen, and ending an evaluation in a decision."""

from collections.abc import Sequence

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.decisions.actions import decide
from regiewijzer.register.decisions.models import Decision, FindingEvidence
from regiewijzer.register.meetings.actions import follow_up
from regiewijzer.register.networks.models import Network
from regiewijzer.science.finding import Finding
from regiewijzer.tools.effect.models import Choice, Conclusion, Evaluation, Scored


class ChosenTooLate(ValueError):
    """The criteria were chosen after the day they are scored on."""


@transaction.atomic
def choose(*, choice: Choice, actor: Actor) -> Choice:
    """Append a choice of criteria; an earlier one is never changed."""
    choice.authority_id = actor.authority_id
    choice.chosen_by_id = actor.position_id
    choice.save(force_insert=True)
    _note(actor, choice.network_id, criteria=[None, str(choice.chosen_on)])
    return choice


@transaction.atomic
def evaluate(*, evaluation: Evaluation, actor: Actor, scored: Sequence[Scored] = ()) -> Evaluation:
    """Append an evaluation with what it says of each criterion; an earlier one is never changed.

    ChosenTooLate when its criteria were chosen afterwards: that would be working towards an outcome.
    """
    if evaluation.choice is not None and evaluation.choice.chosen_on > evaluation.evaluated_on:
        raise ChosenTooLate
    evaluation.authority_id = actor.authority_id
    evaluation.evaluated_by_id = actor.position_id
    evaluation.save(force_insert=True)
    for each in scored:
        each.authority_id, each.evaluation = actor.authority_id, evaluation
    Scored.objects.bulk_create(scored)
    _note(actor, evaluation.network_id, evaluation=[None, str(evaluation.evaluated_on)])
    return evaluation


def _note(actor: Actor, network: int, **changes: list[object]) -> None:
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=network, changes=changes)


@transaction.atomic
def conclude(*, conclusion: Conclusion, decision: Decision, actor: Actor, answers: Finding | None = None) -> Conclusion:
    """Record what was concluded, with the decision that follows it up.

    `answers`: the finding of today that this decision answers, so that before and after can be shown later.
    """
    decision.network = conclusion.network
    if answers is not None:
        about = [subject.as_kept() for subject in answers.subjects]
        decision.answer_to(answers.rule, answers.key, about, FindingEvidence.of(answers))
    conclusion.decision = decide(decision=decision, actor=actor)
    follow_up(decision=conclusion.decision, actor=actor)
    conclusion.authority_id = actor.authority_id
    conclusion.concluded_by_id = actor.position_id
    conclusion.save(force_insert=True)
    changes: audit.Changes = {"conclusion": [None, conclusion.verdict]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=conclusion.network_id, changes=changes)
    return conclusion
