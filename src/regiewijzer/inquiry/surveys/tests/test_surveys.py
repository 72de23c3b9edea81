"""Preparing, sending, reminding and closing, as each role meets it; and what a mail server refuses."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from tests.accounts import Member
from tests.letterbox import letterbox
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.inquiry.questionnaires.public import questionnaire
from regiewijzer.inquiry.surveys.actions import launching
from regiewijzer.inquiry.surveys.actions.launching import Asked
from regiewijzer.inquiry.surveys.models import Delivery, Invitee, State, Survey
from regiewijzer.inquiry.surveys.models.sealed import Code
from regiewijzer.inquiry.surveys.privacy import known_to_compare, marks_of
from regiewijzer.inquiry.surveys.tests.conftest import KEY, all_answers, codes_in_mails, send
from regiewijzer.inquiry.surveys.wording import UNFIT
from regiewijzer.register.networks.models import Delegate, Network
from regiewijzer.register.organisations.models import Person

pytestmark = pytest.mark.usefixtures("english")

LIST = "/vliermonde/bevragingen/"
Draft = Callable[..., Survey]
Launched = Callable[..., tuple[Survey, dict[str, str]]]


def typed(**more: str) -> dict[str, str]:
    return {
        "questionnaire": "governance-conditions",
        "network": "Kansrijk Opgroeien",
        "privacy": "anonymous",
        "closes_on": str(timezone.localdate() + timedelta(days=10)),
        "people": "\n".join(f"Lid {number} <lid{number}@example.org>" for number in range(6)),
        **more,
    }


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_manager_prepares_and_sends_a_survey_about_an_own_network(
    network: Network, manager: Member, django_capture_on_commit_callbacks: Any
) -> None:
    made = manager.client.post(f"{LIST}nieuw/", typed())
    survey = Survey.objects.get()
    look = manager.client.get(made["location"])
    with django_capture_on_commit_callbacks(execute=True):
        manager.client.post(f"{LIST}{survey.pk}/versturen/")

    assert "Ready to ask 6 people" in text(look)
    assert "Anonymous" in text(look)
    survey.refresh_from_db()
    assert (survey.state, survey.invited, len(codes_in_mails())) == (State.OPEN, 6, 6)
    running = text(manager.client.get(f"{LIST}{survey.pk}/"))
    assert "6 mails were handed to the mail server" in running
    assert all(code not in running for code in codes_in_mails().values())


def test_about_another_network_a_manager_asks_nothing(network: Network, manager: Member, reader: Member) -> None:
    refused = manager.client.post(f"{LIST}nieuw/", typed(network="Huis van het Kind"))

    assert refused.status_code == 422
    assert Survey.objects.count() == 0
    assert reader.client.get(f"{LIST}nieuw/").status_code == 403


def test_everybody_with_an_address_is_asked_when_nobody_is_named(network: Network, coordinator: Member) -> None:
    for seat in Delegate.objects.filter(membership__network=network):
        Person.objects.filter(pk=seat.person_id).update(email="Els@Example.org")

    coordinator.client.post(f"{LIST}nieuw/", typed(people="", privacy="named"))

    survey = Survey.objects.get()
    assert [(each.email, each.name) for each in survey.invitees.all()] == [("els@example.org", "Els Wouters")]
    assert "No address of anybody at:" in text(coordinator.client.get(f"{LIST}{survey.pk}/"))


def test_every_line_with_a_mistake_is_named_and_nothing_is_saved(network: Network, coordinator: Member) -> None:
    lines = ["Els Wouters", "jan@school.be", "", "els@school", "JAN@school.be", "Piet <piet@ocmw.be>; " + "x" * 61]

    refused = coordinator.client.post(f"{LIST}nieuw/", typed(people="\n".join(lines)))

    page = text(refused)
    assert refused.status_code == 422
    assert "Line 1: “Els Wouters” is not an e-mail address, such as els.wouters@school.be." in page
    assert "Line 4: “els@school” is not an e-mail address" in page
    assert "Line 5: “jan@school.be” is on line 2 already." in page
    assert "Line 6: “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…” is too long: at most 60 characters." in page
    assert "els@school\r\n" in page or "els@school\n" in page  # what was typed stays
    assert Survey.objects.count() == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"closes_on": "2020-01-01"}, "Choose a day after today."),
        ({"closes_on": str(timezone.localdate() + timedelta(days=200))}, "Choose a day within 92 days"),
        ({"closes_on": "morgen"}, "is not a date"),
        ({"people": "els@school.be"}, "With fewer than five people nobody stays unknown."),
        ({"network": ""}, "This questionnaire needs to know about which one."),
        ({"questionnaire": "readiness", "network": ""}, "These questions can give somebody away"),
        ({"questionnaire": "manager-roles"}, "Select a valid choice"),
    ],
)
def test_a_draft_that_makes_no_sense_is_refused(
    wrong: dict[str, str], said: str, network: Network, coordinator: Member
) -> None:
    refused = coordinator.client.post(f"{LIST}nieuw/", typed(**wrong))

    assert (refused.status_code, said in text(refused)) == (422, True)
    assert Survey.objects.count() == 0


def test_layers_are_the_groups_of_a_questionnaire_that_has_them(network: Network, coordinator: Member) -> None:
    wrong = "\n".join(f"lid{number}@example.org; directie" for number in range(6))
    right = "\n".join(f"lid{number}@example.org; {'Bestuur' if number < 5 else 'staff'}" for number in range(10))
    more = {"questionnaire": "readiness", "network": "", "privacy": "confidential"}

    refused = coordinator.client.post(f"{LIST}nieuw/", typed(**more, people=wrong))
    coordinator.client.post(f"{LIST}nieuw/", typed(**more, people=right))

    assert "Line 1: “directie” is no layer of this questionnaire. Choose from: bestuur, board" in text(refused)
    assert {each.cell for each in Invitee.objects.all()} == {"board", "staff"}


def test_a_draft_is_changed_and_thrown_away(draft: Draft, coordinator: Member) -> None:
    survey = draft()

    form = text(coordinator.client.get(f"{LIST}{survey.pk}/wijzigen/"))
    coordinator.client.post(f"{LIST}{survey.pk}/wijzigen/", typed(privacy="named"))
    survey.refresh_from_db()
    coordinator.client.post(f"{LIST}{survey.pk}/weg/")

    assert "Lid 3 &lt;lid03@example.org&gt;" in form
    assert survey.privacy == "named"
    assert Survey.objects.count() == 0


def test_a_reminder_goes_to_everybody_and_holds_no_code(
    launched: Launched, coordinator: Member, django_capture_on_commit_callbacks: Any
) -> None:
    survey, codes = launched()
    send(survey, codes["lid00@example.org"], all_answers(4))
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        coordinator.client.post(f"{LIST}{survey.pk}/herinneren/")

    assert len(mail.outbox) == 14
    assert codes_in_mails() == {}
    assert "lid00@example.org" in [message.to[0] for message in mail.outbox]
    assert "A reminder went to everybody" in text(coordinator.client.get(f"{LIST}{survey.pk}/"))


def test_nobody_is_reminded_twice_on_one_day(
    launched: Launched, coordinator: Member, django_capture_on_commit_callbacks: Any
) -> None:
    survey, _codes = launched()
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        coordinator.client.post(f"{LIST}{survey.pk}/herinneren/")
        again = coordinator.client.post(f"{LIST}{survey.pk}/herinneren/", follow=True)

    assert len(mail.outbox) == 14
    assert "A reminder went out today already." in text(again)


def test_nobody_sees_anything_while_it_runs(launched: Launched, coordinator: Member) -> None:
    survey, codes = launched()
    token = re.compile(r"\b[A-Za-z0-9]{64}\b")  # against forged forms, new every time
    before = token.sub("", text(coordinator.client.get(f"{LIST}{survey.pk}/")))

    send(survey, codes["lid00@example.org"], all_answers(4))

    assert token.sub("", text(coordinator.client.get(f"{LIST}{survey.pk}/"))) == before


def test_a_launched_survey_is_not_changed(launched: Launched, coordinator: Member) -> None:
    survey, _codes = launched()

    edit = coordinator.client.post(f"{LIST}{survey.pk}/wijzigen/", typed(privacy="named"), follow=True)
    again = coordinator.client.post(f"{LIST}{survey.pk}/versturen/", follow=True)

    for answer in (edit, again):
        assert "the survey is in another state now" in text(answer)
    assert Survey.objects.get().privacy == "anonymous"


def test_closing_shows_what_may_be_told_in_words_first(launched: Launched, coordinator: Member, reader: Member) -> None:
    survey, codes = launched()
    for code in list(codes.values())[:12]:
        send(survey, code, all_answers(5))

    coordinator.client.post(f"{LIST}{survey.pk}/sluiten/")

    page = text(reader.client.get(f"{LIST}{survey.pk}/"))
    assert "<b>12 of 14</b> people answered." in page
    assert "Agreement 1.00" in page
    assert page.index("12 of 14") < page.index("All figures")
    assert "not yet validated" in page


def test_too_few_answers_are_told_as_such(launched: Launched, coordinator: Member) -> None:
    survey, codes = launched()
    send(survey, codes["lid00@example.org"], all_answers(5))

    coordinator.client.post(f"{LIST}{survey.pk}/sluiten/")

    page = text(coordinator.client.get(f"{LIST}{survey.pk}/"))
    assert "Too few answered to show anything" in page
    assert "1 of 14" not in page


def test_a_mail_that_is_refused_is_named_and_the_others_go_out(
    draft: Draft, coordinator: Member, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    survey = draft(6)
    Invitee.objects.filter(email="lid03@example.org").update(email="onbestelbaar@example.org", name="Jan Weg")
    with letterbox() as post:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", post.port
        with django_capture_on_commit_callbacks(execute=True):
            coordinator.client.post(f"{LIST}{survey.pk}/versturen/")

    assert len(post.mails) == 5
    assert [str(each) for each in Invitee.objects.filter(delivery=Delivery.FAILED)] == [
        "Jan Weg <onbestelbaar@example.org>"
    ]
    page = text(coordinator.client.get(f"{LIST}{survey.pk}/"))
    assert "5 mails were handed" in page
    assert "Jan Weg onbestelbaar@example.org" in page
    assert "550 5.1.1 no such mailbox" in page


def test_without_a_mail_server_nothing_is_launched(draft: Draft, coordinator: Member, settings: Any) -> None:
    survey = draft(6)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    answer = coordinator.client.post(f"{LIST}{survey.pk}/versturen/", follow=True)

    assert "The mail server cannot be reached. Nothing was sent" in text(answer)
    assert (Survey.objects.get().state, Code.objects.count()) == (State.DRAFT, 0)


def test_links_never_go_to_the_log(draft: Draft, coordinator: Member, settings: Any) -> None:
    survey = draft(6)
    settings.EMAIL_BACKEND, settings.EXAMPLE = "django.core.mail.backends.console.EmailBackend", False

    answer = coordinator.client.post(f"{LIST}{survey.pk}/versturen/", follow=True)

    assert "No mail server is set" in text(answer)
    assert Survey.objects.get().state == State.DRAFT


def test_the_trail_knows_what_who_asks_did_and_nothing_else(
    launched: Launched, coordinator: Member, administrator: Member
) -> None:
    survey, codes = launched()
    for code in codes.values():
        send(survey, code, all_answers(3))
    coordinator.client.post(f"{LIST}{survey.pk}/herinneren/")
    coordinator.client.post(f"{LIST}{survey.pk}/sluiten/")

    told = list(Entry.objects.filter(kind=Survey.KIND, record=survey.pk).order_by("number"))
    assert [(entry.verb, entry.actor) for entry in told] == [
        (verb, coordinator.position.pseudonym) for verb in ("created", "changed", "changed", "changed")
    ]
    assert administrator.client.get("/vliermonde/spoor/").status_code == 200


def test_a_guest_and_a_stranger_find_no_survey(
    launched: Launched, guest: Member, stranger: Member, world: World
) -> None:
    survey, _codes = launched()

    assert guest.client.get(f"{LIST}{survey.pk}/").status_code == 403
    assert stranger.client.get(f"{LIST}{survey.pk}/").status_code == 404


def test_the_dossier_tells_what_was_asked_and_offers_to_ask(
    launched: Launched, manager: Member, reader: Member
) -> None:
    survey, _codes = launched()
    address = f"/vliermonde/netwerken/{survey.network_id}/?part=form"

    assert f"{LIST}{survey.pk}/" in text(reader.client.get(address))
    assert "Start a survey" not in text(reader.client.get(address))
    assert f"{LIST}nieuw/?network={survey.network_id}" in text(manager.client.get(address))


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("hilde.maertens@vliermonde.example", "own_address"),
        ("Hilde.Maertens+vier@vliermonde.example", "own_address"),
        ("lid03+nog@example.org", "same_mailbox"),
    ],
)
def test_nobody_has_two_places_in_a_sealed_survey(draft: Draft, coordinator: Member, address: str, reason: str) -> None:
    survey = draft(6)
    people = [Asked(each.email) for each in survey.invitees.all()]
    launching.save_draft(survey=survey, asked=[*people, Asked(address.lower())], actor=coordinator.actor)

    with pytest.raises(launching.Unfit) as refused:
        launching.launch(
            survey=survey, questionnaire=questionnaire(KEY), actor=coordinator.actor, today=timezone.localdate()
        )

    assert refused.value.reason == reason
    page = coordinator.client.get(reverse("survey", args=["vliermonde", survey.pk])).content.decode()
    assert escape(str(UNFIT[reason])) in page


def test_with_names_whoever_asks_may_answer_too(draft: Draft, coordinator: Member, launched: Any) -> None:
    survey = draft(2, privacy="named")
    people = [Asked("lid@example.org"), Asked("hilde.maertens@vliermonde.example")]
    launching.save_draft(survey=survey, asked=people, actor=coordinator.actor)

    assert launching.launch(
        survey=survey, questionnaire=questionnaire(KEY), actor=coordinator.actor, today=timezone.localdate()
    ).is_open


def test_who_was_asked_goes_when_the_survey_closes(launched: Any, coordinator: Member) -> None:
    survey, _codes = launched(6)

    closed = launching.close(survey=survey, actor=coordinator.actor, today=timezone.localdate())

    assert not Invitee.objects.exists()
    assert len(closed.asked) == 6
    assert "lid0" not in str(closed.asked)
    assert closed.asked == marks_of(f"LID0{number}@example.org" for number in range(6))


def test_a_list_that_an_earlier_version_left_goes_too(launched: Any, coordinator: Member) -> None:
    survey, _codes = launched(6)
    launching.close(survey=survey, actor=coordinator.actor, today=timezone.localdate())
    Survey.objects.update(asked=[])
    Invitee.objects.create(authority_id=survey.authority_id, survey=survey, email="lid@example.org")

    launching.close_due(today=timezone.localdate())

    assert not Invitee.objects.exists()
    assert Survey.objects.get().asked == marks_of(["lid@example.org"])


def test_under_another_key_nobody_can_say_who_was_asked_before(settings: Any) -> None:
    people = [f"lid{number}@example.org" for number in range(9)]
    before, again = marks_of(people), marks_of(people)
    settings.SECRET_KEY = "another key" * 5

    assert known_to_compare(before, again)
    assert not known_to_compare(before, marks_of(people))
    assert not known_to_compare([], again)
    assert known_to_compare([], [])


def test_somebody_who_is_asked_reads_how_many_are_and_by_whose_list(launched: Any) -> None:
    survey, _codes = launched(7)

    page = Client().get(f"/bevraging/vliermonde/{survey.address}/?taal=en", headers={"host": "localhost"})

    text = " ".join(page.content.decode().split())
    assert "7 people" in text
    assert "on a list that Hilde Maertens made" in text
    assert "Whoever made the list could have put people on it whose answers they know" in text
    assert "in which order and when answers came in" in text
