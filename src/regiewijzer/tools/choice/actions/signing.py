"""Signing a choice, and starting the network it asks for."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.register.decisions.actions import decide
from regiewijzer.register.decisions.models import Answer, Decision
from regiewijzer.register.networks.actions import add_network
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import Advice
from regiewijzer.tools.choice.actions.conversations import note
from regiewijzer.tools.choice.models import Choice


class NotLooked(Exception):
    """Nobody looked at the networks that exist, so no new one can be started."""


class AlreadySigned(Exception):
    """Somebody signed the choice before; nothing was changed."""


class NothingToStart(Exception):
    """The choice does not ask for a new network, or its network stands already."""


@transaction.atomic
def sign(
    *,
    choice: Choice,
    name: str,
    advised: str,
    decided: Advice,
    reason: str,
    joins: Network | None,
    review_on: date,
    actor: Actor,
) -> Choice:
    """Sign what was decided, as a decision of the register that comes back on a day.

    `name` is what the decision is called. NotLooked for a new network before anybody looked at what exists;
    AlreadySigned when it was signed before.
    """
    if Choice.objects.select_for_update(of=("self",)).get(pk=choice.pk).is_signed:
        raise AlreadySigned
    if decided is Advice.START_NETWORK and not choice.conversations.exclude(looked_at=None).exists():
        raise NotLooked
    today = timezone.localdate()
    choice.advised, choice.decided, choice.reason, choice.joins = advised, decided.value, reason, joins
    choice.signed_by_id, choice.signed_on = actor.position_id, today
    choice.decision = decide(
        decision=Decision(
            name=name,
            answer=Answer.ACT,
            reason=reason,
            decided_on=today,
            review_on=review_on,
            challenge=choice.challenge,
            network=joins or choice.network,
        ),
        actor=actor,
    )
    choice.save()
    note(choice, actor, choice=[advised or None, decided.value])
    return choice


@transaction.atomic
def start_network(*, choice: Choice, network: Network, goal: str, actor: Actor) -> Network:
    """Add the network a choice asks for, and keep that it came from it. NothingToStart when it asks for none."""
    locked = Choice.objects.select_for_update(of=("self",)).get(pk=choice.pk)
    if locked.decided != Advice.START_NETWORK or locked.made_id is not None:
        raise NothingToStart
    made = add_network(network=network, goal=goal, actor=actor)
    choice.made = made
    choice.save(update_fields=["made"])
    note(choice, actor, network_from_choice=[None, made.name])
    return made
