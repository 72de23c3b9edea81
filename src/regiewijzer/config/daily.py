"""What the day itself changes: facts grow old, decisions come up for review. Once a day, and once at the start.

`python -m regiewijzer.config.daily` keeps going; `regiewijzer daily` does it once, for a timer of the machine.
"""

import os
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiewijzer.config.settings")
django.setup()

from django.utils import timezone

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange.actions import forget_old
from regiewijzer.overview.findings.actions import refresh_when_needed

LOOK_EVERY = 600


def once() -> int:
    """Refresh the findings of every authority where the day or a fact changed. Returns how many that were."""
    refreshed = 0
    for authority in Authority.objects.all():
        with inside(authority.pk):
            refreshed += refresh_when_needed(authority=authority, today=timezone.localdate())
            forget_old()
    return refreshed


if __name__ == "__main__":
    while True:
        once()
        time.sleep(LOOK_EVERY)
