"""What did an example decide, and which findings went?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from regiewijzer.register.decisions.models import Answer, Outcome
from regiewijzer.science.finding import Number


@dataclass(frozen=True, slots=True)
class About:
    """One record, by its kind and name: exactly one of the fields is filled."""

    network: str = ""
    instrument: str = ""
    organisation: str = ""
    challenge: str = ""

    @property
    def kind(self) -> str:
        return next((name for name in self.__slots__ if getattr(self, name)), "")

    @property
    def name(self) -> str:
        return getattr(self, self.kind, "")


@dataclass(frozen=True, slots=True)
class Review:
    """How it went when a decision was looked at again. `numbers` is None when its finding was gone."""

    day: date
    outcome: Outcome
    note: str
    numbers: Mapping[str, Number] | None = None


@dataclass(frozen=True, slots=True)
class DecisionTold:
    """A decision. `finding` is the rule it answers; without `numbers` it rests on today's."""

    name: str
    answer: Answer
    by: str
    day: date
    about: tuple[About, ...]
    reason: str = ""
    responsible: str = ""
    due: date | None = None
    review_on: date | None = None
    finding: str = ""
    numbers: Mapping[str, Number] | None = None
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class GoneFinding:
    """A finding that once stood."""

    rule: str
    about: tuple[About, ...]
    numbers: Mapping[str, Number]
    found: date
    gone: date
