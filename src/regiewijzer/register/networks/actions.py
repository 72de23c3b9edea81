"""Adding and changing networks, their goal, form, members and managers."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.library import catalogue
from regiewijzer.library.entries import Attendance, MandateStatus, SeatBasis
from regiewijzer.register.networks.models import (
    Delegate,
    FormPeriod,
    GoalVersion,
    GuestSeat,
    Management,
    Membership,
    Network,
    PhaseStart,
    RequiredSeat,
    SeatHolder,
)
from regiewijzer.register.organisations.actions import change_person
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records import actions as records


class AlreadySits(Exception):
    """The organisation already sits in the network."""


class HasLeft(Exception):
    """The organisation left the network before."""


@transaction.atomic
def add_network(*, network: Network, goal: str, actor: Actor) -> Network:
    """A new network, with the first version of its goal when there is one."""
    records.create(network, actor=actor)
    if goal:
        word_goal(network=network, text=goal, valid_from=network.started or network.as_of, actor=actor)
    return network


@transaction.atomic
def change_network(*, network: Network, goal: str, actor: Actor, seen_version: int) -> Network:
    """Change the network; another wording of the goal becomes a new version from today."""
    records.change(network, actor=actor, seen_version=seen_version)
    current = network.goals.first()
    if goal and (current is None or current.text != goal):
        word_goal(network=network, text=goal, valid_from=timezone.localdate(), actor=actor)
    return network


@transaction.atomic
def word_goal(*, network: Network, text: str, valid_from: date, actor: Actor) -> GoalVersion:
    """A new version of the goal; the former ones stay."""
    former = network.goals.first()
    version = GoalVersion.objects.create(
        authority_id=actor.authority_id,
        network=network,
        number=former.number + 1 if former else 1,
        text=text,
        valid_from=valid_from,
    )
    _note(actor, network, goal=[former.text if former else None, text])
    records.make_findable(network)
    return version


@transaction.atomic
def take_back_goal(*, version: GoalVersion, actor: Actor) -> None:
    """Undo the newest wording of the goal: the one before it holds again."""
    network, text = version.network, version.text
    version.delete()
    former = network.goals.first()
    _note(actor, network, goal=[text, former.text if former else None])
    records.make_findable(network)


@transaction.atomic
def take_form(
    *, network: Network, form: str, lead: Organisation | None, started: date | None, actor: Actor
) -> FormPeriod:
    """From a day on the network has this form; the form it had ends that day. A first form may lack the day.

    A form that has yet to begin, or begins that same day, is replaced.
    """
    former = _last_form(network)
    if former is not None and (_has_yet_to_begin(former) or former.started == started):
        former = _take_back(former)
    if former is not None:
        started = started or timezone.localdate()
        former.ended = started
        former.save(update_fields=["ended"])
    period = FormPeriod.objects.create(
        authority_id=actor.authority_id, network=network, form=form, lead=lead, started=started
    )
    _note_form(actor, network, former, period)
    return period


@transaction.atomic
def remove_form(*, network: Network, actor: Actor) -> FormPeriod | None:
    """Take back the last form the network was given; returns the one before, which goes on."""
    wrong = _last_form(network)
    if wrong is None:
        return None
    former = _take_back(wrong)
    _note_form(actor, network, wrong, former)
    return former


def _last_form(network: Network) -> FormPeriod | None:
    """The form without an end; nobody else changes the forms of the network meanwhile."""
    Network.objects.select_for_update().get(pk=network.pk)
    return FormPeriod.objects.filter(network=network, ended=None).select_related("lead").first()


def _has_yet_to_begin(period: FormPeriod) -> bool:
    return period.started is not None and period.started > timezone.localdate()


def _take_back(period: FormPeriod) -> FormPeriod | None:
    """Remove a period; the one it ended goes on."""
    before = FormPeriod.objects.filter(network=period.network_id, ended=period.started).exclude(pk=period.pk)
    former = before.select_related("lead").first() if period.started else None
    period.delete()
    if former is not None:
        former.ended = None
        former.save(update_fields=["ended"])
    return former


def _note_form(actor: Actor, network: Network, before: FormPeriod | None, after: FormPeriod | None) -> None:
    forms = [each.form if each else None for each in (before, after)]
    leads = [each.lead.name if each and each.lead else None for each in (before, after)]
    _note(actor, network, form=list(forms), lead=list(leads))


@transaction.atomic
def add_member(*, membership: Membership, actor: Actor) -> Membership:
    """An organisation joins the network."""
    membership.authority_id = actor.authority_id
    membership.save(force_insert=True)
    _note(actor, membership.network, member=[None, membership.organisation.name])
    return membership


@transaction.atomic
def change_member(*, membership: Membership, actor: Actor, seen_version: int) -> Membership:
    """Change role, action or period of a membership. Conflict when somebody else did since `seen_version`."""
    stored = _membership_to_change(membership)
    if stored.version != seen_version:
        raise records.Conflict
    membership.version = seen_version + 1
    membership.save()
    changes = audit.differences(stored.facts(), membership.facts())
    if changes:
        _note(actor, membership.network, **{"member": [membership.organisation.name] * 2, **changes})
    return membership


@transaction.atomic
def end_member(*, membership: Membership, ended: date, actor: Actor) -> Membership:
    """The organisation leaves; the membership stays in the history. One that had yet to begin never does.

    HasLeft when it left before: the day it did stays.
    """
    stored = _membership_to_change(membership)
    if stored.ended is not None and stored.ended <= ended:
        raise HasLeft
    _set_end(stored, max(ended, stored.started or ended))
    _note(actor, stored.network, member=[stored.organisation.name, None])
    return stored


@transaction.atomic
def rejoin(*, membership: Membership, actor: Actor) -> Membership:
    """Take the end of a membership back. AlreadySits when the organisation joined anew meanwhile."""
    stored = _membership_to_change(membership)
    others = Membership.objects.filter(network=stored.network_id, organisation=stored.organisation_id, ended=None)
    if others.exclude(pk=stored.pk).exists():
        raise AlreadySits
    _set_end(stored, None)
    _note(actor, stored.network, member=[None, stored.organisation.name])
    return stored


def _membership_to_change(membership: Membership) -> Membership:
    """As it is stored now; nobody else changes it until this is done."""
    found = Membership.objects.select_for_update(of=("self",)).select_related("network", "organisation")
    return found.get(pk=membership.pk)


def _set_end(membership: Membership, ended: date | None) -> None:
    membership.ended, membership.version = ended, membership.version + 1
    membership.save(update_fields=["ended", "version"])


@transaction.atomic
def seat(
    *,
    membership: Membership,
    person: Person,
    actor: Actor,
    started: date | None = None,
    substitute: bool = False,
) -> Delegate:
    """A person sits in the network for the member; who sat there before stays in the history."""
    delegate, made = Delegate.objects.get_or_create(
        authority_id=actor.authority_id,
        membership=membership,
        person=person,
        ended=None,
        defaults={"started": started, "substitute": substitute},
    )
    if made:
        _note(actor, membership.network, delegate=[None, membership.organisation.name])
    return delegate


@transaction.atomic
def change_seat(*, delegate: Delegate, actor: Actor, seen_version: int) -> Delegate:
    """Keep the period of a seat, who appointed the person and what was agreed with them.

    Conflict when somebody else did since `seen_version`. The trail says that something changed, not what: who may read
    it does not see what was agreed.
    """
    stored = Delegate.objects.select_for_update().get(pk=delegate.pk)
    if stored.version != seen_version:
        raise records.Conflict
    delegate.version = seen_version + 1
    delegate.save()
    _note(actor, delegate.membership.network, delegate=[delegate.membership.organisation.name] * 2)
    return delegate


@transaction.atomic
def unseat(*, delegate: Delegate, actor: Actor) -> None:
    """From today on the person no longer sits in the network. Who never took the seat leaves no trace in it."""
    today, membership = timezone.localdate(), delegate.membership
    if delegate.started is not None and delegate.started >= today:
        delegate.delete()
    else:
        delegate.ended = today
        delegate.save(update_fields=["ended"])
    _note(actor, membership.network, delegate=[membership.organisation.name, None])


@transaction.atomic
def change_seated_person(*, person: Person, ends: Iterable[Delegate], actor: Actor, seen_version: int) -> Person:
    """Change a person, and let these seats of theirs end today, as one act. Conflict as for any record."""
    change_person(person=person, actor=actor, seen_version=seen_version)
    for delegate in ends:
        unseat(delegate=delegate, actor=actor)
    return person


@transaction.atomic
def seat_again(*, membership: Membership, person: Person, actor: Actor) -> Delegate:
    """Take back that a person stood up: the seat goes on as it was."""
    last = Delegate.objects.filter(membership=membership, person=person).order_by("-ended", "-id").first()
    if last is None or last.ended is None or membership.delegates.filter(person=person, ended=None).exists():
        return seat(membership=membership, person=person, actor=actor)
    last.ended = None
    last.save(update_fields=["ended"])
    _note(actor, membership.network, delegate=[None, membership.organisation.name])
    return last


@transaction.atomic
def begin_phase(*, network: Network, phase: str, started: date, actor: Actor) -> PhaseStart:
    """From a day on the network is in this phase. What another phase began that same day is replaced."""
    former = next((each for each in network.phases.all() if each.started <= started), None)
    made, _new = PhaseStart.objects.update_or_create(
        authority_id=actor.authority_id, network=network, started=started, defaults={"phase": phase}
    )
    _note(actor, network, phase=[former.phase if former else None, phase])
    return made


@transaction.atomic
def take_back_phase(*, network: Network, actor: Actor) -> PhaseStart | None:
    """Take back the last phase the network was given; returns the one before, which goes on."""
    wrong = network.phases.first()
    if wrong is None:
        return None
    wrong.delete()
    former = network.phases.first()
    _note(actor, network, phase=[wrong.phase, former.phase if former else None])
    return former


@transaction.atomic
def take_over_seats(*, network: Network, actor: Actor) -> int:
    """Copy the seats of the rule that asks for this network, to be compared with the rule of today. Returns how many.

    What was copied before stays as it was changed. The words are those of the rule, in Dutch.
    """
    rule = catalogue.mandate(network.mandate)
    there = {each.role for each in network.required_seats.all()}
    seen = rule.status is MandateStatus.SEEN and not rule.contested
    fresh = [
        RequiredSeat(
            authority_id=actor.authority_id,
            network=network,
            role=seat.role.nl[:200],
            minimum=seat.minimum,
            source_year=rule.year,
            from_rule=seen and seat.basis is SeatBasis.RULE and seat.attendance is Attendance.MEMBER,
        )
        for seat in rule.seats
        if seat.role.nl[:200] not in there
    ]
    RequiredSeat.objects.bulk_create(fresh)
    _note(actor, network, required_seat=[None, [seat.role for seat in fresh]])
    return len(fresh)


@transaction.atomic
def put_required_seat(*, seat: RequiredSeat, holders: Collection[Membership], actor: Actor) -> RequiredSeat:
    """Keep a required seat with the members that fill it."""
    before = RequiredSeat.objects.get(pk=seat.pk).role if seat.pk else None
    seat.authority_id = actor.authority_id
    seat.save()
    SeatHolder.objects.filter(seat=seat).delete()
    SeatHolder.objects.bulk_create(
        SeatHolder(authority_id=actor.authority_id, seat=seat, membership=each) for each in holders
    )
    _note(actor, seat.network, required_seat=[before, seat.role])
    return seat


@transaction.atomic
def remove_required_seat(*, seat: RequiredSeat, actor: Actor) -> None:
    """The rule does not ask for this seat here."""
    network, role = seat.network, seat.role
    seat.delete()
    _note(actor, network, required_seat=[role, None])


@transaction.atomic
def give_manager(*, network: Network, position: Position, actor: Actor, started: date | None = None) -> Management:
    """A colleague manages the network from now on."""
    held = network.managements.in_current_employment().filter(position=position).first()
    if held is not None:
        return held
    management, _made = Management.objects.update_or_create(
        authority_id=actor.authority_id,
        network=network,
        position=position,
        defaults={"started": started, "given_at": timezone.now()},
    )
    _note(actor, network, manager=[None, str(position.pseudonym)])
    return management


@transaction.atomic
def take_manager(*, management: Management, actor: Actor) -> None:
    """A colleague no longer manages the network."""
    network, position = management.network, management.position
    management.delete()
    _note(actor, network, manager=[str(position.pseudonym), None])


@transaction.atomic
def seat_guest(*, position: Position, organisation: Organisation, actor: Actor) -> GuestSeat:
    """Say for which organisation a guest works."""
    seat_, _made = GuestSeat.objects.update_or_create(
        authority_id=actor.authority_id,
        position=position,
        defaults={"organisation": organisation, "given_at": timezone.now()},
    )
    audit.record(
        actor=actor,
        verb=Verb.CHANGED,
        kind=Organisation.KIND,
        pk=organisation.pk,
        changes={"guest": [None, str(position.pseudonym)]},
    )
    return seat_


@transaction.atomic
def unseat_guest(*, position: Position, actor: Actor) -> None:
    """A guest works for no organisation any more; nothing happens to who worked for none."""
    seat_ = GuestSeat.objects.filter(position=position).first()
    if seat_ is None:
        return
    seat_.delete()
    changes: audit.Changes = {"guest": [str(position.pseudonym), None]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Organisation.KIND, pk=seat_.organisation_id, changes=changes)


def _note(actor: Actor, network: Network, **changes: list[object]) -> None:
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=network.pk, changes=changes)
