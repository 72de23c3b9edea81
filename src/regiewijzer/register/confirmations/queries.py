"""Whom can we ask whether it is still right, who was asked, and which answers wait?"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.post import Delivery
from regiewijzer.foundation.rights import Right
from regiewijzer.register.confirmations.models import Comes, Confirmation, Does, Still
from regiewijzer.register.networks.models import Delegate, Membership, Network
from regiewijzer.register.networks.queries import members_of, networks_of_manager
from regiewijzer.register.organisations.models import Person


@dataclass(frozen=True, slots=True)
class Asked:
    """Who sits there for a partner, None when nobody is known, with the question that is open, if any."""

    membership: Membership
    person: Person | None
    confirmation: Confirmation | None

    @property
    def key(self) -> str:
        """What a form calls it by."""
        return f"{self.membership.pk}-{self.person.pk if self.person else 0}"

    @property
    def name(self) -> str:
        return self.person.name if self.person else self.membership.organisation.name

    @property
    def email(self) -> str:
        return self.person.email if self.person else ""

    @property
    def answered(self) -> bool:
        return self.confirmation is not None and self.confirmation.answered_on is not None


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer that waits. `known`: the person it names, when the partner has one of that name already."""

    confirmation: Confirmation
    known: Person | None

    @property
    def network(self) -> Network:
        return self.confirmation.membership.network

    @property
    def changes_nothing(self) -> bool:
        return self.confirmation.says_nothing_changed

    @property
    def leaves(self) -> bool:
        return self.confirmation.still == Still.NO

    @property
    def knows_nothing(self) -> bool:
        return self.confirmation.still == Still.UNKNOWN

    @property
    def wrong_person(self) -> bool:
        return self.confirmation.still == Still.NOT_ME

    @property
    def has_left(self) -> bool:
        """The register says that the partner left, meanwhile or before."""
        ended = self.confirmation.membership.ended
        return ended is not None and ended <= timezone.localdate()

    @property
    def other_person(self) -> bool:
        return self.confirmation.comes == Comes.OTHER or self.wrong_person

    @property
    def stops_doing(self) -> bool:
        return self.confirmation.does == Does.NOTHING

    @property
    def does_otherwise(self) -> bool:
        return self.confirmation.does == Does.OTHER


def people_to_ask(network: Network) -> list[Asked]:
    """Who sits there, each with the question that is open, by partner; a partner without anybody comes last."""
    members = members_of(network)
    rows = Confirmation.objects.filter(membership__network=network, outcome="")
    given = {(each.membership_id, each.person_id): each for each in rows}
    asked = [
        Asked(member, delegate.person, given.get((member.pk, delegate.person_id)))
        for member in members
        for delegate in member.delegates.all()
    ]
    nobody = [Asked(each, None, given.get((each.pk, None))) for each in members if not each.delegates.all()]
    return [*asked, *nobody]


def waiting_for(position: Position) -> QuerySet[Confirmation]:
    """The answers this person may look at, by network, oldest first."""
    rows = _with_words(Confirmation.objects.waiting())
    if not position.may(Right.EDIT_REGISTER):
        rows = rows.filter(membership__network__in=networks_of_manager(position).values("pk"))
    return rows.order_by("membership__network__name", "answered_on", "pk")


def proposals(position: Position) -> list[Proposal]:
    """The same, each with what it would change."""
    return _proposed(waiting_for(position))


def _proposed(rows: Iterable[Confirmation]) -> list[Proposal]:
    found = list(rows)
    organisations = {each.membership.organisation_id for each in found if each.other_name}
    people = {
        (person.organisation_id, person.name.casefold()): person
        for person in Person.objects.current().filter(organisation__in=organisations).order_by("-pk")
    }
    return [
        Proposal(
            each, people.get((each.membership.organisation_id, each.other_name.casefold())) if each.other_name else None
        )
        for each in found
    ]


def _with_words(rows: QuerySet[Confirmation]) -> QuerySet[Confirmation]:
    return rows.select_related("membership__network", "membership__organisation", "person")


def confirmation_of(network: Network, pk: int) -> Confirmation:
    """A question about this network, or 404."""
    return get_object_or_404(_with_words(Confirmation.objects.all()), pk=pk, membership__network=network)


def confirmation_behind(code: str) -> Confirmation | None:
    """The question with this code, while its link is valid and its network runs."""
    return _with_words(Confirmation.objects.behind(code)).select_related("made_by__user").first()


def waiting_mails(network: int) -> QuerySet[Confirmation]:
    """What the worker still has to mail about a network, oldest first."""
    rows = Confirmation.objects.filter(membership__network=network, delivery=Delivery.WAITING, outcome="")
    return _with_words(rows).select_related("authority", "made_by__user").order_by("pk")


def organiser_of(asked: Confirmation) -> tuple[str, str]:
    """Name and address of whom to answer: who asked, else a manager of the network; else the authority, unaddressed."""
    if asked.made_by is not None:
        return asked.made_by.user.name, asked.made_by.user.email
    managers = asked.membership.network.managements.in_current_employment().select_related("position__user")
    first = managers.order_by("pk").first()
    return (first.position.user.name, first.position.user.email) if first else (asked.authority.name, "")


def still_there(confirmation: Confirmation) -> Delegate | None:
    """The seat of the person who was asked, as it is today."""
    seats = Delegate.objects.sitting(timezone.localdate())
    return seats.filter(membership=confirmation.membership_id, person=confirmation.person_id).first()
