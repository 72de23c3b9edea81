"""What was learned of users: four techniques (seed 004), how sure it is, and what it was used for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from regiewijzer.science.facts.codes import Phase, Ref


class InsightKind(StrEnum):
    """The four techniques. Of a persona nobody is real; the others tell of somebody who is."""

    PERSONA = "persona"
    INTERVIEW = "interview"
    JOURNEY = "journey"
    DIARY = "diary"


class Proof(StrEnum):
    """How sure it is: somebody thinks so, it was seen with users, or others confirmed it."""

    ASSUMED = "assumed"
    SEEN = "seen"
    TESTED = "tested"


class Consent(StrEnum):
    """Whether those it tells of agreed to it."""

    NOT_NEEDED = "not_needed"
    SPOKEN = "spoken"
    WRITTEN = "written"


class Stage(StrEnum):
    """Where a step of a journey lies: before, during or after the service."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Feeling(StrEnum):
    """How a step feels, from 2 down to -2."""

    RELIEVED = "relieved"
    HELPED = "helped"
    ORDINARY = "ordinary"
    TIRED = "tired"
    GIVES_UP = "gives_up"

    @classmethod
    def of(cls, score: int) -> "Feeling":
        """IndexError when the score does not lie between -2 and 2."""
        return tuple(cls)[2 - score]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a journey: how it is called, and which organisations somebody meets there, each once."""

    name: str
    organisations: tuple[tuple[Ref, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Insight:
    """One insight. What users said is no fact for a rule; that they were asked, when, and what it was used for, is.

    `used`: whether it changed something at all; `goal`: whether it changed the goal as it is worded now.
    `kept`: whether it still says something: of one that was destroyed only the day counts.
    """

    kind: InsightKind
    made_on: date
    proof: Proof
    phase: Phase | None = None
    used: bool = False
    goal: bool = False
    kept: bool = True
    steps: tuple[Step, ...] = ()

    @property
    def seen(self) -> bool:
        """Whether users were asked: what somebody assumes of them is no insight yet."""
        return self.proof is not Proof.ASSUMED
