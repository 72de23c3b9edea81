"""Remembering what was sent."""

from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Q

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.submissions.models import Submission

DOUBLE_PRESS = timedelta(seconds=10)
KEPT = timedelta(days=2)  # nobody sends a form again after so long: the page it stood on is gone
LOCK = 7002  # first key of the advisory lock; the second is a part of the key


def location_of(key: str, now: datetime) -> str | None:
    """Where this submission led the first time; None when it is the first. Of two at once the second waits here."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [LOCK, int(key[:7], 16)])
    sent = Submission.objects.filter(key=key)
    counts = sent.filter(Q(lasting=True) | Q(sent_at__gt=now - DOUBLE_PRESS))
    return counts.values_list("location", flat=True).first()


def remember(authority: Authority, key: str, location: str, *, lasting: bool, now: datetime) -> None:
    new = {"location": location, "lasting": lasting, "sent_at": now}
    Submission.objects.update_or_create(authority=authority, key=key, defaults=new)


def forget_old(now: datetime) -> None:
    Submission.objects.filter(sent_at__lt=now - KEPT).delete()
