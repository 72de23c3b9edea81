"""Which findings follow from the form of a network and its measured conditions?

Limits and advice: `governance`. What is told once is our proposal:
- the scores are those of the latest measurement, the participants those on today's list (or, without a list, as
  measured);
- when no form fits, that is the one finding, and every failing condition of every form is among its grounds;
- otherwise each shortage of the current form is a finding, because each asks for its own decision, and it says
  straight away what fails; drift says apart that the last measurements in a row point elsewhere;
- when drift is told, the single advice for a lighter form is not;
- trust that is high on the whole may still leave some members out (Provan & Kenis ask for density): answers that fall
  apart are a shortage, and where nobody knows how far they agree, each advice to regulate themselves says so;
- each advice says over which limits it holds, also where a shortage names the form that fits; two or three at the
  table get none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from regiewijzer.science.facts import Form, FormMeasurement, Network, Ref, Register, latest
from regiewijzer.science.finding import Finding, Ground, Kind, Number, Subject
from regiewijzer.science.governance import (
    LIGHT_TO_HEAVY,
    Advice,
    Changes,
    Check,
    Condition,
    Conditions,
    Verdict,
    advise,
    as_shown,
    checks,
    conditions_now,
    conditions_of,
    drift,
    is_lighter,
    nearest_form,
    requirements,
    shortages,
    to_scale,
    turns,
)
from regiewijzer.science.interval import interval
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule

UNNAMED_LEADER = "unnamed_leader"  # the library has a word for it
NEARLY = 0.5  # points on the scale of 1 to 5: so little short of its one condition, a form nearly fits

_LIMIT_PREFIX = {Form.SELF_REGULATING: "self", Form.LEAD_ORGANISATION: "lead", Form.NAO: "nao"}
_RULES: Mapping[tuple[Form, Condition], Rule] = MappingProxyType(
    {
        (Form.SELF_REGULATING, Condition.TRUST): Rule.TRUST_TOO_LOW,
        (Form.SELF_REGULATING, Condition.PARTICIPANTS): Rule.TOO_MANY_PARTICIPANTS,
        (Form.SELF_REGULATING, Condition.CONSENSUS): Rule.CONSENSUS_TOO_LOW,
        (Form.SELF_REGULATING, Condition.NEED): Rule.COMPETENCE_NEED_TOO_HIGH,
        (Form.LEAD_ORGANISATION, Condition.TRUST_IN_LEAD): Rule.LEADER_NOT_ACCEPTED,
        (Form.LEAD_ORGANISATION, Condition.PARTICIPANTS): Rule.TOO_MANY_FOR_LEAD,
        (Form.LEAD_ORGANISATION, Condition.CONSENSUS): Rule.CONSENSUS_TOO_LOW,
        (Form.LEAD_ORGANISATION, Condition.NEED): Rule.COMPETENCE_NEED_TOO_HIGH,
        (Form.NAO, Condition.TRUST): Rule.TRUST_TOO_LOW,
        (Form.NAO, Condition.CONSENSUS): Rule.CONSENSUS_TOO_LOW,
    }
)


@dataclass(frozen=True, slots=True)
class _Case:
    """One network as it stands today, with the advice for it."""

    network: Network
    leader: str
    now: Conditions
    advice: Advice
    today: date
    limits: Limits

    @property
    def measurement(self) -> FormMeasurement | None:
        return latest(self.network.measurements)

    @property
    def measured_on(self) -> date | None:
        return self.measurement.measured_on if self.measurement else None

    @property
    def measured(self) -> tuple[Ground, ...]:
        return grounds.of_measurement(self.measurement, self.today, self.limits) if self.measurement else ()


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about the form of every running network."""
    names = {organisation.ref: organisation.name for organisation in register.organisations}
    return tuple(
        finding for network in register.running for finding in of_network(network, names, register.today, limits)
    )


def of_network(network: Network, names: Mapping[Ref, str], today: date, limits: Limits) -> tuple[Finding, ...]:
    """The findings about the form of one network; `names` of organisations serve to name its leader."""
    now = conditions_now(network)
    case = _Case(network, _leader(network, names), now, advise(now, limits), today, limits)
    if case.advice.strategic_question:
        return (_no_form_fits(case),)
    if network.form is None:
        return ()
    short = shortages(network.form, now, limits)
    return tuple(_shortage(case, check, len(short)) for check in short) + _another_form(case, network.form)


def _shortage(case: _Case, check: Check, count: int) -> Finding:
    """One of the `count` conditions the current form is short of."""
    listed = check.condition is Condition.PARTICIPANTS and bool(case.network.partners)
    basis = grounds.of_parties(case.network, case.today, case.limits) if listed else case.measured
    several = (grounds.ground(Reason.SEVERAL_SHORTAGES, holds=True, count=count),) if count > 1 else ()
    numbers = _numbers(case, check)
    if case.advice.form and case.advice.settled:
        numbers["advised_form"] = case.advice.form.value
    rule = Rule.TRUST_NOT_SPREAD if check.split and not check.gap else _RULES[check.form, check.condition]
    return _finding(
        rule,
        case,
        numbers,
        (
            *basis,
            *grounds.of_change(check.condition, case.network.measurements),
            *several,
            *_distance(check, case),
            *((_turning(case),) if "advised_form" in numbers else ()),
        ),
        case.network.as_of if listed else case.measured_on,
        ("split_consensus", "split_answers") if check.split else (_limit_name(check.form, check.condition),),
    )


def _distance(check: Check, case: _Case) -> tuple[Ground, ...]:
    """How far from its limit, or from agreement where the answers fall apart, and whether few answers may turn it."""
    if check.split:
        return (grounds.of_limit("split_consensus", case.now.trust_agreement or 0.0, case.limits),)
    distance = grounds.of_distance(check, case.limits)
    near = any(not each.holds for each in distance)  # then it is said already
    return distance if near else (*distance, *_within_interval(check, case))


def _within_interval(check: Check, case: _Case) -> tuple[Ground, ...]:
    """Doubt where not all members answered and the mean of all may lie on the other side of the limit."""
    measured = case.measurement
    if check.condition is Condition.PARTICIPANTS or check.measured is None or measured is None:
        return ()
    agreement = measured.agreements.get(check.condition)
    found = interval(check.measured, measured.answers, measured.invited, agreement)
    if found is None or not found.holds(check.limit):
        return ()
    numbers: dict[str, Number] = {
        "condition": check.condition.value,
        "low": as_shown(check.condition, found.low),
        "high": as_shown(check.condition, found.high),
        "limit": as_shown(check.condition, check.limit),
    }
    reason = Reason.LIMIT_WITHIN_EVEN_SPREAD if agreement is None else Reason.LIMIT_WITHIN_INTERVAL
    return (grounds.ground(reason, holds=False, **numbers),)


def _turning(case: _Case) -> Ground:
    """Over which limits the advice holds: the nearest that turns it by itself."""
    nearest = next(iter(turns(case.now, case.limits)), None)
    if nearest is None:
        return grounds.ground(Reason.ADVICE_NEVER_TURNS, holds=True)
    name = _limit_name(nearest.form, nearest.condition)
    return grounds.ground(Reason.ADVICE_TURNS, holds=True, limit_name=name, limit=nearest.limit, value=nearest.at)


def _numbers(case: _Case, check: Check) -> dict[str, Number]:
    assert check.measured is not None
    limit, value = as_shown(check.condition, check.limit), as_shown(check.condition, check.measured)
    match check.condition:
        case Condition.PARTICIPANTS:
            return {"count": value, "limit": limit, "lines": _lines(value), "lines_at_limit": _lines(limit)}
        case Condition.TRUST_IN_LEAD:
            return {"leader": case.leader, "limit": limit, "value": value}
        case Condition.TRUST:
            answers = (case.measurement.answers if case.measurement else None) or 0
            numbers: dict[str, Number] = {
                "answers": answers, "form": check.form.value, "limit": limit, "value": value,
            }  # fmt: skip
            return numbers | ({"agreement": round(case.now.trust_agreement or 0.0, 2)} if check.split else {})
        case Condition.CONSENSUS | Condition.NEED:
            return {"form": check.form.value, "limit": limit, "value": value}


def _another_form(case: _Case, form: Form) -> tuple[Finding, ...]:
    """The advice for another form: two measurements in a row, or else a lighter form that is possible today."""
    earlier = [conditions_of(measurement) for measurement in case.network.measurements[:-1]]
    drifted = drift(form, [*earlier, case.now], case.limits)
    if drifted:
        row = grounds.ground(Reason.MEASUREMENTS_IN_A_ROW, holds=True, count=case.limits.drift_measurements)
        return (_advised(Rule.DRIFT, case, form, drifted, row),)
    advised = case.advice.form
    if advised and is_lighter(advised, form):
        return (_advised(Rule.LIGHTER_FORM_POSSIBLE, case, form, advised),)
    return ()


def _advised(rule: Rule, case: _Case, form: Form, advised: Form, *first: Ground) -> Finding:
    narrow = [check for check in checks(advised, case.now, case.limits) if check.verdict is Verdict.NARROW]
    near = [each for check in narrow for each in grounds.of_distance(check, case.limits) if not each.holds]
    return _finding(
        rule,
        case,
        {"form": form.value, "advised_form": advised.value},
        (*first, *case.measured, *near, *_unmeasured(advised, case), _turning(case)),
        case.measured_on,
        _limit_names((advised,), case.limits),
    )


def _unmeasured(advised: Form, case: _Case) -> tuple[Ground, ...]:
    """What the advice leaves open: a network that regulates itself asks for trust that is high and spread."""
    if advised is not Form.SELF_REGULATING or case.now.trust_agreement is not None:
        return ()
    return (grounds.ground(Reason.TRUST_SPREAD_UNKNOWN, holds=False),)


def _no_form_fits(case: _Case) -> Finding:
    short = [check for form in LIGHT_TO_HEAVY for check in shortages(form, case.now, case.limits)]
    nearest = nearest_form(case.now, case.limits)
    numbers: dict[str, Number] = {"form": case.network.form.value} if case.network.form else {}
    if nearest:
        numbers |= {"nearest_form": nearest.form.value, "changes": len(nearest.needed)}
    only = _only_short(nearest)
    if only is not None:
        numbers["short"] = _points_short(only)
    return _finding(
        Rule.NO_FORM_FITS,
        case,
        numbers,
        (*case.measured, *map(_fails, short), *_nearly_fits(case), _turning(case)),
        case.measured_on,
        _limit_names(LIGHT_TO_HEAVY, case.limits),
    )


def _nearly_fits(case: _Case) -> tuple[Ground, ...]:
    """Doubt when the nearest form is only small changes away; one small and one large change is no doubt."""
    nearest = nearest_form(case.now, case.limits)
    needed = nearest.needed if nearest else ()
    distances = [each for check in needed for each in grounds.of_distance(check, case.limits)]
    near = tuple(each for each in distances if each.code == Reason.NEAR_LIMIT)
    if len(near) == len(needed):
        return near
    only = _only_short(nearest)
    if only is None or _points_short(only) > NEARLY:
        return ()
    numbers: dict[str, Number] = {"form": only.form.value, "condition": only.condition.value}
    return (grounds.ground(Reason.NEARLY_FITS, holds=False, short=_points_short(only), **numbers),)


def _only_short(nearest: Changes | None) -> Check | None:
    """The one score that keeps the nearest form from fitting; None when it is more, a number, or a disagreement."""
    needed = nearest.needed if nearest else ()
    if len(needed) != 1 or needed[0].condition is Condition.PARTICIPANTS or not needed[0].gap:
        return None
    return needed[0]


def _points_short(check: Check) -> float:
    """How many points on the scale of 1 to 5 it is short of its limit."""
    return round(to_scale(check.gap or 0.0) - to_scale(0), 2)


def _fails(check: Check) -> Ground:
    assert check.measured is not None
    return grounds.ground(
        Reason.CONDITION_FAILS,
        holds=True,
        form=check.form.value,
        condition=check.condition.value,
        value=as_shown(check.condition, check.measured),
        limit=as_shown(check.condition, check.limit),
    )


def _finding(
    rule: Rule,
    case: _Case,
    numbers: Mapping[str, Number],
    reasons: tuple[Ground, ...],
    measured_on: date | None,
    used: tuple[str, ...],
) -> Finding:
    return Finding(
        rule=rule.value,
        subjects=(Subject(Kind.NETWORK, case.network.ref, case.network.name),),
        numbers={"network": case.network.name, **numbers},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=measured_on,
        limits_used=grounds.limits_used(case.limits, *used),
    )


def _limit_names(forms: tuple[Form, ...], limits: Limits) -> tuple[str, ...]:
    return tuple(_limit_name(form, condition) for form in forms for condition, _, _ in requirements(form, limits))


def _limit_name(form: Form, condition: Condition) -> str:
    return f"{_LIMIT_PREFIX[form]}_{condition}"


def _leader(network: Network, names: Mapping[Ref, str]) -> str:
    known = "" if network.lead is None else names.get(network.lead, "")
    return network.lead_name or known or UNNAMED_LEADER


def _lines(participants: float) -> int:
    """Pairs that have to coordinate when everyone does so with everyone."""
    return round(participants * (participants - 1) / 2)
