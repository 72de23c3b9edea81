"""The pictures of an authority: facts and rules put into the shapes that ui/pictures draws."""

from regiewijzer.overview.pictures.queries.axis import axis_section
from regiewijzer.overview.pictures.queries.history import history_picture_of
from regiewijzer.overview.pictures.queries.links import links_of
from regiewijzer.overview.pictures.queries.overlap import map_of, overlap_section
from regiewijzer.overview.pictures.queries.overview import OverviewPictures, overview_pictures
from regiewijzer.overview.pictures.queries.timeline import timeline_section

__all__ = [
    "OverviewPictures",
    "axis_section",
    "history_picture_of",
    "links_of",
    "map_of",
    "overlap_section",
    "overview_pictures",
    "timeline_section",
]
