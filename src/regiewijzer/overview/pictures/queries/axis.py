"""The axis of power with the authority's instruments."""

from collections.abc import Sequence

from django.utils.translation import get_language, gettext, ngettext

from regiewijzer.library import catalogue
from regiewijzer.overview.pictures.queries.section import Href, Section
from regiewijzer.science.facts import Instrument, InstrumentStatus, Power
from regiewijzer.science.limits import Limits
from regiewijzer.science.power import Proportion, place, proportion
from regiewijzer.ui.pictures.axis import Axis, Emphasis, InstrumentRow, Standing, TypeColumn, axis_picture
from regiewijzer.ui.pictures.canvas import Shape

SHAPES = {
    Power.COMMUNICATIVE: Shape.CIRCLE,
    Power.MARKET: Shape.SQUARE,
    Power.FINANCIAL: Shape.DIAMOND,
    Power.LEGAL: Shape.TRIANGLE,
}
STANDINGS = {InstrumentStatus.PLANNED: Standing.PLANNED, InstrumentStatus.ENDED: Standing.ENDED}
MOST_ROWS = 40


def axis_section(
    instruments: Sequence[Instrument], limits: Limits, href: Href, *, picture_id: str = "axis", most: int = MOST_ROWS
) -> Section | None:
    """The picture, those that stand out first when there are too many; None without instruments."""
    running = [instrument for instrument in instruments if instrument.status is not InstrumentStatus.ENDED]
    rows = [_row(instrument, limits, href) for instrument in running]
    kept = sorted(rows, key=lambda row: not (row.emphasis or row.in_display_case))[:most]
    picture = axis_picture(Axis(_columns(limits), tuple(kept)), picture_id=picture_id)
    if picture is None:
        return None
    return Section(_heading(rows), _lead(rows), picture, _note(len(kept), len(rows)))


def _columns(limits: Limits) -> tuple[TypeColumn, ...]:
    return tuple(_column(power) for power in limits.power_order)


def _column(power: Power) -> TypeColumn:
    words = {
        Power.COMMUNICATIVE: (gettext("you convince"), gettext("Convince")),
        Power.MARKET: (gettext("you stimulate"), gettext("Stimulate")),
        Power.FINANCIAL: (gettext("you control the money"), gettext("Money")),
        Power.LEGAL: (gettext("you oblige"), gettext("Oblige")),
    }
    verb, short = words[power]
    name = catalogue.word(power, "powers").short.in_language(get_language() or "nl")
    return TypeColumn(name=name, short=short, verb=verb, shape=SHAPES[power])


def _row(instrument: Instrument, limits: Limits, href: Href) -> InstrumentRow:
    emphasis, words = _emphasis(instrument, limits)
    return InstrumentRow(
        name=instrument.name,
        shares=tuple(instrument.shares.get(power, 0) for power in limits.power_order),
        place=place(instrument.shares, limits).mean,
        in_display_case=instrument.status is InstrumentStatus.DISPLAY_CASE,
        emphasis=emphasis,
        words=words,
        standing=STANDINGS.get(instrument.status, Standing.IN_USE),
        href=href("instrument", instrument.ref),
    )


def _emphasis(instrument: Instrument, limits: Limits) -> tuple[Emphasis | None, str]:
    if not instrument.evaluations:
        return None, ""
    last = instrument.evaluations[-1]
    found = proportion(last.power_used, last.power_needed, last.goal_reached, limits)
    if found is Proportion.TOO_STRONG:
        return Emphasis.STRONG, gettext("stronger than needed")
    if found is Proportion.TOO_WEAK:
        return Emphasis.WEAK, gettext("too weak for its goal")
    return None, ""


def _heading(rows: Sequence[InstrumentRow]) -> str:
    strong = sum(row.emphasis is Emphasis.STRONG for row in rows)
    if strong:
        return ngettext(
            "One instrument is stronger than needed", "%(count)s instruments are stronger than needed", strong
        ) % {"count": strong}
    return gettext("Your instruments, from little to much power")


def _lead(rows: Sequence[InstrumentRow]) -> str:
    mixes = sum(len(row.used) > 1 for row in rows)
    parts = [
        ngettext(
            "You have %(count)s instrument.",
            "Your %(count)s instruments, from little to much enforcement power.",
            len(rows),
        )
        % {"count": len(rows)},
        gettext("More power is not better: take no more than needed."),
    ]
    if mixes:
        parts.append(ngettext("One of them is a mix.", "%(count)s of them are a mix.", mixes) % {"count": mixes})
    return " ".join(parts)


def _note(kept: int, total: int) -> str:
    return (
        gettext("%(kept)s of %(total)s shown; the list has them all.") % {"kept": kept, "total": total}
        if kept < total
        else ""
    )
