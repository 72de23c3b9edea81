"""One question a page: kept, gone back to, and followed to an advice."""

import pytest
from tests.accounts import Member

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.tools.choice.models import Choice
from regiewijzer.tools.choice.tests.conftest import TO_A_NETWORK, done, page, send

EXISTING = "existing"


def _step(choice: Choice, step: str) -> str:
    return page("choice_step", choice, step)


def test_a_choice_begins_from_a_challenge(coordinator: Member, challenge: Challenge) -> None:
    answer = send(coordinator, "/vliermonde/keuzes/nieuw/", challenge=challenge.name)

    begun = Choice.objects.get()
    assert answer["location"] == _step(begun, "processes")
    assert begun.challenge == challenge
    assert begun.started_by == coordinator.position


def test_a_challenge_that_is_not_there_is_refused_and_kept(coordinator: Member, challenge: Challenge) -> None:
    answer = send(coordinator, "/vliermonde/keuzes/nieuw/", challenge="Iets anders")

    assert answer.status_code == 422
    assert "“Iets anders” is not in the list." in answer.content.decode()
    assert 'value="Iets anders"' in answer.content.decode()
    assert not Choice.objects.exists()


def test_each_answer_leads_to_the_next_question(coordinator: Member, choice: Choice) -> None:
    first = coordinator.client.post(_step(choice, "processes"), {"processes": ["execution"]})
    second = send(coordinator, _step(choice, "alone"), answer="no", reason="Te groot voor ons")
    last = send(coordinator, _step(choice, "kind"), answer="voice")

    assert first["location"] == _step(choice, "alone")
    assert second["location"] == _step(choice, "kind")
    assert last["location"] == page("choice_own", choice)
    kept = choice.conversations.get()
    assert kept.answers == {"alone": "no", "kind": "voice"}
    assert kept.reasons["alone"] == "Te groot voor ons"


def test_a_question_says_why_it_is_asked_how_far_one_is_and_its_source(coordinator: Member, choice: Choice) -> None:
    coordinator.client.post(_step(choice, "processes"), {"processes": ["execution"]})

    text = coordinator.client.get(_step(choice, "alone")).content.decode()

    assert "Can your authority solve this alone?" in text
    assert "Question 2 of at most 9" in text
    assert "Think of own services, own money and own powers." in text
    assert "VVSG" in text


def test_without_an_answer_one_stays_and_what_was_typed_stays(coordinator: Member, choice: Choice) -> None:
    coordinator.client.post(_step(choice, "processes"), {"processes": ["execution"]})

    answer = send(coordinator, _step(choice, "alone"), reason="We weten het nog niet")

    assert answer.status_code == 422
    assert "Choose an answer, or “I don’t know”." in answer.content.decode().replace("&#x27;", "’")
    assert "We weten het nog niet" in answer.content.decode()


def test_going_back_keeps_what_comes_after(coordinator: Member, choice: Choice) -> None:
    conversation = done(choice, coordinator.position, **TO_A_NETWORK)
    send(coordinator, page("choice_reopen", choice))

    send(coordinator, _step(choice, "none_alone"), answer="no")
    send(coordinator, _step(choice, "none_alone"), answer="yes")

    conversation.refresh_from_db()
    assert conversation.answers == TO_A_NETWORK


def test_a_question_that_lies_ahead_sends_back_to_the_one_that_is_open(coordinator: Member, choice: Choice) -> None:
    answer = coordinator.client.get(_step(choice, "invest"))

    assert answer["location"] == _step(choice, "processes")
    assert coordinator.client.get(_step(choice, "elsewhere")).status_code == 404


def test_answers_are_not_complete_while_a_question_is_open(coordinator: Member, choice: Choice) -> None:
    coordinator.client.post(_step(choice, "processes"), {"processes": ["execution"]})

    answer = coordinator.client.post(page("choice_own", choice))

    assert answer["location"] == _step(choice, "alone")
    assert choice.conversations.get().done_at is None


def test_ones_own_answers_come_with_the_advice_the_rule_and_the_source(coordinator: Member, choice: Choice) -> None:
    coordinator.client.post(_step(choice, "processes"), {"processes": ["execution"]})
    send(coordinator, _step(choice, "alone"), answer="yes", reason="De dienst kan dit")

    text = coordinator.client.get(page("choice_own", choice)).content.decode()

    assert "Do it alone" in text
    assert "De dienst kan dit" in text
    assert "What settled it:" in text
    assert "Nothing is added up." in text


def test_the_search_shows_what_exists_and_looks_along_while_one_types(
    coordinator: Member, choice: Choice, overleg: Network
) -> None:
    whole = coordinator.client.get(_step(choice, EXISTING)).content.decode()
    live = coordinator.client.get(_step(choice, EXISTING), {"goal": "Fietsen"}, headers={"hx-request": "true"})

    assert "Lokaal Overleg" in whole
    assert "1 may do this already" in whole
    assert "Join this network" in whole
    assert "<h1" not in live.content.decode()
    assert "may do this already" not in live.content.decode()


def test_without_script_a_button_searches_and_keeps_goal_and_partner(
    coordinator: Member, choice: Choice, overleg: Network
) -> None:
    answer = send(coordinator, _step(choice, EXISTING), do="search", goal="Zwemmen", partner="De Brug")

    kept = choice.conversations.get()
    assert answer.status_code == 302
    assert kept.goal == "Zwemmen"
    assert [named.organisation.name for named in kept.partners.all()] == ["De Brug"]
    assert kept.looked_at is None


def test_three_partners_on_the_same_theme_are_alike_whatever_the_goal(
    coordinator: Member, choice: Choice, overleg: Network
) -> None:
    for name in ("De Brug", "De Ster", "OCMW"):
        send(coordinator, _step(choice, EXISTING), do="search", goal="Zwemmen", partner=name)

    text = coordinator.client.get(_step(choice, EXISTING)).content.decode()

    assert "the same partners and theme" in text
    assert "3 of your partners: De Brug, De Ster, OCMW" in " ".join(text.split())


def test_a_partner_that_is_not_there_is_refused_and_one_named_can_be_left_out(
    coordinator: Member, choice: Choice, overleg: Network
) -> None:
    wrong = send(coordinator, _step(choice, EXISTING), do="search", goal="Zwemmen", partner="Niemand")
    send(coordinator, _step(choice, EXISTING), do="search", partner="De Brug")
    named = choice.conversations.get().partners.get()
    send(coordinator, _step(choice, EXISTING), leave_out=str(named.pk))

    assert wrong.status_code == 422
    assert "“Niemand” is not in the list." in wrong.content.decode()
    assert not choice.conversations.get().partners.exists()


def test_joining_a_network_answers_the_question_and_keeps_what_stood_there(
    coordinator: Member, choice: Choice, overleg: Network
) -> None:
    coordinator.client.post(_step(choice, "processes"), {"processes": ["execution"]})
    for step in ("alone", "kind", "none_alone", "complex"):
        send(coordinator, _step(choice, step), answer=TO_A_NETWORK[step])

    answer = send(coordinator, _step(choice, EXISTING), join=str(overleg.pk))

    kept = choice.conversations.get()
    assert answer["location"] == page("choice_own", choice)
    assert (kept.answers["existing"], kept.existing) == ("goal", overleg)
    assert kept.looked_at is not None
    assert kept.found[0]["name"] == "Lokaal Overleg"


def test_a_network_of_another_authority_cannot_be_joined(coordinator: Member, choice: Choice) -> None:
    assert send(coordinator, _step(choice, EXISTING), join="999999").status_code == 404


def test_a_network_that_is_alike_without_a_reason_leads_to_looking_further(
    coordinator: Member, choice: Choice, overleg: Network
) -> None:
    coordinator.client.post(_step(choice, "processes"), {"processes": ["execution"]})
    for step in TO_A_NETWORK:
        send(coordinator, _step(choice, step), answer=TO_A_NETWORK[step], do="answer")
    without = coordinator.client.get(page("choice_own", choice)).content.decode()
    send(
        coordinator,
        _step(choice, EXISTING),
        answer="no",
        do="answer",
        reason="Zij doen alleen de buitenschoolse opvang",
    )
    told_apart = coordinator.client.get(page("choice_own", choice)).content.decode()

    assert "First find out what exists" in without
    assert "Set up a network" in told_apart


def test_somebody_who_may_only_read_has_no_questions_to_answer(reader: Member, choice: Choice) -> None:
    assert reader.client.get(_step(choice, "processes")).status_code == 404
    assert reader.client.get("/vliermonde/keuzes/nieuw/").status_code == 403


def test_a_stranger_gets_404(stranger: Member, choice: Choice) -> None:
    assert stranger.client.get(page("choice", choice)).status_code == 404


def test_a_choice_that_is_not_signed_can_be_thrown_away(coordinator: Member, choice: Choice) -> None:
    send(coordinator, page("choice_remove", choice))

    assert not Choice.objects.exists()
    assert Entry.objects.filter(kind="challenge", changes__has_key="choice_begun").count() == 2


@pytest.mark.usefixtures("choice")
def test_the_list_finds_a_choice_by_its_challenge_and_by_its_state(coordinator: Member) -> None:
    here = coordinator.client.get("/vliermonde/keuzes/?q=opvang&state=open").content.decode()
    not_here = coordinator.client.get("/vliermonde/keuzes/?state=signed").content.decode()

    assert "Opvang voor elk kind" in here
    assert "Opvang voor elk kind" not in not_here


def test_an_authority_without_choices_reads_what_a_choice_is(reader: Member) -> None:
    text = reader.client.get("/vliermonde/keuzes/").content.decode()

    assert "No choices yet" in text
    assert "Make a choice" not in text


def test_an_archived_partner_is_not_counted(coordinator: Member, choice: Choice, overleg: Network) -> None:
    Organisation.objects.filter(name="De Brug").update(archived_at="2026-01-01T00:00Z")

    text = coordinator.client.get(_step(choice, EXISTING)).content.decode()

    assert "3 partners" in text
