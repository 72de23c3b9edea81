"""Sending the questions to partners, by the worker process."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.confirmations.actions import send_waiting


@task()
def send_questions(authority: int, network: int) -> None:
    """Send for a few seconds; what waits then goes on after tasks of others, or later when no mail can go out."""
    town = Authority.objects.filter(pk=authority).values_list("slug", flat=True).first()
    if town is None:
        return
    after = send_waiting(authority=authority, network=network, site=site_of(town))
    if after is not None:
        again = send_questions.using(run_after=timezone.now() + timedelta(seconds=after)) if after else send_questions
        again.enqueue(authority, network)


def site_of(town: str) -> str:
    """The address under which the links of an authority lie."""
    beginning = reverse("confirmation_answer", args=[town, "code"])
    return settings.PUBLIC_URL + beginning.removesuffix("/code/")
