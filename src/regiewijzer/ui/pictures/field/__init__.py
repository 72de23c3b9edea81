"""Where does the authority stand per policy field? A square of own script and power, a numbered mark for each field.

After the four types of Pröpper 2004: no corner is better than another. A hollow mark is where it stood before.
"""

from django.utils.translation import gettext

from regiewijzer.ui.pictures.field.drawing import narrow, wide
from regiewijzer.ui.pictures.field.rows import Corner, Field, FieldMark
from regiewijzer.ui.pictures.field.saying import description, twin
from regiewijzer.ui.pictures.picture import Picture, drawn_once, drawn_twice

__all__ = ["Corner", "Field", "FieldMark", "field_picture"]


@drawn_once
def field_picture(field: Field, *, picture_id: str) -> Picture | None:
    """The marks in the order given; None without marks."""
    if not field.marks:
        return None
    return drawn_twice(
        picture_id,
        title=gettext("Own script and power per policy field"),
        description=description(field),
        wide=wide(field),
        narrow=narrow(field),
        twin=twin(field),
    )
