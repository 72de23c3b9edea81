"""Did the decision help? What was, what is and what the review found, each against what is needed.

Hollow is then, filled is now, the band is what is needed; a dashed cell waits for the review.
"""

from django.utils.translation import gettext

from regiewijzer.ui.pictures.before_after.drawing import narrow, wide
from regiewijzer.ui.pictures.before_after.rows import BeforeAfter, ChangeRow, Reading
from regiewijzer.ui.pictures.before_after.saying import description, twin
from regiewijzer.ui.pictures.picture import Picture, drawn_once, drawn_twice

__all__ = ["BeforeAfter", "ChangeRow", "Reading", "before_after_picture"]


@drawn_once
def before_after_picture(change: BeforeAfter, *, picture_id: str) -> Picture | None:
    """The conditions in the order given; None without conditions."""
    if not change.rows:
        return None
    return drawn_twice(
        picture_id,
        title=gettext("Before and after"),
        description=description(change),
        wide=wide(change),
        narrow=narrow(change),
        twin=twin(change),
    )
