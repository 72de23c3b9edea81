"""What does this week ask? For each role its own parts, of rows that lead to what somebody in that role may do."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.overview.findings.wording import NOTHING_OPEN
from regiewijzer.overview.week.queries.coordinating import of_coordinator
from regiewijzer.overview.week.queries.keeping import of_contributor, of_facilitator, of_reader
from regiewijzer.overview.week.queries.managing import of_manager
from regiewijzer.overview.week.queries.partner import of_guest
from regiewijzer.overview.week.queries.rows import Home, Part, Reader
from regiewijzer.science.coverage import Coverage

PartsOf = Callable[[Reader], Iterable[Part]]


def home_of(position: Position, authority: Authority, today: date) -> Home:
    """What this week asks of this person."""
    reader, role = Reader(position, authority, today), Role(position.role)
    parts = tuple(part for part in PARTS[role](reader) if part.rows or part.empty)
    if role is not Role.GUEST and not any(part.rows for part in parts):
        if reader.drawn.coverage == Coverage.EMPTY:
            return Home(str(NOTHING_OPEN[Coverage.EMPTY]), reader.drawn.nothing_open, (), empty=True)
        if reader.computing:
            return Home(str(NOTHING_OPEN[Coverage.COMPUTING]), str(LEADS[role]), parts)
    return Home(_heading(parts), str(LEADS[role]), parts)


def _heading(parts: Sequence[Part]) -> str:
    if late := max((part.late for part in parts), default=0):
        return ngettext("%(count)s action is late", "%(count)s actions are late", late) % {"count": late}
    if any(part.rows for part in parts):
        return _("This week")
    return _("Nothing waits for you this week")


PARTS: dict[Role, PartsOf] = {
    Role.ADMINISTRATOR: of_coordinator,
    Role.COORDINATOR: of_coordinator,
    Role.NETWORK_MANAGER: of_manager,
    Role.CONTRIBUTOR: of_contributor,
    Role.FACILITATOR: of_facilitator,
    Role.READER: of_reader,
    Role.GUEST: of_guest,
}
LEADS: dict[Role, Promise] = {
    Role.ADMINISTRATOR: gettext_lazy("What is new, what is due, and for whom it waits."),
    Role.COORDINATOR: gettext_lazy("What is new, what is due, and for whom it waits."),
    Role.NETWORK_MANAGER: gettext_lazy("Your next meeting, what is late, and what asks for a decision."),
    Role.CONTRIBUTOR: gettext_lazy("What you do, and which records to look at again."),
    Role.FACILITATOR: gettext_lazy("Your sessions."),
    Role.READER: gettext_lazy("Reports, decisions, and what asks for one."),
    Role.GUEST: gettext_lazy("What your organisation sits in, promised and still has to do."),
}
