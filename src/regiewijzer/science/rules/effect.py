"""Which findings follow from what a network yields, how it is judged, and what users and members say of it?

Limits and levels: `effect`. What is told is our proposal:
- being late without a result only when somebody looked for results; not having looked is no lack of result;
- of what users said, only the aspect that fell most, and only when it fell more than chance alone explains: aspects are
  never taken together, and one is enough to ask on;
- before the mark of two years a dip is what one expects (seeds 001 and 004), so a finding then is less sure.
"""

from collections.abc import Callable, Mapping
from datetime import date

from regiewijzer.science.effect import (
    STAY,
    Drop,
    age_in_months,
    dip_is_expected,
    largest_drop,
    late_without_result,
    may_leave,
    misfits,
    two_year_mark,
    year_of_life,
)
from regiewijzer.science.facts import Level, Network, Register
from regiewijzer.science.finding import Finding, Ground, Kind, Number, Subject
from regiewijzer.science.governance import to_scale
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule

DECIMALS = 2


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about the effect of every running network."""
    return tuple(finding for network in register.running for finding in of_network(network, register.today, limits))


def of_network(network: Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    """What there is to say about the effect of this network."""
    return tuple(finding for rule in _RULES for finding in rule(network, today, limits))


def late(network: Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    """The finding that this network is past the mark without a result, or nothing."""
    if network.started is None or not late_without_result(network, today, limits):
        return ()
    months = age_in_months(network.started, today)
    reasons = (
        grounds.of_facts(network.as_of, today, limits),
        grounds.of_limit("effect_months", months, limits),
        grounds.ground(Reason.ONE_EVALUATION, holds=False),
        *([grounds.ground(Reason.START_IN_PART, holds=False)] if network.started_in_part else []),
        *(
            grounds.ground(Reason.LEVEL_NOT_LOOKED_AT, holds=False, level=level.value)
            for level in Level
            if level not in network.results_known
        ),
    )
    numbers: dict[str, Number] = {
        "months": months,
        "mark": two_year_mark(network.started, limits).isoformat(),
    }
    used = grounds.limits_used(limits, "effect_months")
    return (_finding(Rule.TWO_YEARS_NO_RESULT, network, numbers, reasons, network.as_of, used),)


def _dip(network: Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    """Users are less satisfied than they were; before the mark that is what one expects, and said so."""
    drop = largest_drop(network.users, limits)
    if drop is None or network.started is None:
        return ()
    day = drop.last.measured_on
    expected = (_expected(limits),) if dip_is_expected(network.started, day, limits) else ()
    fell = grounds.of_limit("satisfaction_drop", drop.before - drop.after, limits)
    reasons = (*grounds.of_measurement(drop.last, today, limits), _compared(drop), fell, *expected)
    used = grounds.limits_used(limits, "satisfaction_drop", "compared_answers", "effect_months")
    numbers: dict[str, Number] = {
        "what": drop.aspect,
        "before": _shown(drop.before),
        "after": _shown(drop.after),
        "year": year_of_life(network.started, day),
    }
    return (_finding(Rule.SATISFACTION_DIP, network, numbers, reasons, day, used),)


def _leaving(network: Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    leaving = may_leave(network.member_satisfaction, limits)
    if leaving is None:
        return ()
    reasons = (
        *grounds.of_measurement(leaving, today, limits),
        grounds.of_limit("members_stay", leaving.scores[STAY], limits),
    )
    numbers: dict[str, Number] = {"value": _shown(leaving.scores[STAY]), "limit": _shown(limits.members_stay)}
    used = grounds.limits_used(limits, "members_stay")
    return (_finding(Rule.MEMBERS_LEAVING, network, numbers, reasons, leaving.measured_on, used),)


def _misfits(network: Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    """A criterion that fitted when it was chosen, and does not any more; one kept for a reason is not told."""
    reasons = (grounds.of_facts(network.as_of, today, limits),)
    return tuple(
        _finding(
            Rule.CRITERION_MISFIT,
            network,
            {"criterion": criterion.code, "reason": reason.value},
            reasons,
            network.as_of,
            {},
            aspect=criterion.code,
        )
        for criterion, reason in misfits(network, today)
    )


_RULES: tuple[Callable[[Network, date, Limits], tuple[Finding, ...]], ...] = (late, _dip, _leaving, _misfits)


def _expected(limits: Limits) -> Ground:
    return grounds.ground(Reason.DIP_EXPECTED, holds=False, months=limits.effect_months)


def _compared(drop: Drop) -> Ground:
    return grounds.ground(
        Reason.COMPARED_WITH_BEFORE,
        holds=True,
        before=_shown(drop.before),
        after=_shown(drop.after),
        date=drop.first.measured_on.isoformat(),
    )


def _shown(score: float) -> float:
    return round(to_scale(score), DECIMALS)


def _finding(
    rule: Rule,
    network: Network,
    numbers: dict[str, Number],
    reasons: tuple[Ground, ...],
    measured_on: date | None,
    used: Mapping[str, float],
    aspect: str = "",
) -> Finding:
    return Finding(
        rule=rule.value,
        subjects=(Subject(Kind.NETWORK, network.ref, network.name),),
        numbers={"network": network.name, **numbers},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=measured_on,
        aspect=aspect,
        limits_used=used,
    )
