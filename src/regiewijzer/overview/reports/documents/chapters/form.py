"""Does the form still hold: against each condition, by how much it fails, and what was measured when?"""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext

from regiewijzer.library import catalogue, figures
from regiewijzer.overview.pictures.queries import ShownForm
from regiewijzer.overview.reports.documents.chapters.about import nothing
from regiewijzer.overview.reports.documents.pictures import described
from regiewijzer.overview.reports.documents.report_model import Block, Chapter, Prose
from regiewijzer.science import governance
from regiewijzer.science.effectiveness import Standing
from regiewijzer.science.facts import FormMeasurement, Network
from regiewijzer.science.governance import Check, Condition, Verdict
from regiewijzer.science.limits import Limits
from regiewijzer.tools.governance.public import (
    ShownReading,
    changes_in_words,
    fit_in_words,
    form_name,
    limit_in_words,
)
from regiewijzer.ui.pictures.fit import Fit
from regiewijzer.ui.pictures.table import State, Table
from regiewijzer.ui.wording import NOTHING, day, joined, worded

SHAPES = {
    Verdict.FITS: Fit.OK,
    Verdict.NARROW: Fit.TIGHT,
    Verdict.SHORT: Fit.SHORT,
    Verdict.UNKNOWN: Fit.UNKNOWN,
}
STANDINGS = {Standing.HOLDS: Fit.OK, Standing.LACKS: Fit.SHORT, Standing.UNKNOWN: Fit.UNKNOWN}
MEASURED = (Condition.TRUST, Condition.PARTICIPANTS, Condition.CONSENSUS, Condition.NEED, Condition.TRUST_IN_LEAD)


def form(
    network: Network | None, shown: ShownForm | None, limits: Limits, accent: str, reading: ShownReading
) -> Chapter:
    """The grid, what the form of today falls short of, what would help, the measurements, and the second reading."""
    if network is None or shown is None:
        return nothing(gettext("Which form holds?"), gettext("Nothing was measured yet."), _what_decides())
    change = worded("**%(change)s**", change=shown.change) if shown.change else NOTHING
    blocks: list[Block] = [
        Prose((joined(worded("%(lead)s", lead=shown.lead), change),)),
        *_checks(network, limits),
        described(shown.picture, accent, note=f"{capfirst(shown.source)}. {_where_from()}"),
        _changes(network, limits),
        _course(network.measurements),
        _reading(reading),
    ]
    return Chapter(shown.heading, tuple(blocks))


def _what_decides() -> str:
    return gettext(
        "Four conditions decide: trust, number of partners, agreement on the goal, need for network competences."
    )


def _where_from() -> str:
    return gettext("Forms: Provan and Kenis, 2008. Limits: a proposal of Regiewijzer, to adapt per authority.")


def _checks(network: Network, limits: Limits) -> tuple[Table, ...]:
    """Each condition of the form of today, on its own: what it needs, what was measured, and by how much it fails."""
    if network.form is None:
        return ()
    conditions = governance.conditions_now(network)
    rows = tuple(_check(check) for check in governance.checks(network.form, conditions, limits))
    head = (gettext("Condition"), gettext("Limit"), gettext("Measured"), gettext("How it stands"))
    return (Table(gettext("What the form of today needs"), head, rows, widths=(1.6, 1.2, 0.8, 1.2)),)


def _check(check: Check) -> tuple[str | State, ...]:
    return (
        _name(check.condition),
        limit_in_words(check),
        _value(check.condition, check.measured),
        State(SHAPES[check.verdict], fit_in_words(check, check.measured)),
    )


def _changes(network: Network, limits: Limits) -> Table:
    """Per form the smallest change that makes it fit."""
    head = (gettext("Form"), gettext("How it stands"), gettext("The smallest change that makes it fit"))
    rows = tuple(
        (
            form_name(change.form),
            State(SHAPES[change.verdict], _word(change.verdict, "verdicts")),
            "; ".join(change.needed) or "–",
        )
        for change in changes_in_words(network, limits)
    )
    return Table(gettext("What each form would need"), head, rows, widths=(1.2, 0.8, 3))


def _reading(reading: ShownReading) -> Table:
    """How the network stands to what effective networks had together; a reading, no mark."""
    head = (gettext("What effective networks had"), gettext("Here"), gettext("What shows this"))
    rows = tuple(
        (
            capfirst(_word(each.requirement, "requirements")),
            State(STANDINGS[each.standing], _word(each.standing, "standings")),
            each.evidence,
        )
        for each in reading.requirements
    )
    return Table(gettext("A second reading, after Raab, Mannak and Cambré, 2015"), head, rows, widths=(1.6, 0.8, 2))


def _word(code: str, group: str) -> str:
    return str(catalogue.word(code, group).text)


def _course(measurements: Sequence[FormMeasurement]) -> Table:
    """Every measurement, the newest first."""
    head = (gettext("Measured on"), *(_name(condition) for condition in MEASURED), gettext("How"))
    rows = tuple(_measurement(measurement) for measurement in reversed(measurements))
    caption = gettext("Measurements, on a scale of 1 to 5")
    return Table(caption, head, rows, numeric=(1, 2, 3, 4, 5), widths=(1.3, 1, 0.8, 1, 1.1, 1, 1.4))


def _measurement(measurement: FormMeasurement) -> tuple[str, ...]:
    conditions = governance.conditions_of(measurement)
    values = (_value(condition, conditions.of(condition)) for condition in MEASURED)
    return (day(measurement.measured_on), *values, _how(measurement))


def _how(measurement: FormMeasurement) -> str:
    how = str(catalogue.word(measurement.source, "input_sources").text)
    if measurement.answers is None or not measurement.invited:
        return how
    counts = gettext("%(part)d of %(whole)d") % {"part": measurement.answers, "whole": measurement.invited}
    return f"{how}, {counts}"


def _name(condition: Condition) -> str:
    return str(catalogue.word(condition, "form_conditions").short)


def _value(condition: Condition, value: float | None) -> str:
    return "–" if value is None else figures.number(governance.as_shown(condition, value))
