"""What does each condition say: what fails and by how much, the smallest change, where it comes from, how sure?"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from regiewijzer.library import catalogue
from regiewijzer.library.figures import number
from regiewijzer.science import governance
from regiewijzer.science.facts import Form, FormMeasurement, Network, latest
from regiewijzer.science.finding import Certainty, Ground
from regiewijzer.science.governance import Advice, Changes, Check, Condition, Verdict
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import grounds
from regiewijzer.tools.governance.display.grid import FITS, fit_in_words, limit_in_words
from regiewijzer.ui.wording import text_of


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """One condition of one form: what it asks, what is there, and how that stands. `state` is the kind of mark."""

    condition: Condition
    limit: str
    measured: str
    state: str
    said: str


@dataclass(frozen=True, slots=True)
class ShownChange:
    """What would make one form fit: each shortage up to its limit; and what was not measured."""

    form: Form
    verdict: Verdict
    state: str
    current: bool
    advised: bool
    nearest: bool
    needed: tuple[str, ...]
    unmeasured: tuple[Condition, ...]


def turns_in_words(conditions: governance.Conditions, limits: Limits) -> tuple[str, ...]:
    """Over which limits the advice holds: each that turns it by itself, the nearest first."""
    return tuple(
        gettext("%(condition)s in a %(form)s: from %(limit)s to beyond %(value)s")
        % {
            "condition": catalogue.word(turn.condition, "form_conditions").text,
            "form": catalogue.word(turn.form, "forms").text,
            "limit": number(governance.as_shown(turn.condition, turn.limit)),
            "value": number(governance.as_shown(turn.condition, turn.at)),
        }
        for turn in governance.turns(conditions, limits)
    )


@dataclass(frozen=True, slots=True)
class ShownInput:
    """Where one number comes from, and how sure it makes us. `day` is None when nobody dated it."""

    condition: Condition
    value: str
    source: str
    day: date | None
    certainty: Certainty | None


def checks_of(form: Form, conditions: governance.Conditions, limits: Limits) -> tuple[ShownCheck, ...]:
    """Every condition this form asks for, each on its own."""
    return tuple(_check(check) for check in governance.checks(form, conditions, limits))


def changes_in_words(network: Network, limits: Limits) -> tuple[ShownChange, ...]:
    """Per form, from light to heavy, the smallest change that makes it fit."""
    conditions = governance.conditions_now(network)
    return changes_for(conditions, network.form, limits)


def changes_for(conditions: governance.Conditions, current: Form | None, limits: Limits) -> tuple[ShownChange, ...]:
    """The same for any conditions, such as those somebody tries out."""
    advice, nearest = (
        governance.advise(conditions, limits),
        governance.nearest_form(conditions, limits, besides=current),
    )
    return tuple(_change(form, conditions, current, advice, nearest, limits) for form in Form)


def inputs_of(network: Network, today: date, limits: Limits) -> tuple[ShownInput, ...]:
    """Every condition with its number of today, where that comes from, and how sure."""
    return tuple(_input(condition, network, today, limits) for condition in Condition)


def name_of(condition: Condition) -> str:
    """The condition as a label."""
    return str(catalogue.word(condition, "form_conditions").short)


def value_in_words(condition: Condition, value: float | None) -> str:
    """2,8 op 5; 14; a dash when it was not measured."""
    if value is None:
        return "–"
    shown = number(governance.as_shown(condition, value))
    return shown if condition is Condition.PARTICIPANTS else gettext("%(score)s out of 5") % {"score": shown}


def _check(check: Check) -> ShownCheck:
    return ShownCheck(
        check.condition,
        limit_in_words(check),
        value_in_words(check.condition, check.measured),
        str(FITS[check.verdict]),
        fit_in_words(check, check.measured),
    )


def _change(
    form: Form,
    conditions: governance.Conditions,
    current: Form | None,
    advice: Advice,
    nearest: Changes | None,
    limits: Limits,
) -> ShownChange:
    changes = governance.smallest_change(form, conditions, limits)
    verdict = governance.verdict(form, conditions, limits)
    return ShownChange(
        form=form,
        verdict=verdict,
        state=str(FITS[verdict]),
        current=form is current,
        advised=form is advice.form,
        nearest=nearest is not None and form is nearest.form and bool(nearest.needed),
        needed=tuple(_needed(check) for check in changes.needed),
        unmeasured=() if governance.too_few(conditions, limits) else changes.unmeasured,
    )


def _needed(check: Check) -> str:
    """the trust from 2,8 to at least 4,0 (1,2 too low)"""
    name = str(catalogue.word(check.condition, "form_conditions").text)
    if check.split and not check.gap:
        return gettext("%(condition)s that all members share, not most of them") % {"condition": name}
    measured = number(governance.as_shown(check.condition, check.measured or 0))
    return gettext("%(condition)s from %(measured)s to %(limit)s (%(gap)s)") % {
        "condition": name,
        "measured": measured,
        "limit": _bare_limit(check),
        "gap": fit_in_words(check, check.measured),
    }


def _bare_limit(check: Check) -> str:
    value = number(governance.as_shown(check.condition, check.limit))
    bound = str(catalogue.word(check.bound, "bounds").text)
    return f"{bound} {value}"


def _input(condition: Condition, network: Network, today: date, limits: Limits) -> ShownInput:
    value = governance.conditions_now(network).of(condition)
    if condition is Condition.PARTICIPANTS and network.partners:
        reasons: tuple[Ground, ...] = (grounds.of_members([network], today, limits),)
        return ShownInput(
            condition,
            value_in_words(condition, value),
            gettext("the list of partners"),
            network.as_of,
            grounds.certainty(reasons),
        )
    last = latest(network.measurements)
    if value is None or last is None:
        return ShownInput(condition, "–", text_of(Verdict.UNKNOWN, "verdicts"), None, None)
    reasons = grounds.of_measurement(last, today, limits)
    return ShownInput(
        condition,
        value_in_words(condition, value),
        how_measured(last),
        last.measured_on,
        grounds.certainty(reasons),
    )


def how_measured(measurement: FormMeasurement) -> str:
    """survey, 9 of 11"""
    how = str(catalogue.word(measurement.source, "input_sources").text)
    if measurement.answers is None or not measurement.invited:
        return how
    counts = gettext("%(part)d of %(whole)d") % {"part": measurement.answers, "whole": measurement.invited}
    return f"{how}, {counts}"
