"""What did we decide over the past year, and did it help?"""

from datetime import date

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext

from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.findings.queries import BeforeAfter, before_after
from regiewijzer.overview.reports.documents.report_model import Line, Lines
from regiewijzer.overview.reports.wording import some_of
from regiewijzer.register.decisions.models import Decision, Outcome
from regiewijzer.science.upkeep import add_months
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import State
from regiewijzer.ui.wording import NOTHING, clipped, day, worded

A_YEAR = 12  # months
LONGEST_NAME = 110
SHAPES = {Outcome.HELPED: Fit.OK, Outcome.PARTLY: Fit.TIGHT, Outcome.NOT: Fit.SHORT, Outcome.UNKNOWN: Fit.UNKNOWN}


def decided_lately(today: date, *, most: int) -> Lines:
    """Decisions of the past year: first those somebody looked at again, then those whose day is still to come."""
    found = lately(today)
    rows = tuple(_line(decision) for decision in found[:most])
    return Lines(
        heading=gettext("What we decided over the past year"),
        head=(gettext("Decision"), gettext("Did it help?")),
        rows=rows,
        empty=gettext("No decision was recorded yet. Every decision comes back here, with before and after."),
        note=some_of(len(rows), found.count()),
    )


def lately(today: date) -> QuerySet[Decision]:
    """Decided or looked at again in the last twelve months, reviewed ones first."""
    since = add_months(today, -A_YEAR)
    recent = Q(decided_on__gt=since) | Q(reviewed_on__gt=since)
    return (
        Decision.objects.current().filter(recent).order_by(F("reviewed_on").desc(nulls_last=True), "-decided_on", "-id")
    )


def state_of(decision: Decision) -> State:
    """Whether it helped; until somebody looked, when that will be."""
    if decision.outcome:
        return State(SHAPES[Outcome(decision.outcome)], str(decision.get_outcome_display()))
    if decision.review_on:
        return State(Fit.UNKNOWN, gettext("follows on %(day)s") % {"day": day(decision.review_on)})
    return State(Fit.UNKNOWN, str(decision.get_answer_display()))


def change_in_words(change: BeforeAfter) -> Sentence:
    """The numbers that changed: 'from 14 partners to 9 partners'; of one still to be reviewed nothing when none did."""
    if change.after is None:
        return worded(gettext("The finding is gone."))
    then, now = _numbers(change.before), _numbers(change.after)
    changed = [pair for pair in zip(then, now, strict=False) if pair[0] != pair[1]]
    if changed:
        before, after = (", ".join(side) for side in zip(*changed, strict=True))
        return worded(gettext("from %(before)s to **%(after)s**"), before=before, after=after)
    return worded(gettext("The finding still stands.")) if change.closed else NOTHING


def _line(decision: Decision) -> Line:
    change = before_after(decision)
    return Line(
        clipped(decision.name or decision.reason, LONGEST_NAME),
        change_in_words(change) if change else NOTHING,
        state_of(decision),
    )


def _numbers(sentence: Sentence) -> list[str]:
    return [part.text for part in sentence.parts if part.bold]
