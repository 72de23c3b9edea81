import re
import uuid
from http.cookies import Morsel

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse
from tests.accounts import Member
from tests.workshops import a_question, a_session, opened, to_question

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.workshops.actions import joining
from regiewijzer.inquiry.workshops.actions.ending import end
from regiewijzer.inquiry.workshops.actions.joining import TRIES
from regiewijzer.inquiry.workshops.actions.leading import set_locked
from regiewijzer.inquiry.workshops.models import JoinLink, Kind, Participant, Question, Subject, Vote, Workshop
from regiewijzer.inquiry.workshops.tests import phones


def test_a_phone_comes_in_by_the_code_and_keeps_a_key_for_this_session_alone(
    workshop: Workshop, join_link: JoinLink
) -> None:
    workshop.refresh_from_db()
    phone = phones.a_phone()

    found = phone.post(reverse("join"), {"code": workshop.code.lower()})
    phone.post(f"{found['location']}binnen/")

    key: Morsel[str] = phone.cookies["phone"]
    assert found["location"] == reverse("room", args=[join_link.pk])
    assert (key["path"], key["httponly"], key["samesite"]) == (found["location"], True, "Lax")
    assert settings.SESSION_COOKIE_NAME not in phone.cookies
    assert "Wij doen wat we afspreken." in phones.page(phone, join_link).content.decode()


def test_a_wrong_code_gets_a_sentence_and_keeps_what_was_typed(join_link: JoinLink) -> None:
    answer = phones.a_phone().post(reverse("join"), {"code": "zzz zzz"})

    assert answer.status_code == 422
    assert "No open session has this code" in answer.content.decode()
    assert 'value="zzz zzz"' in answer.content.decode()


@time_machine.travel("2026-11-30 12:00:00+00:00", tick=False)
def test_who_guesses_too_often_gets_429_and_whoever_scans_gets_in(workshop: Workshop, join_link: JoinLink) -> None:
    workshop.refresh_from_db()
    bot, phone = phones.a_phone(), phones.a_phone()
    codes = [bot.post(reverse("join"), {"code": "ZZZZZZ"}).status_code for _try in range(TRIES + 1)]

    refused = bot.post(reverse("join"), {"code": workshop.code})

    assert codes == [422] * TRIES + [429]
    assert (refused.status_code, refused["Retry-After"]) == (429, "30")
    assert phones.page(phone, join_link).status_code == 200
    assert phone.post(reverse("join"), {"code": workshop.code}, REMOTE_ADDR="192.0.2.1").status_code == 302


def test_more_phones_than_a_hall_holds_do_not_come_in_from_one_address(
    join_link: JoinLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(joining, "MOST_PHONES_OF_ONE", 3)
    inside_already = phones.came_in(join_link)
    for _phone in range(2):
        phones.came_in(join_link)

    refused = phones.a_phone().post(reverse("room_enter", args=[join_link.pk]))
    elsewhere = phones.a_phone().post(reverse("room_enter", args=[join_link.pk]), REMOTE_ADDR="192.0.2.1")

    assert (refused.status_code, elsewhere.status_code, Participant.objects.count()) == (429, 302, 4)
    assert "the door rests for ten minutes" in refused.content.decode()
    assert "rests" not in phones.page(inside_already, join_link).content.decode()


def test_a_hall_of_three_hundred_behind_one_address_comes_in_whole(join_link: JoinLink) -> None:
    for _phone in range(300):
        joining.let_in(join_link=join_link, address="192.0.2.1")

    assert joining.MOST_PHONES_OF_ONE > 300


@time_machine.travel("2026-11-30 12:00:00+00:00", tick=False)
def test_behind_a_proxy_the_address_is_what_the_proxy_says_last(
    workshop: Workshop, join_link: JoinLink, settings: pytest.FixtureRequest
) -> None:
    settings.BEHIND_HTTPS = True  # type: ignore[attr-defined]
    bot = phones.a_phone()
    for _try in range(TRIES):
        bot.post(reverse("join"), {"code": "ZZZZZZ"}, headers={"x-forwarded-for": f"10.0.0.{_try}, 192.0.2.9"})

    there = bot.post(reverse("join"), {"code": "ZZZZZZ"}, headers={"x-forwarded-for": "10.1.1.1, 192.0.2.9"})
    elsewhere = bot.post(reverse("join"), {"code": "ZZZZZZ"}, headers={"x-forwarded-for": "192.0.2.9, 192.0.2.10"})

    assert (there.status_code, elsewhere.status_code) == (429, 422)


def test_an_altered_address_and_a_session_that_is_over_look_alike(
    workshop: Workshop, question: Question, join_link: JoinLink, facilitator: Member
) -> None:
    phone = phones.came_in(join_link)
    end(workshop=workshop, actor=facilitator.actor)

    over, altered = phones.page(phone, join_link), phones.a_phone().get(reverse("room", args=[uuid.uuid4()]))

    assert over.status_code == altered.status_code == 404
    assert over.content.split(b"<h1>")[1] == altered.content.split(b"<h1>")[1]
    assert phones.answered(phone, join_link, question, value="4").status_code == 404
    assert phones.a_phone().get("/meedoen/not-a-door/").status_code == 404


def test_an_answer_is_counted_and_shown_as_chosen(question: Question, join_link: JoinLink) -> None:
    phone = phones.came_in(join_link)

    answer = phones.answered(phone, join_link, question, value="4", submit=str(uuid.uuid4()))

    assert answer.status_code == 302
    page = phones.page(phone, join_link).content.decode()
    assert re.search(r'value="4" checked', page)
    assert "Your answer is in" in page
    assert Vote.objects.get().answer == 4


def test_a_phone_that_comes_back_is_the_same_phone(question: Question, join_link: JoinLink) -> None:
    phone = phones.came_in(join_link)
    phone.post(reverse("room_enter", args=[join_link.pk]))
    phones.answered(phone, join_link, question, value="4")
    phones.answered(phone, join_link, question, value="2")

    assert Participant.objects.count() == 1
    assert [vote.answer for vote in Vote.objects.all()] == [2]


def test_a_script_gets_a_sentence(question: Question, join_link: JoinLink) -> None:
    phone, to = phones.came_in(join_link), reverse("room_answer", args=[join_link.pk, question.pk])

    said = [
        phone.post(to, form, headers={"accept": "application/json"}) for form in ({"value": "4"}, {"value": "9"}, {})
    ]

    assert [answer.status_code for answer in said] == [200, 422, 422]
    assert [answer.json()["sentence"] for answer in said] == [
        "Your answer is in.",
        "This is not one of the answers.",
        "Choose an answer first.",
    ]


def test_a_vote_for_a_question_of_another_session_is_not_there(
    question: Question, join_link: JoinLink, facilitator: Member
) -> None:
    other = a_session(facilitator.position)
    elsewhere = opened(other, facilitator.position)
    foreign = other.questions.get()
    phone = phones.came_in(join_link)

    assert phones.answered(phone, join_link, foreign, value="4").status_code == 404
    assert phones.answered(phone, elsewhere, foreign, value="4").status_code == 403  # the key opens no other session
    assert not Vote.objects.exists()


def test_a_key_of_another_session_or_an_altered_one_is_a_stranger(join_link: JoinLink, question: Question) -> None:
    phone = phones.came_in(join_link)
    phone.cookies["phone"] = "altered"

    assert "Take part" in phones.page(phone, join_link).content.decode()
    assert phones.answered(phone, join_link, question, value="4").status_code == 403
    assert not Vote.objects.exists()


def test_a_late_answer_is_refused_and_the_page_shows_where_the_room_is(
    facilitator: Member, vliermonde: Authority
) -> None:
    workshop = a_session(facilitator.position, a_question(text="Een"), a_question(text="Twee"))
    join_link = opened(workshop, facilitator.position)
    phone, first = phones.came_in(join_link), workshop.questions.get(number=1)
    to_question(workshop, 2)

    late = phones.answered(phone, join_link, first, value="4")

    assert late.status_code == 409
    assert "Twee" in late.content.decode()


def test_typed_texts_stay_when_one_is_too_long(facilitator: Member, vliermonde: Authority) -> None:
    workshop = a_session(facilitator.position, a_question(Kind.TEXT, "Wat ontbreekt er?"))
    join_link = opened(workshop, facilitator.position)

    refused = phones.answered(
        phones.came_in(join_link), join_link, workshop.questions.get(), **{"text-1": "meer tijd", "text-2": "x" * 201}
    )

    assert refused.status_code == 422
    assert 'value="meer tijd"' in refused.content.decode()
    assert "at most 200 characters" in refused.content.decode()


def test_a_late_comer_gets_the_current_question(facilitator: Member, vliermonde: Authority) -> None:
    workshop = a_session(facilitator.position, a_question(text="Een"), a_question(text="Twee"))
    join_link = opened(workshop, facilitator.position, at=2)

    assert "Twee" in phones.page(phones.came_in(join_link), join_link).content.decode()


def test_a_locked_join_link_says_so_and_lets_nobody_in(
    workshop: Workshop, question: Question, join_link: JoinLink
) -> None:
    inside_already = phones.came_in(join_link)
    set_locked(workshop=workshop, is_locked=True)

    late = phones.a_phone().post(reverse("room_enter", args=[join_link.pk]))

    assert late.status_code == 403
    assert "lets nobody new in" in late.content.decode()
    assert phones.answered(inside_already, join_link, question, value="4").status_code == 302
    assert Participant.objects.count() == 1


def test_with_several_subjects_one_says_for_which_one_answers(facilitator: Member, vliermonde: Authority) -> None:
    workshop = a_session(facilitator.position, a_question(), about=["Kinderopvang", "Buurtwerk"])
    join_link = opened(workshop, facilitator.position)
    chosen = Subject.objects.get(name="Buurtwerk")

    refused = phones.a_phone().post(reverse("room_enter", args=[join_link.pk]), {"subject": "0"})
    phones.came_in(join_link, subject=str(chosen.pk))

    assert refused.status_code == 422
    assert [phone.subject for phone in Participant.objects.all()] == [chosen]


def test_a_phone_may_listen_to_the_streams_and_to_nothing_else(
    join_link: JoinLink, settings: pytest.FixtureRequest
) -> None:
    page, live = phones.page(phones.came_in(join_link), join_link), settings.LIVE_PORT  # type: ignore[attr-defined]

    assert f"connect-src 'self' http://localhost:{live}" in page["Content-Security-Policy"]
    settings.LIVE_BEHIND_PROXY = True  # type: ignore[attr-defined]
    page = phones.page(phones.came_in(join_link), join_link)
    assert "connect-src 'self';" in page["Content-Security-Policy"] + ";"
    assert 'data-stream="/live/' in page.content.decode()


def test_answers_stay_in_their_authority(question: Question, join_link: JoinLink, other_authority: Authority) -> None:
    phones.answered(phones.came_in(join_link), join_link, question, value="4")

    with inside(other_authority.pk):
        assert not Vote.objects.exists()
        assert not Participant.objects.exists()
