"""Putting in the decisions of an example.

A decision that answers a finding of today takes its numbers from it, so the findings are computed first.
"""

from regiewijzer.overview.example.actions.stage import Stage
from regiewijzer.overview.example.queries import Story
from regiewijzer.overview.example.queries.decisions import DecisionTold, Review
from regiewijzer.overview.findings.actions import answer
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.register.decisions.actions import decide
from regiewijzer.register.decisions.models import Decision


class NothingToAnswer(Exception):
    """A decision answers a finding that the facts of the story do not give."""


def decide_without_finding(story: Story, stage: Stage) -> None:
    """Decisions that answer no finding, or one of long ago with its own numbers."""
    for told in story.decisions:
        if not _answers_today(told):
            decide(decision=_decision(told, stage), actor=stage.positions[told.by].actor)


def answer_findings(story: Story, stage: Stage) -> None:
    """Decisions about what stands today. NothingToAnswer when it does not."""
    for told in story.decisions:
        if _answers_today(told):
            answer(decision=_decision(told, stage), stored=_standing(told), actor=stage.positions[told.by].actor)


def _answers_today(told: DecisionTold) -> bool:
    return bool(told.finding) and told.numbers is None


def _decision(told: DecisionTold, stage: Stage) -> Decision:
    decision = Decision(
        name=told.name,
        answer=told.answer,
        reason=told.reason,
        responsible=told.responsible,
        due=told.due,
        review_on=told.review_on,
        decided_on=told.day,
        as_of=told.day,
    )
    for about in reversed(told.about):  # the first of a kind stays
        setattr(decision, about.kind, stage.record(about))
    if told.numbers is not None:
        decision.rule, decision.numbers = told.finding, dict(told.numbers)
        decision.finding = stage.key(told.finding, told.about)
    if told.review is not None:
        _close(decision, told.review)
    return decision


def _close(decision: Decision, review: Review) -> None:
    decision.reviewed_on, decision.outcome, decision.review_note = review.day, review.outcome, review.note
    decision.review_numbers = None if review.numbers is None else dict(review.numbers)


def _standing(told: DecisionTold) -> StoredFinding:
    """The finding of this rule about these records, in whatever order it names them."""
    asked = {(about.kind, about.name) for about in told.about}
    for stored in StoredFinding.objects.standing():
        if told.finding not in stored.rules:
            continue
        if {(subject["kind"], subject["name"]) for subject in stored.subjects} == asked:
            return stored
    names = " and ".join(sorted(name for _, name in asked))
    raise NothingToAnswer(f"{told.name}: there is no finding {told.finding} about {names}.")
