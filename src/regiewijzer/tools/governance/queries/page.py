"""Everything the page of the form of one network shows."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from regiewijzer.library.finding_text import FindingText, RuleText
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import fact_of
from regiewijzer.science import facts, governance
from regiewijzer.science.facts import Form
from regiewijzer.science.finding import Finding
from regiewijzer.science.governance import Advice
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import form as rules
from regiewijzer.science.rules.vocabulary import Rule
from regiewijzer.science.tensions import LEANINGS, Leaning, Tension
from regiewijzer.tools.governance.display.conditions import (
    ShownChange,
    ShownCheck,
    ShownInput,
    changes_in_words,
    checks_of,
    inputs_of,
    turns_in_words,
)
from regiewijzer.tools.governance.display.course import course_of, drifted_to
from regiewijzer.tools.governance.display.grid import ShownForm, shown_form
from regiewijzer.tools.governance.models import Measurement
from regiewijzer.tools.governance.queries.measurements import of_network, to_fact
from regiewijzer.ui.pictures.picture import Picture

RULES = (Rule.TOO_MANY_PARTICIPANTS, Rule.TOO_MANY_FOR_LEAD, Rule.NO_FORM_FITS, Rule.LIGHTER_FORM_POSSIBLE, Rule.DRIFT)


@dataclass(frozen=True, slots=True)
class NetworkForm:
    """What is known of the form of one network."""

    network: facts.Network
    shown: ShownForm | None
    advice: Advice
    checks: tuple[ShownCheck, ...]
    changes: tuple[ShownChange, ...]
    turns: tuple[str, ...]
    inputs: tuple[ShownInput, ...]
    measurements: tuple[Measurement, ...]
    course: Picture | None
    drift: Form | None
    findings: tuple[FindingText, ...]
    rules: tuple[RuleText, ...]

    @property
    def lighter(self) -> bool:
        """Whether the advised form is lighter than the one it has."""
        advised, current = self.advice.form, self.network.form
        return advised is not None and current is not None and governance.is_lighter(advised, current)


def form_of(network: Network, limits: Limits) -> NetworkForm:
    """The whole page, in a fixed number of queries."""
    today = timezone.localdate()
    measurements = of_network(network)
    base = fact_of(network)
    known = replace(base, measurements=tuple(to_fact(each) for each in reversed(measurements)))
    conditions = governance.conditions_now(known)
    return NetworkForm(
        network=known,
        shown=shown_form(known, limits),
        advice=governance.advise(conditions, limits),
        checks=checks_of(known.form, conditions, limits) if known.form else (),
        changes=changes_in_words(known, limits),
        turns=turns_in_words(conditions, limits),
        inputs=inputs_of(known, today, limits),
        measurements=tuple(measurements),
        course=course_of(known, limits) if len(known.measurements) > 1 else None,
        drift=drifted_to(known, limits),
        findings=tuple(FindingText.of(each, limits) for each in findings_of(known, today, limits)),
        rules=tuple(RuleText(rule, limits) for rule in RULES),
    )


def findings_of(network: facts.Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    """What the rules say about the form of this network today."""
    return rules.of_network(network, {}, today, limits)


def tensions() -> tuple[tuple[Tension, tuple[tuple[Form, Leaning], ...]], ...]:
    """Per tension where each form leans, from light to heavy."""
    return tuple((tension, tuple((form, LEANINGS[form][tension]) for form in Form)) for tension in Tension)
