"""What the day itself changes: surveys close, facts grow old, decisions come up for review.

Once a day, and once at the start.

`python -m regiewijzer.config.daily` is what the supervisor starts every ten minutes; `regiewijzer daily` is for a timer
of the machine.
"""

import json
import logging
import os
import stat
from datetime import timedelta
from typing import IO

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiewijzer.config.settings")
django.setup()

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from regiewijzer.foundation import keys
from regiewijzer.foundation.accounts.models import Invitation
from regiewijzer.foundation.audit.actions import keep_heads
from regiewijzer.foundation.audit.queries import Link, check_on, heads_in, stands
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.submissions.actions import forget_old as forget_old_submissions
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.surveys.public import KEYS, close_due, keys_in_use
from regiewijzer.inquiry.workshops.public import end_overdue
from regiewijzer.overview.exchange.actions import forget_old
from regiewijzer.overview.findings.middleware import refresh_or_tell
from regiewijzer.overview.meetings.actions import send_digests
from regiewijzer.overview.reports.actions import forget_old as forget_old_reports
from regiewijzer.register.confirmations.actions import ask_due
from regiewijzer.register.confirmations.actions import forget_old as forget_old_confirmations
from regiewijzer.register.confirmations.tasks import send_questions
from regiewijzer.register.meetings.actions import forget_expired_links
from regiewijzer.register.merges.actions import forget_old as forget_old_merges
from regiewijzer.tools.insights.public import destroy_due

logger = logging.getLogger(__name__)
REWRITTEN = "The audit trail of %s was rewritten or cut, at line %s or before."
RESULTS_KEPT = timedelta(days=14)
INVITATIONS_KEPT = timedelta(days=30)  # after the day on which they expire


def once(right: dict[int, Link] | None = None) -> int:
    """Refresh the findings of every authority where the day or a fact changed, and throw away what is past.

    right: up to where each audit trail was found right; what is there already is not checked again. Returns how many
    were refreshed.
    """
    refreshed, right = 0, {} if right is None else right
    heads, unused = heads_in(settings.DATA_DIR), keys.names(KEYS)
    for authority in Authority.objects.all():
        with inside(authority.pk):
            unused -= keys_in_use()
        try:
            refreshed += _of_authority(authority, right, heads)
        except Exception:  # what is wrong in one authority keeps no other from its day
            logger.exception("What the day changes was not done for %s.", authority.slug)
    for name in sorted(unused):
        keys.destroy(name)
    keep_heads(settings.DATA_DIR, heads)
    _forget_what_is_past()
    return refreshed


def _of_authority(authority: Authority, right: dict[int, Link], heads: dict[int, Link]) -> bool:
    """Whether its findings were computed again. `heads` goes along with what is found right."""
    with inside(authority.pk):
        close_due(today=timezone.localdate())
        destroy_due(authority=authority.pk, today=timezone.localdate())
        due = ask_due(authority=authority, today=timezone.localdate())
    for network in due:
        send_questions.enqueue(authority.pk, network)
    refreshed = refresh_or_tell(authority)
    with inside(authority.pk):
        forget_old()
        forget_old_submissions(timezone.now())
        forget_old_merges(timezone.now())
        forget_old_confirmations(timezone.localdate())
        forget_expired_links(timezone.localdate())
        forget_old_reports(timezone.now())
        end_overdue()
    send_digests(authority, timezone.localdate())
    with inside(authority.pk):
        head = heads.get(authority.pk)
        if (number := check_on(authority.pk, right)) is not None:
            logger.error("The audit trail of %s does not hold together at line %s.", authority.slug, number)
        elif head is not None and not stands(head):
            logger.error(
                "The audit trail of %s was rewritten or cut, at line %s or before.", authority.slug, head.number
            )
        else:
            heads[authority.pk] = right[authority.pk]
    return bool(refreshed)


def _forget_what_is_past() -> None:
    """What belongs to no authority, or to none any more: each has its period in docs/privacy.md."""
    call_command("clearsessions")
    now = timezone.now()
    DBTaskResult.objects.finished().filter(finished_at__lt=now - RESULTS_KEPT).delete()
    DBTaskResult.objects.filter(enqueued_at__lt=now - RESULTS_KEPT).delete()  # a worker died while it was at them
    Invitation.objects.filter(expires_at__lt=now - INVITATIONS_KEPT).delete()


def on_from(notes: IO[str]) -> None:
    """Do it once, on from what the notes say the process before found right, and note it again.

    The notes are of today: once a day every trail is checked as a whole. They live in a nameless file that only the
    supervisor holds, out of reach of whoever can write in the database.
    """
    today = timezone.localdate().isoformat()
    notes.seek(0)
    checked = json.loads(notes.read() or "{}")
    found = checked["right"] if checked.get("on") == today else {}
    right = {int(authority): Link(*link) for authority, link in found.items()}
    once(right)
    notes.seek(0)
    notes.truncate()
    json.dump({"on": today, "right": {authority: [link.number, link.hash] for authority, link in right.items()}}, notes)
    notes.flush()


if __name__ == "__main__":
    if stat.S_ISREG(os.fstat(0).st_mode):
        on_from(open(0, "r+", closefd=False))  # noqa: SIM115 - the supervisor closes it
    else:
        once()
