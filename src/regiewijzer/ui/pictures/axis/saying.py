"""What does the axis of power say in words, and as a table?"""

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.axis.rows import Axis
from regiewijzer.ui.pictures.table import Table
from regiewijzer.ui.pictures.words import decimal, enumeration, sentences


def description(axis: Axis) -> str:
    count, mixes = len(axis.rows), sum(len(row.used) > 1 for row in axis.rows)
    cases = [row.name for row in axis.rows if row.in_display_case]
    moved = [row.name for row in axis.rows if row.place_before is not None]
    stressed = [f"{row.name} ({row.remark})" for row in axis.rows if row.emphasis and row.remark]
    return sentences(
        (
            ngettext(
                "%(count)d instrument, from little to much enforcement power.",
                "%(count)d instruments, from little to much enforcement power.",
                count,
            )
            % {"count": count},
            ngettext("%(count)d is a mix of types.", "%(count)d are a mix of types.", mixes) % {"count": mixes}
            if mixes
            else "",
            gettext("A stick in the display case: %(names)s.") % {"names": enumeration(cases)} if cases else "",
            gettext("Stood elsewhere before: %(names)s.") % {"names": enumeration(moved)} if moved else "",
            gettext("Stands out: %(names)s.") % {"names": enumeration(stressed)} if stressed else "",
        )
    )


def twin(axis: Axis) -> Table:
    columns = tuple(column.name for column in axis.columns)
    rows = tuple(
        (
            row.name,
            *(gettext("%(share)d %%") % {"share": share} if share else "" for share in row.shares),
            "" if row.place is None else decimal(row.place, 2),
            *(("" if row.place_before is None else decimal(row.place_before, 2),) if axis.compares else ()),
            row.remark,
        )
        for row in axis.rows
    )
    before = (gettext("Place before"),) if axis.compares else ()
    head = (gettext("Instrument"), *columns, gettext("Place on the axis"), *before, gettext("Remark"))
    return Table(
        gettext("Instruments on the axis of enforcement power"),
        head,
        rows,
        numeric=tuple(range(1, len(columns) + len(before) + 2)),
    )
