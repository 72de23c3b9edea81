"""Putting in the choices of an example, what its layers say of themselves, and where its networks are placed.

Days of the past are set afterwards: the tools themselves sign and finish today.
"""

from datetime import datetime, time

from django.utils import timezone

from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.overview.example.actions.stage import Stage
from regiewijzer.overview.example.queries import Story
from regiewijzer.overview.example.queries.choices import Answered, ChoiceTold, LayerLook, PlacedTold, Signed
from regiewijzer.register.measurements.actions import measure
from regiewijzer.science.choice import Gate
from regiewijzer.science.facts import Advice
from regiewijzer.tools.choice import public as choices
from regiewijzer.tools.readiness import public as readiness

HALF_PAST_TEN = time(10, 30)


def add_choices(story: Story, stage: Stage) -> None:
    """Every choice, from old to new, with what each person answered."""
    for told in sorted(story.choices, key=lambda each: each.answered[0].day):
        _choose(told, stage)


def _choose(told: ChoiceTold, stage: Stage) -> None:
    first = told.answered[0]
    choice = choices.start(
        challenge=stage.challenges[told.challenge],
        network=stage.networks[told.network] if told.network else None,
        by=stage.positions[first.by],
    )
    type(choice).objects.filter(pk=choice.pk).update(created_at=_moment(first))
    for answered in told.answered:
        _answer(answered, choice, stage)
    if told.signed is not None:
        _sign(told.signed, choice, stage)


def _answer(told: Answered, choice: choices.Choice, stage: Stage) -> None:
    position = stage.positions[told.by]
    conversation = choices.Conversation(authority=stage.authority, choice=choice, position=position)
    choices.name_processes(conversation=conversation, processes=told.processes, actor=position.actor)
    for name in told.partners:
        choices.name_partner(conversation=conversation, organisation=stage.organisations[name], actor=position.actor)
    if Gate.EXISTING in told.answers:
        found = choices.search(choices.sought(conversation), choice, told.day, limits_of(stage.authority))
        choices.looked(conversation=conversation, found=choices.as_kept(found), actor=position.actor)
    for step, given in told.answers.items():
        choices.answer(
            conversation=conversation, step=step, given=given, reason=told.reasons.get(step, ""), actor=position.actor
        )
    choices.finish(conversation=conversation, actor=position.actor)
    conversation.created_at = conversation.done_at = _moment(told)
    conversation.looked_at = conversation.looked_at and conversation.done_at
    conversation.save()


def _sign(told: Signed, choice: choices.Choice, stage: Stage) -> None:
    advice = choices.advised(choice.conversations.get())
    choices.sign(
        choice=choice,
        name=f"{choices.title_of(told.decided).nl}: {choice.challenge.name}",
        advised=advice.advice if advice else "",
        decided=Advice(told.decided),
        reason=told.reason,
        joins=stage.networks[told.joins] if told.joins else None,
        review_on=told.review_on,
        actor=stage.positions[told.by].actor,
    )
    choice.signed_on, choice.made = told.day, stage.networks[told.made] if told.made else None
    choice.save()
    assert choice.decision is not None
    choice.decision.decided_on = choice.decision.as_of = told.day
    choice.decision.save()


def add_readiness(story: Story, stage: Stage) -> None:
    """What each layer said, from old to new, and what the networks rightly are."""
    for look in sorted(story.readiness, key=lambda each: each.day):
        measure(measurement=_measurement(look), actor=stage.keeper)
    for told in story.places:
        _place(told, stage)


def _measurement(look: LayerLook) -> readiness.Measurement:
    return readiness.Measurement(
        layer=look.layer.value,
        measured_on=look.day,
        source=look.source.value,
        answers=look.answers,
        invited=look.invited,
        evidence={attitude.value: text for attitude, text in look.evidence.items()},
        **{attitude.value: value for attitude, value in look.values.items()},
    )


def _place(told: PlacedTold, stage: Stage) -> None:
    network = stage.networks[told.network]
    readiness.place(network=network, where=told.place.value, reason=told.reason, actor=stage.keeper)


def _moment(told: Answered) -> datetime:
    return timezone.make_aware(datetime.combine(told.day, HALF_PAST_TEN))
