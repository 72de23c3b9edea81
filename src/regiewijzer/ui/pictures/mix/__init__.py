"""How do the instruments for one challenge act on each other? A matrix: whoever acts in a row, on whom in a column.

A plus reinforces, a cross works against, an arrow needs, an equals sign replaces; each is also a word in the table.
"""

from django.utils.translation import gettext

from regiewijzer.ui.pictures.mix.drawing import narrow, wide
from regiewijzer.ui.pictures.mix.rows import Acting, Action, Mix
from regiewijzer.ui.pictures.mix.saying import description, twin
from regiewijzer.ui.pictures.picture import Picture, drawn_once, drawn_twice

__all__ = ["Acting", "Action", "Mix", "mix_picture"]


@drawn_once
def mix_picture(mix: Mix, *, picture_id: str) -> Picture | None:
    """None when no instrument acts on another. ValueError when an action names an instrument that is not there."""
    if not mix.actions:
        return None
    outside = [action for action in mix.actions if not {action.acting, action.on} <= set(range(len(mix.names)))]
    if outside:
        raise ValueError(f"{outside[0]} names an instrument that is not in the mix of {len(mix.names)}")
    return drawn_twice(
        picture_id,
        title=gettext("How your instruments act on each other"),
        description=description(mix),
        wide=wide(mix),
        narrow=narrow(mix),
        twin=twin(mix),
        links=any(mix.hrefs),
    )
