"""Making arenas. Each change is another arena: the one before stays, so that a change can be taken back."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.inquiry.workshops.public import PlacedByRoom, RoomThatPlaced
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import partners_of
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science.facts.arena import ArenaSource
from regiewijzer.tools.arena.models import LONGEST_CONTRIBUTION, RANKS, Arena, Need, Placed

BATCH = 500
_PLACES = {"core": "core", "complementary": "complementary", "context": "context", "not_needed": "not_relevant"}


class Moved(Exception):
    """Somebody else changed this partner since."""


@transaction.atomic
def make_arena(
    *,
    network: Network,
    phase: str,
    placed: Iterable[Placed],
    needs: Iterable[Need] = (),
    actor: Actor,
    source: str = ArenaSource.OWN,
    made_on: date | None = None,
    answers: int | None = None,
) -> Arena:
    """A new arena with these partners and needs, which belong to no arena yet."""
    Network.objects.select_for_update().get(pk=network.pk)
    arena = Arena.objects.create(
        authority_id=actor.authority_id,
        network=network,
        phase=phase,
        made_on=made_on or timezone.localdate(),
        source=source,
        answers=answers,
        made_by_id=actor.position_id,
        created_at=_moment(network.pk),
    )
    _fill(arena, placed, needs)
    _note(actor, network.pk, arena=[None, phase])
    return arena


@transaction.atomic
def keep_room(*, room: RoomThatPlaced, actor: Actor) -> Arena:
    """What a room placed, as the arena of its phase on its day.

    A room places; what partners bring, what is needed and partners of whom it said too little stay as they stood. A
    partner on whom it is divided gets no place. Its scores stand when they say the ring that most chose; else the ring
    alone.
    """
    before = Arena.objects.filter(network=room.network, phase=room.phase, made_on__lte=room.held_on).first()
    stood = {row.organisation_id: row for row in before.placed.all()} if before else {}
    actions = {each.organisation_id: each.action for each in partners_of(room.network)}
    asked = [each.organisation for each in room.partners]
    there = set(Organisation.objects.filter(pk__in=asked).values_list("pk", flat=True))
    placed = {key: _copy(row) for key, row in stood.items()}
    for each in room.partners:
        key = each.organisation
        silent = not each.ring and not each.divided
        if key in there and not (silent and key in placed):
            placed[key] = _as_room_said(each, stood.get(key), actions.get(key))
    return make_arena(
        network=room.network,
        phase=room.phase,
        placed=placed.values(),
        needs=before.needs.all() if before else (),
        actor=actor,
        source=ArenaSource.WORKSHOP,
        made_on=room.held_on,
        answers=room.answered,
    )


def _as_room_said(said: PlacedByRoom, stood: Placed | None, action: str | None) -> Placed:
    made = Placed(
        organisation_id=said.organisation,
        person_id=stood.person_id if stood else None,
        contributions=stood.contributions if stood else brought(action),
        divided=said.divided,
    )
    if said.ring:
        made.place = _PLACES[said.ring]
        made.importance, made.replaceability = said.importance, said.replaceability
        if made.rank_by_rule == RANKS[made.place]:
            made.place = ""  # the scores say it
        else:
            made.importance = made.replaceability = None
    return made


def brought(action: str | None) -> list[str]:
    """What a member does for the network, as what it brings until somebody says more."""
    return [action[:LONGEST_CONTRIBUTION]] if action else []


@transaction.atomic
def put_partner(*, arena: Arena, placed: Placed, actor: Actor, seen: str = "") -> Arena:
    """Place a partner in the newest arena of this phase, or change what is known of it.

    `seen` is the state in which whoever changes it saw the partner, empty for a new one. Moved when somebody changed
    this partner meanwhile; what others did with other partners stays.
    """
    newest = _newest(arena)
    stands = newest.placed.filter(organisation=placed.organisation_id).first()
    if (stands.state if stands else "") != seen:
        raise Moved

    def changed(rows: list[Placed]) -> list[Placed]:
        others = [row for row in rows if row.organisation_id != placed.organisation_id]
        return [*others, _copy(placed)]

    made = _again(newest, actor, placed=changed)
    _note(actor, arena.network_id, arena_partner=[placed.organisation.name if stands else None, _told(placed)])
    return made


@transaction.atomic
def take_partner(*, arena: Arena, organisation: int, actor: Actor) -> Arena:
    """Take a partner out of the arena; it is not taken out of the network."""
    newest = _newest(arena)
    gone = newest.placed.select_related("organisation").filter(organisation=organisation).first()
    made = _again(newest, actor, placed=lambda rows: [row for row in rows if row.organisation_id != organisation])
    if gone is not None:
        _note(actor, arena.network_id, arena_partner=[gone.organisation.name, None])
    return made


@transaction.atomic
def need(*, arena: Arena, contribution: str, holders: int, actor: Actor) -> Arena:
    """Ask for a contribution, or for another number of holders; for none takes it away."""
    newest = _newest(arena)
    before = newest.needs.filter(contribution=contribution).first()

    def changed(rows: list[Need]) -> list[Need]:
        asked = {row.contribution: row.holders for row in rows} | {contribution: holders}
        return [Need(contribution=name, holders=number) for name, number in asked.items() if number]

    made = _again(newest, actor, needs=changed)
    _note(actor, arena.network_id, arena_need=[before and before.contribution, contribution if holders else None])
    return made


@transaction.atomic
def back_to(*, arena: Arena, actor: Actor) -> Arena:
    """Make an earlier arena the newest of its phase again, as another one of today."""
    made = _again(arena, actor)
    _note(actor, arena.network_id, arena=[None, arena.phase])
    return made


def _newest(arena: Arena) -> Arena:
    """The newest of this network and phase; nobody makes another until this is done."""
    Network.objects.select_for_update().get(pk=arena.network_id)
    found = Arena.objects.filter(network=arena.network_id, phase=arena.phase).first()
    assert found is not None
    return found


def _again(
    arena: Arena,
    actor: Actor,
    *,
    placed: Callable[[list[Placed]], list[Placed]] = list,
    needs: Callable[[list[Need]], list[Need]] = list,
) -> Arena:
    """Another arena of today with what this one holds, changed."""
    made = Arena.objects.create(
        authority_id=actor.authority_id,
        network_id=arena.network_id,
        phase=arena.phase,
        made_on=timezone.localdate(),
        source=arena.source,
        answers=arena.answers,
        made_by_id=actor.position_id,
        created_at=_moment(arena.network_id),
    )
    _fill(made, placed(list(arena.placed.all())), needs(list(arena.needs.all())))
    return made


def _moment(network: int) -> datetime:
    """Now, and a second after the last arena of the network at least: a workbook knows an arena by its second."""
    last = Arena.objects.filter(network=network).order_by("-created_at").values_list("created_at", flat=True).first()
    now = timezone.now().replace(microsecond=0)
    return max(now, last + timedelta(seconds=1)) if last else now


def _fill(arena: Arena, placed: Iterable[Placed], needs: Iterable[Need]) -> None:
    owned = {"authority_id": arena.authority_id, "arena": arena}
    Placed.objects.bulk_create(
        (Placed(**{name: getattr(row, name) for name in Placed.IN_COPY}, **owned) for row in placed), BATCH
    )
    Need.objects.bulk_create(
        (Need(contribution=row.contribution, holders=row.holders, **owned) for row in needs), BATCH
    )


def _copy(placed: Placed) -> Placed:
    return Placed(**{name: getattr(placed, name) for name in Placed.IN_COPY})


def _told(placed: Placed) -> str:
    where = f" ({placed.where})" if placed.where else ""
    return f"{placed.organisation.name}{where}"


def _note(actor: Actor, network: int, **changes: list[object]) -> None:
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=network, changes=changes)
