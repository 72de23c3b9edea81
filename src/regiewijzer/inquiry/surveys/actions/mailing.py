"""Mails of a survey, handed straight to the mail server: nothing that holds a code is kept, not even when it fails.

An answer to a mail quotes the link, so nobody is asked to answer one.
"""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from regiewijzer.foundation.post import Post, delivered
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.public import Questionnaire
from regiewijzer.inquiry.surveys.models import Delivery, Invitee, Survey
from regiewijzer.inquiry.surveys.queries.surveys import asked_in, subject_name


def public_address(survey: Survey) -> str:
    """Where people answer, without a code."""
    return settings.PUBLIC_URL + reverse("survey_answer", args=[survey.authority.slug, survey.address])


def send_invitations(survey: Survey, codes: dict[int, str], post: Post) -> None:
    """A mail with their own code to everybody who is asked, and what became of it on their row, one by one."""
    with inside(survey.authority_id):
        invitees = list(survey.invitees.all())
    for invitee in invitees:
        problem = _send(survey, invitee, "surveys/invitation_mail.txt", post, code=codes[invitee.pk])
        with inside(survey.authority_id):
            _mark(invitee, problem)
    post.server.close()


def send_reminders(survey: Survey, post: Post) -> None:
    """A mail without a code to everybody who got one."""
    with inside(survey.authority_id):
        reached = list(survey.invitees.filter(delivery=Delivery.SENT))
    for invitee in reached:
        _send(survey, invitee, "surveys/reminder_mail.txt", post)
    post.server.close()


def subject_line(questionnaire: Questionnaire, about: str) -> str:
    """The subject of the mail with the link, which the reminder names."""
    title = str(questionnaire.title)
    return " ".join((_("Survey: %(title)s (%(about)s)") % {"title": title, "about": about}).split())


def _send(survey: Survey, invitee: Invitee, template: str, post: Post, code: str = "") -> str:
    """Hand one mail over. Returns what went wrong, in the words of the mail server; empty when nothing did."""
    with inside(survey.authority_id):
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
    return delivered(EmailMessage(subject=subject, body=body, to=[invitee.email], headers=headers), post)


def _mark(invitee: Invitee, problem: str) -> None:
    invitee.delivery, invitee.problem = (Delivery.FAILED, problem) if problem else (Delivery.SENT, "")
    invitee.save(update_fields=["delivery", "problem"])
