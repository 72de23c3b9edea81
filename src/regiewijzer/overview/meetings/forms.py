"""What is ticked below minutes, and who was there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from regiewijzer.overview.meetings.queries import Owners, ProposedAction, ProposedMinutes
from regiewijzer.register.meetings.actions import ToDo
from regiewijzer.register.meetings.models import Seen
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.ui.forms import DayField

LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Ticked:
    """What somebody wants kept of a proposal. Wrong rows carry their errors."""

    proposal: ProposedMinutes
    agreements: list[str]

    @property
    def taken(self) -> list[ProposedAction]:
        return [each for each in self.proposal.actions if each.taken]

    @property
    def wrong(self) -> bool:
        return any(each.errors for each in self.taken)


def ticked(proposal: ProposedMinutes, owners: Owners, posted: QueryDict) -> Ticked:
    """The proposal with what was typed over it; what is ticked without an owner, or with a wrong day, says so."""
    for each in proposal.actions:
        chosen = posted.get(f"owner-{each.number}", each.owner)
        each.taken = f"take-{each.number}" in posted or (not each.owner and bool(chosen))  # naming who does it takes it
        each.words = posted.get(f"words-{each.number}", each.words).strip()[:LONGEST_WORDS]
        each.owner = chosen
        each.due = posted.get(f"due-{each.number}", each.due).strip()
        each.errors = list(_errors(each, owners)) if each.taken else []
    kept = [text for number, text in enumerate(proposal.agreements, 1) if f"agree-{number}" in posted]
    return Ticked(proposal, kept)


def _errors(each: ProposedAction, owners: Owners) -> Iterator[str]:
    if not each.words:
        yield _("Say in a few words what will be done.")
    if each.owner not in owners.by_code:
        if each.unknown:
            yield _("“%(name)s” is nobody we know here. Choose who does this.") % {"name": each.unknown}
        else:
            yield _("Choose who does this.")
    if each.due and _day(each.due) is None:
        yield _("“%(value)s” is not a date. Write it as 03/12/2026.") % {"value": each.due}


def _day(typed: str) -> date | None:
    try:
        found = DayField(required=False).clean(typed)
    except ValidationError:
        return None
    return found if isinstance(found, date) else None


def to_do_of(taken: Sequence[ProposedAction], owners: Owners) -> list[ToDo]:
    """What will be kept; everything in it was found right."""
    chosen = [owners.by_code[each.owner] for each in taken]
    organisations = Organisation.objects.in_bulk([owner.organisation for owner in chosen if owner.organisation])
    persons = Person.objects.in_bulk([owner.person for owner in chosen if owner.person])
    return [
        ToDo(
            words=each.words,
            due=_day(each.due) if each.due else None,
            done=each.done,
            organisation=organisations.get(owner.organisation or 0),
            person=persons.get(owner.person or 0),
            colleague=owner.colleague,
            note=each.note,
        )
        for each, owner in zip(taken, chosen, strict=True)
    ]


def presence_of(members: Mapping[int, Sequence[int]], posted: QueryDict) -> dict[int, tuple[str, int | None]]:
    """State and person of each partner, by its key, as far as they are ones there are.

    members: who sits there for each partner.
    """
    found: dict[int, tuple[str, int | None]] = {}
    for organisation, persons in members.items():
        state = posted.get(f"seen-{organisation}", "")
        if state and state not in set(Seen):
            continue
        typed = posted.get(f"person-{organisation}", "")
        person = int(typed) if typed.isdecimal() and int(typed) in persons else None
        found[organisation] = (state, person or (persons[0] if len(persons) == 1 else None))
    return found
