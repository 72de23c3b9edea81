"""Which findings follow from how the authority steers its policy fields?

Types and components: `director` (Pröpper 2004). Told is the weak side of the latest stance per policy field; a stance
of which nobody said the field is not told. The type itself is no finding: none is better than another.
"""

from datetime import date

from regiewijzer.science.director import Component, components_of, weakest
from regiewijzer.science.facts import Register, Stance
from regiewijzer.science.finding import Finding, Kind, Subject
from regiewijzer.science.governance import to_scale
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Rule


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The weakest component of each policy field, field by field."""
    latest = {stance.policy_field: stance for stance in register.stances if stance.policy_field}
    whose = Subject(Kind.AUTHORITY, register.authority, register.authority_name)
    return tuple(
        _finding(stance, component, whose, register.today, limits)
        for _field, stance in sorted(latest.items())
        if (component := weakest(stance, limits)) is not None
    )


def _finding(stance: Stance, component: Component, whose: Subject, today: date, limits: Limits) -> Finding:
    value = components_of(stance)[component]
    assert value is not None
    reasons = (
        *grounds.of_people(stance.source, stance.answers, stance.measured_on, today, limits),
        grounds.of_limit("weak_component", value, limits),
    )
    return Finding(
        rule=Rule.COMPONENT_WEAK.value,
        subjects=(whose,),
        numbers={"domain": stance.policy_field, "component": component.value, "value": round(to_scale(value), 2)},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=stance.measured_on,
        aspect=stance.policy_field,
        limits_used=grounds.limits_used(limits, "weak_component"),
    )
