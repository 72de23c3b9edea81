"""Mails of a survey, sent by the task worker, a few seconds at a time, one survey after the other.

Codes are made when the worker begins, and live in its memory until their mail was taken: no table, task, file or log
holds one, not even when sending fails. When the worker dies its codes die with it, and who was not reached gets a new
one. A mail that was just being handed over may have arrived, so of that one a hash waits outside the database: its code
opens nothing once there is a new one, and nobody holds two.

An answer to a mail quotes the link, so nobody is asked to answer one.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from regiewijzer.foundation.post import SECONDS_A_TURN, Delivery, Post, delivered, still_open, take_turn
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.public import Questionnaire
from regiewijzer.inquiry.surveys.actions import sealing
from regiewijzer.inquiry.surveys.models import Invitee, Survey
from regiewijzer.inquiry.surveys.queries.surveys import asked_in, mailable, subject_name

UNDER_WAY, READABLE_BY_US = "mails_under_way", 0o600

_codes: dict[int, dict[int, str]] = {}  # that no mail server has taken yet, by survey and invitee


def public_address(survey: Survey) -> str:
    """Where people answer, without a code."""
    return settings.PUBLIC_URL + reverse("survey_answer", args=[survey.authority.slug, survey.address])


def send_waiting(*, authority: int, survey: int, seconds: float = SECONDS_A_TURN) -> float | None:
    """Send what waits, invitations first, for so many seconds, and note on each row what became of its mail.

    Returns after how many seconds to go on; None when nothing waits any more. Outside a transaction of its own: each
    mail is noted when it is gone.
    """
    after = take_turn(lambda: _next(authority, survey), lambda waiting, post: _sent(authority, waiting, post), seconds)
    if after is None:
        _codes.pop(survey, None)
        _note_of(survey).unlink(missing_ok=True)
    return after


def new_codes(survey: Survey) -> dict[int, str]:
    """A new code for everybody who waits for one, by the key of the invitee."""
    sealing.hold(survey)
    waiting = list(survey.invitees.filter(delivery=Delivery.WAITING))
    before = _under_way(survey.pk)
    cut_off = next((each for each in waiting if before is not None and each.pk == before[0]), None)
    if before is not None and cut_off is not None and not sealing.revoke(survey, before[1]):
        _mark(cut_off, "")  # it was used already, so it had arrived
        waiting.remove(cut_off)
    return sealing.make_codes(survey, waiting)


def subject_line(questionnaire: Questionnaire, about: str) -> str:
    """The subject of the mail with the link, which the reminder names."""
    title = str(questionnaire.title)
    return " ".join((_("Survey: %(title)s (%(about)s)") % {"title": title, "about": about}).split())


def _next(authority: int, pk: int) -> tuple[Invitee, EmailMessage] | None:
    """Who is to be written, and what; None when nobody is, or the survey is over."""
    with inside(authority):
        survey = mailable(pk, timezone.localdate())
        invited = survey.invitees.filter(delivery=Delivery.WAITING).first() if survey else None
        code = _codes.get(pk, {}).get(invited.pk) if invited else None
        made = new_codes(survey) if survey and invited and code is None else None
    if made is not None:
        _codes[pk] = made
        return _next(authority, pk)
    with inside(authority):
        if survey and invited:
            return invited, _mail(survey, invited, "surveys/invitation_mail.txt", code or "")
        reminded = survey.invitees.filter(reminder_waits=True).first() if survey else None
        return (reminded, _mail(survey, reminded, "surveys/reminder_mail.txt")) if survey and reminded else None


def _sent(authority: int, waiting: tuple[Invitee, EmailMessage], post: Post) -> bool:
    """Hand one mail over, and note it. False when the mail server is gone: then it still waits."""
    invitee, message = waiting
    code = _codes.get(invitee.survey_id, {}).get(invitee.pk, "")
    if invitee.delivery == Delivery.WAITING:
        _note_under_way(invitee, code)
    problem = delivered(message, post)
    if problem and not still_open(post):
        return False
    with inside(authority):
        if invitee.delivery == Delivery.WAITING:
            _mark(invitee, problem)
        else:
            Invitee.objects.filter(pk=invitee.pk).update(reminder_waits=False)
    _note_of(invitee.survey_id).unlink(missing_ok=True)
    return True


def _mail(survey: Survey, invitee: Invitee, template: str, code: str = "") -> EmailMessage:
    questionnaire, about = asked_in(survey), subject_name(survey) or survey.authority.name
    with translation.override(survey.language):
        subject = subject_line(questionnaire, about)
        context = {
            "survey": survey,
            "name": invitee.name,
            "questionnaire": questionnaire,
            "about": about,
            "link": public_address(survey),
            "code": code,
            "subject": subject,
        }
        body = render_to_string(template, context)
    headers = {"Auto-Submitted": "auto-generated"}
    return EmailMessage(subject=subject, body=body, to=[invitee.email], headers=headers)


def _mark(invitee: Invitee, problem: str) -> None:
    """Where the row still is: the survey may have been thrown away meanwhile."""
    delivery = Delivery.FAILED if problem else Delivery.SENT
    Invitee.objects.filter(pk=invitee.pk).update(delivery=delivery, problem=problem)


def _note_of(survey: int) -> Path:
    return settings.DATA_DIR / UNDER_WAY / str(survey)


def _note_under_way(invitee: Invitee, code: str) -> None:
    """On the disk before the mail goes, so that it outlives this process."""
    note = _note_of(invitee.survey_id)
    note.parent.mkdir(mode=0o700, exist_ok=True)
    note.touch(mode=READABLE_BY_US)
    with note.open("w") as file:
        json.dump([invitee.pk, sealing.hash_of(invitee.survey, code)], file)
        file.flush()
        os.fsync(file.fileno())


def _under_way(survey: int) -> tuple[int, str] | None:
    """Whose mail was being handed over when a worker died, and the hash of its code."""
    with suppress(OSError, ValueError):
        invitee, hashed = json.loads(_note_of(survey).read_text())
        return invitee, hashed
    return None
