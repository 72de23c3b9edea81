"""What does the overview draw of an authority? Its pictures as HTML, stored beside the findings they go with."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
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
from regiewijzer.overview.findings.wording import nothing_open
from regiewijzer.overview.pictures import links_of, overview_pictures
from regiewijzer.science.coverage import Coverage, Looked, looked_at


@dataclass(frozen=True, slots=True)
class OverviewDrawn:
    """The three pictures in one language, what the authority has in words, and what it says that no finding is open."""

    html: str
    counts: str
    coverage: str
    nothing_open: str


def drawn_in_every_language(authority: Authority, known: Snapshot) -> dict[str, dict[str, Any]]:
    """To store; by language."""
    drawn = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            drawn[language] = asdict(_drawn(authority, known))
    return drawn


def drawn_on(authority: Authority, today: date) -> OverviewDrawn:
    """As stored at the last refresh. When a fact or the day changed since it is drawn now: findings are to come."""
    last = Entry.objects.order_by("-number").values("number")[:1]
    at = Refresh.objects.filter(entry=Coalesce(Subquery(last), 0), day=today)
    stored: Mapping[str, Any] | None = at.values_list(f"pictures__{active_language()}", flat=True).first()
    if stored and stored.keys() == {field.name for field in fields(OverviewDrawn)}:
        return OverviewDrawn(**stored)
    drawn = _drawn(authority, current_snapshot(authority, today))
    if stored or drawn.coverage == Coverage.EMPTY:
        return drawn
    return replace(drawn, coverage=Coverage.COMPUTING, nothing_open=nothing_open(Looked(), Coverage.COMPUTING))


def _drawn(authority: Authority, known: Snapshot) -> OverviewDrawn:
    pictures = overview_pictures(known, known.register.today, limits_of(authority), links_of(authority))
    html = render_to_string("findings/_pictures.html", {"pictures": pictures, "authority": authority})
    looked = looked_at(known.register)
    said = nothing_open(looked, looked.coverage)
    return OverviewDrawn(html, pictures.counts, looked.coverage.value, said)
