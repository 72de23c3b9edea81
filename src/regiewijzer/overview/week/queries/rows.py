"""What is a line of the first page, and what is on somebody's own name?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.queries import FindingRow
from regiewijzer.overview.findings.sections import OverviewDrawn, drawn_on
from regiewijzer.register.confirmations.models import Confirmation
from regiewijzer.register.meetings.models import Action
from regiewijzer.science.coverage import Coverage
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.wording import day

MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it is, where it leads (empty: nowhere), what stands beside it, and whether it is late."""

    text: str
    url: str = ""
    beside: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page. `empty` is said when it has no rows; `do` is a label with the page where it is done.

    `late`: how many actions of this part are late, shown or not.
    """

    title: str
    rows: tuple[Row, ...]
    empty: str = ""
    do: tuple[str, str] | None = None
    first: bool = False
    late: int = 0


@dataclass(frozen=True, slots=True)
class Home:
    """The whole page; `empty`: nothing stands in the register yet, so there is nothing to tell."""

    heading: str
    lead: str
    parts: tuple[Part, ...]
    empty: bool = False


def answers_of_partners(reader: "Reader", waiting: Sequence[Confirmation]) -> Part:
    """What partners answered about their own seat, and nobody looked at."""
    rows = [
        Row(
            f"{each.membership.organisation.name}, {each.membership.network.name}",
            reader.to("confirmations"),
            _("says that it is right") if each.says_nothing_changed else _("proposes something"),
        )
        for each in waiting[:MOST_ROWS]
    ]
    return Part(_("Answers of partners"), tuple(rows), do=(_("Look at them"), reader.to("confirmations")))


@dataclass(frozen=True)
class Reader:
    """Who opens the page, on which day."""

    position: Position
    authority: Authority
    today: date

    @cached_property
    def drawn(self) -> OverviewDrawn:
        """How much is known of this authority; asked for only where a part has nothing to show."""
        return drawn_on(self.authority, self.today)

    @property
    def computing(self) -> bool:
        """Whether findings are to come: then none that is open says nothing yet."""
        return self.drawn.coverage == Coverage.COMPUTING

    def to(self, name: str, *arguments: int) -> str:
        return address_of(name, self.authority.slug, *arguments)


def own_tasks(reader: Reader, still_open: Sequence[FindingRow]) -> Iterable[Part]:
    actions = list(Action.objects.open().filter(colleague=reader.position).select_related("network"))
    yield Part(
        _("My actions"),
        tuple(action_row(reader, each) for each in actions[:MOST_ROWS]),
        _("No action is on your name."),
        (_("All actions"), reader.to("actions")),
        late=sum(each.is_overdue(reader.today) for each in actions),
    )
    mine = [row for row in still_open if row.stored.owner_id == reader.position.pk]
    if mine:
        yield Part(
            _("Findings you look into"),
            finding_rows(reader, mine[:MOST_ROWS]),
            do=(_("Open the list"), f"{reader.to('findings')}?owner=me"),
        )


def action_row(reader: Reader, action: Action, *, who: bool = False, url: str = "") -> Row:
    about = [action.network.name if action.network else "", action.owner if who else ""]
    if action.due:
        about.append(_("by %(day)s") % {"day": day(action.due)})
    return Row(
        action.name,
        url or reader.to("action", action.pk),
        ", ".join(each for each in about if each),
        action.is_overdue(reader.today),
    )


def finding_rows(reader: Reader, rows: Sequence[FindingRow]) -> tuple[Row, ...]:
    whole = StoredFinding.objects.in_bulk([row.stored.pk for row in rows])
    limits = limits_of(reader.authority)
    return tuple(
        Row(stored.text(limits).sentence.plain, reader.to("finding", stored.pk), str(stored.text(limits).label))
        for stored in (whole[row.stored.pk] for row in rows)
    )


def on_day(value: date) -> str:
    """Friday 4 December."""
    return date_format(value, "l j F")


def none_late(actions: QuerySet[Action]) -> str:
    """That no action is late is told only where there are actions."""
    return _("No action is late.") if actions.exists() else _("No action is open.")
