"""Saying where a network is stuck, agreeing on a try, and telling what it did."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.meetings.actions import add_action, take_over
from regiewijzer.register.meetings.models import Action, AgendaItem, Aim, ItemOrigin, Meeting
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.actions import Conflict
from regiewijzer.tools.breakthrough.models import Stuck, Try

MINUTES_OF_A_TRY = 10


@transaction.atomic
def describe(*, network: Network, impasses: Sequence[str], words: str, actor: Actor, seen_version: int) -> Stuck:
    """Keep where a network is stuck as seen today; the same again is no other look.

    `seen_version`: how many looks there were when whoever says this began. Conflict when somebody else looked since.
    """
    Network.objects.select_for_update().get(pk=network.pk)
    looks = list(Stuck.objects.filter(network=network))
    if looks and (list(looks[0].impasses), looks[0].words) == (list(impasses), words):
        return looks[0]
    if len(looks) != seen_version:
        raise Conflict
    made = Stuck.objects.create(
        authority_id=actor.authority_id,
        network=network,
        impasses=list(impasses),
        words=words,
        made_by_id=actor.position_id,
    )
    _note(actor, network.pk, {"stuck": [None, ", ".join(made.titles) or words or None]})
    return made


@transaction.atomic
def agree_on(*, attempt: Try, meeting: Meeting | None, actor: Actor) -> Try:
    """Keep a try, with its action; and on the agenda of a meeting, where one is given."""
    action = Action(
        name=attempt.what,
        network=attempt.network,
        organisation=attempt.organisation,
        due=attempt.until,
        note=attempt.seen_by,
    )
    attempt.action = add_action(action=action, actor=actor)
    attempt.authority_id, attempt.made_by_id = actor.authority_id, actor.position_id
    attempt.save()
    _note(actor, attempt.network_id, {"try": [None, attempt.what]})
    if meeting is not None:
        item = AgendaItem(
            title=attempt.what,
            aim=Aim.INFORM,
            minutes=MINUTES_OF_A_TRY,
            who=attempt.organisation.name[:150] if attempt.organisation else "",
            origin=ItemOrigin.TRY,
            note=attempt.seen_by,
        )
        take_over(meeting=meeting, items=[item], actor=actor)
    return attempt


@transaction.atomic
def tell(*, attempt: Try, effect: str, helped: str, actor: Actor, seen_version: int) -> Try:
    """Keep what a try did. Conflict when somebody else told it since."""
    stored = Try.objects.select_for_update().get(pk=attempt.pk)
    if stored.version != seen_version:
        raise Conflict
    stored.effect, stored.helped, stored.told_on = effect, helped, timezone.localdate()
    stored.version += 1
    stored.save()
    _note(actor, stored.network_id, {"try_effect": [None, stored.what]})
    return stored


def _note(actor: Actor, network: int, changes: audit.Changes) -> None:
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=network, changes=changes)
