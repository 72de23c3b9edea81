"""How did the conditions go, against what the form of today asks, and which form was advised each time?"""

from django.utils.translation import gettext

from regiewijzer.library.figures import number
from regiewijzer.science import governance
from regiewijzer.science.facts import Form, FormMeasurement, Network
from regiewijzer.science.governance import Bound, Check, Condition
from regiewijzer.science.limits import Limits
from regiewijzer.tools.governance.display.conditions import name_of
from regiewijzer.tools.governance.display.grid import FITS, WIDEST, form_name
from regiewijzer.ui.pictures.course import Course, CourseRow, Point, course_picture
from regiewijzer.ui.pictures.picture import Picture


def course_of(network: Network, limits: Limits, *, picture_id: str = "drift") -> Picture | None:
    """Every condition over time, with the band where the form of today holds; None when nothing was measured."""
    asked = {check.condition: check for check in _checks(network.form, governance.Conditions(), limits)}
    rows = tuple(_row(condition, network, asked.get(condition), limits) for condition in Condition)
    said = tuple((each.measured_on, _advised(each, limits)) for each in network.measurements)
    course = Course(
        title=gettext("The conditions over time"),
        rows=tuple(row for row in rows if row.points),
        ends=(gettext("low"), gettext("high")),
        needed=gettext("here the form of today holds"),
        said=said,
        said_name=gettext("Lightest form that fits"),
    )
    return course_picture(course, picture_id=picture_id)


def drifted_to(network: Network, limits: Limits) -> Form | None:
    """The other form that the last measurements in a row advise, or None."""
    if network.form is None or not network.measurements:
        return None
    earlier = [governance.conditions_of(each) for each in network.measurements[:-1]]
    return governance.drift(network.form, [*earlier, governance.conditions_now(network)], limits)


def _row(condition: Condition, network: Network, asked: Check | None, limits: Limits) -> CourseRow:
    name = name_of(condition)
    points = tuple(
        point for each in network.measurements if (point := _point(condition, each, network.form, limits)) is not None
    )
    if asked is None:
        return CourseRow(name, points)
    limit = _position(condition, asked.limit)
    lo, hi = (limit, 1.0) if asked.bound is Bound.AT_LEAST else (0.0, limit)
    return CourseRow(name, points, lo, hi)


def _point(condition: Condition, measurement: FormMeasurement, form: Form | None, limits: Limits) -> Point | None:
    conditions = governance.conditions_of(measurement)
    value = conditions.of(condition)
    if value is None:
        return None
    words = number(governance.as_shown(condition, value))
    verdicts = {check.condition: check.verdict for check in _checks(form, conditions, limits)}
    fit = FITS[verdicts[condition]] if condition in verdicts else None
    return Point(measurement.measured_on, _position(condition, value), words, fit)


def _checks(form: Form | None, conditions: governance.Conditions, limits: Limits) -> tuple[Check, ...]:
    return governance.checks(form, conditions, limits) if form else ()


def _position(condition: Condition, value: float) -> float:
    return min(value / WIDEST, 1.0) if condition is Condition.PARTICIPANTS else value


def _advised(measurement: FormMeasurement, limits: Limits) -> str:
    advice = governance.advise(governance.conditions_of(measurement), limits)
    if advice.form is not None:
        return form_name(advice.form)
    return gettext("none") if advice.strategic_question else gettext("not clear")
