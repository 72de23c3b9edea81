"""How much power do our instruments use? One line per instrument on an axis from little to much enforcement power.

A mark stands under each type the instrument uses, larger as its share is larger; a thick stroke is its place.
"""

from dataclasses import replace

from django.utils.translation import gettext

from regiewijzer.ui.pictures.axis.drawing import narrow, wide
from regiewijzer.ui.pictures.axis.rows import Axis, Emphasis, InstrumentRow, Standing, TypeColumn
from regiewijzer.ui.pictures.axis.saying import description, twin
from regiewijzer.ui.pictures.picture import Picture, drawn_once, drawn_twice

__all__ = ["Axis", "Emphasis", "InstrumentRow", "Standing", "TypeColumn", "axis_picture"]


@drawn_once
def axis_picture(axis: Axis, *, picture_id: str) -> Picture | None:
    """The instruments sorted by their place, those without a type last; None when there is no instrument.

    ValueError when a row does not have one share per column.
    """
    if not axis.rows:
        return None
    if any(len(row.shares) != len(axis.columns) for row in axis.rows):
        raise ValueError("every instrument needs one share per column")
    axis = replace(axis, rows=tuple(sorted(axis.rows, key=_by_place)))
    return drawn_twice(
        picture_id,
        title=gettext("Axis of enforcement power"),
        description=description(axis),
        wide=wide(axis),
        narrow=narrow(axis),
        twin=twin(axis),
        links=any(row.href for row in axis.rows),
    )


def _by_place(row: InstrumentRow) -> tuple[bool, float]:
    return row.place is None, row.place or 0
