"""Which choices are there, and whose answers may somebody read?"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Right
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import RowsOfNetworks, may_on_network, networks_of_manager
from regiewijzer.science import facts
from regiewijzer.tools.choice.models import MOST_PEOPLE, Choice, Conversation

RELATED = ("challenge__authority", "network", "joins", "made", "signed_by__user", "started_by__user", "decision")


def choice_of(pk: int) -> Choice:
    """The choice, or 404: not there and not yours are the same."""
    return get_object_or_404(Choice.objects.select_related(*RELATED), pk=pk)


def may_on_choice(position: Position, choice: Choice, right: Right) -> bool:
    """A right of the role, or of who manages the network that the choice is about."""
    if choice.network is None:
        return position.may(right)
    return may_on_network(position, choice.network, right)


def choice_to_change(position: Position, pk: int) -> Choice:
    """The choice, for whoever may change it; whether it exists says nothing to anybody else. PermissionDenied."""
    if position.may(Right.EDIT_REGISTER):
        return choice_of(pk)
    own = Choice.objects.select_related(*RELATED).filter(network__in=networks_of_manager(position), pk=pk).first()
    if own is None:
        raise PermissionDenied
    return own


def for_list() -> QuerySet[Choice]:
    """Choices with their challenge and whoever signed them."""
    return Choice.objects.select_related(*RELATED).filter(challenge__archived_at=None)


CHOICES = RowsOfNetworks("choices_made", for_list, keys=("network_id", "joins_id", "made_id"))


@dataclass(frozen=True, slots=True)
class Around:
    """The people around one choice, as one of them may see it.

    `own`: what this person answers, not saved yet while they have not begun; None when it is not theirs to answer.
    `readable`: the conversations this person may read. Nobody reads another's before all are done.
    """

    own: Conversation | None
    everybody: tuple[Conversation, ...]
    readable: tuple[Conversation, ...]

    @property
    def waiting_for(self) -> tuple[Conversation, ...]:
        return tuple(each for each in self.everybody if each.done_at is None)

    @property
    def all_done(self) -> bool:
        return bool(self.everybody) and not self.waiting_for

    @property
    def has_room(self) -> bool:
        return len(self.everybody) < MOST_PEOPLE

    @property
    def looked(self) -> bool:
        """Whether somebody looked at the networks that exist."""
        return any(each.looked_at is not None for each in self.everybody)


def around(choice: Choice, position: Position) -> Around:
    """Who answers the questions of this choice, and what this person may read of it."""
    everybody = tuple(
        choice.conversations.select_related("position__user", "existing").prefetch_related("partners__organisation")
    )
    own = next((each for each in everybody if each.position_id == position.pk), None)
    if own is None and _may_join(choice, everybody, position):
        own = Conversation(authority_id=choice.authority_id, choice=choice, position=position)
    done = bool(everybody) and all(each.done_at for each in everybody)
    readable = (
        everybody if done or choice.is_signed else tuple(each for each in everybody if each.position_id == position.pk)
    )
    return Around(own, everybody, readable)


def own_conversation(choice: Choice, position: Position) -> Conversation:
    """What this person answers, while it can still be answered; 404 when it is not theirs or the choice is signed."""
    own = around(choice, position).own
    if own is None or choice.is_signed:
        raise Http404
    return own


def _may_join(choice: Choice, everybody: tuple[Conversation, ...], position: Position) -> bool:
    return (
        not choice.is_signed and len(everybody) < MOST_PEOPLE and may_on_choice(position, choice, Right.EDIT_REGISTER)
    )


def of_challenge(challenge: Challenge) -> list[Choice]:
    """The choices about a challenge, newest first."""
    return list(for_list().filter(challenge=challenge))


def of_network(network: Network) -> list[Choice]:
    """The choices a network came from, was joined in, or is reconsidered in, newest first."""
    return CHOICES.of(network)


def signed_choices() -> tuple[facts.Choice, ...]:
    """The signed choices as the rules see them, from old to new."""
    rows = Choice.objects.signed().order_by("signed_on", "id")
    found = []
    for row in rows:
        assert row.signed_on is not None
        networks = tuple(key for key in (row.network_id, row.joins_id, row.made_id) if key is not None)
        found.append(facts.Choice(row.pk, row.challenge_id, row.signed_on, facts.Advice(row.decided), networks))
    return tuple(found)
