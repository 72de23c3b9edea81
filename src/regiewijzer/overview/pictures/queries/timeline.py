"""Networks against the two-year mark."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.overview.pictures.queries.links import Href
from regiewijzer.science.facts import Network
from regiewijzer.science.limits import Limits
from regiewijzer.tools.effect.public import levels_in_words, life
from regiewijzer.ui.pictures.timeline import Timeline, timeline_picture
from regiewijzer.ui.section import Section
from regiewijzer.ui.wording import plain

MOST_ROWS = 40


def timeline_section(
    networks: Sequence[Network],
    today: date,
    limits: Limits,
    href: Href,
    *,
    picture_id: str = "timeline",
    most: int = MOST_ROWS,
) -> Section | None:
    """Oldest first; when there are too many, those without a start go first, then the oldest that are not late."""
    rows = [life(network, today, limits, href=href("network", network.ref)) for network in networks]
    kept = sorted(rows, key=lambda row: (not row.late, row.months is None, row.months or 0))[:most]
    kept.sort(key=lambda row: -(row.months if row.months is not None else -1))
    picture = timeline_picture(Timeline(levels_in_words(), tuple(kept), limits.effect_months), picture_id=picture_id)
    if picture is None:
        return None
    late = sum(row.late for row in rows)
    heading = (
        ngettext(
            "One network is past two years without a result",
            "%(count)s networks are past two years without a result",
            late,
        )
        % {"count": late}
        if late
        else gettext("Networks against the two-year mark")
    )
    note = (
        gettext("%(kept)s of %(total)s shown; the list has them all.") % {"kept": len(kept), "total": len(rows)}
        if len(kept) < len(rows)
        else ""
    )
    lead = gettext(
        "On average a network needs two years before it yields. "
        "That is a rule of thumb from the source, no chance that we compute."
    )
    return Section(heading, lead=(plain(lead),), picture=picture, note=note)
