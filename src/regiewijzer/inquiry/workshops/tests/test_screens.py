import re
import uuid
from http.cookies import Morsel

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.cast import Member
from tests.rooms import a_question, a_session, opened, to_question

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.workshops.actions.ending import end
from regiewijzer.inquiry.workshops.actions.joining import TRIES
from regiewijzer.inquiry.workshops.actions.leading import set_locked, set_shown
from regiewijzer.inquiry.workshops.models import Door, Kind, Participant, Question, Subject, Vote, Workshop
from regiewijzer.inquiry.workshops.queries.sources import chosen, questions_from
from regiewijzer.register.networks.models import Network

HERE = "/vliermonde/werksessies/"
ENGLISH = {"accept-language": "en"}


def _phone() -> Client:
    """Somebody in the room, without an account."""
    return Client(headers={"host": "localhost", **ENGLISH})


def _in(door: Door, **form: str) -> Client:
    """A phone that came in."""
    phone = _phone()
    phone.post(reverse("room_enter", args=[door.pk]), form)
    return phone


def _page(phone: Client, door: Door) -> HttpResponse:
    return phone.get(reverse("room", args=[door.pk]))


def _answer(phone: Client, door: Door, question: Question, **form: object) -> HttpResponse:
    return phone.post(reverse("room_answer", args=[door.pk, question.pk]), form)


def test_a_phone_comes_in_by_the_code_and_keeps_a_key_for_this_session_alone(workshop: Workshop, door: Door) -> None:
    workshop.refresh_from_db()
    phone = _phone()

    found = phone.post(reverse("join"), {"code": workshop.code.lower()})
    phone.post(f"{found['location']}binnen/")

    key: Morsel[str] = phone.cookies["phone"]
    assert found["location"] == reverse("room", args=[door.pk])
    assert (key["path"], key["httponly"], key["samesite"]) == (found["location"], True, "Lax")
    assert settings.SESSION_COOKIE_NAME not in phone.cookies
    assert "Wij doen wat we afspreken." in _page(phone, door).content.decode()


def test_a_wrong_code_gets_a_sentence_and_keeps_what_was_typed(door: Door) -> None:
    answer = _phone().post(reverse("join"), {"code": "zzz zzz"})

    assert answer.status_code == 422
    assert "No open session has this code" in answer.content.decode()
    assert 'value="zzz zzz"' in answer.content.decode()


def test_who_guesses_too_often_gets_429_and_whoever_scans_gets_in(workshop: Workshop, door: Door) -> None:
    workshop.refresh_from_db()
    bot, phone = _phone(), _phone()
    codes = [bot.post(reverse("join"), {"code": "ZZZZZZ"}).status_code for _try in range(TRIES + 1)]

    refused = bot.post(reverse("join"), {"code": workshop.code})

    assert codes == [422] * TRIES + [429]
    assert (refused.status_code, refused["Retry-After"]) == (429, "600")
    assert _page(phone, door).status_code == 200
    assert phone.post(reverse("join"), {"code": workshop.code}, REMOTE_ADDR="192.0.2.1").status_code == 302


def test_behind_a_proxy_the_address_is_what_the_proxy_says_last(
    workshop: Workshop, door: Door, settings: pytest.FixtureRequest
) -> None:
    settings.BEHIND_HTTPS = True  # type: ignore[attr-defined]
    bot = _phone()
    for _try in range(TRIES):
        bot.post(reverse("join"), {"code": "ZZZZZZ"}, headers={"x-forwarded-for": f"10.0.0.{_try}, 192.0.2.9"})

    there = bot.post(reverse("join"), {"code": "ZZZZZZ"}, headers={"x-forwarded-for": "10.1.1.1, 192.0.2.9"})
    elsewhere = bot.post(reverse("join"), {"code": "ZZZZZZ"}, headers={"x-forwarded-for": "192.0.2.9, 192.0.2.10"})

    assert (there.status_code, elsewhere.status_code) == (429, 422)


def test_an_altered_address_and_a_session_that_is_over_look_alike(
    workshop: Workshop, question: Question, door: Door, facilitator: Member
) -> None:
    phone = _in(door)
    end(workshop=workshop, actor=facilitator.actor)

    over, altered = _page(phone, door), _phone().get(reverse("room", args=[uuid.uuid4()]))

    assert over.status_code == altered.status_code == 404
    assert over.content.split(b"<h1>")[1] == altered.content.split(b"<h1>")[1]
    assert _answer(phone, door, question, value="4").status_code == 404
    assert _phone().get("/meedoen/not-a-door/").status_code == 404


def test_an_answer_is_counted_and_shown_as_chosen(question: Question, door: Door) -> None:
    phone = _in(door)

    answer = _answer(phone, door, question, value="4", submit=str(uuid.uuid4()))

    assert answer.status_code == 302
    page = _page(phone, door).content.decode()
    assert re.search(r'value="4" checked', page)
    assert "Your answer is in" in page
    assert Vote.objects.get().answer == 4


def test_a_phone_that_comes_back_is_the_same_phone(question: Question, door: Door) -> None:
    phone = _in(door)
    phone.post(reverse("room_enter", args=[door.pk]))
    _answer(phone, door, question, value="4")
    _answer(phone, door, question, value="2")

    assert Participant.objects.count() == 1
    assert [vote.answer for vote in Vote.objects.all()] == [2]


def test_a_script_gets_a_sentence(question: Question, door: Door) -> None:
    phone, to = _in(door), reverse("room_answer", args=[door.pk, question.pk])

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
    question: Question, door: Door, facilitator: Member
) -> None:
    other = a_session(facilitator.position)
    elsewhere = opened(other, facilitator.position)
    foreign = other.questions.get()
    phone = _in(door)

    assert _answer(phone, door, foreign, value="4").status_code == 404
    assert _answer(phone, elsewhere, foreign, value="4").status_code == 403  # the key opens no other session
    assert not Vote.objects.exists()


def test_a_key_of_another_session_or_an_altered_one_is_a_stranger(door: Door, question: Question) -> None:
    phone = _in(door)
    phone.cookies["phone"] = "altered"

    assert "Take part" in _page(phone, door).content.decode()
    assert _answer(phone, door, question, value="4").status_code == 403
    assert not Vote.objects.exists()


def test_a_late_answer_is_refused_and_the_page_shows_where_the_room_is(
    facilitator: Member, vliermonde: Authority
) -> None:
    workshop = a_session(facilitator.position, a_question(text="Een"), a_question(text="Twee"))
    door = opened(workshop, facilitator.position)
    phone, first = _in(door), workshop.questions.get(number=1)
    to_question(workshop, 2)

    late = _answer(phone, door, first, value="4")

    assert late.status_code == 409
    assert "Twee" in late.content.decode()


def test_typed_texts_stay_when_one_is_too_long(facilitator: Member, vliermonde: Authority) -> None:
    workshop = a_session(facilitator.position, a_question(Kind.TEXT, "Wat ontbreekt er?"))
    door = opened(workshop, facilitator.position)

    refused = _answer(_in(door), door, workshop.questions.get(), **{"text-1": "meer tijd", "text-2": "x" * 201})

    assert refused.status_code == 422
    assert 'value="meer tijd"' in refused.content.decode()
    assert "at most 200 characters" in refused.content.decode()


def test_a_late_comer_gets_the_current_question(facilitator: Member, vliermonde: Authority) -> None:
    workshop = a_session(facilitator.position, a_question(text="Een"), a_question(text="Twee"))
    door = opened(workshop, facilitator.position, at=2)

    assert "Twee" in _page(_in(door), door).content.decode()


def test_a_locked_door_says_so_and_lets_nobody_in(workshop: Workshop, question: Question, door: Door) -> None:
    inside_already = _in(door)
    set_locked(workshop=workshop, is_locked=True)

    late = _phone().post(reverse("room_enter", args=[door.pk]))

    assert late.status_code == 403
    assert "lets nobody new in" in late.content.decode()
    assert _answer(inside_already, door, question, value="4").status_code == 302
    assert Participant.objects.count() == 1


def test_with_several_subjects_one_says_for_which_one_answers(facilitator: Member, vliermonde: Authority) -> None:
    workshop = a_session(facilitator.position, a_question(), about=["Kinderopvang", "Buurtwerk"])
    door = opened(workshop, facilitator.position)
    chosen = Subject.objects.get(name="Buurtwerk")

    refused = _phone().post(reverse("room_enter", args=[door.pk]), {"subject": "0"})
    _in(door, subject=str(chosen.pk))

    assert refused.status_code == 422
    assert [phone.subject for phone in Participant.objects.all()] == [chosen]


def test_a_phone_may_listen_to_the_streams_and_to_nothing_else(door: Door, settings: pytest.FixtureRequest) -> None:
    page, live = _page(_in(door), door), settings.LIVE_PORT  # type: ignore[attr-defined]

    assert f"connect-src 'self' http://localhost:{live}" in page["Content-Security-Policy"]
    settings.LIVE_BEHIND_PROXY = True  # type: ignore[attr-defined]
    page = _page(_in(door), door)
    assert "connect-src 'self';" in page["Content-Security-Policy"] + ";"
    assert 'data-stream="/live/' in page.content.decode()


def test_the_screen_hides_results_until_they_are_shown(
    workshop: Workshop, question: Question, door: Door, facilitator: Member
) -> None:
    for _phone_nr in range(5):
        _answer(_in(door), door, question, value="4")
    screen = f"{HERE}{workshop.pk}/scherm/"

    before = facilitator.client.get(screen).content.decode()
    facilitator.client.post(f"{HERE}{workshop.pk}/tonen/", {"show": "yes", "from": "screen"})
    after = facilitator.client.get(screen).content.decode()
    facilitator.client.post(f"{HERE}{workshop.pk}/tonen/", {"show": "no", "from": "screen"})
    hidden_again = facilitator.client.get(screen).content.decode()

    assert 'class="p answers"' not in before
    assert 'class="p answers"' in after
    assert 'class="p answers"' not in hidden_again
    assert "of one mind" in after
    assert facilitator.user.name not in after  # a shared screen shows no names


def test_results_that_are_shown_grow_as_votes_come_in(
    workshop: Workshop, question: Question, door: Door, facilitator: Member
) -> None:
    set_shown(workshop=workshop, shown=True)
    seen = []
    for _phone_nr in range(11):
        _answer(_in(door), door, question, value="4")
        question.refresh_from_db()
        seen.append(question.released["answered"] if question.released else 0)

    assert seen == [0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]


def test_a_session_is_prepared_run_and_run_again(facilitator: Member, network: Network) -> None:
    client = facilitator.client
    here = client.post(f"{HERE}nieuw/?network={network.pk}", {"title": "Regiedag"})["location"]
    page = client.get(f"{here}vragenlijst/?key=governance-conditions").content.decode()
    items = re.findall(r'name="items" value="([^"]+)"', page)
    client.post(f"{here}vragenlijst/?key=governance-conditions", {"items": items[:2]})
    wrong = client.post(f"{here}vragenlijst/?key=governance-conditions", {"items": [], "sent": "yes"})
    client.post(f"{here}vragen/nieuw/choice/", {"text": "Waar beginnen we?", "options": "Loket\nLijst", "most": "1"})
    asked = list(Workshop.objects.get().questions.values_list("kind", "text"))

    client.post(f"{here}openen/")
    lead = client.get(here, follow=True)
    client.post(f"{here}einde/")
    account = client.get(here, follow=True)
    client.post(f"{here}kopie/")

    assert wrong.status_code == 422
    assert [kind for kind, _text in asked] == ["scale", "scale", "choice"]
    assert lead.redirect_chain[-1][0] == f"{here}leiden/"
    assert account.redirect_chain[-1][0] == f"{here}verslag/"
    assert [each.status for each in Workshop.objects.order_by("pk")] == ["ended", "prepared"]
    assert Subject.objects.filter(network=network).count() == 2


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        ("choice", {"text": "Wat?", "options": "een", "most": "1"}, "Give from 2 to 12 options"),
        ("choice", {"text": "Wat?", "options": "een\neen", "most": "1"}, "stands there twice"),
        ("choice", {"text": "Wat?", "options": "een\ntwee", "most": "3"}, "There are fewer options than that."),
        ("ranking", {"text": "Wat?", "options": "\n".join("abcdefghi")}, "Give from 2 to 8 options"),
        ("placing", {"text": "Wie?", "network": "Bestaat niet"}, "is not in the list"),
        ("scale", {"text": "", "low": "a", "high": "b"}, "This field is required."),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(
    workshop: Workshop, facilitator: Member, kind: str, typed: dict[str, str], sentence: str
) -> None:
    answer = facilitator.client.post(f"{HERE}{workshop.pk}/vragen/nieuw/{kind}/", typed)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert workshop.questions.count() == 1


def test_a_subject_of_the_register_must_be_in_it(workshop: Workshop, facilitator: Member, network: Network) -> None:
    to = f"{HERE}{workshop.pk}/over/"

    unknown = facilitator.client.post(to, {"kind": "network", "name": "Bestaat niet"})
    known = facilitator.client.post(to, {"kind": "network", "name": network.name.upper()})
    again = facilitator.client.post(to, {"kind": "service", "name": network.name.upper()})

    assert (unknown.status_code, known.status_code, again.status_code) == (422, 302, 422)
    assert Subject.objects.get().network == network


def test_a_question_of_a_questionnaire_keeps_its_steps(workshop: Workshop, facilitator: Member) -> None:
    here = f"{HERE}{workshop.pk}/"
    draft = questions_from(chosen("governance-conditions"), "nl")[0]
    facilitator.client.post(f"{here}vragenlijst/?key=governance-conditions", {"items": [draft.item]})
    taken = workshop.questions.exclude(source={}).get()
    before = taken.options

    facilitator.client.post(f"{here}vragen/{taken.pk}/", {"text": "Met andere woorden", "low": "x", "high": "y"})

    taken.refresh_from_db()
    assert (taken.text, taken.options) == ("Met andere woorden", before)


def test_who_does_not_lead_sees_accounts_and_no_preparation(
    workshop: Workshop, question: Question, reader: Member, facilitator: Member
) -> None:
    before = reader.client.get(HERE).content.decode()
    end(workshop=workshop, actor=facilitator.actor)

    after = reader.client.get(HERE).content.decode()

    assert "Regiedag" not in before
    assert "Regiedag" in after
    assert reader.client.get(f"{HERE}{workshop.pk}/").status_code == 403
    assert reader.client.get(f"{HERE}{workshop.pk}/verslag/").status_code == 200


def test_two_clicks_are_one_step(facilitator: Member, vliermonde: Authority) -> None:
    workshop = a_session(facilitator.position, a_question(text="Een"), a_question(text="Twee"), a_question(text="Drie"))
    opened(workshop, facilitator.position, at=0)
    seen = {"seen": workshop.stage}

    for _click in range(2):
        facilitator.client.post(f"{HERE}{workshop.pk}/naar/", {"number": workshop.at + 1, **seen})
    said = facilitator.client.get(f"{HERE}{workshop.pk}/leiden/").content.decode()

    workshop.refresh_from_db()
    assert workshop.at == 1
    assert "The room had moved on already" in said


def test_answers_stay_in_their_authority(question: Question, door: Door, other_authority: Authority) -> None:
    _answer(_in(door), door, question, value="4")

    with inside(other_authority.pk):
        assert not Vote.objects.exists()
        assert not Participant.objects.exists()
