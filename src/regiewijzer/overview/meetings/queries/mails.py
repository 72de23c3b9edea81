"""To whom is a mail about a network written, and what does the mail of a week hold?"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import ngettext

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.meetings.models import (
    Action,
    Meeting,
)
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import members_of, networks_of_manager
from regiewijzer.register.organisations.models import Person

A_WEEK = timedelta(days=7)


def persons_to_write_to(network: Network) -> tuple[list[Person], tuple[str, ...]]:
    """Who sits there and has an address, each once, and the names of those without one."""
    persons = {each.person_id: each.person for seat in members_of(network) for each in seat.delegates.all()}
    found = sorted(persons.values(), key=lambda person: (person.name, person.pk))
    return [each for each in found if each.email], tuple(each.name for each in found if not each.email)


@dataclass(frozen=True, slots=True)
class Week:
    """What a week asks of one colleague: meetings of own networks, own actions, and what is late."""

    meetings: list[Meeting]
    late: list[Action]
    due: list[Action]
    reviews: list[Decision]

    @property
    def empty(self) -> bool:
        return not (self.meetings or self.late or self.due or self.reviews)

    @property
    def in_short(self) -> str:
        """Two meetings, one action late."""
        parts = [
            ngettext("%(count)s meeting", "%(count)s meetings", len(self.meetings)) % {"count": len(self.meetings)},
            ngettext("%(count)s action late", "%(count)s actions late", len(self.late)) % {"count": len(self.late)},
            ngettext("%(count)s action due", "%(count)s actions due", len(self.due)) % {"count": len(self.due)},
            ngettext("%(count)s decision to look at again", "%(count)s decisions to look at again", len(self.reviews))
            % {"count": len(self.reviews)},
        ]
        sizes = (self.meetings, self.late, self.due, self.reviews)
        return ", ".join(part for part, rows in zip(parts, sizes, strict=True) if rows)


def week_of(position: Position, today: date) -> Week:
    """Of the seven days from today: for a manager own networks, for everybody own actions and decisions."""
    own = networks_of_manager(position).values("pk")
    last = today + A_WEEK
    meetings = Meeting.objects.to_come(today).filter(network__in=own, held_on__lt=last).select_related("network")
    mine = Action.objects.open().filter(colleague=position).select_related("network")
    reviews = Decision.objects.to_review(last).filter(decided_by=position)
    return Week(
        meetings=list(meetings),
        late=list(mine.filter(due__lt=today)),
        due=list(mine.filter(due__gte=today, due__lt=last)),
        reviews=list(reviews.order_by("review_on", "pk")),
    )
