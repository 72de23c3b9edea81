"""Which findings follow from how the instruments for a challenge act on each other?

Links and gaps: `interplay`. A recorded relation is a fact of the register; that something is missing in the mix rests
on evaluations, which are judgements. Instruments that all need more than the mix has are told in one finding about the
challenge instead of one about each; a single one keeps its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from regiewijzer.science.facts import Challenge, Evaluation, Instrument, Interplay, Ref, Register, latest
from regiewijzer.science.finding import Finding, Ground, Kind, Number, Subject
from regiewijzer.science.interplay import (
    STANDING,
    Link,
    Mix,
    TooLight,
    links_among,
    mix_of,
    shared_challenges,
    unmet_needs,
)
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule

SEVERAL = 2


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """Clashes, double work and unmet needs between instruments, then the gaps per challenge."""
    standing = [each for each in register.instruments if each.status in STANDING]
    names = {challenge.ref: challenge for challenge in register.challenges}
    between = [
        finding
        for link in links_among(standing)
        if (challenge := _shared(link, names)) is not None
        for finding in _between(link, challenge, register.today, limits)
    ]
    known = {each.ref: each for each in register.instruments}
    unmet = [_unmet(link, register.today, limits) for instrument in standing for link in unmet_needs(instrument, known)]
    clashing = {subject.ref for found in between if found.rule == Rule.CONFLICTS for subject in found.subjects[:2]}
    badly = [
        _fits_badly(each, register.today, limits)
        for each in standing
        if each.ref not in clashing and (fit := _fit(each)) is not None and fit <= limits.poor_fit
    ]
    gaps = [
        finding
        for challenge in register.challenges
        for finding in of_mix(challenge, mix_of(challenge.ref, standing, limits), register.today, limits)
    ]
    return (*between, *unmet, *badly, *gaps)


def of_mix(challenge: Challenge, mix: Mix, today: date, limits: Limits) -> tuple[Finding, ...]:
    """The gaps in the instruments for one challenge."""
    found = []
    if mix.too_light is not None and len(mix.too_light.instruments) >= SEVERAL:
        found.append(_too_light(challenge, mix.too_light, today, limits))
    if mix.without_lighter_step:
        found.append(_no_lighter_step(challenge, mix.instruments, today, limits))
    return tuple(found)


def of_links(challenge: Challenge, mix: Mix, today: date, limits: Limits) -> tuple[Finding, ...]:
    """What links in the instruments for one challenge say: clashes, double work, unmet needs."""
    between = [finding for link in mix.links for finding in _between(link, challenge, today, limits)]
    return (*between, *(_unmet(link, today, limits) for link in mix.unmet))


def _shared(link: Link, challenges: Mapping[Ref, Challenge]) -> Challenge | None:
    shared = shared_challenges(link.instrument, link.other)
    return next((challenges[ref] for ref in shared if ref in challenges), None)


def _between(link: Link, challenge: Challenge, today: date, limits: Limits) -> tuple[Finding, ...]:
    rules = {Interplay.WEAKENS: Rule.CONFLICTS, Interplay.REPLACES: Rule.BOTH_STAND}
    if link.kind not in rules:
        return ()
    numbers: dict[str, Number] = {"instrument": link.instrument.name, "other": link.other.name}
    about = [_about(link.instrument), _about(link.other)]
    if link.kind is Interplay.WEAKENS:
        numbers["challenge"] = challenge.name
        about.append(Subject(Kind.CHALLENGE, challenge.ref, challenge.name))
    return (_recorded(rules[link.kind], about, numbers, link, today, limits),)


def _unmet(link: Link, today: date, limits: Limits) -> Finding:
    numbers: dict[str, Number] = {
        "instrument": link.instrument.name,
        "other": link.other.name,
        "status": link.other.status.value,
    }
    return _recorded(Rule.NEED_UNMET, [_about(link.instrument), _about(link.other)], numbers, link, today, limits)


def _recorded(
    rule: Rule, about: Sequence[Subject], numbers: dict[str, Number], link: Link, today: date, limits: Limits
) -> Finding:
    """A finding that rests on a relation somebody wrote down; the oldest of both records dates it."""
    dates = [each.as_of for each in (link.instrument, link.other) if each.as_of is not None]
    oldest = min(dates) if len(dates) == SEVERAL else None
    reasons = (
        grounds.ground(Reason.RECORDED_RELATION, holds=True),
        grounds.of_facts(oldest, today, limits),
    )
    return _made(rule, about, numbers, reasons, oldest)


def _fits_badly(instrument: Instrument, today: date, limits: Limits) -> Finding:
    numbers: dict[str, Number] = {"instrument": instrument.name, "value": _fit(instrument) or 0}
    made = _made(
        Rule.FITS_BADLY,
        [_about(instrument)],
        numbers,
        _judged(instrument, today, limits),
        _last(instrument).measured_on,
    )
    return replace(made, limits_used=grounds.limits_used(limits, "poor_fit"))


def _too_light(challenge: Challenge, found: TooLight, today: date, limits: Limits) -> Finding:
    numbers: dict[str, Number] = {
        "challenge": challenge.name,
        "count": len(found.instruments),
        "needed": found.needed,
        "reach": found.reach,
    }
    about = [Subject(Kind.CHALLENGE, challenge.ref, challenge.name), *map(_about, found.instruments)]
    oldest = min(found.instruments, key=lambda each: _last(each).measured_on)
    reasons = _judged(oldest, today, limits)
    return _made(Rule.MIX_TOO_LIGHT, about, numbers, reasons, _last(oldest).measured_on)


def _no_lighter_step(challenge: Challenge, instruments: Sequence[Instrument], today: date, limits: Limits) -> Finding:
    dates = [each.as_of for each in instruments if each.as_of is not None]
    oldest = min(dates) if len(dates) == len(instruments) else None
    numbers: dict[str, Number] = {"challenge": challenge.name, "count": len(instruments)}
    about = [Subject(Kind.CHALLENGE, challenge.ref, challenge.name)]
    return _made(Rule.NO_LIGHTER_STEP, about, numbers, (grounds.of_facts(oldest, today, limits),), oldest)


def _judged(instrument: Instrument, today: date, limits: Limits) -> tuple[Ground, ...]:
    last = _last(instrument)
    return grounds.of_people(last.source, last.answers, last.measured_on, today, limits)


def _last(instrument: Instrument) -> Evaluation:
    """The latest evaluation of an instrument that was evaluated."""
    found = latest(instrument.evaluations)
    assert found is not None
    return found


def _fit(instrument: Instrument) -> int | None:
    return _last(instrument).fit if instrument.evaluations else None


def _about(instrument: Instrument) -> Subject:
    return Subject(Kind.INSTRUMENT, instrument.ref, instrument.name)


def _made(
    rule: Rule,
    about: Sequence[Subject],
    numbers: dict[str, Number],
    reasons: tuple[Ground, ...],
    measured_on: date | None,
) -> Finding:
    return Finding(
        rule=rule.value,
        subjects=tuple(about),
        numbers=numbers,
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=measured_on,
    )
