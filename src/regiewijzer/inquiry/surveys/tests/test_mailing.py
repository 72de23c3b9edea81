"""Who gets which code, also when whoever sends them dies halfway."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as ours
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from tests.accounts import Member

from regiewijzer.foundation import post
from regiewijzer.inquiry.surveys.actions import launching, mailing, sealing
from regiewijzer.inquiry.surveys.models import Delivery, Invitee, Survey
from regiewijzer.inquiry.surveys.models.sealed import Code, SealedAnswers
from regiewijzer.inquiry.surveys.tests.conftest import CODE, launch, mail_out, send

Draft = Callable[..., Survey]
HALFWAY = 7


class Died(BaseException):
    """The worker is gone, whatever it was at."""


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(mailing, "_codes", {})
    return tmp_path


@pytest.fixture
def dies(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """The worker dies at its seventh mail: when that was taken, or just before."""

    def dies(taken: bool) -> None:
        real = post.delivered

        def until(message: EmailMessage, server: post.Post) -> str:
            if len(mail.outbox) < HALFWAY - 1:
                return real(message, server)
            if taken:
                real(message, server)
            raise Died

        monkeypatch.setattr(mailing, "delivered", until)

    return dies


def begin_again(survey: Survey, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another worker: what the one before had in memory is gone."""
    monkeypatch.setattr(mailing, "_codes", {})
    monkeypatch.setattr(mailing, "delivered", post.delivered)
    assert mail_out(survey) is None


def codes_of_each() -> dict[str, list[str]]:
    """Every code that ever stood in a mail to an address."""
    found: dict[str, list[str]] = {}
    for message in mail.outbox:
        match = CODE.search(str(message.body))
        assert match is not None
        found.setdefault(message.to[0], []).append(match.group(1))
    return found


def test_launching_makes_no_code_and_sends_nothing(draft: Draft, coordinator: Member) -> None:
    survey = launch(draft(), coordinator)

    assert (mail.outbox, Code.objects.count()) == ([], 0)
    assert mail_out(survey) is None
    assert (len(mail.outbox), Code.objects.count()) == (14, 14)


@pytest.mark.parametrize("taken", [True, False])
def test_whoever_was_not_reached_when_the_worker_died_gets_a_new_code(
    taken: bool, draft: Draft, coordinator: Member, dies: Callable[[bool], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = launch(draft(), coordinator)
    dies(taken)
    with pytest.raises(Died):
        mail_out(survey)
    assert Invitee.objects.filter(delivery=Delivery.SENT).count() == HALFWAY - 1

    begin_again(survey, monkeypatch)

    assert Invitee.objects.filter(delivery=Delivery.SENT).count() == 14
    mails = codes_of_each()
    assert (len(mails), len(mail.outbox)) == (14, 15 if taken else 14)
    for codes in mails.values():
        *former, newest = codes
        for code in former:
            with pytest.raises(sealing.NoSuchCode):
                send(survey, code, {"a": 1})
        send(survey, newest, {"a": 1})
    assert SealedAnswers.objects.count() == 14


def test_who_answered_before_the_worker_came_back_gets_no_second_code(
    draft: Draft, coordinator: Member, dies: Callable[[bool], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = launch(draft(), coordinator)
    dies(True)
    with pytest.raises(Died):
        mail_out(survey)
    (cut_off,) = codes_of_each()[mail.outbox[-1].to[0]]
    send(survey, cut_off, {"a": 1})

    begin_again(survey, monkeypatch)

    assert len(mail.outbox) == 14
    assert [len(codes) for codes in codes_of_each().values()] == [1] * 14


def test_no_code_lies_in_a_table_or_a_file_halfway(
    draft: Draft, coordinator: Member, dies: Callable[[bool], None], data_folder: Path
) -> None:
    survey = launch(draft(), coordinator)
    dies(True)
    with pytest.raises(Died):
        mail_out(survey)

    stored = [path.read_bytes().decode(errors="replace") for path in sorted(data_folder.rglob("*")) if path.is_file()]
    with connection.cursor() as cursor:
        for table in ("surveys_code", "surveys_invitee", "surveys_survey", "django_tasks_database_dbtaskresult"):
            cursor.execute(f"select t::text from {table} t")
            stored += [row for (row,) in cursor.fetchall()]
    codes = [code for each in mailing._codes.values() for code in each.values()]
    assert len(codes) == 14
    assert [code for code in codes for text in stored if code in text or sealing.as_typed(code) in text] == []
    assert any(sealing.hash_of(survey, code) in text for code in codes for text in stored)


def test_nothing_is_left_of_whose_mail_was_under_way(draft: Draft, coordinator: Member, data_folder: Path) -> None:
    mail_out(launch(draft(), coordinator))

    assert list((data_folder / mailing.UNDER_WAY).iterdir()) == []
    assert mailing._codes == {}


def test_codes_that_come_later_stand_among_the_others(
    draft: Draft, coordinator: Member, dies: Callable[[bool], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = launch(draft(), coordinator)
    dies(False)
    with pytest.raises(Died):
        mail_out(survey)

    begin_again(survey, monkeypatch)

    hashes = list(Code.objects.order_by("id").values_list("hash", flat=True))
    assert hashes == sorted(hashes)
    with connection.cursor() as cursor:
        cursor.execute("select count(distinct xmin::text) from surveys_code")
        assert cursor.fetchone() == (1,)


def test_a_mail_server_that_goes_away_is_waited_for(
    draft: Draft, coordinator: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = launch(draft(), coordinator)

    def gone(*_nothing: object) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as away:
        away.setattr(EmailBackend, "send_messages", gone)
        away.setattr(mailing, "still_open", lambda _post: False)
        assert mail_out(survey) == post.AGAIN_AFTER

    assert Invitee.objects.filter(delivery=Delivery.WAITING).count() == 14
    assert mail_out(survey) is None
    assert [len(codes) for codes in codes_of_each().values()] == [1] * 14
    assert Code.objects.count() == 14


def test_an_address_that_no_header_can_hold_stops_no_other(draft: Draft, coordinator: Member) -> None:
    survey = launch(draft(), coordinator)
    Invitee.objects.filter(email="lid03@example.org").update(email="lid03@example.org\nBcc: z@evil.example")

    assert mail_out(survey) is None

    assert len(mail.outbox) == 13
    assert Invitee.objects.get(delivery=Delivery.FAILED).email.startswith("lid03")


def test_a_turn_ends_so_that_others_have_theirs(draft: Draft, coordinator: Member) -> None:
    survey = launch(draft(), coordinator)

    assert mail_out(survey, seconds=0.0) == 0.0

    assert mail.outbox == []
    assert mail_out(survey) is None


@pytest.mark.parametrize("end", ["closed", "thrown away"])
def test_what_is_over_is_mailed_no_more(end: str, draft: Draft, coordinator: Member) -> None:
    survey = launch(draft(), coordinator)
    mail_out(survey, seconds=0.0)
    if end == "closed":
        launching.close(survey=survey, actor=coordinator.actor, today=survey.closes_on)
    else:
        launching.remove(survey=survey, actor=coordinator.actor)

    assert mail_out(survey) is None
    assert (mail.outbox, mailing._codes) == ([], {})


def test_a_reminder_goes_to_everybody_once_also_when_the_worker_dies(
    draft: Draft, coordinator: Member, dies: Callable[[bool], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = launch(draft(), coordinator)
    mail_out(survey)
    mail.outbox.clear()
    launching.remind(survey=survey, actor=coordinator.actor, today=survey.closes_on)
    dies(False)
    with pytest.raises(Died):
        mail_out(survey)

    begin_again(survey, monkeypatch)

    assert sorted(message.to[0] for message in mail.outbox) == [f"lid{number:02}@example.org" for number in range(14)]


def test_the_page_counts_what_still_has_to_go(
    draft: Draft, coordinator: Member, english: None, dies: Callable[[bool], None]
) -> None:
    survey = launch(draft(), coordinator)
    dies(False)
    with pytest.raises(Died):
        mail_out(survey)

    page = coordinator.client.get(f"/vliermonde/bevragingen/{survey.pk}/").content.decode()

    assert "6 mails were handed to the mail server." in page
    assert "8 still have to go." in page
    assert 'hx-trigger="every 2s"' in page
    assert ours.PUBLIC_URL in page
