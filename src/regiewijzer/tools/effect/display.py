"""A network against its two years, and what users and members said over time."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext

from regiewijzer.library.figures import number
from regiewijzer.science.effect import age_in_months, late_without_result, two_year_mark
from regiewijzer.science.facts import Level, Network, Satisfaction
from regiewijzer.science.governance import HIGHEST, LOWEST, to_scale
from regiewijzer.science.limits import Limits
from regiewijzer.tools.effect.models import MemberSatisfaction, UserSatisfaction
from regiewijzer.ui.pictures.course import Course, CourseRow, Point, Stretch, course_picture
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.pictures.timeline import NetworkLife, Timeline, timeline_picture
from regiewijzer.ui.pictures.words import age
from regiewijzer.ui.wording import name_of

SCALE = (str(LOWEST), str(HIGHEST))


def levels_in_words() -> tuple[str, ...]:
    """The three levels as heads of columns."""
    return tuple(name_of(level, "effect_levels").lower() for level in Level)


def life(network: Network, today: date, limits: Limits, *, href: str = "", emphasised: bool = False) -> NetworkLife:
    """One network on the timeline: its age, its results, and whether it is late."""
    return NetworkLife(
        name=network.name,
        months=age_in_months(network.started, today) if network.started and network.started <= today else None,
        starts_later=network.started is not None and network.started > today,
        results=tuple((level in network.results) if level in network.results_known else None for level in Level),
        mandated=network.mandated,
        late=late_without_result(network, today, limits),
        emphasised=emphasised,
        href=href,
    )


def life_of(network: Network, today: date, limits: Limits, *, picture_id: str = "life") -> Picture | None:
    """One network against the mark."""
    rows = (life(network, today, limits, emphasised=True),)
    return timeline_picture(Timeline(levels_in_words(), rows, limits.effect_months), picture_id=picture_id)


def users_course(network: Network, limits: Limits, *, picture_id: str = "users") -> Picture | None:
    """What users said over time, with the stretch in which less is expected; None when nobody was asked."""
    title = gettext("What users say, from 1 to 5")
    rows = _rows(UserSatisfaction.SCORES, "user_aspects", network.users)
    stretch = None
    if network.started:
        end = two_year_mark(network.started, limits)
        stretch = Stretch(network.started, end, gettext("less satisfied at first is normal"), age(limits.effect_months))
    return course_picture(Course(title, rows, SCALE, stretch=stretch), picture_id=picture_id)


def members_course(network: Network, limits: Limits, *, picture_id: str = "members") -> Picture | None:
    """What members said over time; where they doubt whether to stay, that falls short."""
    title = gettext("What members say, from 1 to 5")
    rows = _rows(
        MemberSatisfaction.SCORES, "member_aspects", network.member_satisfaction, {"stay": limits.members_stay}
    )
    return course_picture(Course(title, rows, SCALE, gettext("members stay")), picture_id=picture_id)


def _rows(
    aspects: Sequence[str], group: str, series: Sequence[Satisfaction], least: dict[str, float] | None = None
) -> tuple[CourseRow, ...]:
    """One row per aspect somebody asked about. `least`: what an aspect needs at the least, if anything."""
    needed = least or {}
    rows = []
    for aspect in aspects:
        points = tuple(_point(each, aspect, needed.get(aspect)) for each in series if aspect in each.scores)
        limit = needed.get(aspect)
        if points:
            rows.append(CourseRow(name_of(aspect, group), points, limit, None if limit is None else 1.0))
    return tuple(rows)


def _point(measured: Satisfaction, aspect: str, least: float | None) -> Point:
    score = measured.scores[aspect]
    fit = None if least is None else Fit.OK if score >= least else Fit.SHORT
    return Point(measured.measured_on, score, number(to_scale(score)), fit)
