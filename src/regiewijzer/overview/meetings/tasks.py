"""Sending the mails of a meeting, by the worker process."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from regiewijzer.overview.meetings.actions import send_waiting
from regiewijzer.register.meetings.models import MailAbout


@task()
def send_mails(authority: int, meeting: int, about: str) -> None:
    """Send for a few seconds; what waits then goes on after tasks of others, or later when no mail can go out."""
    after = send_waiting(authority=authority, meeting=meeting, about=MailAbout(about))
    if after is not None:
        again = send_mails.using(run_after=timezone.now() + timedelta(seconds=after)) if after else send_mails
        again.enqueue(authority, meeting, about)
