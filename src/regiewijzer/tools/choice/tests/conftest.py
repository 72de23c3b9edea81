"""A challenge, networks that run, and somebody who answers the questions in a browser."""

from collections.abc import Callable
from datetime import date

import pytest
from django.http import HttpResponse
from django.urls import reverse
from tests.accounts import Member

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.networks.models import GoalVersion, Membership, Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.tools.choice.actions import conversations as actions
from regiewijzer.tools.choice.models import Choice, Conversation

TO_A_NETWORK = {
    "alone": "no",
    "kind": "joint",
    "none_alone": "yes",
    "complex": "yes",
    "existing": "no",
    "invest": "yes",
    "partners_gain": "yes",
}


@pytest.fixture
def challenge(vliermonde: Authority) -> Challenge:
    return Challenge.objects.create(
        authority=vliermonde,
        name="Opvang voor elk kind",
        result="Elk gezin vindt opvang voor zijn kinderen.",
        themes=["children_families"],
        target_groups=["gezinnen"],
    )


@pytest.fixture
def overleg(vliermonde: Authority) -> Network:
    """A network that does this already, with four partners."""
    network = Network.objects.create(
        authority=vliermonde, name="Lokaal Overleg", themes=["children_families"], started=date(2020, 1, 1)
    )
    GoalVersion.objects.create(
        authority=vliermonde,
        network=network,
        number=1,
        text="Elk gezin vindt opvang voor zijn kinderen in de buurt.",
        valid_from=date(2020, 1, 1),
    )
    for name in ("De Brug", "De Ster", "OCMW", "Kind en Co"):
        partner = Organisation.objects.create(authority=vliermonde, name=name)
        Membership.objects.create(authority=vliermonde, network=network, organisation=partner)
    return network


@pytest.fixture
def choice(challenge: Challenge, coordinator: Member) -> Choice:
    return actions.start(challenge=challenge, network=None, by=coordinator.position)


def page(name: str, choice: Choice, *more: str) -> str:
    return reverse(name, args=["vliermonde", choice.pk, *more])


def done(choice: Choice, by: Position, **answers: str) -> Conversation:
    """Somebody's answers, complete."""
    conversation = choice.conversations.filter(position=by).first() or Conversation(
        authority_id=choice.authority_id, choice=choice, position=by
    )
    actions.name_processes(conversation=conversation, processes=["execution"], actor=by.actor)
    for step, given in answers.items():
        actions.answer(conversation=conversation, step=step, given=given, reason="", actor=by.actor)
    if "existing" in answers:
        actions.looked(conversation=conversation, found=[], actor=by.actor)
    return actions.finish(conversation=conversation, actor=by.actor)


@pytest.fixture
def answered() -> Callable[..., Conversation]:
    return done


def send(member: Member, address: str, **data: str) -> HttpResponse:
    answer: HttpResponse = member.client.post(address, data)
    return answer
