"""What does before and after say in words, and as a table?"""

from django.utils.translation import gettext

from regiewijzer.ui.pictures.before_after.rows import BeforeAfter, ChangeRow, Reading
from regiewijzer.ui.pictures.table import Table
from regiewijzer.ui.pictures.words import sentences


def description(change: BeforeAfter) -> str:
    planned = ""
    if change.review and not change.reviewed:
        planned = gettext("Computed again: %(day)s.") % {"day": change.review}
    return sentences((*map(_sentence, change.rows), planned))


def _sentence(row: ChangeRow) -> str:
    said = {"name": row.name, "needed": row.needed, "now": measured(row.now), "then": measured(row.then)}
    if row.review:
        return gettext("%(name)s: needed %(needed)s, was %(now)s, is now %(review)s.") % {
            **said,
            "review": row.review.words,
        }
    if row.then:
        return gettext("%(name)s: needed %(needed)s, was %(then)s, is now %(now)s.") % said
    return gettext("%(name)s: needed %(needed)s, is %(now)s.") % said


def measured(reading: Reading | None) -> str:
    return reading.words if reading else gettext("not measured")


def to_follow() -> str:
    return gettext("to follow")


def twin(change: BeforeAfter) -> Table:
    then = (change.then,) if change.has_then else ()
    review = (change.review,) if change.review else ()
    head = (gettext("Condition"), gettext("Needed"), *then, change.now, *review)
    rows = tuple(
        (
            row.name,
            row.needed,
            *(measured(row.then) for _ in then),
            measured(row.now),
            *(row.review.words if row.review else to_follow() for _ in review),
        )
        for row in change.rows
    )
    return Table(gettext("Before and after"), head, rows, numeric=tuple(range(2, len(head))))
