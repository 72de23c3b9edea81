"""Do networks that others impose take most of the hours?

Only hours that somebody wrote down count; of too few networks known, nothing is said. Seed 001 names the question, that
more than half is much is our proposal.
"""

from regiewijzer.science.facts import Register
from regiewijzer.science.finding import Finding, Kind, Subject
from regiewijzer.science.limits import Limits, at_least
from regiewijzer.science.load import Hours, counted
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule

LEAST_KNOWN = 3  # networks; of fewer no share says anything


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """One finding about the authority, or nothing."""
    hours = counted(register.running)
    mandated, total = hours.mandated, hours.total
    if not total or mandated.total is None or len(hours.known) < LEAST_KNOWN:
        return ()
    if not at_least(len(hours.known) / len(hours.networks), limits.hours_known):
        return ()
    share = mandated.total / total
    if not share > limits.mandated_hours:
        return ()
    return (_mandated(register, hours, mandated.total, total, limits),)


def _mandated(register: Register, hours: Hours, mandated: int, total: int, limits: Limits) -> Finding:
    dates = [network.as_of for network in hours.known if network.as_of]
    known = grounds.ground(
        Reason.HOURS_KNOWN, holds=not hours.unknown, count=len(hours.known), total=len(hours.networks)
    )
    reasons = (
        grounds.of_facts(min(dates, default=None), register.today, limits),
        known,
        grounds.of_limit("mandated_hours", mandated / total, limits),
    )
    return Finding(
        rule=Rule.MANDATED_HOURS.value,
        subjects=(Subject(Kind.AUTHORITY, register.authority, register.authority_name),),
        numbers={
            "count": len(hours.mandated.known),
            "hours": mandated,
            "total": total,
            "percent": grounds.percent(mandated / total),
        },
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=min(dates, default=None),
        limits_used=grounds.limits_used(limits, "mandated_hours", "hours_known"),
    )
