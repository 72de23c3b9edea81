"""Networks against the two-year mark."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import get_language, gettext, ngettext

from regiewijzer.library import catalogue
from regiewijzer.overview.pictures.queries.section import Href, Section
from regiewijzer.science.effect import age_in_months, late_without_result
from regiewijzer.science.facts import Level, Network
from regiewijzer.science.limits import Limits
from regiewijzer.ui.pictures.timeline import NetworkLife, Timeline, timeline_picture

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
    rows = [_row(network, today, limits, href) for network in networks]
    kept = sorted(rows, key=lambda row: (not row.late, row.months is None, row.months or 0))[:most]
    kept.sort(key=lambda row: -(row.months if row.months is not None else -1))
    picture = timeline_picture(Timeline(_levels(), tuple(kept), limits.effect_months), picture_id=picture_id)
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
    return Section(
        heading,
        gettext(
            "On average a network needs two years before it yields. "
            "That is a rule of thumb from the source, no chance that we compute."
        ),
        picture,
        note,
    )


def _levels() -> tuple[str, ...]:
    return tuple(
        catalogue.word(level, "effect_levels").short.in_language(get_language() or "nl").lower() for level in Level
    )


def _row(network: Network, today: date, limits: Limits, href: Href) -> NetworkLife:
    return NetworkLife(
        name=network.name,
        months=age_in_months(network.started, today) if network.started else None,
        results=tuple((level in network.results) if network.results_known else None for level in Level),
        mandated=network.mandated,
        late=late_without_result(network, today, limits),
        href=href("network", network.ref),
    )
