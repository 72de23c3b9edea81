"""What the day itself changes: surveys close, facts grow old, decisions come up for review.

Once a day, and once at the start.

`python -m regiewijzer.config.daily` keeps going; `regiewijzer daily` does it once, for a timer of the machine.
"""

import logging
import os
import time
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiewijzer.config.settings")
django.setup()

from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from regiewijzer.foundation.audit.queries import Link, check_on
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.surveys.public import close_due
from regiewijzer.inquiry.workshops.public import end_overdue
from regiewijzer.overview.exchange.actions import forget_old
from regiewijzer.overview.findings.middleware import refresh_or_tell

logger = logging.getLogger(__name__)
LOOK_EVERY = 600
RESULTS_KEPT = timedelta(days=14)


def once(right: dict[int, Link] | None = None) -> int:
    """Refresh the findings of every authority where the day or a fact changed, and throw away what is past.

    right: up to where each audit trail was found right; what is there already is not checked again. Returns how many
    were refreshed.
    """
    refreshed, right = 0, {} if right is None else right
    for authority in Authority.objects.all():
        with inside(authority.pk):
            close_due(today=timezone.localdate())
        refreshed += refresh_or_tell(authority)
        with inside(authority.pk):
            forget_old()
            end_overdue()
            if (number := check_on(authority.pk, right)) is not None:
                logger.error("The audit trail of %s does not hold together at line %s.", authority.slug, number)
    call_command("clearsessions")
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - RESULTS_KEPT).delete()
    return refreshed


if __name__ == "__main__":
    checked_on, found_right = timezone.localdate(), dict[int, Link]()
    while True:
        if checked_on != timezone.localdate():  # once a day every trail as a whole
            checked_on = timezone.localdate()
            found_right.clear()
        once(found_right)
        time.sleep(LOOK_EVERY)
