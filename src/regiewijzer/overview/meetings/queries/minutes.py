"""What do pasted minutes propose, and who can own an action of a network?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.register.meetings.models import (
    Meeting,
)
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import members_of
from regiewijzer.science.minutes.reading import read_minutes
from regiewijzer.science.minutes.shapes import MarkedAction
from regiewijzer.ui.wording import clipped

LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who can own an action. `code` names it in a form: o is a partner, p a person, c a colleague."""

    code: str
    name: str
    organisation: int | None = None
    person: int | None = None
    colleague: int | None = None


@dataclass(frozen=True, slots=True)
class Owners:
    """Who can own an action of a network, by code and by every name they go by."""

    by_code: Mapping[str, Owner]
    by_name: Mapping[str, Owner | None]  # None: several go by it

    def named(self, words: str) -> Owner | None:
        """Whom these words mean; None when it is nobody here, or may be several."""
        return self.by_name.get(words.casefold().strip())


def owners_of(network: Network, authority: Authority) -> Owners:
    """Partners of today, who sits there for them, and colleagues."""
    found: list[Owner] = []
    for membership in members_of(network):
        organisation = membership.organisation
        found.extend(
            Owner(
                f"p{delegate.person_id}",
                f"{delegate.person.name} ({organisation.name})",
                organisation=organisation.pk,
                person=delegate.person_id,
            )
            for delegate in membership.delegates.all()
        )
        found.append(Owner(f"o{organisation.pk}", organisation.name, organisation=organisation.pk))
    staff = Position.objects.active().filter(authority=authority).exclude(role=Role.GUEST).select_related("user")
    found.extend(Owner(f"c{each.pk}", each.user.name, colleague=each.pk) for each in staff)
    return Owners({owner.code: owner for owner in found}, _names(found))


def _names(owners: Sequence[Owner]) -> dict[str, Owner | None]:
    names: dict[str, Owner | None] = {}
    for owner in owners:
        full = owner.name.split(" (")[0] if owner.person else owner.name
        said = {full.casefold()}
        if owner.person or owner.colleague:
            said |= {full.split()[0].casefold(), _initials(full)}
        for name in said:
            names[name] = owner if name not in names or names[name] == owner else None
    return names


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).casefold()


@dataclass(slots=True)
class ProposedAction:
    """An action as it is marked in the minutes, with who and when as far as they are known here."""

    number: int
    words: str
    note: str
    owner: str = ""
    due: str = ""
    done: bool = False
    taken: bool = False
    unknown: str = ""  # a name that is nobody here
    vague: str = ""  # words that name no day
    errors: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return bool(self.owner) and bool(self.due)


@dataclass(frozen=True, slots=True)
class ProposedMinutes:
    """What a text proposes before it is settled."""

    actions: list[ProposedAction]
    agreements: list[str]

    @property
    def in_words(self) -> str:
        """How much stands in the text, as a title."""
        actions = ngettext("%(count)s action", "%(count)s actions", len(self.actions)) % {"count": len(self.actions)}
        agreements = ngettext("%(count)s decision", "%(count)s decisions", len(self.agreements)) % {
            "count": len(self.agreements)
        }
        return _("Your text holds %(actions)s and %(agreements)s") % {"actions": actions, "agreements": agreements}


def proposed_by(text: str, meeting: Meeting, owners: Owners) -> ProposedMinutes:
    """What is marked in minutes. Days without a year count from the day of the meeting, whatever the text says."""
    read = read_minutes(_with_day(text, meeting.held_on))
    return ProposedMinutes(
        [_proposed(number, action, owners) for number, action in enumerate(read.actions, 1)],
        [decision.text[:500] for decision in read.decisions],
    )


def _with_day(text: str, day: date) -> str:
    """The text below the day of the meeting, as the head of minutes says it."""
    return f"Datum: {day:%d/%m/%Y}\n\n{text}"


def _proposed(number: int, action: MarkedAction, owners: Owners) -> ProposedAction:
    meant = [(name, owners.named(name)) for name in action.owners]
    known = [owner for _name, owner in meant if owner]
    unknown = [name for name, owner in meant if owner is None]
    rest = [owner.name for owner in known[1:]] + (unknown if known else [])
    notes = [_("together with %(names)s") % {"names": ", ".join(rest)}] if rest else []
    notes += [action.text] if len(action.text) > LONGEST_WORDS else []
    return ProposedAction(
        number=number,
        words=clipped(action.text[:1].upper() + action.text[1:], LONGEST_WORDS),
        note="\n".join(notes),
        owner=known[0].code if known else "",
        due=action.due.isoformat() if action.due else "",
        done=action.done,
        taken=bool(known) and not action.done,
        unknown=", ".join(unknown) if not known else "",
        vague=action.due_words if not action.due else "",
    )
