"""The next meeting on one page: the agenda, who must be there, what was promised and not fed back, open actions.

Promises stand there for who sees the mandates of the network alone; a page without them says nothing of them.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.meetings.queries.meeting import Guest, MeetingPage
from regiewijzer.overview.reports.documents.letterhead import meeting_head, sender_of
from regiewijzer.overview.reports.documents.pdf import Pdf, Template, render_pdf
from regiewijzer.overview.reports.documents.report_model import Chapter, Dossier, Facts, Prose
from regiewijzer.register.networks.queries import PHASES, REQUIRED_SEATS, required_seats_of
from regiewijzer.science.facts.arena import CORE, NOT_NEEDED
from regiewijzer.tools.arena.public import ARENAS, Placed, shown_arena
from regiewijzer.tools.mandates.public import Promise
from regiewijzer.ui.pictures.picture import Table
from regiewijzer.ui.section import Fact
from regiewijzer.ui.wording import day, plain, worded

ROWS = (PHASES, REQUIRED_SEATS, ARENAS)  # of the network, read with the page of the meeting
MOST = (12, 8, 5, 3)  # lines of each part, until it fits on one page


def as_pdf(page: MeetingPage, promises: Sequence[Promise] | None, authority: Authority, today: date) -> Pdf:
    """The page as a PDF, with as many lines of each part as one page holds. Inside the authority."""
    for most, fewer in pairwise((*MOST, 0)):
        made = render_pdf(Template.NETWORK, paper_of(page, promises, authority, today, most), on=today)
        if made.pages == 1 or not fewer:
            break
    return made


def paper_of(
    page: MeetingPage, promises: Sequence[Promise] | None, authority: Authority, today: date, most: int = MOST[0]
) -> Dossier:
    """What stands on it, before it is set in type. `promises` is None for who may not see them."""
    meeting = page.meeting
    chapters = [
        Chapter(_("Agenda"), _agenda(page, most)),
        Chapter(_("Who must be there"), (Prose(tuple(_who(page))),)),
        *([Chapter(_("Promises to feed back"), _promised(promises, most))] if promises is not None else []),
        Chapter(_("Open actions"), _to_do(page, today, most)),
    ]
    return Dossier(
        head=meeting_head(sender_of(authority), meeting.network.name, today),
        lead=plain(date_format(meeting.held_on, "l j F Y")),
        goal="",
        facts=Facts(tuple(_facts(page))),
        chapters=tuple(chapters),
        appendix=None,
        contents="",
    )


def _facts(page: MeetingPage) -> Iterator[Fact]:
    meeting = page.meeting
    yield Fact(_("Time"), f"{meeting.starts:%H:%M} – {meeting.ends:%H:%M}")
    yield Fact(_("Place"), meeting.place or _("not said"))
    yield Fact(_("Comes"), _("nobody said yet") if page.presence_unknown else str(page.coming))


def _agenda(page: MeetingPage, most: int) -> tuple[Prose | Table, ...]:
    if not page.items:
        proposed = "; ".join(each.item.title for each in page.proposed[:most])
        said = plain(_("The agenda is not made yet."))
        return (Prose((said, worded(_("**Proposed:** %(items)s"), items=proposed)) if proposed else (said,)),)
    head = (_("Hour"), _("Item"), _("Aim"), _("Who"))
    rows = tuple(
        (f"{each.at:%H:%M}", each.item.title, str(each.item.get_aim_display()), each.item.who or "–")
        for each in page.items[:most]
    )
    return _cut(Table(_("Agenda"), head, rows, widths=(0.6, 3.6, 1.0, 1.2)), len(page.items))


def _who(page: MeetingPage) -> Iterator[Sentence]:
    """Core and required partners first, then who is core and sits not there, the others, and who need not come."""
    network = page.meeting.network
    arena = shown_arena(network)
    placed: dict[int, Placed] = {each.organisation_id: each for each in arena.placed.all()} if arena else {}
    asked = {each.organisation_id for seat in required_seats_of(network) for each in seat.holders}
    inside = {guest.membership.organisation_id for guest in page.guests}
    core = [each for each in page.guests if _rank(placed, each) == CORE or each.membership.organisation_id in asked]
    idle = [each for each in page.guests if _rank(placed, each) == NOT_NEEDED and each not in core]
    others = [each for each in page.guests if each not in core and each not in idle]
    absent = sorted(row.organisation.name for key, row in placed.items() if row.rank == CORE and key not in inside)
    if arena is None:
        yield plain(_("For the phase of today nobody looked yet at who is needed."))
    yield from _named(_("**Core, or in a required seat:** %(names)s"), core)
    if absent:
        yield worded(_("**Belongs to the core, and is not at the table:** %(names)s"), names=", ".join(absent))
    yield from _named(_("**Also a member:** %(names)s"), others)
    yield from _named(_("**Not needed now, can do with the minutes:** %(names)s"), idle)


def _rank(placed: dict[int, Placed], guest: Guest) -> int | None:
    row = placed.get(guest.membership.organisation_id)
    return row.rank if row else None


def _named(pattern: str, guests: Sequence[Guest]) -> Iterator[Sentence]:
    nobody = _("nobody")
    names = [f"{each.membership.organisation} ({each.persons or nobody})" for each in guests]
    if names:
        yield worded(pattern, names="; ".join(names))


def _promised(promises: Sequence[Promise], most: int) -> tuple[Prose | Table, ...]:
    only = Prose((plain(_("Only for who sees the mandates of this network.")),), small=True)
    if not promises:
        return (Prose((plain(_("Nothing that was promised waits to be fed back.")),)), only)
    head = (_("Partner"), _("Promised"), _("On"))
    rows = tuple((each.membership.organisation.name, each.text, day(each.promised_on)) for each in promises[:most])
    return (*_cut(Table(_("Promises to feed back"), head, rows, widths=(1.4, 3.2, 1.1)), len(promises)), only)


def _to_do(page: MeetingPage, today: date, most: int) -> tuple[Prose | Table, ...]:
    if not page.to_do:
        return (Prose((plain(_("No action is open.")),)),)
    found = sorted(page.to_do, key=lambda each: (each.due is None, each.due or today))
    head = (_("Action"), _("Who"), _("By when"))
    rows = tuple(
        (each.name, each.owner or _("nobody"), _due(each.due, late=each.is_overdue(today))) for each in found[:most]
    )
    return _cut(Table(_("Open actions"), head, rows, widths=(3.0, 1.7, 1.4)), len(found))


def _due(due: date | None, *, late: bool) -> str:
    if due is None:
        return "–"
    return _("%(day)s, overdue") % {"day": day(due)} if late else day(due)


def _cut(table: Table, total: int) -> tuple[Prose | Table, ...]:
    """The table, and how many lines did not fit on the page."""
    left = total - len(table.rows)
    if not left:
        return (table,)
    more = ngettext("%(count)s more is in Regiewijzer.", "%(count)s more are in Regiewijzer.", left) % {"count": left}
    return (table, Prose((plain(more),), small=True))
