"""Which conditions went together in networks that were effective? A second reading beside the form.

Raab, Mannak & Cambre 2015, on 39 Dutch safety houses: effective networks were at least three years old, stable,
centrally integrated, and had ample resources or a network administrative organisation. Found in one field and one
country: a reading of what is there and what is missing, never a score and never a chance.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from regiewijzer.science.facts import Form
from regiewijzer.science.upkeep import add_months

MATURE_MONTHS = 36  # Raab, Mannak & Cambre 2015: at least three years


class Requirement(StrEnum):
    """What went together in effective networks; the last can be met in two ways."""

    AGE = "age"
    STABILITY = "stability"
    INTEGRATION = "integration"
    MEANS_OR_NAO = "means_or_nao"


class Standing(StrEnum):
    """How a requirement stands; UNKNOWN: nobody looked, or the register does not say."""

    HOLDS = "holds"
    LACKS = "lacks"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody answered by hand, None for what they do not know."""

    stable: bool | None = None
    integrated: bool | None = None
    means: bool | None = None


@dataclass(frozen=True, slots=True)
class Effectiveness:
    """How each requirement stands, in their order. `by_nao`: the last holds by the form alone."""

    standing: tuple[tuple[Requirement, Standing], ...]
    by_nao: bool

    @property
    def lacking(self) -> tuple[Requirement, ...]:
        return tuple(requirement for requirement, standing in self.standing if standing is Standing.LACKS)

    @property
    def unknown(self) -> tuple[Requirement, ...]:
        return tuple(requirement for requirement, standing in self.standing if standing is Standing.UNKNOWN)

    @property
    def together(self) -> bool:
        """True when all of it is there, as in the networks that were effective."""
        return not self.lacking and not self.unknown


def mature_on(started: date) -> date:
    """The day on which a network is three years old."""
    return add_months(started, MATURE_MONTHS)


def read(started: date | None, today: date, form: Form | None, seen: Seen) -> Effectiveness:
    """The reading of a network: its age and form from the register, the rest as somebody saw it."""
    age = Standing.UNKNOWN if started is None else _of(mature_on(started) <= today)
    by_nao = form is Form.NAO
    means = Standing.HOLDS if by_nao else _of(seen.means)
    if means is Standing.LACKS and form is None:
        means = Standing.UNKNOWN  # it may be an NAO for all we know
    return Effectiveness(
        standing=(
            (Requirement.AGE, age),
            (Requirement.STABILITY, _of(seen.stable)),
            (Requirement.INTEGRATION, _of(seen.integrated)),
            (Requirement.MEANS_OR_NAO, means),
        ),
        by_nao=by_nao,
    )


def _of(answer: bool | None) -> Standing:
    if answer is None:
        return Standing.UNKNOWN
    return Standing.HOLDS if answer else Standing.LACKS
