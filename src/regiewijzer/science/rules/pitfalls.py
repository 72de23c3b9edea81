"""Which findings follow from the pitfalls in the latest evaluation of an instrument?

Pitfalls and when they are recognised: `pitfalls`. What a rule about power, relations or interplay already tells is not
told again: a goal missed with too little power is 'too weak', and resistance is a relation that got worse.
"""

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType

from regiewijzer.science.facts import Evaluation, Instrument, InstrumentStatus, Pitfall, latest
from regiewijzer.science.finding import Finding, Ground, Kind, Number, Subject
from regiewijzer.science.limits import Limits
from regiewijzer.science.pitfalls import Recognised, recognised
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Rule

_BY_ANSWER: Mapping[Pitfall, tuple[Rule, str]] = MappingProxyType(
    {
        Pitfall.IDLE: (Rule.HARDLY_USED, "poor_use"),
        Pitfall.WRONG_BIDDER: (Rule.WRONG_ACTORS, "poor_reach"),
        Pitfall.TALK_ONLY: (Rule.GOAL_MISSED, "goal_missed"),
    }
)
_TOLD_BY: Mapping[Pitfall, frozenset[Rule]] = MappingProxyType(
    {
        Pitfall.TALK_ONLY: frozenset({Rule.POWER_TOO_WEAK, Rule.MIX_TOO_LIGHT}),
        Pitfall.RESISTANCE: frozenset({Rule.RELATION_DECLINED, Rule.RELATION_WEAKER}),
        Pitfall.MIXED_MESSAGES: frozenset({Rule.CONFLICTS, Rule.FITS_BADLY}),
    }
)


def of_instrument(
    instrument: Instrument, already_found: Collection[str], today: date, limits: Limits
) -> tuple[Finding, ...]:
    """The pitfalls of one instrument; `told` are the rules that already fired about it."""
    last = latest(instrument.evaluations)
    if last is None:
        return ()
    in_display_case = instrument.status is InstrumentStatus.DISPLAY_CASE
    found = recognised(last, in_display_case=in_display_case, limits=limits)
    return tuple(
        _finding(each, instrument, last, today, limits)
        for each in found
        if not _TOLD_BY.get(each.pitfall, frozenset()) & set(already_found)
    )


def _finding(found: Recognised, instrument: Instrument, last: Evaluation, today: date, limits: Limits) -> Finding:
    reasons: tuple[Ground, ...] = grounds.of_people(last.source, last.answers, last.measured_on, today, limits)
    numbers: dict[str, Number] = {"instrument": instrument.name}
    rule, aspect = Rule.PITFALL, found.pitfall.value
    used: dict[str, float] = {}
    if found.value is None:
        numbers["pitfall"] = found.pitfall.value
    else:
        rule, limit = _BY_ANSWER[found.pitfall]
        used, aspect = grounds.limits_used(limits, limit), ""
        numbers["value"] = found.value
    return Finding(
        rule=rule.value,
        subjects=(Subject(Kind.INSTRUMENT, instrument.ref, instrument.name),),
        numbers=numbers,
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=last.measured_on,
        aspect=aspect,
        limits_used=used,
    )
