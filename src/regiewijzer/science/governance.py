"""Which governance form does a network bear, and what is short?

Provan & Kenis 2008, "Modes of network governance", table 1: four conditions for three forms. That the conditions hold
together, so that one shortage is enough and a mean says nothing, follows from their text; the minimums per form, the
advice for the lightest form without a shortage (no more power than needed) and the reading 'narrow' are our proposal.
A form with an unmeasured condition and no known shortage is `UNKNOWN`: neither fitting nor short. A known shortage
settles it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil

from regiewijzer.science.consensus import falls_apart
from regiewijzer.science.facts import Form, FormMeasurement, Network, latest
from regiewijzer.science.limits import DEFAULTS, ROUNDING, Limits, at_least

LIGHT_TO_HEAVY = tuple(Form)
LOWEST, HIGHEST = 1, 5


class Condition(StrEnum):
    """What a form asks for (Provan & Kenis 2008). Trust in the lead stands for trust concentrated on the leader."""

    TRUST = "trust"
    PARTICIPANTS = "participants"
    CONSENSUS = "consensus"
    NEED = "need"
    TRUST_IN_LEAD = "trust_in_lead"


class Bound(StrEnum):
    """Whether a form asks for at least or at most its limit."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Verdict(StrEnum):
    """How a condition or a form stands."""

    FITS = "fits"
    NARROW = "narrow"
    SHORT = "short"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions of one network; scores from 0 to 1, None is 'not measured'. Off the scale is a ValueError.

    `trust_agreement` is how far the `answers` about trust agree: trust that is high on the whole may leave some out.
    """

    trust: float | None = None
    participants: int | None = None
    consensus: float | None = None
    need: float | None = None
    trust_in_lead: float | None = None
    trust_agreement: float | None = None
    answers: int | None = None

    def __post_init__(self) -> None:
        for condition in Condition:
            _check(condition, self.of(condition))

    def of(self, condition: Condition) -> float | None:
        value: float | None = getattr(self, condition)
        return value


@dataclass(frozen=True, slots=True)
class Check:
    """One condition of one form against what was measured.

    `gap` is how far the measured value lies beyond the limit, on the wrong side; 0 when it holds, None when not
    measured. Scores are 0 to 1, participants are counted. `split`: the mean says nothing, for the answers fall apart.
    """

    form: Form
    condition: Condition
    bound: Bound
    limit: float
    measured: float | None
    verdict: Verdict
    gap: float | None
    split: bool = False

    @property
    def delta(self) -> float | None:
        """What has to be added (or, negative, taken away) to reach the limit."""
        if self.gap is None:
            return None
        return self.gap if self.bound is Bound.AT_LEAST else -self.gap


@dataclass(frozen=True, slots=True)
class Advice:
    """The lightest form without a shortage, and how the others stand.

    `form` is None when none is known to fit. `settled` is False when a lighter form than the advised one, or any form
    when there is none, could still fit once everything is measured.
    """

    form: Form | None
    fitting: tuple[Form, ...]
    short: tuple[Form, ...]
    unknown: tuple[Form, ...]

    @property
    def strategic_question(self) -> bool:
        """True when every form is known to be short: is a network the answer at all?"""
        return len(self.short) == len(LIGHT_TO_HEAVY)

    @property
    def settled(self) -> bool:
        if self.form is None:
            return not self.unknown
        return not any(is_lighter(form, self.form) for form in self.unknown)


@dataclass(frozen=True, slots=True)
class Changes:
    """The smallest set of changes that makes a form fit: each of `needed` up to its limit, and no less.

    With something `unmeasured` the set may be larger than this.
    """

    form: Form
    needed: tuple[Check, ...]
    unmeasured: tuple[Condition, ...]


def to_scale(value: float) -> float:
    """A score from 0 to 1 as people see it, from 1 to 5."""
    return LOWEST + value * (HIGHEST - LOWEST)


def from_scale(score: float) -> float:
    """A score from 1 to 5 as the rules see it, from 0 to 1."""
    return (score - LOWEST) / (HIGHEST - LOWEST)


def as_shown(condition: Condition, value: float) -> float:
    """A measured value or limit as people see it: a score from 1 to 5 (two decimals), participants as they are."""
    return value if condition is Condition.PARTICIPANTS else round(to_scale(value), 2)


def is_lighter(one: Form, other: Form) -> bool:
    """True when the first form uses less power than the second."""
    return LIGHT_TO_HEAVY.index(one) < LIGHT_TO_HEAVY.index(other)


def conditions_of(measurement: FormMeasurement) -> Conditions:
    """The conditions as they were on the day of a measurement."""
    return Conditions(
        trust=measurement.trust,
        participants=measurement.participants,
        consensus=measurement.consensus,
        need=measurement.need,
        trust_in_lead=measurement.trust_in_lead,
        trust_agreement=measurement.agreements.get(Condition.TRUST),
        answers=measurement.answers,
    )


def conditions_now(network: Network) -> Conditions:
    """The latest measured scores with today's number of parties; the measured number when there is no list."""
    last = latest(network.measurements)
    if last is None:
        return Conditions(participants=len(network.parties) or None)
    measured = conditions_of(last)
    return replace(measured, participants=len(network.parties) or measured.participants)


def requirements(form: Form, limits: Limits = DEFAULTS) -> tuple[tuple[Condition, Bound, float], ...]:
    """What a form asks for, condition by condition (Provan & Kenis 2008, table 1; numbers ours)."""
    return {
        Form.SELF_REGULATING: (
            (Condition.TRUST, Bound.AT_LEAST, limits.self_trust),
            (Condition.PARTICIPANTS, Bound.AT_MOST, limits.self_participants),
            (Condition.CONSENSUS, Bound.AT_LEAST, limits.self_consensus),
            (Condition.NEED, Bound.AT_MOST, limits.self_need),
        ),
        Form.LEAD_ORGANISATION: (
            (Condition.TRUST_IN_LEAD, Bound.AT_LEAST, limits.lead_trust_in_lead),
            (Condition.PARTICIPANTS, Bound.AT_MOST, limits.lead_participants),
            (Condition.CONSENSUS, Bound.AT_LEAST, limits.lead_consensus),
            (Condition.NEED, Bound.AT_MOST, limits.lead_need),
        ),
        Form.NAO: (
            (Condition.TRUST, Bound.AT_LEAST, limits.nao_trust),
            (Condition.CONSENSUS, Bound.AT_LEAST, limits.nao_consensus),
        ),
    }[form]


def checks(form: Form, conditions: Conditions, limits: Limits = DEFAULTS) -> tuple[Check, ...]:
    """Every condition this form asks for, each on its own: never a mean.

    Of two or three parties nothing is known: with so few at the table a form says little (our proposal). A network that
    regulates itself asks for trust that is high *and spread* (Provan & Kenis 2008), so answers about trust that fall
    apart are a shortage there, whatever their mean.
    """
    found = tuple(
        _judge(form, condition, bound, limit, conditions.of(condition), limits)
        for condition, bound, limit in requirements(form, limits)
    )
    if too_few(conditions, limits):
        return tuple(replace(check, verdict=Verdict.UNKNOWN, gap=None) for check in found)
    if form is Form.SELF_REGULATING and falls_apart(conditions.trust_agreement, conditions.answers, limits):
        return tuple(_split(check) if check.condition is Condition.TRUST else check for check in found)
    return found


def too_few(conditions: Conditions, limits: Limits = DEFAULTS) -> bool:
    """Whether so few sit at the table that no form can be judged."""
    return conditions.participants is not None and conditions.participants < limits.form_members


def _split(check: Check) -> Check:
    if check.measured is None:
        return check
    return replace(check, verdict=Verdict.SHORT, gap=check.gap or 0.0, split=True)


def shortages(form: Form, conditions: Conditions, limits: Limits = DEFAULTS) -> tuple[Check, ...]:
    """The conditions this form is known to be short of."""
    return tuple(check for check in checks(form, conditions, limits) if check.verdict is Verdict.SHORT)


def verdict(form: Form, conditions: Conditions, limits: Limits = DEFAULTS) -> Verdict:
    """How a form stands: the worst of its conditions, where a shortage outweighs what is unknown."""
    found = {check.verdict for check in checks(form, conditions, limits)}
    worst_first = (Verdict.SHORT, Verdict.UNKNOWN, Verdict.NARROW, Verdict.FITS)
    return next(each for each in worst_first if each in found)


def advise(conditions: Conditions, limits: Limits = DEFAULTS) -> Advice:
    """The lightest form without a shortage, or none: then the strategic question is open again."""
    standing = {form: verdict(form, conditions, limits) for form in LIGHT_TO_HEAVY}
    fitting = tuple(form for form, found in standing.items() if found in (Verdict.FITS, Verdict.NARROW))
    return Advice(
        form=fitting[0] if fitting else None,
        fitting=fitting,
        short=tuple(form for form, found in standing.items() if found is Verdict.SHORT),
        unknown=tuple(form for form, found in standing.items() if found is Verdict.UNKNOWN),
    )


def smallest_change(form: Form, conditions: Conditions, limits: Limits = DEFAULTS) -> Changes:
    """What would have to change, at least, for this form to fit.

    The conditions hold together, so it is every shortage.
    """
    checked = checks(form, conditions, limits)
    return Changes(
        form=form,
        needed=tuple(check for check in checked if check.verdict is Verdict.SHORT),
        unmeasured=tuple(check.condition for check in checked if check.verdict is Verdict.UNKNOWN),
    )


def nearest_form(conditions: Conditions, limits: Limits = DEFAULTS, *, besides: Form | None = None) -> Changes | None:
    """The fully measured form, `besides` the current one, that asks for the least change; None when there is none.

    Fewest changes first, then the smallest sum of gaps (scores 0 to 1, participants as a part of their limit), then
    the lightest: our proposal.
    """
    candidates = [smallest_change(form, conditions, limits) for form in LIGHT_TO_HEAVY if form is not besides]
    measured = [changes for changes in candidates if not changes.unmeasured]
    return min(measured, key=lambda changes: (len(changes.needed), _distance(changes)), default=None)


@dataclass(frozen=True, slots=True)
class Turn:
    """A limit that would turn the advice if it lay elsewhere: beyond `at`, with the other limits as they are."""

    form: Form
    condition: Condition
    limit: float
    at: float


def turns(conditions: Conditions, limits: Limits = DEFAULTS) -> tuple[Turn, ...]:
    """Over which limits does the advice hold? The limits of which another value alone gives another advice.

    The measured value is where such a limit turns. None: no single limit turns the advice. The nearest first, scores
    measured on 0 to 1 and participants as a part of their limit: our proposal.
    """
    advised = advise(conditions, limits).form
    found = []
    for form in LIGHT_TO_HEAVY:
        for condition, _bound, limit in requirements(form, limits):
            measured = conditions.of(condition)
            if measured is None or too_few(conditions, limits):
                continue
            if _advised_if(form, condition, conditions, limits) is not advised:
                found.append(Turn(form, condition, limit, measured))
    return tuple(sorted(found, key=_turned_by))


def _advised_if(turned: Form, condition: Condition, conditions: Conditions, limits: Limits) -> Form | None:
    """The advice when this one condition of this form were judged the other way."""
    for form in LIGHT_TO_HEAVY:
        checked = checks(form, conditions, limits)
        if form is turned:
            checked = tuple(_reversed(check) if check.condition is condition else check for check in checked)
        if all(check.verdict in (Verdict.FITS, Verdict.NARROW) for check in checked):
            return form
    return None


def _reversed(check: Check) -> Check:
    if check.split or check.verdict is Verdict.UNKNOWN:
        return check
    return replace(check, verdict=Verdict.NARROW if check.verdict is Verdict.SHORT else Verdict.SHORT)


def _turned_by(turn: Turn) -> float:
    distance = abs(turn.at - turn.limit)
    return distance / turn.limit if turn.condition is Condition.PARTICIPANTS and turn.limit else distance


def drift(current: Form, series: Sequence[Conditions], limits: Limits = DEFAULTS) -> Form | None:
    """The other form that the last measurements in a row all advise, or None.

    `series` runs from old to new. An advice that is not settled breaks the row. How many make a row is in the limits.
    """
    recent = series[-limits.drift_measurements :]
    if len(recent) < limits.drift_measurements:
        return None
    advices = [advise(conditions, limits) for conditions in recent]
    advised = advices[0].form
    same = all(advice.settled and advice.form is advised for advice in advices)
    return advised if same and advised is not current else None


def is_narrow(condition: Condition, limit: float, room: float, limits: Limits = DEFAULTS) -> bool:
    """True when `room`, the distance to the limit on either side, is so small that a few answers could turn it.

    A quarter of a point on the scale of 1 to 5; for participants a tenth of the limit, rounded up to whole ones: ours.
    """
    if condition is Condition.PARTICIPANTS:
        return room <= tenth_of(limit, limits)
    return at_least(limits.narrow_score, room)


def tenth_of(limit: float, limits: Limits = DEFAULTS) -> int:
    """How many participants from its limit a number still is narrow: a tenth of it, rounded up to whole ones."""
    return ceil(limit * limits.narrow_participants - ROUNDING)


def _judge(
    form: Form, condition: Condition, bound: Bound, limit: float, measured: float | None, limits: Limits
) -> Check:
    if measured is None:
        return Check(form, condition, bound, limit, measured=None, verdict=Verdict.UNKNOWN, gap=None)
    room = measured - limit if bound is Bound.AT_LEAST else limit - measured
    if not at_least(room, 0):
        found = Verdict.SHORT
    elif is_narrow(condition, limit, room, limits):
        found = Verdict.NARROW
    else:
        found = Verdict.FITS
    return Check(form, condition, bound, limit, measured, found, gap=-room if found is Verdict.SHORT else 0.0)


def _distance(changes: Changes) -> float:
    return sum(
        check.gap / check.limit if check.condition is Condition.PARTICIPANTS else check.gap
        for check in changes.needed
        if check.gap is not None
    )


def _check(condition: Condition, value: float | None) -> None:
    highest = float("inf") if condition is Condition.PARTICIPANTS else 1.0
    if value is not None and not 0 <= value <= highest:
        scale = "0 or more" if condition is Condition.PARTICIPANTS else "from 0 to 1"
        raise ValueError(f"{condition} must be {scale}, not {value}.")
