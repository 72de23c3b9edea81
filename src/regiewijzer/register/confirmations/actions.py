"""Asking partners whether it is still right, keeping what they answer, and taking it over or not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.links import VALID_FOR, hash_of, new_code
from regiewijzer.foundation.post import Post, delivered, open_post
from regiewijzer.register.confirmations.models import Comes, Confirmation, Does, Outcome, Still
from regiewijzer.register.confirmations.queries import still_there
from regiewijzer.register.networks import actions as networks
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.actions import add_person
from regiewijzer.register.organisations.models import Person
from regiewijzer.register.records import actions as records

GENERATED = {"Auto-Submitted": "auto-generated"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link that was just made; its address is known this once."""

    confirmation: Confirmation
    address: str


@dataclass(frozen=True, slots=True)
class Mailed:
    """How many mails the mail server took, of whom it refused one, and who has no address."""

    sent: int
    refused: tuple[str, ...]
    without_address: tuple[str, ...]


@transaction.atomic
def ask(*, network: Network, seats: Iterable[tuple[Membership, Person]], site: str, actor: Actor) -> list[Link]:
    """A question to each of these people; one they have and did not answer works no more.

    Who answered and waits is not asked again. `site` is the address under which links lie.
    """
    today, made = timezone.localdate(), []
    for membership, person in seats:
        open_ones = Confirmation.objects.filter(membership=membership, person=person, outcome="")
        if open_ones.waiting().exists():
            continue
        open_ones.delete()
        code = new_code()
        confirmation = Confirmation.objects.create(
            authority_id=actor.authority_id,
            membership=membership,
            person=person,
            asked_on=today,
            expires_on=today + VALID_FOR,
            code_hash=hash_of(code),
            made_by_id=actor.position_id,
        )
        made.append(Link(confirmation, f"{site}/{code}/"))
    if made:
        _note(actor, network, asked_to_confirm=[None, len(made)])
    return made


def ask_by_mail(
    *,
    network: Network,
    seats: Sequence[tuple[Membership, Person]],
    site: str,
    organiser: tuple[str, str],
    meeting: date | None,
    actor: Actor,
) -> Mailed:
    """The same, by mail to who has an address. NoMail, and nothing made, when none can go out."""
    post = open_post()
    links = ask(network=network, seats=[seat for seat in seats if seat[1].email], site=site, actor=actor)
    refused = tuple(link.confirmation.person.name for link in links if not _taken(link, post, organiser, meeting))
    post.server.close()
    without = tuple(person.name for _membership, person in seats if not person.email)
    return Mailed(len(links) - len(refused), refused, without)


def _taken(link: Link, post: Post, organiser: tuple[str, str], meeting: date | None) -> bool:
    """Whether the mail server took it; a link that reached nobody is taken back."""
    asked = link.confirmation
    subject = _("Is it still right? %(partner)s in %(network)s") % {
        "partner": asked.membership.organisation.name,
        "network": asked.membership.network.name,
    }
    words = {"asked": asked, "address": link.address, "organiser": organiser[0], "meeting": meeting}
    message = EmailMessage(
        subject=" ".join(subject.split()),
        body=render_to_string("confirmations/mail.txt", words),
        to=[asked.person.email],
        reply_to=[organiser[1]],
        headers=dict(GENERATED),
    )
    if delivered(message, post):
        asked.delete()
        return False
    asked.sent_on = timezone.localdate()
    asked.save(update_fields=["sent_on"])
    return True


@transaction.atomic
def answer(*, confirmation: Confirmation, said: Confirmation) -> bool:
    """Keep what a partner answered, in place of what it answered before. False once somebody looked at it."""
    stored = _locked(confirmation)
    if stored.outcome:
        return False
    before = stored.facts()
    for name in ("still", "comes", "other_name", "other_email", "does", "other_action"):
        setattr(stored, name, getattr(said, name))
    stored.answered_on = timezone.localdate()
    if stored.facts() == before:
        return True
    stored.save()
    actor = Actor(stored.authority_id)
    _note(actor, stored.membership.network, confirmation=[None, stored.membership.organisation.name])
    return True


@transaction.atomic
def accept(*, confirmation: Confirmation, known: Person | None, actor: Actor) -> bool:
    """Take an answer over: the seat becomes what it says, and the network is right as of today.

    `known` is the person it names, when somebody saw that this is who is meant. False when it was looked at before.
    """
    stored = _locked(confirmation)
    if stored.outcome or stored.answered_on is None:
        return False
    if stored.still == Still.NO:
        _end(stored.membership, actor)
    elif stored.still == Still.YES:
        _take_over(stored, known, actor)
    elif stored.still == Still.NOT_ME:
        _replace(stored, known, actor)
    _settle(stored, Outcome.ACCEPTED, actor)
    network = Network.objects.get(pk=stored.membership.network_id)
    if stored.still in (Still.YES, Still.NO) and network.as_of < timezone.localdate():
        records.confirm(network, actor=actor, day=timezone.localdate())
    return True


@transaction.atomic
def refuse(*, confirmation: Confirmation, actor: Actor) -> bool:
    """Leave the register as it is. False when the answer was looked at before."""
    stored = _locked(confirmation)
    if stored.outcome or stored.answered_on is None:
        return False
    _settle(stored, Outcome.REFUSED, actor)
    return True


@transaction.atomic
def withdraw(*, confirmation: Confirmation, actor: Actor) -> None:
    """The link opens nothing any more. An answer that waits stays in the list."""
    stored = _locked(confirmation)
    _note(actor, stored.membership.network, confirmation_link=[str(stored.expires_on), None])
    if stored.answered_on is None:
        stored.delete()
    else:
        stored.code_hash = hash_of(new_code())  # the address somebody holds leads nowhere
        stored.save(update_fields=["code_hash"])


def forget_old(today: date) -> int:
    """Throw away what is of no use any more. Returns how many."""
    return Confirmation.objects.past(today).delete()[0]


def _locked(confirmation: Confirmation) -> Confirmation:
    found = Confirmation.objects.select_for_update(of=("self",))
    return found.select_related("membership__network", "membership__organisation", "person").get(pk=confirmation.pk)


def _end(membership: Membership, actor: Actor) -> None:
    try:
        networks.end_member(membership=membership, ended=timezone.localdate(), actor=actor)
    except networks.HasLeft:
        return


def _take_over(stored: Confirmation, known: Person | None, actor: Actor) -> None:
    membership = stored.membership
    if membership.ended is not None and membership.ended <= timezone.localdate():
        try:
            membership = networks.rejoin(membership=membership, actor=actor)
        except networks.AlreadySits:
            return
    action = {Does.NOTHING.value: "", Does.OTHER.value: stored.other_action}.get(stored.does, membership.action)
    if action != membership.action:
        membership.action = action
        networks.change_member(membership=membership, actor=actor, seen_version=membership.version)
    if stored.comes == Comes.OTHER:
        _replace(stored, known, actor)


def _replace(stored: Confirmation, known: Person | None, actor: Actor) -> None:
    """Who was asked stands up; who was named sits down."""
    seat = still_there(stored)
    if seat is not None:
        networks.unseat(delegate=seat, actor=actor)
    if not stored.other_name:
        return
    person = known or add_person(
        person=Person(
            name=stored.other_name, email=stored.other_email, organisation_id=stored.membership.organisation_id
        ),
        actor=actor,
    )
    networks.seat(membership=stored.membership, person=person, actor=actor, started=timezone.localdate())


def _settle(stored: Confirmation, outcome: Outcome, actor: Actor) -> None:
    """What the partner typed of somebody else is not kept beside the register."""
    stored.outcome, stored.settled_on, stored.settled_by_id = outcome, timezone.localdate(), actor.position_id
    stored.other_name = stored.other_email = ""
    stored.save()
    told = "confirmation_accepted" if outcome is Outcome.ACCEPTED else "confirmation_refused"
    about: audit.Changes = {told: [None, stored.membership.organisation.name]}
    _note(actor, stored.membership.network, **about)


def _note(actor: Actor, network: Network, **changes: list[object]) -> None:
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=network.pk, changes=changes)
