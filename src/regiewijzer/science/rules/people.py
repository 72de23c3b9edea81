"""Which findings follow from who takes which role?

The five roles are Voets'. Tasks alone are looked at, and what a manager said of their own experience; of tests only in
which roles a whole service has fewer than two people who are strong. Where nobody said who takes which role, that is
unknown and no finding. The limits are our proposal.
"""

from collections.abc import Mapping

from regiewijzer.science.facts import Network, NetworkRole, Register, overloaded
from regiewijzer.science.finding import Finding, Kind, Number, Subject
from regiewijzer.science.limits import Limits
from regiewijzer.science.names import compared
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about the people of the service, then of every running network."""
    networks = (found for network in register.running for found in of_network(network))
    return (*_of_service(register), *networks)


def of_network(network: Network) -> tuple[Finding, ...]:
    """Open roles and overload, where somebody said who takes which role; and a beginner who leads alone."""
    alone = (_finding(Rule.INEXPERIENCED_ALONE, network, {}),) if network.beginner_alone else ()
    if not network.roles:
        return alone
    taken = {task.role for task in network.roles}
    return (
        *(
            _finding(Rule.NETWORK_UNCOVERED, network, {"role": role.value}, role.value)
            for role in NetworkRole
            if role not in taken
        ),
        *(
            _finding(Rule.OVERLOAD, network, {"person": name, "count": count}, compared(name))
            for name, count in overloaded(network.roles)
        ),
        *alone,
    )


def _of_service(register: Register) -> tuple[Finding, ...]:
    """Roles in which fewer than two people of the service are strong."""
    known = register.service_roles
    if known is None:
        return ()
    whose = Subject(Kind.AUTHORITY, register.authority, register.authority_name)
    reasons = (grounds.ground(Reason.TESTS_TAKEN, holds=True, count=known.people),)
    return tuple(
        Finding(
            rule=Rule.ROLE_GAP.value,
            subjects=(whose,),
            numbers={"service": register.authority_name, "role": role.value},
            certainty=grounds.certainty(reasons),
            grounds=reasons,
            measured_on=register.today,
            aspect=role.value,
        )
        for role in known.thin
    )


def _finding(rule: Rule, network: Network, numbers: Mapping[str, Number], aspect: str = "") -> Finding:
    reasons = (grounds.ground(Reason.TASKS_WRITTEN, holds=True),)
    return Finding(
        rule=rule.value,
        subjects=(Subject(Kind.NETWORK, network.ref, network.name),),
        numbers={"network": network.name, **numbers},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=network.as_of,
        aspect=aspect,
    )
