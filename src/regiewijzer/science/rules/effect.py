"""Which findings follow from a network that had its time and shows no result?

Limit and levels: `effect`. Two years is a rule of thumb from the seeds, so this finding is never more than 'fair'
sure. It is told only when somebody looked for results; not having looked is no lack of result.
"""

from datetime import date

from regiewijzer.science.effect import age_in_months, late_without_result, two_year_mark
from regiewijzer.science.facts import Network, Register
from regiewijzer.science.finding import Finding, Kind, Subject
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about every running network that is past the mark without a result."""
    return tuple(finding for network in register.running for finding in of_network(network, register.today, limits))


def of_network(network: Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    """The finding that this network is past the mark without a result, or nothing."""
    if network.started is None or not late_without_result(network, today, limits):
        return ()
    reasons = (
        grounds.of_facts(network.as_of, today, limits),
        grounds.ground(Reason.RULE_OF_THUMB, holds=False, months=limits.effect_months),
        *grounds.of_limit("effect_months", limits),
    )
    return (
        Finding(
            rule=Rule.TWO_YEARS_NO_RESULT.value,
            subjects=(Subject(Kind.NETWORK, network.ref, network.name),),
            numbers={
                "network": network.name,
                "months": age_in_months(network.started, today),
                "mark": two_year_mark(network.started, limits).isoformat(),
            },
            certainty=grounds.certainty(reasons),
            grounds=reasons,
            measured_on=network.as_of,
        ),
    )
