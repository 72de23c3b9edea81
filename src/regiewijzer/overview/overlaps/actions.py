"""Deciding on networks that overlap: the decision is of all of them, under one roof they become parts, or one goes into
the other, which can be taken back until the day it does.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.overview.findings.actions import answer
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.overlaps.queries import decisions_that_move
from regiewijzer.overview.overlaps.wording import Way
from regiewijzer.register.decisions.actions import decide, move_subjects
from regiewijzer.register.decisions.models import Answer, Decision
from regiewijzer.register.decisions.queries import answered
from regiewijzer.register.meetings.models import Action, Meeting, MeetingState
from regiewijzer.register.merges.actions import Journal, undo
from regiewijzer.register.merges.models import Merge
from regiewijzer.register.networks.actions import change_network
from regiewijzer.register.networks.models import Delegate, GoalVersion, Membership, Network
from regiewijzer.register.records.actions import Conflict
from regiewijzer.science.facts import ActionState
from regiewijzer.ui.wording import clipped

OVERLAP = "overlap."
LONGEST_NAME = 200  # of an action


@transaction.atomic
def decide_on_overlap(
    *, decision: Decision, way: str, networks: Sequence[Network], which: Network | None, actor: Actor
) -> Decision:
    """Record one decision about all these networks; it answers the finding about exactly them, where one is open.

    Raises Conflict when somebody changed a network meanwhile.
    """
    decision.answer = Answer.ACCEPT.value if way == Way.KEEP_APART else Answer.ACT.value
    decision.network = which or networks[0]
    stored = _finding_about({network.pk for network in networks})
    if stored is not None:
        made = answer(decision=decision, stored=stored, actor=actor)
    else:
        decision.subjects = [{"kind": Network.KIND, "ref": each.pk, "name": each.name} for each in networks]
        made = decide(decision=decision, actor=actor)
    if way == Way.ONE_ROOF and which is not None:
        for network in networks:
            if network.pk != which.pk:
                _put_under(network, which, actor)
    return made


def _put_under(network: Network, whole: Network, actor: Actor) -> None:
    network.within = whole
    change_network(network=network, goal="", actor=actor, seen_version=network.version)


def _finding_about(networks: set[int]) -> StoredFinding | None:
    """The open finding that these very networks overlap."""
    standing = StoredFinding.objects.standing().filter(rule__startswith=OVERLAP).order_by("pk")
    for stored in standing:
        about = {subject["ref"] for subject in stored.subjects if subject["kind"] == Network.KIND}
        if about == networks and not answered(stored.keys):
            return stored
    return None


@transaction.atomic
def merge_networks(
    *,
    stays: Network,
    goes: Network,
    goal: str,
    day: date,
    seen: tuple[int, int],
    actor: Actor,
    now: datetime,
    tell: bool = False,
) -> Merge:
    """From this day on one network goes into another: its members join, what is planned and still to do moves along.

    Its history stays with it; decisions that have to be looked at again move along. `tell`: that the partners are told
    becomes an action. Conflict when somebody changed one of both since `seen`, the versions of both.
    """
    locked = Network.objects.select_for_update(of=("self",)).in_bulk([stays.pk, goes.pk])
    if len(locked) < 2 or (locked[stays.pk].version, locked[goes.pk].version) != seen:
        raise Conflict
    stays, goes = locked[stays.pk], locked[goes.pk]
    journal = Journal()
    _word_goal(journal, stays, goal, day)
    _bring_members(journal, stays, goes, day)
    for meeting in Meeting.objects.to_come(day).filter(network=goes):
        meeting.network = stays
        journal.change(meeting)
    for action in Action.objects.open().filter(network=goes).order_by("pk"):
        action.network = stays
        journal.change(action)
    move_subjects(journal=journal, decisions=decisions_that_move(stays, goes), stays=stays, goes=goes)
    if goes.mandated and not stays.mandated:
        stays.note = _with_line(stays.note, gettext("Also does what is asked of “%(name)s”.") % {"name": goes.name})
        journal.change(stays)
    goes.ended, goes.went_into = day, stays
    journal.change(goes)
    if tell:
        _tell_partners(journal, goes, day, actor)
    for network in (stays, goes):
        changes: audit.Changes = {"name": [goes.name, stays.name], "ended": [None, str(day)]}
        audit.record(actor=actor, verb=Verb.MERGED, kind=Network.KIND, pk=network.pk, changes=changes)
    return journal.keep(kind=Network.KIND, stays=stays.pk, goes=goes.pk, actor=actor, now=now)


@transaction.atomic
def stop_network(
    *, network: Network, day: date, keep_actions: bool, tell: bool, seen: int, actor: Actor, now: datetime
) -> Merge:
    """From this day on the network is no more: its members leave, its meetings from then on are off.

    Open actions stay with who has them, or are dropped. It is kept as a merge with nothing, so that all of it is taken
    back in the same way, until the day. Conflict when somebody changed the network since `seen`, its version.
    """
    locked = Network.objects.select_for_update(of=("self",)).get(pk=network.pk)
    if locked.version != seen:
        raise Conflict
    journal = Journal()
    for leaves in Membership.objects.sitting(day).filter(network=locked).order_by("pk"):
        leaves.ended = day
        journal.change(leaves)
    for meeting in Meeting.objects.to_come(day).filter(network=locked):
        meeting.state, meeting.sequence = MeetingState.CANCELLED.value, meeting.sequence + 1
        journal.change(meeting)
    for action in Action.objects.open().filter(network=locked).order_by("pk") if not keep_actions else ():
        action.state = ActionState.DROPPED.value
        journal.change(action)
    locked.ended = day
    journal.change(locked)
    if tell:
        _tell_partners(journal, locked, day, actor)
    changes: audit.Changes = {"ended": [None, str(day)]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=locked.pk, changes=changes)
    return journal.keep(kind=Network.KIND, stays=locked.pk, goes=locked.pk, actor=actor, now=now)


def _tell_partners(journal: Journal, network: Network, day: date, actor: Actor) -> None:
    """That they are told stands on the list of who carries it out, until the day."""
    name = gettext("Tell the partners what becomes of “%(name)s”") % {"name": network.name}
    action = Action(
        authority_id=network.authority_id,
        network=network.went_into or network,
        name=clipped(name, LONGEST_NAME),
        colleague_id=actor.position_id,
        due=day,
    )
    journal.add(action)


def take_back(*, merge: Merge, today: date, actor: Actor, now: datetime) -> bool:
    """What ended is as it was; False from the day on, or when something was built on it."""
    goes = Network.objects.filter(pk=merge.goes).first()
    if goes is None or goes.ended is None or goes.ended < today:
        return False
    return undo(merge=merge, actor=actor, now=now)


def _word_goal(journal: Journal, stays: Network, goal: str, day: date) -> None:
    former = stays.goals.first()
    if goal and (former is None or former.text != goal):
        number = former.number + 1 if former else 1
        journal.add(
            GoalVersion(authority_id=stays.authority_id, network=stays, number=number, text=goal, valid_from=day)
        )


def _bring_members(journal: Journal, stays: Network, goes: Network, day: date) -> None:
    """Who sits in the one that goes leaves it on the day; who did not sit in the other joins it, with its persons.

    A partner of both keeps its seat, and the persons of both sit there.
    """
    seats = {seat.organisation_id: seat for seat in Membership.objects.sitting(day).filter(network=stays)}
    for leaves in Membership.objects.sitting(day).filter(network=goes).order_by("pk"):
        seat = seats.get(leaves.organisation_id)
        if seat is None:
            seat = Membership(
                authority_id=stays.authority_id,
                network=stays,
                organisation_id=leaves.organisation_id,
                action=leaves.action,
                started=day,
            )
            journal.add(seat)
        sitting = set(Delegate.objects.sitting(day).filter(membership=seat).values_list("person_id", flat=True))
        for delegate in Delegate.objects.sitting(day).filter(membership=leaves).order_by("pk"):
            if delegate.person_id not in sitting:
                moved = Delegate(
                    authority_id=stays.authority_id,
                    membership=seat,
                    person_id=delegate.person_id,
                    started=day,
                    substitute=delegate.substitute,
                )
                journal.add(moved)
        leaves.ended = day
        journal.change(leaves)


def _with_line(note: str, said: str) -> str:
    return f"{note}\n\n{said}" if note else said
