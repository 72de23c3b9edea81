"""Which networks sit with the same partners? Networks as marks, shared partners as lines; the strongest pairs first."""

from django.utils.translation import gettext

from regiewijzer.ui.pictures.overlap.map_drawing import draw_map
from regiewijzer.ui.pictures.overlap.pair_drawing import draw_pairs
from regiewijzer.ui.pictures.overlap.rows import MapLink, MapNode, OverlapMap
from regiewijzer.ui.pictures.overlap.saying import description, twin
from regiewijzer.ui.pictures.picture import Picture, drawn_once, drawn_twice

__all__ = ["MapLink", "MapNode", "OverlapMap", "overlap_picture"]


@drawn_once
def overlap_picture(overlap: OverlapMap, *, picture_id: str) -> Picture | None:
    """The map, and on a narrow sheet its six strongest pairs; None when no two networks share a partner."""
    if not overlap.pairs:
        return None
    return drawn_twice(
        picture_id,
        title=gettext("Networks that share partners"),
        description=description(overlap),
        wide=draw_map(overlap),
        narrow=draw_pairs(overlap),
        twin=twin(overlap),
        links=any(node.href for node in overlap.nodes),
    )
