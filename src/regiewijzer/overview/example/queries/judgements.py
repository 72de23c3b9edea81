"""What does a story tell of goals and cooperation? What members think, what partners bring and get, goals in parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from regiewijzer.science.facts import InputSource


@dataclass(frozen=True, slots=True)
class JudgedGoal:
    """What members think of the `version`-th wording of a goal, each from 1 to 5; `consensus` of each from 0 to 1."""

    network: str
    version: int
    day: date
    source: InputSource
    attractive: Decimal | None = None
    concrete: Decimal | None = None
    bearable: Decimal | None = None
    own_part: Decimal | None = None
    consensus: Mapping[str, Decimal] | None = None
    answers: int | None = None
    invited: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class JudgedCooperation:
    """What members think of the three themes of their cooperation, in the same way."""

    network: str
    day: date
    source: InputSource
    agreement: Decimal | None = None
    power_contribution: Decimal | None = None
    returns: Decimal | None = None
    consensus: Mapping[str, Decimal] | None = None
    answers: int | None = None
    invited: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What a partner brings and gets, sizes from 0 to 3. `by`: partner, table or estimate."""

    network: str
    who: str
    day: date
    by: str
    brings: str = ""
    brings_size: int | None = None
    gets: str = ""
    gets_size: int | None = None


@dataclass(frozen=True, slots=True)
class PartTold:
    """One part of a goal with the partners that carry it."""

    text: str
    target_groups: tuple[str, ...]
    themes: tuple[str, ...]
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SplitTold:
    """A goal in parts. `adopted`: the day from which the last wording holds; without it, still a proposal."""

    network: str
    parts: tuple[PartTold, ...]
    none: tuple[str, ...] = ()
    text: str = ""
    adopted: date | None = None
