"""How did rooms place partners in a phase of a network? From the frozen tallies of sessions that have ended."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from regiewijzer.inquiry.workshops.models import Kind, Outcome, Status
from regiewijzer.inquiry.workshops.queries.results import FEWEST
from regiewijzer.inquiry.workshops.tallies import SCORES, Line, Tally, read_back, score_key
from regiewijzer.register.networks.models import Network
from regiewijzer.science.consensus import leading
from regiewijzer.science.limits import DEFAULTS, Limits


@dataclass(frozen=True, slots=True)
class PlacedByRoom:
    """One partner: the ring of a room and its scores, `divided` when it did not agree.

    `ring` is empty when it is divided, and when fewer than five placed this partner. A score is None when nobody was
    asked for it, and when the room did not agree on it.
    """

    organisation: int
    ring: str
    divided: bool
    importance: int | None = None
    replaceability: int | None = None


@dataclass(frozen=True, slots=True)
class RoomThatPlaced:
    """One question of one session. `key` is that of its frozen tally; `answered` people placed somebody."""

    key: int
    network: Network
    phase: str
    held_on: date
    answered: int
    partners: tuple[PlacedByRoom, ...]


def rooms_that_placed(*, but_not: Collection[int] = (), limits: Limits = DEFAULTS) -> list[RoomThatPlaced]:
    """What every room as a whole placed in a phase, oldest first, without those of which the keys are given.

    Of fewer than five answers there is no tally, so nothing either.
    """
    asked = {"question__kind": Kind.PLACING, "question__network__isnull": False, "subject": None}
    found = (
        Outcome.objects.filter(question__workshop__status=Status.ENDED, **asked)
        .exclude(question__phase="")
        .exclude(pk__in=but_not)
        .select_related("question__workshop", "question__network")
        .order_by("question__workshop__ended_at", "question__number", "pk")
    )
    return [room for row in found if (room := _room(row, limits)) is not None]


def _room(row: Outcome, limits: Limits) -> RoomThatPlaced | None:
    asked, tally = row.question, read_back(row.tally, row.question)
    held_on = asked.workshop.held_on
    if asked.network is None or held_on is None:
        return None
    return RoomThatPlaced(
        key=row.pk,
        network=asked.network,
        phase=asked.phase,
        held_on=held_on,
        answered=tally.answered,
        partners=tuple(_partner(line, tally, limits) for line in tally.lines if line.key in asked.keys),
    )


def _partner(line: Line, tally: Tally, limits: Limits) -> PlacedByRoom:
    ring = leading(line.counts, line.consensus, limits)
    if line.answered < FEWEST or ring is None:
        return PlacedByRoom(int(line.key), "", divided=line.answered >= FEWEST)
    lines = {each.key: each for each in tally.lines}
    scores = [_score(lines.get(score_key(line.key, name)), limits) for name in SCORES]
    return PlacedByRoom(int(line.key), ring, False, *scores)


def _score(line: Line | None, limits: Limits) -> int | None:
    step = leading(line.counts, line.consensus, limits) if line else None
    return None if step is None else int(step)
