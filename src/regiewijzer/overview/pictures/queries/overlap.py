"""The map of networks that share partners."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from regiewijzer.overview.pictures.queries.links import Href
from regiewijzer.science.limits import Limits
from regiewijzer.science.overlap import Pair
from regiewijzer.ui.pictures.overlap import MapLink, MapNode, OverlapMap, overlap_picture
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.section import Section
from regiewijzer.ui.wording import plain

MOST_NETWORKS = 14
MOST_LINES = 22


def overlap_section(
    pairs: Sequence[Pair], limits: Limits, href: Href, *, picture_id: str = "overlap"
) -> Section | None:
    """The map with its heading; None when no two networks share enough."""
    picture = map_of(pairs, limits, href, picture_id=picture_id)
    if picture is None:
        return None
    alike = sum(is_alike(pair, limits) for pair in pairs)
    heading = (
        ngettext(
            "Two networks sit with almost the same partners",
            "%(count)s pairs of networks sit with almost the same partners",
            alike,
        )
        % {"count": alike}
        if alike
        else gettext("Networks that share partners")
    )
    lead = gettext(
        "Networks that share at least %(count)s partners. Such a pair is no mistake: "
        "you choose whether you merge, align, leave or keep."
    )
    return Section(heading, lead=(plain(lead % {"count": limits.overlap_shared}),), picture=picture)


def map_of(pairs: Sequence[Pair], limits: Limits, href: Href, *, picture_id: str = "overlap") -> Picture | None:
    """The strongest pairs as a map: pairs are taken from the top until there are enough networks."""
    nodes: dict[str, MapNode] = {}
    links: list[MapLink] = []
    for pair in sorted(pairs, key=lambda pair: (-pair.containment, -pair.shared)):
        new = {str(network.ref) for network in (pair.first, pair.second)} - nodes.keys()
        if len(nodes) + len(new) > MOST_NETWORKS or len(links) >= MOST_LINES:
            continue
        for network in (pair.first, pair.second):
            nodes[str(network.ref)] = MapNode(
                key=str(network.ref),
                name=network.name,
                partners=len(network.partners),
                mandated=network.mandated,
                group=network.themes[0] if network.themes else "",
                href=href("network", network.ref),
            )
        links.append(MapLink(str(pair.first.ref), str(pair.second.ref), pair.shared, hot=is_alike(pair, limits)))
    return overlap_picture(OverlapMap(tuple(nodes.values()), tuple(links)), picture_id=picture_id)


def is_alike(pair: Pair, limits: Limits) -> bool:
    """Almost the same partners: nearly everybody of the smaller network also sits in the other."""
    return pair.containment >= limits.overlap_same and pair.shared >= limits.overlap_shared
