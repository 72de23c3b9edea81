"""What does the overview draw of an authority? Its pictures as HTML, stored beside the findings they go with."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Subquery
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string
from django.utils.translation import override

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.library.texts import active_language
from regiewijzer.overview.facts.queries import Snapshot, current_snapshot
from regiewijzer.overview.findings.models import Refresh
from regiewijzer.overview.pictures import links_of, overview_pictures


@dataclass(frozen=True, slots=True)
class OverviewDrawn:
    """The three pictures in one language, and what the authority has, in words."""

    html: str
    counts: str
    empty: bool


def drawn_in_every_language(authority: Authority, known: Snapshot) -> dict[str, dict[str, Any]]:
    """To store; by language."""
    drawn = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            drawn[language] = asdict(_drawn(authority, known))
    return drawn


def drawn_on(authority: Authority, today: date) -> OverviewDrawn:
    """As stored at the last refresh; drawn now when a fact or the day changed since."""
    last = Entry.objects.order_by("-number").values("number")[:1]
    at = Refresh.objects.filter(entry=Coalesce(Subquery(last), 0), day=today)
    stored: Mapping[str, Any] | None = at.values_list(f"pictures__{active_language()}", flat=True).first()
    return OverviewDrawn(**stored) if stored else _drawn(authority, current_snapshot(authority, today))


def _drawn(authority: Authority, known: Snapshot) -> OverviewDrawn:
    pictures = overview_pictures(known, known.register.today, limits_of(authority), links_of(authority))
    html = render_to_string("findings/_pictures.html", {"pictures": pictures, "authority": authority})
    return OverviewDrawn(html, pictures.counts, pictures.empty)
