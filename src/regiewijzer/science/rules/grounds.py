"""How sure are we of a finding, and why?

In words, with every reason named; never a computed chance. The rule is our proposal: great when nothing speaks against
it, fair when one kind of reason does, limited when two or more do or when it rests on the authority's own estimate. A
reason that `holds` speaks for the finding.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from regiewijzer.science.facts import FormMeasurement, InputSource, MemberRatings, Network, Satisfaction
from regiewijzer.science.finding import Certainty, Ground, Number
from regiewijzer.science.governance import Check, Condition, as_shown, is_narrow, tenth_of, to_scale
from regiewijzer.science.limits import DEFAULTS, Basis, Limits, Threshold, Unit, at_least, is_default, thresholds
from regiewijzer.science.rules.vocabulary import Reason
from regiewijzer.science.upkeep import months_between

Answered = FormMeasurement | MemberRatings | Satisfaction
DECISIVE = frozenset({Reason.OWN_ESTIMATE})
FAR = 4  # times the margin that counts as narrow: a whole point on the scale of 1 to 5
_THRESHOLDS = {threshold.name: threshold for threshold in thresholds()}


def certainty(grounds: Iterable[Ground]) -> Certainty:
    """How sure these grounds make us; reasons of one kind count once."""
    against = {ground.code for ground in grounds if not ground.holds}
    if not against:
        return Certainty.GREAT
    return Certainty.LIMITED if len(against) > 1 or against & DECISIVE else Certainty.FAIR


def ground(reason: Reason, *, holds: bool, **numbers: Number) -> Ground:
    """One reason, with the numbers of its sentence."""
    return Ground(code=reason.value, holds=holds, numbers=numbers)


def percent(share: float) -> int:
    """A share from 0 to 1 as a whole percentage."""
    return round(share * 100)


def of_measurement(measurement: Answered, today: date, limits: Limits) -> tuple[Ground, ...]:
    """Who answered, and how long ago."""
    age = of_age(Reason.MEASURED_MONTHS_AGO, measurement.measured_on, today, limits)
    return (_answers(measurement, limits), age)


def of_people(source: InputSource, answers: int | None, day: date, today: date, limits: Limits) -> tuple[Ground, ...]:
    """Who filled in what rests on people's own judgement, and how long ago. One person is an own estimate."""
    age = of_age(Reason.MEASURED_MONTHS_AGO, day, today, limits)
    if source is InputSource.ESTIMATE or answers == 1:
        return (ground(Reason.OWN_ESTIMATE, holds=False), age)
    if answers is None:
        return (ground(Reason.PEOPLE_UNCOUNTED, holds=False), age)
    return (ground(Reason.FILLED_IN_TOGETHER, holds=True, answers=answers), age)


def of_change(condition: Condition, measurements: Sequence[FormMeasurement]) -> tuple[Ground, ...]:
    """What a condition was the time before, from 0 to 1; nothing when it was not measured twice."""
    series = [(each.measured_on, value) for each in measurements if (value := getattr(each, condition)) is not None]
    if len(series) < 2 or condition is Condition.PARTICIPANTS:
        return ()
    (day, before), (_today, value) = series[-2:]
    return (
        ground(
            Reason.CONDITION_BEFORE,
            holds=True,
            condition=condition.value,
            value=value,
            before=before,
            date=day.isoformat(),
        ),
    )


def of_members(networks: Sequence[Network], today: date, limits: Limits) -> Ground:
    """How old the oldest of these lists of members is; one list without a date makes all of it undated."""
    dates = [network.as_of for network in networks if network.as_of is not None]
    if len(dates) < len(networks):
        return ground(Reason.MEMBERS_UNDATED, holds=False)
    return of_age(Reason.MEMBERS_DATED, min(dates), today, limits)


def of_parties(network: Network, today: date, limits: Limits) -> tuple[Ground, ...]:
    """How old the list of members is, and how many own services in it count as one."""
    own = len(network.partners) - len(network.parties) + 1
    as_one = (ground(Reason.OWN_SERVICES_AS_ONE, holds=True, count=own),) if own > 1 else ()
    return (of_members([network], today, limits), *as_one)


def of_facts(as_of: date | None, today: date, limits: Limits) -> Ground:
    """How old the facts are."""
    if as_of is None:
        return ground(Reason.FACTS_UNDATED, holds=False)
    return of_age(Reason.FACTS_DATED, as_of, today, limits)


def of_age(reason: Reason, day: date, today: date, limits: Limits) -> Ground:
    """How many whole months ago something was known; a reason for doubt when it is old."""
    months = max(0, months_between(day, today))
    return ground(reason, holds=months < limits.stale_months, months=months, date=day.isoformat())


def of_limit(name: str, limits: Limits) -> tuple[Ground, ...]:
    """Whose number the limit is; nothing for one that stands in a source."""
    threshold = _THRESHOLDS[name]
    shown = _shown(threshold, getattr(limits, name))
    if not is_default(name, limits):
        default = _shown(threshold, getattr(DEFAULTS, name))
        return (ground(Reason.LIMIT_IS_YOURS, holds=True, limit_name=name, limit=shown, default=default),)
    if threshold.basis is Basis.OURS:
        return (ground(Reason.LIMIT_IS_OURS, holds=False, limit_name=name, limit=shown),)
    return ()


def of_limits(names: Sequence[str], limits: Limits) -> Ground:
    """Whose numbers these limits of ours are, when a finding rests on several at once."""
    chosen = sum(1 for name in names if not is_default(name, limits))
    if chosen:
        return ground(Reason.LIMITS_ARE_YOURS, holds=True, count=chosen)
    return ground(Reason.LIMITS_ARE_OURS, holds=False)


def of_distance(check: Check, limits: Limits) -> tuple[Ground, ...]:
    """Whether a measured value lies close to its limit, or far beyond it; nothing in between."""
    assert check.measured is not None
    distance = abs(check.measured - check.limit)
    numbers: dict[str, Number] = {
        "condition": check.condition.value,
        "limit": as_shown(check.condition, check.limit),
        "value": as_shown(check.condition, check.measured),
    }
    if is_narrow(check.condition, check.limit, distance, limits):
        return (ground(Reason.NEAR_LIMIT, holds=False, **numbers),)
    if at_least(distance, FAR * _margin(check, limits)):
        return (ground(Reason.FAR_FROM_LIMIT, holds=True, **numbers),)
    return ()


def _margin(check: Check, limits: Limits) -> float:
    if check.condition is Condition.PARTICIPANTS:
        return tenth_of(check.limit, limits)
    return limits.narrow_score


def _answers(measurement: Answered, limits: Limits) -> Ground:
    if measurement.source is InputSource.ESTIMATE:
        return ground(Reason.OWN_ESTIMATE, holds=False)
    if measurement.answers is None:
        return ground(Reason.ANSWERS_UNCOUNTED, holds=False)
    if not measurement.invited:
        return ground(Reason.ANSWERS_ONLY, holds=False, answers=measurement.answers)
    rate = measurement.answers / measurement.invited
    return ground(
        Reason.ANSWERS_OF_INVITED,
        holds=at_least(rate, limits.response),
        answers=measurement.answers,
        invited=measurement.invited,
        percent=percent(rate),
    )


def _shown(threshold: Threshold, value: float) -> float:
    if threshold.unit is Unit.SCORE:
        return round(to_scale(value), 2)
    if threshold.unit is Unit.SCORE_GAP:
        return round(to_scale(value) - to_scale(0), 2)
    return percent(value) if threshold.unit is Unit.SHARE else value
