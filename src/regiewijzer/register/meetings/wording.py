"""What is a meeting called that nobody named, and how do meetings come back?"""

from datetime import date, time

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from regiewijzer.science.recurrence import Every, Recurrence, nth_of_month
from regiewijzer.ui.wording import clipped
from regiewijzer.ui.wording import day as in_words

LONGEST_NETWORK = 160
NTH = (
    gettext_lazy("first"),
    gettext_lazy("second"),
    gettext_lazy("third"),
    gettext_lazy("fourth"),
    gettext_lazy("fifth"),
)


def name_of_meeting(network: str, day: date) -> str:
    """The network with the day, short enough for a name."""
    return f"{clipped(network, LONGEST_NETWORK)}, {in_words(day)}"


def series_in_words(recurrence: Recurrence, starts: time) -> str:
    """Every 2 weeks on Thursday at 09:30, from 7 January 2027."""
    numbers = {
        "weekday": str(WEEKDAYS[recurrence.first.weekday()]).lower(),
        "nth": NTH[nth_of_month(recurrence.first) - 1],
        "weeks": recurrence.weeks,
        "at": f"{starts:%H:%M}",
        "day": in_words(recurrence.first),
    }
    patterns = {
        Every.WEEKS: ngettext(
            "Every week on %(weekday)s at %(at)s, from %(day)s",
            "Every %(weeks)s weeks on %(weekday)s at %(at)s, from %(day)s",
            recurrence.weeks,
        ),
        Every.WEEKDAY_OF_MONTH: _("Every %(nth)s %(weekday)s of the month at %(at)s, from %(day)s"),
        Every.LAST_WEEKDAY_OF_MONTH: _("Every last %(weekday)s of the month at %(at)s, from %(day)s"),
    }
    return patterns[recurrence.every] % numbers
