"""Asking partners whether it is still right, keeping what they answer, and taking it over or not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.links import LANGUAGE, VALID_FOR, hash_of, new_code
from regiewijzer.foundation.post import (
    SECONDS_A_TURN,
    Delivery,
    NoMail,
    Post,
    delivered,
    reach_post,
    still_open,
    take_turn,
)
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.confirmations.models import Comes, Confirmation, Does, Outcome, Still
from regiewijzer.register.confirmations.queries import organiser_of, people_to_ask, still_there, waiting_mails
from regiewijzer.register.meetings.models import Meeting
from regiewijzer.register.networks import actions as networks
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.actions import add_person
from regiewijzer.register.organisations.models import Person
from regiewijzer.register.records import actions as records

Seat = tuple[Membership, Person | None]
A_YEAR = timedelta(days=365)
GENERATED = {"Auto-Submitted": "auto-generated"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link that was just made; its address is known this once."""

    confirmation: Confirmation
    address: str


@transaction.atomic
def ask(
    *, network: Network, seats: Iterable[Seat], site: str, actor: Actor, delivery: Delivery | None = None
) -> list[Link]:
    """A question to each of these; one they have and did not answer works no more.

    Who answered and waits is not asked again. `site` is the address under which links lie. With a `delivery` that waits
    the worker makes the link anew when it sends it.
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
            delivery=delivery or "",
            made_by_id=actor.position_id,
        )
        made.append(Link(confirmation, f"{site}/{code}/"))
    if made:
        _note(actor, network, asked_to_confirm=[None, len(made)])
    return made


def ask_by_mail(*, network: Network, seats: Sequence[Seat], actor: Actor) -> int:
    """The same, mailed by the worker to who has an address. Returns to how many.

    NoMail, and nothing changed, when none can go out.
    """
    reach_post()
    addressed = [(membership, person) for membership, person in seats if person is not None and person.email]
    return len(ask(network=network, seats=addressed, site="", actor=actor, delivery=Delivery.WAITING))


def ask_due(*, authority: Authority, today: date) -> list[int]:
    """The round of the year, where the authority asked for one: who sits in a network nobody looked at for a year.

    Returns the networks of which mails wait now. Nothing without a mail server, and in an example.
    """
    last = authority.partners_asked_on
    if not authority.asks_partners or authority.is_example or (last is not None and last + A_YEAR > today):
        return []
    try:
        reach_post()
    except NoMail:
        return []
    actor, waiting = Actor(authority.pk), []
    for network in Network.objects.running(today).filter(as_of__lt=today - A_YEAR).order_by("pk"):
        seats = [(each.membership, each.person) for each in people_to_ask(network) if each.confirmation is None]
        if ask_by_mail(network=network, seats=seats, actor=actor):
            waiting.append(network.pk)
    Authority.objects.filter(pk=authority.pk).update(partners_asked_on=today)
    return waiting


def send_waiting(*, authority: int, network: int, site: str, seconds: float = SECONDS_A_TURN) -> float | None:
    """Send what waits of one network for so many seconds, and note on each row what became of its mail.

    Returns after how many seconds to go on; None when nothing waits any more. Outside a transaction of its own: each
    mail is noted when it is gone. A link is made as it is sent, since only its hash is kept.
    """

    def next_waiting() -> tuple[Confirmation, EmailMessage] | None:
        with inside(authority), translation.override(LANGUAGE):
            row = waiting_mails(network).first()
            if row is None:
                return None
            code = new_code()
            row.code_hash = hash_of(code)
            row.save(update_fields=["code_hash"])
            return row, _mail(row, f"{site}/{code}/")

    def hand_over(waiting: tuple[Confirmation, EmailMessage], post: Post) -> bool:
        row, message = waiting
        problem = delivered(message, post)
        if problem and not still_open(post):
            return False
        with inside(authority):
            gone = {"delivery": Delivery.FAILED, "problem": problem} if problem else {"delivery": Delivery.SENT}
            day = None if problem else timezone.localdate()
            Confirmation.objects.filter(pk=row.pk).update(**gone, sent_on=day)
        return True

    return take_turn(next_waiting, hand_over, seconds)


def _mail(asked: Confirmation, address: str) -> EmailMessage:
    assert asked.person is not None, "Only a person has an address."
    name, email = organiser_of(asked)
    meeting = Meeting.objects.to_come(timezone.localdate()).filter(network=asked.membership.network_id).first()
    subject = _("Is it still right? %(partner)s in %(network)s") % {
        "partner": asked.membership.organisation.name,
        "network": asked.membership.network.name,
    }
    words = {"asked": asked, "address": address, "organiser": name, "meeting": meeting.held_on if meeting else None}
    return EmailMessage(
        subject=" ".join(subject.split()),
        body=render_to_string("confirmations/mail.txt", words),
        to=[asked.person.email],
        reply_to=[email] if email else None,
        headers=dict(GENERATED),
    )


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
