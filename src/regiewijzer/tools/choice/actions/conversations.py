"""Answering the questions, alone or apart from a colleague."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science.choice import Gate
from regiewijzer.tools.choice.models import MOST_PEOPLE, Choice, Conversation, NamedPartner
from regiewijzer.tools.choice.questions import next_step


class NoRoom(Exception):
    """As many people as can answer the questions of a choice are answering them already."""


class QuestionsOpen(Exception):
    """Not every question was answered."""


@transaction.atomic
def start(*, challenge: Challenge, network: Network | None, by: Position) -> Choice:
    """Begin a choice about a challenge, or about a network that runs for it."""
    choice = Choice.objects.create(authority_id=by.authority_id, challenge=challenge, network=network, started_by=by)
    note(choice, by.actor, choice_begun=[None, network.name if network else challenge.name])
    return choice


@transaction.atomic
def answer(
    *, conversation: Conversation, step: str, given: str, reason: str, actor: Actor, existing: Network | None = None
) -> Conversation:
    """Keep the answer to one question; the others stay, also those that no longer lie on the way."""
    _begin(conversation, actor)
    conversation.answers = conversation.answers | {step: given}
    conversation.reasons = {**conversation.reasons, step: reason}
    if step == Gate.EXISTING:
        conversation.existing = existing
    conversation.save()
    return conversation


@transaction.atomic
def name_processes(*, conversation: Conversation, processes: Sequence[str], actor: Actor) -> Conversation:
    """Keep which core processes of the authority it touches."""
    _begin(conversation, actor)
    conversation.processes = list(processes)
    conversation.save()
    return conversation


@transaction.atomic
def word(*, conversation: Conversation, goal: str, actor: Actor) -> Conversation:
    """Keep what somebody wants to reach, as the search for networks uses it."""
    _begin(conversation, actor)
    conversation.goal = goal
    conversation.save()
    return conversation


@transaction.atomic
def name_partner(*, conversation: Conversation, organisation: Organisation, actor: Actor) -> NamedPartner:
    """Say that an organisation is needed; once is enough."""
    _begin(conversation, actor)
    named, _made = NamedPartner.objects.get_or_create(
        authority_id=conversation.authority_id, conversation=conversation, organisation=organisation
    )
    return named


@transaction.atomic
def leave_out_partner(*, conversation: Conversation, named: int) -> None:
    """Take a named organisation back."""
    conversation.partners.filter(pk=named).delete()


@transaction.atomic
def looked(*, conversation: Conversation, found: list[dict[str, Any]], actor: Actor) -> Conversation:
    """Keep that this person looked at the networks that exist, and what stood there."""
    _begin(conversation, actor)
    conversation.looked_at, conversation.found = timezone.now(), found
    conversation.save()
    return conversation


@transaction.atomic
def finish(*, conversation: Conversation, actor: Actor) -> Conversation:
    """Say that one's answers are complete. QuestionsOpen when they are not."""
    if conversation._state.adding or next_step(conversation):
        raise QuestionsOpen
    conversation.done_at = timezone.now()
    conversation.save(update_fields=["done_at"])
    note(conversation.choice, actor, choice_answered=[None, str(conversation.position.pseudonym)])
    return conversation


@transaction.atomic
def reopen(*, conversation: Conversation, actor: Actor) -> Conversation:
    """Take one's answers back, to change them."""
    conversation.done_at = None
    conversation.save(update_fields=["done_at"])
    note(conversation.choice, actor, choice_answered=[str(conversation.position.pseudonym), None])
    return conversation


@transaction.atomic
def invite(*, choice: Choice, position: Position, actor: Actor) -> Conversation:
    """Ask a colleague to answer the same questions apart. NoRoom when two people do already."""
    Choice.objects.select_for_update(of=("self",)).get(pk=choice.pk)
    if choice.conversations.exclude(position=position).count() >= MOST_PEOPLE:
        raise NoRoom
    conversation, made = Conversation.objects.get_or_create(
        authority_id=choice.authority_id, choice=choice, position=position
    )
    if made:
        note(choice, actor, choice_asked=[None, str(position.pseudonym)])
    return conversation


@transaction.atomic
def wait_no_longer(*, choice: Choice, actor: Actor) -> int:
    """Go on without the colleagues who have not finished. Returns how many that were."""
    waiting = choice.conversations.filter(done_at=None)
    for conversation in waiting.select_related("position"):
        note(choice, actor, choice_asked=[str(conversation.position.pseudonym), None])
    count, _kinds = waiting.delete()
    return count


@transaction.atomic
def throw_away(*, choice: Choice, actor: Actor) -> None:
    """Delete a choice that was not signed, with all answers."""
    note(choice, actor, choice_begun=[choice.challenge.name, None])
    choice.delete()


def note(about: Choice, actor: Actor, **changes: list[object]) -> None:
    """A line in the trail of the challenge."""
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Challenge.KIND, pk=about.challenge_id, changes=changes)


def _begin(conversation: Conversation, actor: Actor) -> None:
    """The first answer of somebody who was not asked makes their conversation. NoRoom when two people came before."""
    if not conversation._state.adding:
        return
    choice = Choice.objects.select_for_update(of=("self",)).get(pk=conversation.choice_id)
    if choice.conversations.count() >= MOST_PEOPLE:
        raise NoRoom
    conversation.save(force_insert=True)
    note(choice, actor, choice_asked=[None, str(conversation.position.pseudonym)])
