"""What does a story tell of the form and the effect of its networks? Frozen values, as `story`."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from regiewijzer.science.effect import Verdict
from regiewijzer.science.facts import InputSource, Level


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """What was seen of one criterion, from 1 to 5, and what shows it."""

    criterion: str
    value: int
    because: str


@dataclass(frozen=True, slots=True)
class CriteriaTold:
    """The criteria chosen for a network, before scoring; `kept` are those that fit badly and stay for a reason."""

    network: str
    day: date
    criteria: tuple[str, ...]
    kept: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class UsersLook:
    """What users said, each aspect from 1 to 5."""

    network: str
    day: date
    source: InputSource
    access: Decimal | None = None
    treatment: Decimal | None = None
    together: Decimal | None = None
    result: Decimal | None = None
    answers: int | None = None
    invited: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class MembersLook:
    """What members said, each aspect from 1 to 5."""

    network: str
    day: date
    source: InputSource
    meetings: Decimal | None = None
    usefulness: Decimal | None = None
    influence: Decimal | None = None
    stay: Decimal | None = None
    answers: int | None = None
    invited: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadingTold:
    """What somebody saw of the conditions for effectiveness, left out where nobody knows."""

    network: str
    day: date
    stable: bool | None = None
    stable_evidence: str = ""
    integrated: bool | None = None
    integrated_evidence: str = ""
    means: bool | None = None
    means_evidence: str = ""


@dataclass(frozen=True, slots=True)
class ConclusionTold:
    """What an evaluation ended in."""

    network: str
    day: date
    verdict: Verdict
    will_do: str
    learned: str
    review_on: date
    merged_with: str = ""


Look = CriteriaTold | UsersLook | MembersLook | ReadingTold | ConclusionTold


@dataclass(frozen=True, slots=True)
class FormLook:
    """Measured conditions of a network, each from 1 to 5."""

    network: str
    day: date
    source: InputSource
    participants: int
    trust: Decimal | None = None
    consensus: Decimal | None = None
    need: Decimal | None = None
    trust_in_lead: Decimal | None = None
    answers: int | None = None
    invited: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class EffectLook:
    """The levels on which a network was seen to have a result."""

    network: str
    day: date
    levels: tuple[Level, ...]
    evidence: str
    scores: tuple[CriterionScore, ...] = ()
