"""Deciding: with the advice or against it with a reason, signed, coming back, and starting what it asks for."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.accounts import Member

from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import Advice
from regiewijzer.tools.choice.actions import conversations as actions
from regiewijzer.tools.choice.actions import signing
from regiewijzer.tools.choice.models import Choice
from regiewijzer.tools.choice.queries.choices import of_network, signed_choices
from regiewijzer.tools.choice.tests.conftest import TO_A_NETWORK, done, page, send

LATER = timezone.localdate() + timedelta(days=200)


def _sign(member: Member, choice: Choice, decided: str, **more: str):  # type: ignore[no-untyped-def]
    return send(member, page("choice", choice), decided=decided, review_on=str(LATER), **more)


def test_a_signed_choice_has_a_name_a_date_and_a_day_on_which_it_comes_back(
    coordinator: Member, choice: Choice
) -> None:
    done(choice, coordinator.position, alone="yes")

    _sign(coordinator, choice, "do_alone")

    choice.refresh_from_db()
    decision = Decision.objects.get()
    assert (choice.decided, choice.advised) == ("do_alone", "do_alone")
    assert (choice.signed_by, choice.signed_on) == (coordinator.position, timezone.localdate())
    assert choice.decision == decision
    assert (decision.review_on, decision.challenge, decision.decided_by) == (
        LATER,
        choice.challenge,
        coordinator.position,
    )
    assert decision.name == "Do it alone: Opvang voor elk kind"


def test_against_the_advice_only_with_a_reason(coordinator: Member, choice: Choice) -> None:
    done(choice, coordinator.position, alone="yes")

    refused = _sign(coordinator, choice, "outsource")
    signed = _sign(coordinator, choice, "outsource", reason="De dienst heeft geen mensen")

    assert refused.status_code == 422
    assert "You decide otherwise than the advice. Write why." in refused.content.decode()
    assert signed.status_code == 302
    assert "Decided otherwise than the advice" in coordinator.client.get(page("choice", choice)).content.decode()


def test_no_new_network_before_somebody_looked_at_what_exists(coordinator: Member, choice: Choice) -> None:
    done(choice, coordinator.position, alone="yes")

    answer = _sign(coordinator, choice, "start_network", reason="We willen het toch")

    assert answer.status_code == 422
    assert "Look at the networks that exist first; only then can a new one start." in answer.content.decode()
    choice.refresh_from_db()
    assert not choice.is_signed


def test_the_action_itself_refuses_too(coordinator: Member, choice: Choice) -> None:
    done(choice, coordinator.position, alone="yes")

    with pytest.raises(signing.NotLooked):
        signing.sign(
            choice=choice,
            name="Toch",
            advised="do_alone",
            decided=Advice.START_NETWORK,
            reason="Toch",
            joins=None,
            review_on=LATER,
            actor=coordinator.actor,
        )

    assert not Decision.objects.exists()


def test_whoever_may_not_decide_cannot_sign(contributor: Member, reader: Member, choice: Choice) -> None:
    done(choice, contributor.position, alone="yes")

    assert _sign(contributor, choice, "do_alone").status_code == 403
    assert "Sign the choice" not in reader.client.get(page("choice", choice)).content.decode()


def test_a_choice_is_signed_once(coordinator: Member, administrator: Member, choice: Choice) -> None:
    done(choice, coordinator.position, alone="yes")
    _sign(coordinator, choice, "do_alone")

    _sign(administrator, choice, "outsource", reason="Anders")

    choice.refresh_from_db()
    assert (choice.decided, choice.signed_by) == ("do_alone", coordinator.position)
    assert Decision.objects.count() == 1


def test_a_signed_choice_stays_as_it_is(coordinator: Member, choice: Choice) -> None:
    done(choice, coordinator.position, alone="yes")
    _sign(coordinator, choice, "do_alone")

    assert coordinator.client.get(page("choice_step", choice, "alone")).status_code == 404
    send(coordinator, page("choice_remove", choice))
    assert Choice.objects.filter(pk=choice.pk).exists()


def test_joining_asks_which_network(coordinator: Member, choice: Choice, overleg: Network) -> None:
    done(choice, coordinator.position, **TO_A_NETWORK | {"existing": "goal"})

    without = _sign(coordinator, choice, "use_existing", joins="")
    _sign(coordinator, choice, "use_existing", joins="Lokaal Overleg")

    choice.refresh_from_db()
    assert "Say which network takes the challenge on." in without.content.decode()
    assert choice.joins == overleg
    assert Decision.objects.get().network == overleg
    assert of_network(overleg) == [choice]


def test_the_network_that_is_started_keeps_the_choice_it_came_from(coordinator: Member, choice: Choice) -> None:
    done(choice, coordinator.position, **TO_A_NETWORK)
    _sign(coordinator, choice, "start_network")

    form = coordinator.client.get(page("choice_network", choice)).content.decode()
    send(
        coordinator,
        page("choice_network", choice),
        name="Opvangtafel",
        goal="Elk gezin een plek",
        origin="own",
        challenge=str(choice.challenge_id),
        as_of=str(timezone.localdate()),
    )

    choice.refresh_from_db()
    assert "Elk gezin vindt opvang voor zijn kinderen." in form
    assert choice.made is not None
    assert choice.made.name == "Opvangtafel"
    assert choice.made.challenge == choice.challenge
    dossier = coordinator.client.get(f"/vliermonde/netwerken/{choice.made_id}/?part=goal").content.decode()
    assert "this network came from it" in dossier


def test_a_network_starts_from_a_choice_once_and_only_when_it_asks_for_one(coordinator: Member, choice: Choice) -> None:
    done(choice, coordinator.position, alone="yes")
    _sign(coordinator, choice, "do_alone")

    answer = coordinator.client.get(page("choice_network", choice))

    assert answer.status_code == 302
    with pytest.raises(signing.NothingToStart):
        signing.start_network(choice=choice, network=Network(name="Toch"), goal="", actor=coordinator.actor)


def test_of_a_network_that_runs_one_decides_to_stop_or_go_on(
    coordinator: Member, challenge: Challenge, overleg: Network
) -> None:
    again = actions.start(challenge=challenge, network=overleg, by=coordinator.position)
    done(again, coordinator.position, **TO_A_NETWORK | {"invest": "no"})

    text = coordinator.client.get(page("choice", again)).content.decode()
    _sign(coordinator, again, "stop_network")

    assert "Does Lokaal Overleg go on?" in text
    assert "Stop the network" in text
    assert 'value="start_network"' not in text
    again.refresh_from_db()
    assert again.decided == "stop_network"


def test_the_page_of_the_challenge_shows_what_was_chosen(coordinator: Member, choice: Choice) -> None:
    done(choice, coordinator.position, alone="yes")
    before = coordinator.client.get(f"/vliermonde/opgaven/{choice.challenge_id}/").content.decode()
    _sign(coordinator, choice, "do_alone", reason="Wij kunnen dit")
    after = coordinator.client.get(f"/vliermonde/opgaven/{choice.challenge_id}/").content.decode()

    assert "A choice is being made" in before
    assert "Do it alone" in after
    assert "Wij kunnen dit" in after


def test_the_rules_see_only_what_was_signed(coordinator: Member, choice: Choice) -> None:
    done(choice, coordinator.position, alone="yes")
    before = signed_choices()
    _sign(coordinator, choice, "do_alone")

    (told,) = signed_choices()

    assert before == ()
    assert (told.challenge, told.decided, told.networks) == (choice.challenge_id, Advice.DO_ALONE, ())


def test_a_review_lies_ahead(coordinator: Member, choice: Choice) -> None:
    done(choice, coordinator.position, alone="yes")

    answer = send(coordinator, page("choice", choice), decided="do_alone", review_on="2020-01-01")

    assert answer.status_code == 422
    assert "Choose a day that has yet to come." in answer.content.decode()
