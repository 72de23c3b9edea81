"""What do a page and a report say of whether the form of a network holds?"""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext

from regiewijzer.library.figures import number
from regiewijzer.register.networks.models import Network
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science import facts, governance
from regiewijzer.science.effectiveness import Standing
from regiewijzer.science.facts import FormMeasurement
from regiewijzer.science.governance import Condition, Conditions
from regiewijzer.science.limits import Limits
from regiewijzer.tools.governance.display.conditions import (
    ShownCheck,
    ShownInput,
    changes_in_words,
    checks_of,
    how_measured,
    name_of,
)
from regiewijzer.tools.governance.display.grid import FITS, form_name, shown_form
from regiewijzer.tools.governance.queries.effectiveness import requirements_of
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import State, Table
from regiewijzer.ui.section import Link, Only, Section
from regiewijzer.ui.wording import NOTHING, day, joined, plain, short_day, text_of, worded

STANDINGS = {Standing.HOLDS: Fit.OK, Standing.LACKS: Fit.SHORT, Standing.UNKNOWN: Fit.UNKNOWN}
MEASURED = (Condition.TRUST, Condition.PARTICIPANTS, Condition.CONSENSUS, Condition.NEED, Condition.TRUST_IN_LEAD)


def section_of(seen: NetworkSeen) -> Section:
    """The grid, what the form of today falls short of, what would help, and the measurements."""
    network, limits = seen.known, seen.limits
    shown = shown_form(network, limits) if network else None
    if network is None or shown is None:
        return _not_measured(seen)
    change = worded("**%(change)s**", change=shown.change) if shown.change else NOTHING
    return Section(
        key="form",
        heading=shown.heading,
        tab=Link(gettext("Form"), "#form"),
        lead=(joined(plain(shown.lead), change),),
        # the dossier leads to the page of the form for these tables; paper has no page behind it
        parts=(
            *_checks(network, limits),
            Section(picture=shown.picture, note=shown.note),
            Section(table=_changes(network, limits), only=Only.PAPER),
            Section(table=_measurements(network.measurements), only=Only.PAPER),
            *([_reading(seen.network)] if seen.on_paper else []),
        ),
        links=_links(seen),
    )


def checks(found: Sequence[ShownCheck]) -> Table:
    """Each condition of the form of today, on its own: what it needs, what was measured, and by how much it fails."""
    head = (gettext("Condition"), gettext("Limit"), gettext("Measured"), gettext("How it stands"))
    rows = tuple(
        (name_of(each.condition), each.limit, each.measured, State(Fit(each.state), each.said)) for each in found
    )
    return Table(gettext("What the form of today needs"), head, rows, widths=(1.6, 1.2, 0.8, 1.2))


def inputs(found: Sequence[ShownInput]) -> Table:
    """Every condition with its number of today, where that comes from, and how sure it makes us."""
    head = (gettext("Condition"), gettext("Today"), gettext("From"), gettext("Day"), gettext("How sure"))
    rows = tuple(
        (
            name_of(each.condition),
            each.value,
            each.source,
            short_day(each.day) if each.day else "–",
            text_of(each.certainty, "certainties") if each.certainty else "–",
        )
        for each in found
    )
    return Table(gettext("Where the numbers come from"), head, rows)


def _not_measured(seen: NetworkSeen) -> Section:
    said = gettext(
        "Four conditions decide: trust, number of partners, agreement on the goal, need for network competences. "
        "Nothing was measured yet."
    )
    return Section(
        key="form",
        heading=gettext("Which form holds?"),
        lead=(plain(said),),
        links=_links(seen),
    )


def _links(seen: NetworkSeen) -> tuple[Link, ...]:
    more = Link(gettext("Why, and what would help"), seen.to("network_governance"))
    if not seen.may_change:
        return (more,)
    asked = address_of("sitting_start", seen.network.authority.slug, "governance-conditions")
    return (
        Link(gettext("Add a measurement"), seen.to("network_measure"), button=True),
        more,
        Link(gettext("Change the form"), seen.to("network_form")),
        Link(gettext("Fill in the questionnaire"), f"{asked}?about={seen.network.pk}"),
    )


def _checks(network: facts.Network, limits: Limits) -> tuple[Section, ...]:
    if network.form is None:
        return ()
    found = checks_of(network.form, governance.conditions_now(network), limits)
    return (Section(table=checks(found), only=Only.PAPER),)


def _changes(network: facts.Network, limits: Limits) -> Table:
    """Per form the smallest change that makes it fit."""
    head = (gettext("Form"), gettext("How it stands"), gettext("The smallest change that makes it fit"))
    rows = tuple(
        (
            form_name(change.form),
            State(FITS[change.verdict], text_of(change.verdict, "verdicts")),
            "; ".join(change.needed) or "–",
        )
        for change in changes_in_words(network, limits)
    )
    return Table(gettext("What each form would need"), head, rows, widths=(1.2, 0.8, 3))


def _measurements(measurements: Sequence[FormMeasurement]) -> Table:
    """Every measurement, the newest first."""
    head = (gettext("Measured on"), *(name_of(condition) for condition in MEASURED), gettext("How"))
    rows = tuple(_measurement(each, governance.conditions_of(each)) for each in reversed(measurements))
    caption = gettext("Measurements, on a scale of 1 to 5")
    return Table(caption, head, rows, numeric=(1, 2, 3, 4, 5), widths=(1.3, 1, 0.8, 1, 1.1, 1, 1.4))


def _reading(network: Network) -> Section:
    """How the network stands to what effective networks had together; a reading, no mark."""
    head = (gettext("What effective networks had"), gettext("Here"), gettext("What shows this"))
    rows = tuple(
        (
            capfirst(text_of(each.requirement, "requirements")),
            State(STANDINGS[each.standing], text_of(each.standing, "standings")),
            each.evidence,
        )
        for each in requirements_of(network)
    )
    caption = gettext("A second reading, after Raab, Mannak and Cambré, 2015")
    return Section(table=Table(caption, head, rows, widths=(1.6, 0.8, 2)))


def _measurement(measurement: FormMeasurement, conditions: Conditions) -> tuple[str, ...]:
    values = (_bare(condition, conditions.of(condition)) for condition in MEASURED)
    return (day(measurement.measured_on), *values, how_measured(measurement))


def _bare(condition: Condition, value: float | None) -> str:
    """The value on the scale its column is on."""
    return "–" if value is None else number(governance.as_shown(condition, value))
