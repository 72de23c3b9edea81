"""Writing down what was learned of users, saying what it changed, and destroying it. The trail never says what."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.actions import Conflict
from regiewijzer.science.facts.insights import InsightKind, Stage
from regiewijzer.tools.insights.models import MOST_MOMENTS, MOST_STEPS, Insight, Met, Moment, Step, Use

HIDDEN = "…"


class Full(Exception):
    """There is no room for another step or moment."""


class Destroyed(Exception):
    """The insight was destroyed: nothing of it may be written down again."""


@transaction.atomic
def keep_insight(*, insight: Insight, actor: Actor, seen_version: int = 0) -> Insight:
    """A new insight, or a changed one. Conflict when somebody else changed it since; Destroyed when it is gone."""
    Network.objects.select_for_update().get(pk=insight.network_id)
    new = insight.pk is None
    if new:
        insight.authority_id, insight.made_by_id = actor.authority_id, actor.position_id
        insight.created_at = _moment(insight.network_id)
    else:
        stored = _still_there(insight.pk)
        if stored.version != seen_version:
            raise Conflict
        insight.version = seen_version + 1
    insight.save()
    _note(actor, insight, new=new)
    return insight


@transaction.atomic
def keep_journey(
    *, journey: Insight, steps: Iterable[tuple[str, str]], feelings: Mapping[str, int], actor: Actor
) -> Insight:
    """A new journey with its steps, each with its stage; how one feels is that of the stage, where it is known."""
    kept = keep_insight(insight=journey, actor=actor, seen_version=0)
    for stage, name in steps:
        step = Step(insight=kept, stage=stage, name=name, feeling=feelings.get(stage, 0))
        keep_step(step=step, organisations=(), actor=actor)
    return kept


@transaction.atomic
def keep_step(*, step: Step, organisations: Iterable[int], actor: Actor) -> Step:
    """A step of a journey, with whom somebody meets there; a new one comes last. Full when there is no room."""
    journey = _still_there(step.insight_id)
    if not step.pk:
        step.authority_id = actor.authority_id
        last = journey.steps.aggregate(last=Max("place"))["last"] or 0
        if journey.steps.count() >= MOST_STEPS:
            raise Full
        step.place = last + 1
    step.save()
    step.met.all().delete()
    Met.objects.bulk_create(
        Met(authority_id=actor.authority_id, step=step, organisation_id=each) for each in dict.fromkeys(organisations)
    )
    _renumber(journey)
    _note(actor, journey)
    return step


@transaction.atomic
def move_step(*, step: Step, up: bool, actor: Actor) -> None:
    """One place earlier or later; at the end nothing changes."""
    journey = _still_there(step.insight_id)
    order = list(journey.steps.all())
    at = order.index(step)
    to = at - 1 if up else at + 1
    if 0 <= to < len(order):
        order[at], order[to] = order[to], order[at]
        _renumber(journey, order)
        _note(actor, journey)


@transaction.atomic
def keep_moment(*, moment: Moment, actor: Actor) -> Moment:
    """A moment of a diary. Full when there is no room for another."""
    diary = _still_there(moment.insight_id)
    if not moment.pk:
        moment.authority_id = actor.authority_id
        if diary.moments.count() >= MOST_MOMENTS:
            raise Full
    moment.save()
    _note(actor, diary)
    return moment


@transaction.atomic
def take_out(*, part: Step | Moment, actor: Actor) -> None:
    """Take a step out of its journey, or a moment out of its diary."""
    insight = _still_there(part.insight_id)
    part.delete()
    _renumber(insight)
    _note(actor, insight)


@transaction.atomic
def note_use(*, use: Use, actor: Actor) -> Use:
    """Say what an insight changed."""
    insight = _still_there(use.insight_id)
    use.authority_id, use.made_by_id = actor.authority_id, actor.position_id
    use.save()
    _note(actor, insight, insight_use=[None, use.target_kind])
    return use


@transaction.atomic
def take_use_back(*, use: Use, actor: Actor) -> None:
    """It did not change that after all."""
    insight, kind = use.insight, use.target_kind
    use.delete()
    _note(actor, insight, insight_use=[kind, None])


@transaction.atomic
def withdraw(*, insight: Insight, actor: Actor) -> None:
    """Whoever told it wants it back: it is destroyed at once."""
    _destroy(_still_there(insight.pk), timezone.localdate(), actor, withdrawn=True)


@transaction.atomic
def destroy_due(*, authority: int, today: date) -> int:
    """Destroy whatever is kept no longer than yesterday. Returns how many. Must run inside the authority."""
    due = list(Insight.objects.kept().select_for_update().filter(keep_until__lt=today))
    for insight in due:
        _destroy(insight, today, Actor(authority))
    return len(due)


def _destroy(insight: Insight, today: date, actor: Actor, *, withdrawn: bool = False) -> None:
    """Only what it was, when, and what it changed stays."""
    Step.objects.filter(insight=insight).delete()
    Moment.objects.filter(insight=insight).delete()
    for name in Insight.EMPTIED:
        setattr(insight, name, "")
    insight.persona = None
    insight.destroyed_on, insight.withdrawn, insight.version = today, withdrawn, insight.version + 1
    insight.save()
    audit.record(
        actor=actor,
        verb=Verb.REMOVED,
        kind=Network.KIND,
        pk=insight.network_id,
        changes={f"insight_{insight.kind}": [HIDDEN, None]},
    )


def _still_there(pk: int) -> Insight:
    """The insight as it is stored, held until this is done."""
    insight = Insight.objects.select_for_update().get(pk=pk)
    if insight.destroyed_on:
        raise Destroyed
    return insight


def _renumber(insight: Insight, order: Iterable[Step] = ()) -> None:
    """Steps from 1 on in this order, each stage after the one before."""
    if insight.kind != InsightKind.JOURNEY:
        return
    stages = list(Stage)
    steps = sorted(order or insight.steps.all(), key=lambda step: stages.index(Stage(step.stage)))
    for number, step in enumerate(steps, start=1):
        if step.place != number:
            Step.objects.filter(pk=step.pk).update(place=number)


def _moment(network: int) -> datetime:
    """Now, and a second after the last of the network at least: a workbook knows an insight by its second."""
    last = Insight.objects.filter(network=network).aggregate(last=Max("created_at"))["last"]
    now = timezone.now().replace(microsecond=0)
    return max(now, last.replace(microsecond=0) + timedelta(seconds=1)) if last else now


def _note(actor: Actor, insight: Insight, *, new: bool = False, **changes: list[object]) -> None:
    """Of an interview or a diary not even the code is told."""
    told = HIDDEN if insight.confidential else insight.name
    audit.record(
        actor=actor,
        verb=Verb.CHANGED,
        kind=Network.KIND,
        pk=insight.network_id,
        changes=changes or {f"insight_{insight.kind}": [None if new else told, told]},
    )
