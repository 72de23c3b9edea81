"""The steps of the first hour in words, and what cannot be said yet."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Step(StrEnum):
    """What somebody does in the first hour, in this order."""

    LIST = "list"
    FORMS = "forms"
    GOALS = "goals"
    DECISION = "decision"
    REPORT = "report"


TITLES: dict[Step, Promise] = {
    Step.LIST: _("Your list"),
    Step.FORMS: _("Who leads your largest networks"),
    Step.GOALS: _("Goal and start"),
    Step.DECISION: _("One decision"),
    Step.REPORT: _("Two pages for the board"),
}
SHOWS: dict[Step, Promise] = {
    Step.LIST: _("Then you see which networks have the same partners, and who sits at many tables."),
    Step.FORMS: _("Then you see whether their form still fits."),
    Step.GOALS: _("Then you see where two networks want the same, and which have run for more than two years."),
    Step.DECISION: _("Choose one finding. Give it a name and a day. On that day we compute again."),
    Step.REPORT: _("With what you know, what you ask, and what nobody knows yet."),
}
MINUTES: dict[Step, int] = {Step.LIST: 10, Step.FORMS: 5, Step.GOALS: 10, Step.DECISION: 5, Step.REPORT: 1}
