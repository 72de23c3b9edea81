"""Which criteria fit this network, before anything is scored?

Kenis & Provan 2009: a criterion for the performance of a network fits its stage, its origin and its form, or it does
not. The stages in months, and how many criteria one chooses, are our proposal. Choosing afterwards is working towards
an outcome.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from regiewijzer.science.facts import Form


class Called(StrEnum):
    """Who called the network into being: its own partners, or a government above them."""

    OWN = "own"
    MANDATED = "mandated"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of a network's life, in months; `end` is None for the last, and not part of the stretch."""

    id: str
    start: int
    end: int | None = None

    def holds(self, months: int) -> bool:
        return self.start <= months and (self.end is None or months < self.end)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a network; None is 'not known' and never makes a criterion unfit."""

    stage: str | None = None
    origin: Called | None = None
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """For which stages, origins and forms a criterion says something."""

    stages: frozenset[str]
    origins: frozenset[Called]
    forms: frozenset[Form]

    def holds(self, circumstances: Circumstances) -> bool:
        return (
            (circumstances.stage is None or circumstances.stage in self.stages)
            and (circumstances.origin is None or circumstances.origin in self.origins)
            and (circumstances.form is None or circumstances.form in self.forms)
        )


class Fault(StrEnum):
    """What is wrong with a choice of criteria."""

    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    NONE_OF_DIMENSION = "none_of_dimension"


@dataclass(frozen=True, slots=True)
class Selection:
    """How many criteria one chooses, of which at least one from a dimension that must not be forgotten."""

    minimum: int
    maximum: int
    at_least_one_of: str = ""

    def faults(self, chosen: Collection[str], dimension_of: Mapping[str, str]) -> tuple[Fault, ...]:
        """What is wrong with these item ids; `dimension_of` maps every item that can be chosen to its dimension."""
        found = []
        if len(chosen) < self.minimum:
            found.append(Fault.TOO_FEW)
        if len(chosen) > self.maximum:
            found.append(Fault.TOO_MANY)
        if self.at_least_one_of and self.at_least_one_of not in {dimension_of.get(item) for item in chosen}:
            found.append(Fault.NONE_OF_DIMENSION)
        return tuple(found)


def stage_at(stages: Collection[Stage], months: int | None) -> str | None:
    """The stage of a network of this age; None when the age is not known or it has yet to start."""
    if months is None:
        return None
    return next((stage.id for stage in stages if stage.holds(months)), None)
