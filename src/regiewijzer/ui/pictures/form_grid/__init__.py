"""Does the form of governance still fit? Each form against each condition, with the mark of one network.

A band shows where a form holds; a line carries the measured value through all forms. Never a mean.
"""

from django.utils.translation import gettext

from regiewijzer.ui.pictures.form_grid.drawing import narrow, wide
from regiewijzer.ui.pictures.form_grid.rows import Cell, Condition, FormGrid, FormRow, OwnMeasure
from regiewijzer.ui.pictures.form_grid.saying import description, twin
from regiewijzer.ui.pictures.picture import Picture, drawn_once, drawn_twice

__all__ = ["Cell", "Condition", "FormGrid", "FormRow", "OwnMeasure", "form_grid_picture"]


@drawn_once
def form_grid_picture(grid: FormGrid, *, picture_id: str) -> Picture | None:
    """The grid; None without forms or conditions. ValueError when a form does not have one cell per condition."""
    if not grid.forms or not grid.conditions:
        return None
    if any(len(form.cells) != len(grid.conditions) for form in grid.forms):
        raise ValueError("every form needs one cell per condition")
    return drawn_twice(
        picture_id,
        title=gettext("Forms of governance against what they need"),
        description=description(grid),
        wide=wide(grid),
        narrow=narrow(grid),
        twin=twin(grid),
    )
