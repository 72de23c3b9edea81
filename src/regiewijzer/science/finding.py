"""What does a rule say when it fires? One finding: one rule about one thing, with the numbers it rests on.

The sentence is not made here: the library keeps it, in Dutch and English, under the name of the rule.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

from regiewijzer.science.facts import Ref

Number = int | float | str  # a str is a name, or a code the library has a word for
PAIR = 2
LONGEST_KEY, DIGITS_OF_DIGEST = 200, 24
OF_MANY = "many"  # what stands in a key for the kind of its records, when they are too many to name
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

    def as_kept(self) -> dict[str, Ref]:
        """As plain values, to keep."""
        return {"kind": self.kind.value, "ref": self.ref, "name": self.name}


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason to be more (`holds`) or less sure.

    `code` has a sentence in the library, with `numbers` as its placeholders.
    """

    code: str
    holds: bool
    numbers: Mapping[str, Number] = field(default_factory=dict)


def key_of(rule: str, subjects: Sequence[tuple[str, Ref]], aspect: str = "") -> str:
    """The key of a finding of this rule about these records; of the third on their order says nothing.

    One that would be too long to keep has a digest of its records instead, which the same records always give.
    """
    named = [f"{kind}-{ref}" for kind, ref in subjects]
    if len(named) > PAIR:
        named = [named[0], *sorted(named[1:])]
    key = ":".join(part for part in (rule, *named, aspect) if part)
    if len(key) <= LONGEST_KEY:
        return key
    digest = sha256(":".join(named).encode()).hexdigest()[:DIGITS_OF_DIGEST]
    return ":".join(part for part in (rule, f"{OF_MANY}-{len(named)}-{digest}", aspect) if part)


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
        return key_of(self.rule, [(subject.kind, subject.ref) for subject in self.subjects], self.aspect)

    @property
    def keys(self) -> tuple[str, ...]:
        """Its own key and those of the findings it speaks for."""
        return (self.key, *(other.key for other in self.also))
