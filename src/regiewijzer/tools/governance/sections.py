"""What do a page and a report say of whether the form of a network holds?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from regiewijzer.library.figures import number
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science import facts, governance
from regiewijzer.science.effectiveness import Requirement, Standing
from regiewijzer.science.facts import FormMeasurement
from regiewijzer.science.governance import Condition, Verdict
from regiewijzer.science.limits import Limits
from regiewijzer.tools.governance.display.conditions import (
    ShownChange,
    ShownCheck,
    ShownInput,
    changes_in_words,
    checks_of,
    how_measured,
    name_of,
)
from regiewijzer.tools.governance.display.grid import FITS, form_name, shown_form
from regiewijzer.tools.governance.queries.effectiveness import ShownRequirement, Signs, requirements_of
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Link, State, Table
from regiewijzer.ui.section import Brief, Only, Section
from regiewijzer.ui.wording import NOTHING, day, joined, plain, short_day, text_of, worded

MEASURED = (Condition.TRUST, Condition.PARTICIPANTS, Condition.CONSENSUS, Condition.NEED, Condition.TRUST_IN_LEAD)


def section_of(seen: NetworkSeen) -> Section:
    """The grid, what the form of today falls short of, what would help, and the measurements."""
    network, limits = seen.known, seen.limits
    shown = shown_form(network, limits) if network else None
    if network is None or shown is None:
        return replace(not_measured(), links=_links(seen))
    change = worded("**%(change)s**", change=shown.change) if shown.change else NOTHING
    return Section(
        key="form",
        heading=shown.heading,
        tab=Link(gettext("Form"), "#form"),
        brief=Brief(plain(f"{shown.heading}."), _standing(network, limits)),
        lead=(joined(plain(shown.lead), change),),
        # the dossier leads to the page of the form for these tables; paper has no page behind it
        parts=(
            *_checks(network, limits),
            Section(picture=shown.picture, note=shown.note),
            Section(table=changes(changes_in_words(network, limits)), only=Only.PAPER),
            Section(table=measurements(network.measurements[::-1]), only=Only.PAPER),
            *([Section(table=reading(requirements_of(seen.network)))] if seen.on_paper else []),
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


def changes(found: Sequence[ShownChange]) -> Table:
    """Per form the smallest change that makes it fit."""
    head = (gettext("Form"), gettext("How it stands"), gettext("The smallest change that makes it fit"))
    rows = tuple(
        (form_name(each.form), State(FITS[each.verdict], text_of(each.verdict, "verdicts")), " ".join(_change(each)))
        for each in found
    )
    return Table(gettext("What each form would need"), head, rows, widths=(1.2, 0.8, 3))


def measurements(found: Sequence[FormMeasurement], notes: Mapping[int, str] | None = None) -> Table:
    """Measurements in the order in which they come; `notes` are what was noted at those in these places."""
    head = (gettext("Measured on"), *(name_of(condition) for condition in MEASURED), gettext("How"))
    rows = tuple(_measurement(each, (notes or {}).get(nr, "")) for nr, each in enumerate(found))
    caption = gettext("Measurements, on a scale of 1 to 5")
    return Table(caption, head, rows, numeric=(1, 2, 3, 4, 5), widths=(1.3, 1, 0.8, 1, 1.1, 1, 1.4))


def reading(found: Sequence[ShownRequirement], signs: Signs | None = None) -> Table:
    """How the network stands to what effective networks had together; a reading, no mark.

    `signs` are what the register knows of it, on a page.
    """
    head = (gettext("What effective networks had"), gettext("Here"), gettext("What shows this"))
    rows = tuple(
        (
            capfirst(text_of(each.requirement, "requirements")),
            State(Fit(each.state), text_of(each.standing, "standings")),
            " ".join(words for words in (_known(each, signs) if signs else "", each.evidence) if words),
        )
        for each in found
    )
    caption = gettext("A second reading, after Raab, Mannak and Cambré, 2015")
    return Table(caption, head, rows, widths=(1.6, 0.8, 2))


def not_measured() -> Section:
    """What decides, while nothing is known."""
    said = gettext(
        "Four conditions decide: trust, number of partners, agreement on the goal, need for network competences. "
        "Nothing was measured yet."
    )
    return Section(
        key="form",
        heading=gettext("Which form holds?"),
        tab=Link(gettext("Form"), "#form"),
        brief=Brief(
            plain(gettext("Nothing was measured yet.")), State(Fit.UNKNOWN, text_of(Verdict.UNKNOWN, "verdicts"))
        ),
        lead=(plain(said),),
    )


def _standing(network: facts.Network, limits: Limits) -> State:
    """What the form of today falls short of."""
    if network.form is None:
        return State(Fit.UNKNOWN, gettext("not chosen"))
    conditions = governance.conditions_now(network)
    found = governance.verdict(network.form, conditions, limits)
    short = len(governance.shortages(network.form, conditions, limits))
    if short:
        return State(Fit.SHORT, ngettext("one shortage", "%(count)s shortages", short) % {"count": short})
    return State(FITS[found], text_of(found, "verdicts"))


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


def _change(change: ShownChange) -> Iterator[str]:
    if change.needed:
        if change.nearest:
            yield gettext("The nearest other form.")
        yield from (f"{capfirst(needed)}." for needed in change.needed)
    elif change.unmeasured:
        yield gettext("No shortage in what was measured.")
    else:
        yield gettext("Nothing has to change.")
    if change.unmeasured:
        names = ", ".join(name_of(condition).lower() for condition in change.unmeasured)
        yield gettext("Not measured: %(conditions)s.") % {"conditions": names}
    if change.current:
        yield gettext("The form it has.")
    if change.advised:
        yield gettext("The lightest that fits.")


def _known(each: ShownRequirement, signs: Signs) -> str:
    """What the register knows of one requirement."""
    match each.requirement:
        case Requirement.AGE:
            return _age(each, signs)
        case Requirement.STABILITY:
            return _stability(signs)
        case Requirement.INTEGRATION if signs.lead:
            return gettext("Led by %(name)s.") % {"name": signs.lead}
        case Requirement.INTEGRATION:
            return gettext("The register names no partner who leads.")
        case _:
            return _means(signs)


def _age(each: ShownRequirement, signs: Signs) -> str:
    if signs.months is None and signs.mature_on is not None:
        return gettext("It has yet to start.")
    if signs.months is None:
        return gettext("The register does not know when it began.")
    said = ngettext("It has existed for %(months)s month.", "It has existed for %(months)s months.", signs.months)
    said %= {"months": signs.months}
    if each.standing is not Standing.LACKS or signs.mature_on is None:
        return said
    return f"{said} " + gettext("It is three years old on %(day)s.") % {"day": day(signs.mature_on)}


def _stability(signs: Signs) -> str:
    said = gettext("Partners in two years: %(joined)s joined, %(left)s left; there are %(members)s now.") % {
        "joined": signs.joined,
        "left": signs.left,
        "members": signs.members,
    }
    changed = ngettext("Its form changed once.", "Its form changed %(times)s times.", signs.forms)
    return f"{said} " + changed % {"times": signs.forms} if signs.forms else said


def _means(signs: Signs) -> str:
    if signs.form is facts.Form.NAO:
        return gettext("It has an office of its own: the form is a network administrative organisation.")
    if signs.hours:
        hours = ngettext(
            "The authority gives %(hours)s hour a year.", "The authority gives %(hours)s hours a year.", signs.hours
        )
        return hours % {"hours": signs.hours}
    return gettext("The register does not know how many hours the authority gives.")


def _measurement(measurement: FormMeasurement, note: str) -> tuple[str, ...]:
    conditions, how = governance.conditions_of(measurement), how_measured(measurement)
    values = (_bare(condition, conditions.of(condition)) for condition in MEASURED)
    return (day(measurement.measured_on), *values, f"{how}. {note}" if note else how)


def _bare(condition: Condition, value: float | None) -> str:
    """The value on the scale its column is on."""
    return "–" if value is None else number(governance.as_shown(condition, value))
