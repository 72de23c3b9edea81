"""Which findings follow from the instruments: their latest evaluation, and how they act on each other?

Proportion of power: `power`. The relation with partners after use: seed 001. Pitfalls: `rules.pitfalls`. Interplay and
gaps in the mix: `rules.interplay`. What one person filled in is an own estimate, and so never more than 'limited' sure.
A relation that got worse is told with the number of partners when it was counted, and otherwise with the score. It got
worse when it fell by two steps and enough people answered both times, for one step of a few is noise: our proposal.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from regiewijzer.science.effect import enough_to_compare
from regiewijzer.science.facts import Evaluation, Instrument, Ref, Register, latest
from regiewijzer.science.finding import Finding, Ground, Kind, Number, Subject
from regiewijzer.science.interplay import STANDING
from regiewijzer.science.limits import Limits
from regiewijzer.science.power import Proportion, proportion
from regiewijzer.science.rules import grounds, interplay, pitfalls
from regiewijzer.science.rules.vocabulary import Reason, Rule

_RULES = MappingProxyType(
    {
        Proportion.TOO_STRONG: Rule.POWER_TOO_STRONG,
        Proportion.TOO_WEAK: Rule.POWER_TOO_WEAK,
        Proportion.DETERRENT: Rule.DETERRENT_WORKS,
    }
)


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about every instrument in use or in the display case, then about how they work together."""
    between = interplay.find(register, limits)
    already_found = _rules_by_instrument(between)
    own = (
        finding
        for instrument in register.instruments
        if instrument.status in STANDING
        for finding in of_instrument(instrument, register.today, limits, already_found.get(instrument.ref, frozenset()))
    )
    return (*own, *between)


def of_instrument(
    instrument: Instrument, today: date, limits: Limits, already_found: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """The findings about one instrument, from its latest evaluation; `told` are rules that fired about it elsewhere."""
    last = latest(instrument.evaluations)
    if last is None:
        return ()
    found = _power(instrument, last, today, limits) + _relation(instrument, last, today, limits)
    if Rule.MIX_TOO_LIGHT in already_found:
        found = tuple(finding for finding in found if finding.rule != Rule.POWER_TOO_WEAK)
    already = already_found | {finding.rule for finding in found}
    return found + pitfalls.of_instrument(instrument, already, today, limits)


def _rules_by_instrument(findings: tuple[Finding, ...]) -> dict[Ref, frozenset[str]]:
    already_found: dict[Ref, frozenset[str]] = {}
    for finding in findings:
        for subject in finding.subjects:
            if subject.kind is Kind.INSTRUMENT:
                already_found[subject.ref] = already_found.get(subject.ref, frozenset()) | {finding.rule}
    return already_found


def _power(instrument: Instrument, last: Evaluation, today: date, limits: Limits) -> tuple[Finding, ...]:
    rule = _RULES.get(proportion(last.power_used, last.power_needed, last.goal_reached, limits))
    if rule is None:
        return ()
    numbers = _given(
        used=last.power_used,
        needed=last.power_needed,
        goal_reached=last.goal_reached,
        partners_worse=last.partners_worse,
        partners_total=last.partners_total,
    )
    used = {
        Rule.POWER_TOO_WEAK: grounds.limits_used(limits, "goal_missed"),
        Rule.DETERRENT_WORKS: grounds.limits_used(limits, "goal_reached"),
    }
    assert last.power_used is not None
    assert last.power_needed is not None
    apart = grounds.of_steps(abs(last.power_used - last.power_needed))
    reasons = (*_estimate(last, today, limits), apart)
    return (_finding(rule, instrument, last, numbers, reasons, used.get(rule, {})),)


def _relation(instrument: Instrument, last: Evaluation, today: date, limits: Limits) -> tuple[Finding, ...]:
    compared = _compared(last, _relation_before(instrument), limits)
    reasons = (*_estimate(last, today, limits), *compared)
    if last.partners_worse:
        numbers = _given(partner_count=last.partners_worse, partners_total=last.partners_total, value=last.relation)
        return (_finding(Rule.RELATION_DECLINED, instrument, last, numbers, reasons, {}),)
    if last.relation is not None and (compared or last.relation <= limits.poor_relation):
        used = grounds.limits_used(limits, "relation_drop" if compared else "poor_relation")
        return (_finding(Rule.RELATION_WEAKER, instrument, last, _given(value=last.relation), reasons, used),)
    return ()


def _relation_before(instrument: Instrument) -> Evaluation | None:
    """The last earlier evaluation in which the relation was scored."""
    return latest([each for each in instrument.evaluations[:-1] if each.relation is not None])


def _compared(last: Evaluation, before: Evaluation | None, limits: Limits) -> tuple[Ground, ...]:
    """The fall of the relation since the earlier evaluation; nothing when it did not clearly fall."""
    if before is None or before.relation is None or last.relation is None:
        return ()
    if before.relation - last.relation < limits.relation_drop:
        return ()
    if not all(enough_to_compare(each.source, each.answers, limits) for each in (before, last)):
        return ()
    return (
        grounds.ground(
            Reason.COMPARED_WITH_BEFORE,
            holds=True,
            before=before.relation,
            after=last.relation,
            date=before.measured_on.isoformat(),
        ),
    )


def _estimate(last: Evaluation, today: date, limits: Limits) -> tuple[Ground, ...]:
    return grounds.of_people(last.source, last.answers, last.measured_on, today, limits)


def _given(**numbers: int | None) -> dict[str, Number]:
    """The numbers that somebody filled in."""
    return {name: number for name, number in numbers.items() if number is not None}


def _finding(
    rule: Rule,
    instrument: Instrument,
    last: Evaluation,
    numbers: dict[str, Number],
    reasons: tuple[Ground, ...],
    used: Mapping[str, float],
) -> Finding:
    return Finding(
        rule=rule.value,
        subjects=(Subject(Kind.INSTRUMENT, instrument.ref, instrument.name),),
        numbers={"instrument": instrument.name, **numbers},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=last.measured_on,
        limits_used=used,
    )
