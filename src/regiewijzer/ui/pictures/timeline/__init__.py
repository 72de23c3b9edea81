"""Is a network past two years without a result? Networks by age against a mark, with their results per level."""

from dataclasses import replace

from django.utils.translation import gettext

from regiewijzer.ui.pictures.picture import Picture, drawn_once, drawn_twice
from regiewijzer.ui.pictures.timeline.drawing import narrow, wide
from regiewijzer.ui.pictures.timeline.rows import NetworkLife, Timeline
from regiewijzer.ui.pictures.timeline.saying import description, twin
from regiewijzer.ui.pictures.words import age

__all__ = ["NetworkLife", "Timeline", "timeline_picture"]


@drawn_once
def timeline_picture(timeline: Timeline, *, picture_id: str) -> Picture | None:
    """The networks from old to young, those of unknown age last; None when there is no network.

    ValueError when a network does not have one result per level.
    """
    if not timeline.rows:
        return None
    if any(len(row.results) != len(timeline.levels) for row in timeline.rows):
        raise ValueError("every network needs one result per level")
    timeline = replace(timeline, rows=tuple(sorted(timeline.rows, key=_from_old_to_young)))
    return drawn_twice(
        picture_id,
        title=gettext("Networks against the mark of %(age)s") % {"age": age(timeline.mark)},
        description=description(timeline),
        wide=wide(timeline),
        narrow=narrow(timeline),
        twin=twin(timeline),
        links=any(row.href for row in timeline.rows),
    )


def _from_old_to_young(row: NetworkLife) -> tuple[bool, int]:
    return row.months is None, -(row.months or 0)
