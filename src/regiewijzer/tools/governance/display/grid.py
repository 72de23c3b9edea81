"""The form grid of one network: what was measured, against what each form needs."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from regiewijzer.library import catalogue
from regiewijzer.library.figures import number
from regiewijzer.science import governance
from regiewijzer.science.facts import Form, FormMeasurement, Network, latest
from regiewijzer.science.governance import Bound, Check, Verdict
from regiewijzer.science.governance import Condition as Measured
from regiewijzer.science.interval import interval
from regiewijzer.science.limits import Limits
from regiewijzer.ui.pictures.form_grid import Cell, Condition, FormGrid, FormRow, OwnMeasure, form_grid_picture
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.wording import name_of, text_of

COLUMNS = (Measured.TRUST, Measured.PARTICIPANTS, Measured.CONSENSUS, Measured.NEED)
WIDEST = 40  # participants at the right edge of the grid
FITS = {Verdict.FITS: Fit.OK, Verdict.NARROW: Fit.TIGHT, Verdict.SHORT: Fit.SHORT, Verdict.UNKNOWN: Fit.UNKNOWN}


@dataclass(frozen=True, slots=True)
class ShownForm:
    """The grid, what it says in a heading, and where the numbers come from; `note` also names that of the forms."""

    heading: str
    lead: str
    picture: Picture
    source: str
    note: str
    advised: Form | None
    change: str


def shown_form(network: Network, limits: Limits, *, picture_id: str = "form") -> ShownForm | None:
    """None when nothing was measured yet. The scores are the latest, the partners those on today's list."""
    measurement = latest(network.measurements)
    if measurement is None:
        return None
    conditions = governance.conditions_now(network)
    advice = governance.advise(conditions, limits)
    rows = tuple(_row(form, network, conditions, advice, limits) for form in Form)
    grid = FormGrid(tuple(_condition(condition, conditions, measurement) for condition in COLUMNS), rows)
    picture = form_grid_picture(grid, picture_id=picture_id)
    if picture is None:
        return None
    source = f"{_source(measurement)}{_counted_as_one(network)}"
    limits_from = gettext("Forms: Provan and Kenis, 2008. Limits: a proposal of Regiewijzer, to adapt per authority.")
    return ShownForm(
        heading=_heading(network, conditions, limits),
        lead=_lead(network, advice, few=governance.too_few(conditions, limits)),
        picture=picture,
        source=source,
        note=f"{source}. {limits_from}",
        advised=advice.form,
        change=_change(network, conditions, advice, limits),
    )


def form_name(form: Form) -> str:
    """The short name of a form, as a label."""
    return name_of(form, "forms")


def _condition(condition: Measured, conditions: governance.Conditions, measurement: FormMeasurement) -> Condition:
    """A column of the grid; of a mean of some members also between which values that of all lies."""
    value = conditions.of(condition)
    name = name_of(condition, "form_conditions")
    if value is None:
        return Condition(name, text_of(Verdict.UNKNOWN, "verdicts"), None)
    shown = number(governance.as_shown(condition, value))
    if condition is Measured.PARTICIPANTS:
        return Condition(name, shown, _position(condition, value))
    words = gettext("%(score)s out of 5") % {"score": shown}
    around = interval(value, measurement.answers, measurement.invited, measurement.agreements.get(condition))
    if around is not None and around.low < around.high:
        ends = [number(governance.as_shown(condition, end)) for end in (around.low, around.high)]
        words = gettext("%(score)s (%(low)s to %(high)s)") % {"score": shown, "low": ends[0], "high": ends[1]}
    return Condition(name, words, _position(condition, value))


def _position(condition: Measured, value: float) -> float:
    return min(value / WIDEST, 1) if condition is Measured.PARTICIPANTS else value


def _row(
    form: Form, network: Network, conditions: governance.Conditions, advice: governance.Advice, limits: Limits
) -> FormRow:
    checks = {check.condition: check for check in governance.checks(form, conditions, limits)}
    cells = tuple(_cell(column, checks, conditions) for column in COLUMNS)
    short = sum(check.verdict is Verdict.SHORT for check in checks.values())
    few = governance.too_few(conditions, limits)
    unknown = any(check.verdict is Verdict.UNKNOWN for check in checks.values())
    verdict = Fit.SHORT if short else Fit.UNKNOWN if unknown else Fit.OK
    words = {
        Fit.SHORT: ngettext("one shortage", "%(count)s shortages", short) % {"count": short},
        Fit.UNKNOWN: gettext("too few partners to judge") if few else gettext("not all measured"),
    }.get(verdict, gettext("no shortage"))
    heavier = advice.form is not None and governance.is_lighter(advice.form, form) and verdict is Fit.OK
    return FormRow(
        name=form_name(form),
        short=form_name(form),
        cells=cells,
        verdict=verdict,
        verdict_words=words,
        current=form is network.form,
        advised=form is advice.form,
        note=gettext("heavier than needed") if heavier else "",
    )


def _cell(column: Measured, checks: dict[Measured, Check], conditions: governance.Conditions) -> Cell:
    own = column is Measured.TRUST and Measured.TRUST_IN_LEAD in checks
    check = checks.get(Measured.TRUST_IN_LEAD if own else column)
    if check is None:  # this form asks nothing here
        measured = conditions.of(column)
        return Cell(
            0, 1, Fit.UNKNOWN if measured is None else Fit.OK, fit_in_words(None, measured), gettext("no limit")
        )
    limit = _position(check.condition, check.limit)
    lo, hi = (limit, 1.0) if check.bound is Bound.AT_LEAST else (0.0, limit)
    words = fit_in_words(check, check.measured)
    return Cell(
        lo, hi, FITS[check.verdict], words, limit_in_words(check), own=OwnMeasure(check.measured) if own else None
    )


def _measure(check: Check) -> Measured:
    """What a condition measures, without in whom: its limit in words says that."""
    return Measured.TRUST if check.condition is Measured.TRUST_IN_LEAD else check.condition


def limit_in_words(check: Check) -> str:
    """at least 4,0; at most 8."""
    value = number(governance.as_shown(check.condition, check.limit))
    if check.condition is Measured.TRUST_IN_LEAD:
        return gettext("in the lead at least %(value)s") % {"value": value}
    return (gettext("at least %(value)s") if check.bound is Bound.AT_LEAST else gettext("at most %(value)s")) % {
        "value": value
    }


def fit_in_words(check: Check | None, measured: float | None) -> str:
    """1,2 too low; 6 too many; just fits."""
    if measured is None:
        return text_of(Verdict.UNKNOWN, "verdicts")
    if check is not None and check.split:
        return gettext("not spread over all members")
    if check is not None and check.verdict is Verdict.UNKNOWN:
        return gettext("too few partners to judge")
    if check is None or check.verdict is Verdict.FITS:
        if check is not None and check.condition is Measured.TRUST_IN_LEAD:
            return gettext("in the lead: %(value)s") % {"value": number(governance.as_shown(check.condition, measured))}
        return text_of(Verdict.FITS, "verdicts")
    if check.verdict is Verdict.NARROW:
        return text_of(Verdict.NARROW, "verdicts")
    assert check.gap is not None
    if check.condition is Measured.PARTICIPANTS:
        return gettext("%(gap)s too many") % {"gap": round(check.gap)}
    gap = number(abs(governance.as_shown(check.condition, check.gap) - governance.as_shown(check.condition, 0)))
    return (gettext("%(gap)s too low") if check.bound is Bound.AT_LEAST else gettext("%(gap)s too high")) % {"gap": gap}


def _heading(network: Network, conditions: governance.Conditions, limits: Limits) -> str:
    if network.form is None:
        return gettext("Which form would hold?")
    if governance.too_few(conditions, limits):
        return gettext("Too few partners to judge the form")
    short = len(governance.shortages(network.form, conditions, limits))
    if short:
        return ngettext(
            "The form it has falls short on one condition", "The form it has falls short on %(count)s conditions", short
        ) % {"count": short}
    if governance.verdict(network.form, conditions, limits) is Verdict.UNKNOWN:
        return gettext("Not everything is measured yet")
    return gettext("The form it has holds")


def _lead(network: Network, advice: governance.Advice, *, few: bool) -> str:
    if few:
        return gettext("With two or three at the table a form says little: you can simply agree with each other.")
    if advice.form is None:
        return (
            gettext("No form fits as things stand: the strategic question is open again.")
            if advice.strategic_question
            else gettext("Measure what is missing to know which form holds.")
        )
    if advice.form is network.form:
        return gettext("It is the lightest form that fits.")
    return gettext("%(form)s is the lightest form that fits.") % {"form": form_name(advice.form)}


def _change(network: Network, conditions: governance.Conditions, advice: governance.Advice, limits: Limits) -> str:
    """The smallest change that would make the form it has fit; empty when it fits."""
    if network.form is None or not governance.shortages(network.form, conditions, limits):
        return ""
    needed = governance.smallest_change(network.form, conditions, limits).needed
    parts = [f"{catalogue.word(_measure(check), 'form_conditions').text} {limit_in_words(check)}" for check in needed]
    return gettext("For the form it has you would need: %(changes)s.") % {"changes": "; ".join(parts)}


def _counted_as_one(network: Network) -> str:
    """That own services count as one partner, where that makes their number differ from the list."""
    if len(network.parties) == len(network.partners):
        return ""
    counts = {"parties": len(network.parties), "partners": len(network.partners)}
    said = gettext("Own services count as one, so %(partners)s partners are %(parties)s here") % counts
    return f". {said}"


def _source(measurement: FormMeasurement) -> str:
    how = text_of(measurement.source, "input_sources")
    how = how[:1].upper() + how[1:]
    if measurement.answers is not None and measurement.invited:
        return gettext("%(how)s, %(answers)s of %(invited)s answered") % {
            "how": how,
            "answers": measurement.answers,
            "invited": measurement.invited,
        }
    return how
