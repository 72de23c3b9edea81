"""Which findings follow from a network that is stuck, and from what it tries?

That a network says it is stuck and tries nothing, from `stuck_months` on; that the day of a try is over and nobody
noted what it did. Both are ours: Verdonschot & Kessels 2008 give no deadlines. Looked at are running networks.
"""

from datetime import date

from regiewijzer.science.effect import age_in_months
from regiewijzer.science.facts import Network, Register, Try
from regiewijzer.science.finding import MARGINS, Finding, Kind, Number, Subject
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule

DAYS_A_WEEK = 7


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about what every running network tries."""
    return tuple(finding for network in register.running for finding in of_network(network, register.today, limits))


def of_network(network: Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    """The findings about one network."""
    return (*_without_try(network, today, limits), *_without_effect(network, today))


def _without_try(network: Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    """Stuck for so many months, and nothing was tried in that time nor is being tried now."""
    stuck = network.stuck
    if stuck is None or any(not each.told or each.chosen_on >= stuck.since for each in network.tries):
        return ()
    months = age_in_months(stuck.since, today)
    if months < limits.stuck_months:
        return ()
    reasons = (
        grounds.of_age(Reason.JUDGED_MONTHS_AGO, stuck.noted_on, today, limits),
        grounds.of_limit("stuck_months", months, limits),
    )
    numbers: dict[str, Number] = {"months": months, "date": stuck.since.isoformat()}
    return (
        Finding(
            rule=Rule.STUCK_WITHOUT_TRY.value,
            subjects=(Subject(Kind.NETWORK, network.ref, network.name),),
            numbers={"network": network.name, **numbers},
            certainty=grounds.certainty(reasons),
            grounds=reasons,
            measured_on=stuck.noted_on,
            limits_used=grounds.limits_used(limits, "stuck_months"),
        ),
    )


def _without_effect(network: Network, today: date) -> tuple[Finding, ...]:
    """Tries whose day is over and of which nobody noted what they did: one finding, that names the longest."""
    over = sorted(
        (each for each in network.tries if not each.told and each.until < today),
        key=lambda each: (each.until, each.what),
    )
    return (_untold(network, over[0], len(over), today),) if over else ()


def _untold(network: Network, longest: Try, count: int, today: date) -> Finding:
    days = (today - longest.until).days
    weighed = grounds.ground(Reason.DAYS_OVERDUE, holds=True, days=days, **{MARGINS: round(days / DAYS_A_WEEK, 2)})
    reasons = (grounds.ground(Reason.DAY_ON_RECORD, holds=True), weighed)
    return Finding(
        rule=Rule.TRY_WITHOUT_EFFECT.value,
        subjects=(Subject(Kind.NETWORK, network.ref, network.name),),
        numbers={"network": network.name, "count": count, "action": longest.what, "days": days},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=longest.until,
    )
