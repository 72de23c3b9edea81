"""Adding and changing instruments, what they serve, whom they aim at, and how they act on each other."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.instruments.models import PLACED, Aim, Instrument, Placing, Purpose, Relation
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records import actions as records


@transaction.atomic
def add_instrument(*, instrument: Instrument, challenges: Iterable[Challenge], actor: Actor) -> Instrument:
    """A new instrument, with its first place on the axis."""
    records.create(instrument, actor=actor)
    serve(instrument=instrument, challenges=challenges, actor=actor)
    today = timezone.localdate()
    keep_place(instrument=instrument, since=min(instrument.started or today, today), actor=actor)
    return instrument


@transaction.atomic
def change_instrument(
    *, instrument: Instrument, challenges: Iterable[Challenge], actor: Actor, seen_version: int
) -> Instrument:
    """Change the instrument; another place or status becomes a new version from today."""
    records.change(instrument, actor=actor, seen_version=seen_version)
    serve(instrument=instrument, challenges=challenges, actor=actor)
    keep_place(instrument=instrument, since=timezone.localdate(), actor=actor)
    return instrument


@transaction.atomic
def move_instrument(
    *,
    instrument: Instrument,
    shares: Mapping[str, int],
    since: date,
    reason: str,
    actor: Actor,
    seen_version: int,
) -> Instrument:
    """From a day on the instrument has these shares; Conflict when somebody changed it meanwhile."""
    for share in Instrument.SHARES:
        setattr(instrument, share, shares[share])
    records.change(instrument, actor=actor, seen_version=seen_version)
    keep_place(instrument=instrument, since=since, actor=actor, reason=reason)
    return instrument


def keep_place(*, instrument: Instrument, since: date, actor: Actor, reason: str = "") -> Placing | None:
    """Remember where the instrument stands from this day on; None when it stood there already.

    A day before the last version becomes the day of that version: history is never rewritten.
    """
    last = instrument.placings.first()
    if last is not None and last.same_as(instrument):
        return None
    return Placing.objects.create(
        authority_id=actor.authority_id,
        instrument=instrument,
        since=max(since, last.since) if last else since,
        reason=reason,
        placed_by_id=actor.position_id,
        **{name: getattr(instrument, name) for name in PLACED},
    )


@transaction.atomic
def serve(*, instrument: Instrument, challenges: Iterable[Challenge], actor: Actor) -> None:
    """Make the challenges this instrument serves exactly these."""
    wanted = {challenge.pk: challenge for challenge in challenges}
    present = {
        purpose.challenge_id: purpose
        for purpose in Purpose.objects.filter(instrument=instrument).select_related("challenge")
    }
    if wanted.keys() == present.keys():
        return
    Purpose.objects.filter(pk__in=[purpose.pk for key, purpose in present.items() if key not in wanted]).delete()
    Purpose.objects.bulk_create(
        Purpose(authority_id=actor.authority_id, instrument=instrument, challenge=challenge)
        for key, challenge in wanted.items()
        if key not in present
    )
    before = sorted(purpose.challenge.name for purpose in present.values())
    after = sorted(challenge.name for challenge in wanted.values())
    _note(actor, instrument, challenges=[before, after])


@transaction.atomic
def aim(*, instrument: Instrument, organisation: Organisation, actor: Actor) -> Aim:
    """The instrument wants to move this organisation."""
    found, made = Aim.objects.get_or_create(
        authority_id=actor.authority_id, instrument=instrument, organisation=organisation
    )
    if made:
        _note(actor, instrument, aims_at=[None, organisation.name])
    return found


@transaction.atomic
def stop_aiming(*, target: Aim, actor: Actor) -> None:
    """The instrument no longer wants to move this organisation."""
    instrument, name = target.instrument, target.organisation.name
    target.delete()
    _note(actor, instrument, aims_at=[name, None])


@transaction.atomic
def relate(*, relation: Relation, actor: Actor) -> Relation:
    """One instrument acts on another."""
    relation.authority_id = actor.authority_id
    relation.save(force_insert=True)
    _note(actor, relation.instrument, relation=[None, f"{relation.kind}: {relation.other.name}"])
    return relation


@transaction.atomic
def unrelate(*, relation: Relation, actor: Actor) -> None:
    """Take a relation away."""
    instrument, words = relation.instrument, f"{relation.kind}: {relation.other.name}"
    relation.delete()
    _note(actor, instrument, relation=[words, None])


def _note(actor: Actor, instrument: Instrument, **changes: list[object]) -> None:
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Instrument.KIND, pk=instrument.pk, changes=changes)
