"""Sending the mails of a survey, by the worker process. A task holds two numbers and no code."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from regiewijzer.inquiry.surveys.actions.mailing import send_waiting


@task()
def send_mails(authority: int, survey: int) -> None:
    """Send for a few seconds; what waits then goes on after tasks of others, or later when no mail can go out."""
    after = send_waiting(authority=authority, survey=survey)
    if after is not None:
        again = send_mails.using(run_after=timezone.now() + timedelta(seconds=after)) if after else send_mails
        again.enqueue(authority, survey)
