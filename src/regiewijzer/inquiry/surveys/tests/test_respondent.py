"""The page of who is asked: no account, no cookie, no script needed, and a clear answer to every bad code."""

import logging
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from tests.accounts import Member

from regiewijzer.inquiry.questionnaires.public import NOT_VALIDATED, questionnaire
from regiewijzer.inquiry.surveys.actions import launching
from regiewijzer.inquiry.surveys.models import Survey
from regiewijzer.inquiry.surveys.models.sealed import SealedAnswers
from regiewijzer.inquiry.surveys.tests.conftest import KEY, all_answers, came_in

Launched = Callable[..., tuple[Survey, dict[str, str]]]
ASKED = questionnaire(KEY)


@pytest.fixture
def visitor() -> Client:
    return Client(headers={"host": "localhost"}, enforce_csrf_checks=True)


def address(survey: Survey) -> str:
    return f"/bevraging/vliermonde/{survey.address}/"


def sent(code: str, **more: str) -> dict[str, str]:
    return {"code": code, **{name: str(value) for name, value in all_answers(4).items()}, **more}


def test_it_says_who_asks_who_sees_what_and_how_long_it_takes(launched: Launched, visitor: Client) -> None:
    survey, _codes = launched(why="Voor de vergadering van maart")

    page = visitor.get(address(survey)).content.decode()

    for words in ("Vliermonde", "Kansrijk Opgroeien", "Hilde Maertens", "Voor de vergadering van maart", "Vraag 1 van"):
        assert words in page or words.startswith("Vraag")
    assert str(NOT_VALIDATED) in page
    assert page.count('class="question"') == len(ASKED.questions)
    assert 'name="code"' in page


def test_no_cookie_is_set_or_needed_and_nothing_is_kept_elsewhere(launched: Launched, visitor: Client) -> None:
    survey, codes = launched()

    looked = visitor.get(address(survey))
    done = visitor.post(address(survey), sent(codes["lid04@example.org"]))
    thanked = visitor.get(done["location"])

    assert [len(answer.cookies) for answer in (looked, done, thanked)] == [0, 0, 0]
    assert "no-store" in looked["Cache-Control"]
    assert (done.status_code, thanked.status_code) == (302, 200)
    (form,) = came_in(survey)
    assert form.answers == all_answers(4)


def test_the_code_is_in_no_address_and_no_log(
    launched: Launched, visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    survey, codes = launched()
    code = codes["lid04@example.org"]

    with caplog.at_level(logging.DEBUG):
        done = visitor.post(address(survey), sent(code))
        visitor.post(address(survey), sent("0" * 26))

    assert code not in done["location"]
    assert code not in caplog.text
    assert code.replace("-", "") not in caplog.text


@pytest.mark.parametrize("between", ["%23", "/%23"])
def test_a_link_in_which_the_sign_was_rewritten_opens_the_page_and_leaves_no_code_in_the_log(
    between: str, launched: Launched, visitor: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    survey, codes = launched()
    code = codes["lid04@example.org"]
    capsys.readouterr()

    led = visitor.get(f"{address(survey).rstrip('/')}{between}{code}")
    visitor.get(f"/bevraging/vliermonde/bestaatniet/{between}{code}")
    visitor.get(f"{address(survey)}iets/{between}{code}")

    assert led["Location"] == f"{address(survey)}#{code}"
    assert code[:11] not in capsys.readouterr().err


@pytest.mark.parametrize("before", ["https://regie.example/bevraging/vliermonde/x/#", "https://x.example/b/x%23", " #"])
def test_a_whole_link_is_taken_for_its_code(before: str, launched: Launched, visitor: Client) -> None:
    survey, codes = launched()

    done = visitor.post(address(survey), sent(f"{before}{codes['lid04@example.org'].lower()}"))

    assert done.status_code == 302


def test_looking_with_a_code_in_the_address_opens_nothing(launched: Launched, visitor: Client) -> None:
    survey, codes = launched()

    page = visitor.get(address(survey), {"code": codes["lid04@example.org"]}).content.decode()

    assert codes["lid04@example.org"] not in page
    assert SealedAnswers.objects.count() == 0


def _with_another_letter(code: str) -> str:
    return ("h" if code[0] != "h" else "k") + code[1:]


@pytest.mark.parametrize("wrong", ["used", "foreign", "altered", "missing"])
def test_a_bad_code_is_told_and_what_was_typed_stays(wrong: str, launched: Launched, visitor: Client) -> None:
    _other, others = launched(6)
    survey, codes = launched()
    visitor.post(address(survey), sent(codes["lid00@example.org"]))
    code = {
        "used": codes["lid00@example.org"],
        "foreign": others.get("lid05@example.org", ""),
        "altered": _with_another_letter(codes["lid01@example.org"]),
        "missing": "",
    }[wrong]

    refused = visitor.post(address(survey) + "?taal=en", sent(code))

    page = " ".join(refused.content.decode().split())
    assert refused.status_code == 422
    said = "This field is required." if wrong == "missing" else "This code does not open this survey. It works once"
    if wrong != "foreign":
        assert said in page
    assert page.count('value="4" checked') == len(all_answers(4))
    assert SealedAnswers.objects.count() == 1


@pytest.mark.parametrize("how", ["closed by hand", "past its day"])
def test_a_survey_that_closed_while_someone_typed_shows_what_they_typed(
    how: str, launched: Launched, visitor: Client, coordinator: Member
) -> None:
    survey, codes = launched()
    later = timezone.now()
    if how == "past its day":
        later += timedelta(days=15)
    else:
        launching.close(survey=survey, actor=coordinator.actor, today=timezone.localdate())

    with time_machine.travel(later, tick=False):
        looked = visitor.get(address(survey) + "?taal=en")
        typed = visitor.post(address(survey) + "?taal=en", sent(codes["lid00@example.org"]))

    assert (looked.status_code, typed.status_code) == (410, 410)
    assert "Your answers were not sent, and nothing of them was kept." in typed.content.decode()
    assert "Rather agree" in typed.content.decode()
    assert SealedAnswers.objects.count() == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"trust.agreements": "9"}, "Select a valid choice"), ({"trust.agreements": "<script>"}, "Select a valid choice")],
)
def test_an_answer_that_was_never_offered_is_refused(
    wrong: dict[str, str], said: str, launched: Launched, visitor: Client
) -> None:
    survey, codes = launched()

    refused = visitor.post(address(survey) + "?taal=en", sent(codes["lid00@example.org"], **wrong))

    assert (refused.status_code, said in refused.content.decode()) == (422, True)
    assert SealedAnswers.objects.count() == 0


def test_an_empty_form_is_not_sent_and_costs_no_code(launched: Launched, visitor: Client) -> None:
    survey, codes = launched()
    code = codes["lid00@example.org"]

    empty = visitor.post(address(survey) + "?taal=en", {"code": code, "trust.agreements": "?"})
    then = visitor.post(address(survey), sent(code))

    assert "Nothing was answered yet." in empty.content.decode()
    assert then.status_code == 302


def test_words_are_kept_apart_from_the_answers(launched: Launched, visitor: Client) -> None:
    survey, codes = launched(key="member-satisfaction")
    asked = questionnaire("member-satisfaction")
    (words, *_more) = [each.id for each in asked.questions if not each.scale.labels]

    visitor.post(
        address(survey),
        {"code": codes["lid00@example.org"], words: "  Meer koffie ", asked.questions[0].id: "4"},
    )

    (form,) = came_in(survey)
    assert (form.answers, form.texts) == ({asked.questions[0].id: 4}, {words: "Meer koffie"})


@pytest.mark.parametrize(
    "path", ["/bevraging/vliermonde/nietsbestaands00/", "/bevraging/elders/{}/", "/bevraging/nergens/{}/"]
)
def test_an_address_that_is_no_survey_is_not_found(
    path: str, launched: Launched, visitor: Client, stranger: Member
) -> None:
    survey, _codes = launched()

    assert visitor.get(path.format(survey.address)).status_code == 404


def test_a_draft_has_no_page(draft: Callable[..., Survey], visitor: Client) -> None:
    assert visitor.get(address(draft())).status_code == 404


def test_it_speaks_the_language_that_is_asked(launched: Launched, visitor: Client) -> None:
    survey, _codes = launched()

    dutch, english = (visitor.get(f"{address(survey)}?taal={each}").content.decode() for each in ("nl", "en"))

    assert '<html lang="nl"' in dutch
    assert "Does the form fit the network?" in english
