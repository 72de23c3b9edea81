"""Who is needed at a table in which phase: what is known of an arena (after L'Enfant 2009, as the VVSG adapted it)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from regiewijzer.science.facts.codes import Phase, Ref

CORE, COMPLEMENTARY, CONTEXT, NOT_NEEDED = 4, 3, 2, 1


class ArenaSource(StrEnum):
    """Who made an arena: one person, several at a table, or a room that voted."""

    OWN = "own"
    TOGETHER = "together"
    WORKSHOP = "workshop"


@dataclass(frozen=True, slots=True)
class Actor:
    """A partner in an arena. `rank`: 4 core, 3 complementary, 2 context, 1 not needed, None not placed.

    `irreplaceable`: important and hard to replace by its scores; None when one is missing. `divided`: a room did not
    agree, so that it has no rank. `brings` are its contributions.
    """

    organisation: Ref
    name: str
    rank: int | None = None
    irreplaceable: bool | None = None
    divided: bool = False
    brings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PhaseArena:
    """The newest arena of a phase. `needs`: contributions with how many holders each should have."""

    phase: Phase
    made_on: date
    actors: tuple[Actor, ...] = ()
    needs: tuple[tuple[str, int], ...] = ()
    source: ArenaSource = ArenaSource.OWN
    answers: int | None = None
