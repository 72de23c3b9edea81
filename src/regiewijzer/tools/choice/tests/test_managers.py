"""Who manages a network reconsiders it; the choices about other networks stay closed."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.accounts import Member

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.networks.models import Management, Network
from regiewijzer.tools.choice.actions import conversations as actions
from regiewijzer.tools.choice.models import Choice
from regiewijzer.tools.choice.tests.conftest import TO_A_NETWORK, done, page, send

START = "/vliermonde/keuzes/nieuw/"


@pytest.fixture
def own(overleg: Network, manager: Member) -> Network:
    Management.objects.create(authority=overleg.authority, network=overleg, position=manager.position)
    return overleg


@pytest.fixture
def about_own(own: Network, challenge: Challenge, manager: Member) -> Choice:
    return actions.start(challenge=challenge, network=own, by=manager.position)


def test_a_manager_begins_a_choice_about_a_network_of_their_own(
    own: Network, challenge: Challenge, manager: Member
) -> None:
    offered = manager.client.get(START).context["form"].fields["network"]

    begun = send(manager, START, challenge=challenge.name, network=own.name)

    assert (list(offered.options), offered.required) == ([own.name], True)
    found = Choice.objects.get()
    assert (found.network, found.started_by) == (own, manager.position)
    assert begun.headers["Location"] == page("choice_step", found, "processes")


@pytest.mark.parametrize("network", ["", "Ander Netwerk"])
def test_a_manager_begins_none_about_another_network(
    own: Network, challenge: Challenge, manager: Member, network: str
) -> None:
    Network.objects.create(authority=own.authority, name="Ander Netwerk")

    answer = send(manager, START, challenge=challenge.name, network=network)

    assert answer.status_code == 422
    assert not Choice.objects.exists()


def test_a_manager_answers_asks_a_colleague_and_signs(
    about_own: Choice, manager: Member, contributor: Member, vliermonde: Authority
) -> None:
    asked = manager.client.get(page("choice_step", about_own, "processes"))
    send(manager, page("choice_invite", about_own), position=str(contributor.position.pk))
    send(manager, page("choice_go_on", about_own))
    done(about_own, manager.position, **TO_A_NETWORK)
    review = f"{timezone.localdate() + timedelta(days=90):%Y-%m-%d}"
    signed = send(
        manager, page("choice", about_own), decided="continue_network", reason="Het werkt", review_on=review, joins=""
    )

    about_own.refresh_from_db()
    assert (asked.status_code, signed.status_code) == (200, 302)
    assert about_own.signed_by == manager.position


def test_a_manager_throws_a_choice_about_their_network_away(about_own: Choice, manager: Member) -> None:
    assert "Throw this choice away" in manager.client.get(page("choice", about_own)).content.decode()

    send(manager, page("choice_remove", about_own))

    assert not Choice.objects.exists()


@pytest.mark.parametrize("name", ["choice_invite", "choice_go_on", "choice_remove"])
def test_nobody_changes_a_choice_about_a_network_they_do_not_manage(
    choice: Choice, about_own: Choice, manager: Member, reader: Member, name: str
) -> None:
    codes = [send(who, page(name, which)).status_code for who, which in ((manager, choice), (reader, about_own))]

    assert codes == [403, 403]
    assert Choice.objects.count() == 2


def test_who_manages_it_no_more_changes_nothing(about_own: Choice, manager: Member, vliermonde: Authority) -> None:
    Management.objects.all().delete()

    assert manager.client.get(START).status_code == 403
    assert send(manager, page("choice_remove", about_own)).status_code == 403
    assert "Throw this choice away" not in manager.client.get(page("choice", about_own)).content.decode()


def test_a_stranger_finds_no_choice(about_own: Choice, stranger: Member) -> None:
    assert stranger.client.get(page("choice", about_own)).status_code == 404
