"""Has a network had the time to yield, did it, do its criteria fit, and what do users and members say?

Two years before a network yields, with a first dip for users: a rule of thumb of seed 001 and seed 004, not a chance we
compute. The three levels of effect: Provan & Milward 2001. Criteria that fit stage, origin and form: Kenis & Provan
2009. The limit below which members may leave, and when a score fell, are our proposal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import sqrt
from statistics import NormalDist

from regiewijzer.science.facts import Criterion, Form, InputSource, Network, Satisfaction
from regiewijzer.science.interval import EVEN_SPREAD
from regiewijzer.science.limits import DEFAULTS, Limits, at_least
from regiewijzer.science.upkeep import add_months, months_between

STAY = "stay"  # the aspect of members' satisfaction that asks whether they would stay
MONTHS_A_YEAR = 12
CHANCE = 0.05  # of telling a drop between two measurements when nothing changed


class Misfit(StrEnum):
    """Why a criterion says little about a network."""

    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    ORIGIN = "origin"
    FORM = "form"


class Verdict(StrEnum):
    """What an evaluation of a network ends in."""

    CONTINUE = "continue"
    CHANGE = "change"
    MERGE = "merge"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Drop:
    """An aspect of which users said less at the last measurement than at the first; scores from 0 to 1."""

    aspect: str
    first: Satisfaction
    last: Satisfaction

    @property
    def before(self) -> float:
        return self.first.scores[self.aspect]

    @property
    def after(self) -> float:
        return self.last.scores[self.aspect]


def age_in_months(started: date, today: date) -> int:
    """Whole months since the start; 0 when it is still to start."""
    return max(0, months_between(started, today))


def two_year_mark(started: date, limits: Limits = DEFAULTS) -> date:
    """The day from which a result may be expected: two years on, unless the authority set another term."""
    return add_months(started, limits.effect_months)


def year_of_life(started: date, day: date) -> int:
    """1 in the first year of a network, 2 in the second."""
    return age_in_months(started, day) // MONTHS_A_YEAR + 1


def late_without_result(network: Network, today: date, limits: Limits = DEFAULTS) -> bool:
    """True when the mark has passed and somebody looked at a level, and found a result on none.

    A level nobody looked at says nothing.
    """
    if network.started is None or not network.results_known or network.results:
        return False
    return two_year_mark(network.started, limits) <= today


def dip_is_expected(started: date, day: date, limits: Limits = DEFAULTS) -> bool:
    """True while less satisfied users are what the seeds expect: before the two-year mark."""
    return day < two_year_mark(started, limits)


def misfit(criterion: Criterion, *, months: int | None, mandated: bool, form: Form | None) -> Misfit | None:
    """Why the criterion says little about such a network, or None when it fits.

    `months` of age and `form` are None when not known; what is not known never makes a criterion unfit.
    """
    if months is not None and not any(_within(stage, months) for stage in criterion.stages):
        return Misfit.TOO_YOUNG if any(months < start for start, _ in criterion.stages) else Misfit.TOO_OLD
    if not (criterion.mandated if mandated else criterion.own):
        return Misfit.ORIGIN
    return Misfit.FORM if form is not None and form not in criterion.forms else None


def misfits(network: Network, today: date) -> tuple[tuple[Criterion, Misfit], ...]:
    """The chosen criteria that do not fit the network as it is today, except those kept for a reason."""
    months = None if network.started is None else age_in_months(network.started, today)
    found = (
        (criterion, misfit(criterion, months=months, mandated=network.mandated, form=network.form))
        for criterion in network.criteria
        if not criterion.kept
    )
    return tuple((criterion, reason) for criterion, reason in found if reason is not None)


def largest_drop(series: Sequence[Satisfaction], limits: Limits = DEFAULTS) -> Drop | None:
    """The aspect that fell most from its first to its last measurement, or None when none fell.

    `series` runs from old to new. Aspects are never taken together. One fell when enough people answered both times and
    it is lower by half a point, and by more than chance gives in one of twenty such comparisons of all its aspects: a
    one-sided test of two means with Bonferroni's correction for their number, both our choice.
    """
    aspects = dict.fromkeys(aspect for each in series for aspect in each.scores)
    compared = [drop for aspect in aspects if _is_compared(drop := _change(aspect, series), limits)]
    fallen = [drop for drop in compared if _fell(drop, len(compared), limits)]
    return max(fallen, key=lambda drop: drop.before - drop.after, default=None)


def enough_to_compare(source: InputSource, answers: int | None, limits: Limits = DEFAULTS) -> bool:
    """True when so many people answered that what they say may be held against another time. An estimate never is."""
    return source is not InputSource.ESTIMATE and (answers or 0) >= limits.compared_answers


def latest_on(aspect: str, series: Sequence[Satisfaction]) -> Satisfaction | None:
    """The last measurement that asked this; None when nobody did."""
    return next((each for each in reversed(series) if aspect in each.scores), None)


def may_leave(series: Sequence[Satisfaction], limits: Limits = DEFAULTS) -> Satisfaction | None:
    """The last measurement in which members said whether they stay, when they doubt it; None otherwise."""
    last = latest_on(STAY, series)
    return last if last is not None and not at_least(last.scores[STAY], limits.members_stay) else None


def _change(aspect: str, series: Sequence[Satisfaction]) -> Drop:
    asked = [each for each in series if aspect in each.scores]
    return Drop(aspect, asked[0], asked[-1])


def _is_compared(drop: Drop, limits: Limits) -> bool:
    asked_twice = drop.first is not drop.last
    return asked_twice and all(enough_to_compare(each.source, each.answers, limits) for each in (drop.first, drop.last))


def _fell(drop: Drop, comparisons: int, limits: Limits) -> bool:
    people = 1 / (drop.first.answers or 1) + 1 / (drop.last.answers or 1)
    by_chance = NormalDist().inv_cdf(1 - CHANCE / comparisons) * EVEN_SPREAD * sqrt(people)
    return at_least(drop.before - drop.after, max(limits.satisfaction_drop, by_chance))


def _within(stage: tuple[int, int | None], months: int) -> bool:
    start, end = stage
    return start <= months and (end is None or months < end)
