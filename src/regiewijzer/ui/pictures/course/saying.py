"""What does the course say in words, and as a table?"""

from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.course.rows import Course, CourseRow, Point
from regiewijzer.ui.pictures.fit import Fit, fit_words
from regiewijzer.ui.pictures.table import Table
from regiewijzer.ui.pictures.words import day_of, sentences


def description(course: Course) -> str:
    count = len(course.days)
    return sentences(
        (
            ngettext("Measured on %(count)d day.", "Measured on %(count)d days.", count) % {"count": count},
            *(_went(row) for row in course.rows),
            f"{course.stretch.words}: {course.stretch.mark}" if course.stretch else "",
        )
    )


def twin(course: Course) -> Table:
    said = dict(course.said)
    head = (gettext("Measured on"), *(row.name for row in course.rows), *((course.said_name,) if said else ()))
    rows = tuple((day_of(day), *_cells(course, day), *((said.get(day, "–"),) if said else ())) for day in course.days)
    return Table(course.title, head, rows)


def _went(row: CourseRow) -> str:
    if not row.points:
        return ""
    first, last = row.points[0], row.points[-1]
    if first is last:
        return f"{row.name}: {last.words}"
    return gettext("%(name)s: from %(first)s to %(last)s") % {
        "name": row.name, "first": first.words, "last": last.words,
    }  # fmt: skip


def _cells(course: Course, day: date) -> tuple[str, ...]:
    return tuple(_cell(row, day) for row in course.rows)


def _cell(row: CourseRow, day: date) -> str:
    found = [point for point in row.points if point.on == day]
    return _told(found[-1]) if found else "–"


def _told(point: Point) -> str:
    if point.fit is None or point.fit is Fit.OK:
        return point.words
    return f"{point.words} ({fit_words(point.fit)})"
