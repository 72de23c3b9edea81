"""The axis of power with the authority's instruments."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from regiewijzer.overview.pictures.queries.links import Href
from regiewijzer.science.facts import Instrument, InstrumentStatus
from regiewijzer.science.limits import Limits
from regiewijzer.tools.steering import public as steering
from regiewijzer.ui.pictures.axis import Axis, InstrumentRow, axis_picture
from regiewijzer.ui.section import Section
from regiewijzer.ui.wording import plain

MOST_ROWS = 40


def axis_section(
    instruments: Sequence[Instrument], limits: Limits, href: Href, *, picture_id: str = "axis", most: int = MOST_ROWS
) -> Section | None:
    """The picture, those that stand out first when there are too many; None without instruments."""
    running = [instrument for instrument in instruments if instrument.status is not InstrumentStatus.ENDED]
    rows = [steering.row_of(instrument, limits, href) for instrument in running]
    kept = sorted(rows, key=lambda row: not (row.emphasis or row.in_display_case))[:most]
    picture = axis_picture(Axis(steering.columns(limits), tuple(kept)), picture_id=picture_id)
    if picture is None:
        return None
    note = _note(len(kept), len(rows))
    return Section(steering.heading(rows), lead=(plain(_lead(rows)),), picture=picture, note=note)


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
