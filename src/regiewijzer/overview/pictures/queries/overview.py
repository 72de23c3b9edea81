"""The three pictures of the overview."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.overview.facts.queries import Known
from regiewijzer.overview.pictures.queries.axis import axis_section
from regiewijzer.overview.pictures.queries.links import Href
from regiewijzer.overview.pictures.queries.overlap import overlap_section
from regiewijzer.overview.pictures.queries.timeline import timeline_section
from regiewijzer.science.facts import Register
from regiewijzer.science.limits import Limits
from regiewijzer.ui.section import Section


@dataclass(frozen=True, slots=True)
class OverviewPictures:
    """What the overview draws, and what the authority has, in words."""

    axis: Section | None
    overlap: Section | None
    timeline: Section | None
    counts: str
    empty: bool


def overview_pictures(known: Known, today: date, limits: Limits, href: Href) -> OverviewPictures:
    """Axis, map and timeline of the authority as it stands."""
    register = known.register
    return OverviewPictures(
        axis=axis_section(register.instruments, limits, href),
        overlap=overlap_section(known.pairs, limits, href),
        timeline=timeline_section([network for network in register.networks if network.started], today, limits, href),
        counts=counts_in_words(register),
        empty=not (register.networks or register.instruments or register.challenges),
    )


def counts_in_words(register: Register) -> str:
    """18 instruments, 14 networks and 127 partners."""
    return gettext("%(instruments)s, %(networks)s and %(partners)s") % {
        "instruments": ngettext("%(count)s instrument", "%(count)s instruments", len(register.instruments))
        % {"count": len(register.instruments)},
        "networks": ngettext("%(count)s network", "%(count)s networks", len(register.networks))
        % {"count": len(register.networks)},
        "partners": ngettext("%(count)s partner", "%(count)s partners", len(register.organisations))
        % {"count": len(register.organisations)},
    }
