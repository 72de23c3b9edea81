"""Telling everybody who watches a session that something changed. Only keys travel; what changed is read again."""

from django.db import connection
from django.db.models import F

from regiewijzer.inquiry.workshops.models import Workshop

CHANNEL = "workshops"


def phones_must_change(workshop: Workshop) -> None:
    """Phones and screens show something else from the commit of this transaction on."""
    Workshop.objects.filter(pk=workshop.pk).update(stage=F("stage") + 1, screen=F("screen") + 1)
    _tell(workshop)


def screens_must_change(workshop: Workshop) -> None:
    """Only the screens of the facilitator show something else; a phone keeps what is half filled in."""
    Workshop.objects.filter(pk=workshop.pk).update(screen=F("screen") + 1)
    _tell(workshop)


def _tell(workshop: Workshop) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_notify(%s, %s)", [CHANNEL, f"{workshop.authority_id}:{workshop.pk}"])
