"""Filling in a questionnaire.

Keeping a draft writes no line in the trail: it happens with every answer, and a draft is nobody's business yet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.inquiry.questionnaires.definitions.catalogue import title_of
from regiewijzer.inquiry.questionnaires.definitions.values import Questionnaire
from regiewijzer.inquiry.questionnaires.models import Sitting, Status, Way
from regiewijzer.inquiry.questionnaires.queries.subjects import About, is_private
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.science.scoring.definitions import Value

WHOLE = ""  # where the minutes of the whole stand, beside those of each dimension


class AlreadyDone(Exception):
    """The form was finished meanwhile; nothing was saved."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in on one page. `asked` are the ids it showed: what is asked but not given was taken away."""

    asked: tuple[str, ...]
    answers: Mapping[str, Value | None] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)
    minutes: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def start(
    *,
    questionnaire: Questionnaire,
    way: Way,
    by: Position,
    about: About | None = None,
    layer: str = "",
    held_on: date | None = None,
) -> Sitting:
    """A new draft of this version. What is private belongs to who fills it in, and nobody else sees it."""
    subject = about or About()
    sitting = Sitting(
        authority_id=by.authority_id,
        key=questionnaire.key,
        version=questionnaire.version,
        own_id=questionnaire.own,
        subject=questionnaire.subject,
        network=subject.network,
        instrument=subject.instrument,
        person=by if is_private(questionnaire, way) else None,
        way=way,
        layer=layer,
        held_on=held_on or timezone.localdate(),
        filled_by=by,
    )
    sitting.full_clean(exclude=["authority"])
    sitting.save(force_insert=True)
    audit.record(actor=by.actor, verb=Verb.CREATED, kind=Sitting.KIND, pk=sitting.pk, changes=_told(sitting))
    return sitting


@transaction.atomic
def keep(*, sitting: Sitting, filled: Filled) -> Sitting:
    """Keep what one page holds; what other pages hold stays. AlreadyDone when the form was finished."""
    draft = _locked(sitting)
    kept = {name: value for name, value in draft.answers.items() if name not in filled.asked}
    draft.answers = {**kept, **filled.answers}
    draft.evidence = _texts({**draft.evidence, **filled.evidence})
    draft.minutes = _texts({**draft.minutes, **filled.minutes})
    return _saved(draft, "answers", "evidence", "minutes")


@transaction.atomic
def choose(*, sitting: Sitting, criteria: Sequence[str]) -> Sitting:
    """Choose which criteria are scored, before anything is; an answer to another one is dropped."""
    draft = _locked(sitting)
    draft.chosen = list(criteria)
    draft.answers = {name: value for name, value in draft.answers.items() if name in criteria}
    return _saved(draft, "chosen", "answers")


@transaction.atomic
def finish(
    *, sitting: Sitting, held_on: date, actor: Actor, present: int | None = None, minutes: str | None = None
) -> Sitting:
    """Close a draft; from then on it stays as it is. AlreadyDone when it was closed before."""
    draft = _locked(sitting)
    draft.held_on, draft.present = held_on, present
    draft.status, draft.done_at = Status.DONE, timezone.now()
    if minutes is not None:
        draft.minutes = _texts({**draft.minutes, WHOLE: minutes})
    _saved(draft, "held_on", "present", "status", "done_at", "minutes")
    kind, pk = _told_of(draft)
    audit.record(actor=actor, verb=Verb.CHANGED, kind=kind, pk=pk, changes=_told(draft))
    return draft


@transaction.atomic
def remove(*, sitting: Sitting, actor: Actor) -> None:
    """Throw a draft away, or a result of one's own. What is done and shared stays: that is a ValueError."""
    if sitting.is_done and sitting.person_id is None:
        raise ValueError("A form that is done and shared stays.")
    pk = sitting.pk
    sitting.delete()
    audit.record(actor=actor, verb=Verb.REMOVED, kind=Sitting.KIND, pk=pk)


def _locked(sitting: Sitting) -> Sitting:
    found = Sitting.objects.select_for_update(of=("self",)).filter(pk=sitting.pk, status=Status.DRAFT).first()
    if found is None:
        raise AlreadyDone
    return found


def _saved(draft: Sitting, *changed: str) -> Sitting:
    draft.saved_at = timezone.now()
    draft.save(update_fields=[*changed, "saved_at"])
    return draft


def _texts(texts: Mapping[str, str]) -> dict[str, str]:
    return {key: text for key, text in texts.items() if text.strip()}


def _told_of(sitting: Sitting) -> tuple[str, int | None]:
    """In whose history it is told: that of the network or instrument, or its own."""
    if sitting.network_id is not None:
        return Network.KIND, sitting.network_id
    return (Instrument.KIND, sitting.instrument_id) if sitting.instrument_id else (Sitting.KIND, sitting.pk)


def _told(sitting: Sitting) -> audit.Changes:
    """What the trail may know: nothing of what somebody does for themselves."""
    if sitting.person_id is not None:
        return {}
    return {"questionnaire": [None, title_of(sitting.key)], "held_on": [None, str(sitting.held_on)]}
