"""What does a rule say when it fires? One finding: one rule about one thing, with the numbers it rests on.

The sentence is not made here: the library keeps it, in Dutch and English, under the name of the rule.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from regiewijzer.science.facts import Ref

Number = int | float | str  # a str is a name, or a code the library has a word for
MARGINS = "margins"  # the number of a ground that says how far a value lies from its limit


class Kind(StrEnum):
    """What a finding can be about."""

    NETWORK = "network"
    INSTRUMENT = "instrument"
    ORGANISATION = "organisation"
    CHALLENGE = "challenge"
    DECISION = "decision"
    AUTHORITY = "authority"


class Certainty(StrEnum):
    """How sure we are, in words: never a computed chance."""

    GREAT = "great"
    FAIR = "fair"
    LIMITED = "limited"


@dataclass(frozen=True, slots=True)
class Subject:
    """A record the finding is about; the first of a finding is the one it belongs to."""

    kind: Kind
    ref: Ref
    name: str


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason to be more (`holds`) or less sure.

    `code` has a sentence in the library, with `numbers` as its placeholders.
    """

    code: str
    holds: bool
    numbers: Mapping[str, Number] = field(default_factory=dict)


def size_of(grounds: Iterable[Ground]) -> float | None:
    """The largest distance to a limit that these grounds tell, as so many times what counts as near."""
    return max((float(ground.numbers[MARGINS]) for ground in grounds if MARGINS in ground.numbers), default=None)


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that fired. `numbers` fill the placeholders of the rule's sentence and are stored for before and after.

    `aspect` tells two findings of one rule about the same subjects apart: the kind of records that is out of date.
    `also` are findings of other rules that tell the same fact; this one speaks for them. `limits_used` are the limits
    it rests on, by name, as they held; whose numbers they are says nothing of the evidence, so they are no grounds.
    """

    rule: str
    subjects: tuple[Subject, ...]
    numbers: Mapping[str, Number]
    certainty: Certainty
    grounds: tuple[Ground, ...] = ()
    measured_on: date | None = None
    aspect: str = ""
    also: tuple["Finding", ...] = ()
    limits_used: Mapping[str, float] = field(default_factory=dict)

    @property
    def size(self) -> float | None:
        """How far it lies beyond its limit, as so many times what counts as near; None where nothing was compared."""
        return size_of(self.grounds)

    @property
    def key(self) -> str:
        """The same rule about the same records has the same key, whatever the numbers are today."""
        subjects = [f"{subject.kind}-{subject.ref}" for subject in self.subjects]
        return ":".join(part for part in (self.rule, *subjects, self.aspect) if part)

    @property
    def keys(self) -> tuple[str, ...]:
        """Its own key and those of the findings it speaks for."""
        return (self.key, *(other.key for other in self.also))
