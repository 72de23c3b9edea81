"""How sure are we of a finding, and why?

In words, with every reason named; never a computed chance. Only the evidence counts: how many answered and of how many,
how far they agree, how old it is, how far from the limit. Whose limit it is, is no reason. The rule is our proposal:
great when nothing speaks against it, fair when one kind of reason does, limited when two or more do, when it rests on
the authority's own estimate, or when nothing is known of the evidence. A reason that `holds` speaks for the finding.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from regiewijzer.science.consensus import falls_apart
from regiewijzer.science.facts import FormMeasurement, InputSource, MemberRatings, Network, Satisfaction
from regiewijzer.science.finding import MARGINS, Certainty, Ground, Number
from regiewijzer.science.governance import Check, Condition, as_shown, tenth_of
from regiewijzer.science.limits import DEFAULTS, Limits, Unit, at_least, thresholds
from regiewijzer.science.rules.vocabulary import Reason
from regiewijzer.science.upkeep import months_between

Answered = FormMeasurement | MemberRatings | Satisfaction
DECISIVE = frozenset({Reason.OWN_ESTIMATE})
MEASURED = frozenset(
    {
        Reason.ANSWERS_OF_INVITED,
        Reason.ANSWERS_ONLY,
        Reason.ANSWERS_UNCOUNTED,
        Reason.LAYERS_ANSWERED,
    }
)
FAR = 4  # times what is near: a whole point on the scale of 1 to 5, two fifths of a number
STEP = 2  # how many margins a step of a judgement is: one is neither near nor far, two are far
_COUNTED = frozenset({Unit.COUNT, Unit.MONTHS})
_UNITS = {threshold.name: threshold.unit for threshold in thresholds()}


def certainty(grounds: Iterable[Ground]) -> Certainty:
    """How sure these grounds make us; reasons of one kind count once."""
    known = tuple(grounds)
    against = {ground.code for ground in known if not ground.holds}
    if known and not against:
        return Certainty.GREAT
    return Certainty.FAIR if len(against) == 1 and not against & DECISIVE else Certainty.LIMITED


def is_measured(grounds: Iterable[Ground]) -> bool:
    """Whether people were asked: it is no fact of the register alone, and no judgement of the service itself."""
    return any(ground.code in MEASURED for ground in grounds)


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


def of_agreement(agreement: float | None, measurement: Answered, limits: Limits) -> tuple[Ground, ...]:
    """That the answers behind a mean fall apart; nothing when they agree, or when nobody knows."""
    if agreement is None or not falls_apart(agreement, measurement.answers, limits):
        return ()
    return (ground(Reason.ANSWERS_FALL_APART, holds=False, agreement=round(agreement, 2)),)


def of_people(source: InputSource, answers: int | None, day: date, today: date, limits: Limits) -> tuple[Ground, ...]:
    """Who filled in what rests on people's own judgement, and how long ago. One person is an own estimate.

    A few people are a reason for doubt: how far they agree is not kept, and one of them turns the mean.
    """
    age = of_age(Reason.JUDGED_MONTHS_AGO, day, today, limits)
    if source is InputSource.ESTIMATE or answers == 1:
        return (ground(Reason.OWN_ESTIMATE, holds=False), age)
    if answers is None:
        return (ground(Reason.PEOPLE_UNCOUNTED, holds=False), age)
    return (ground(Reason.FILLED_IN_TOGETHER, holds=answers >= limits.split_answers, answers=answers), age)


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


def limits_used(limits: Limits, *names: str) -> dict[str, float]:
    """The limits with these names as they hold, for `Finding.limits_used`."""
    return {name: getattr(limits, name) for name in names}


def of_distance(check: Check, limits: Limits) -> tuple[Ground, ...]:
    """How far a measured condition of a form lies from its limit, on either side of it."""
    assert check.measured is not None
    distance = abs(check.measured - check.limit)
    margins = _in_margins(distance, check.limit, counted=check.condition is Condition.PARTICIPANTS, limits=limits)
    numbers: dict[str, Number] = {
        "condition": check.condition.value,
        "limit": as_shown(check.condition, check.limit),
        "value": as_shown(check.condition, check.measured),
        MARGINS: margins,
    }
    return (_distant(margins, Reason.NEAR_LIMIT, Reason.BEYOND_CONDITION, Reason.FAR_FROM_LIMIT, numbers),)


def of_limit(name: str, value: float, limits: Limits) -> Ground:
    """How far a value lies beyond the limit with this name. Value and limit are in the unit of the limit."""
    limit = getattr(limits, name)
    counted = _UNITS[name] in _COUNTED
    margins = _in_margins(abs(value - limit), limit, counted=counted, limits=limits)
    numbers: dict[str, Number] = {"limit_name": name, "limit": limit, "value": value, MARGINS: margins}
    return _distant(margins, Reason.CLOSE_TO_LIMIT, Reason.BEYOND_LIMIT, Reason.FAR_BEYOND_LIMIT, numbers)


def of_steps(steps: int) -> Ground:
    """How many steps lie between two judgements on a scale of a few: one step is the least there can be."""
    return ground(Reason.STEPS_APART, holds=steps > 1, count=steps, **{MARGINS: float(STEP * steps)})


def _in_margins(distance: float, limit: float, *, counted: bool, limits: Limits) -> float:
    """A distance as so many times what is near: a tenth of a number (in whole ones), a quarter of a point of a score.

    Where an authority calls nothing near, the margins are those we propose.
    """
    if counted:
        return round(distance / (tenth_of(limit, limits) or tenth_of(limit) or 1), 2)
    return round(distance / (limits.narrow_score or DEFAULTS.narrow_score), 2)


def _distant(margins: float, near: Reason, beyond: Reason, far: Reason, numbers: Mapping[str, Number]) -> Ground:
    if at_least(1, margins):
        return ground(near, holds=False, **numbers)
    return ground(far if at_least(margins, FAR) else beyond, holds=True, **numbers)


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
