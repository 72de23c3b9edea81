"""What kinds of things does the library keep? Frozen values, each in both languages."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from regiewijzer.library.patterns import read_pattern
from regiewijzer.library.texts import Text

LIGHTEST, HEAVIEST = 1, 5
ID, SOURCES = {"key": "id"}, {"key": "source"}  # how a file calls these fields
FIRST_FROM, NEXT_FROM = 4, 3


class Basis(StrEnum):
    """What a source or a finding rests on: the documents of the framework, the literature, or a proposal of ours."""

    SEED = "seed"
    LITERATURE = "lit"
    OURS = "ours"


class WeightLevel(StrEnum):
    """When a finding deserves attention. Three words instead of five marks: more would suggest a measurement."""

    FIRST = "first"
    NEXT = "next"
    WATCH = "watch"

    @classmethod
    def of(cls, weight: int) -> Self:
        """4 and 5 come first, 3 is next, 1 and 2 are to watch. ValueError outside 1 to 5."""
        if not LIGHTEST <= weight <= HEAVIEST:
            raise ValueError(f"A weight runs from {LIGHTEST} to {HEAVIEST}, not {weight}.")
        if weight >= FIRST_FROM:
            return cls.FIRST
        return cls.NEXT if weight >= NEXT_FROM else cls.WATCH

    @property
    def marks(self) -> int:
        """How many of three bars are filled."""
        return len(WeightLevel) - list(WeightLevel).index(self)


@dataclass(frozen=True, slots=True)
class Source:
    """Where an idea comes from. `short` stands under a finding, `reference` in the list of sources.

    `checked` is 'memory' where we could not see the document itself.
    """

    key: str = field(metadata=ID)
    short: Text
    reference: Text
    basis: Basis
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """The name of a code, as it stands inside a sentence; `short` alone, `plural` for several of them.

    `label` is how it is offered in a form and stands on the page of a record. `meaning` explains it in one sentence, or
    is None where the name says enough.
    """

    code: str
    text: Text
    short: Text
    plural: Text
    label: Text
    meaning: Text | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """Something one could do about a finding: a short lead, a sentence, and what to mind if there is something.

    Each may have the placeholders of the finding. `only_with` is the ground with which alone it makes sense.
    """

    title: Text
    text: Text
    caution: Text | None = None
    only_with: str | None = None


@dataclass(frozen=True, slots=True)
class FindingType:
    """Everything a rule says. Texts with placeholders are read by `patterns`; the placeholders of `rule_text` are names
    of limits.

    `text_one` is for a count of one: it says 'one' in words and so lacks the placeholder called `counter`.
    """

    rule: str = field(metadata=ID)
    capability: str
    subject: str
    basis: Basis
    weight: int
    weight_reason: Text
    text: Text
    text_one: Text | None
    explanation: Text
    rule_text: Text = field(metadata={"key": "rule"})
    options: tuple[Option, ...]
    sources: tuple[str, ...] = field(metadata=SOURCES)

    @property
    def level(self) -> WeightLevel:
        return WeightLevel.of(self.weight)

    @property
    def placeholders(self) -> frozenset[str]:
        """The numbers a finding of this type has to bring."""
        return read_pattern(self.text.nl).names

    @property
    def counter(self) -> str | None:
        """The number that chooses between `text` and `text_one`; None when there is only one text."""
        if self.text_one is None:
            return None
        return min(self.placeholders - read_pattern(self.text_one.nl).names, default=None)


@dataclass(frozen=True, slots=True)
class GroundType:
    """A reason to be more or less sure; its placeholders are the numbers of the ground."""

    code: str
    text: Text


class Tie(StrEnum):
    """How a finding hangs together with one to decide first, about the same subject."""

    SAME = "same"
    FOLLOWS = "follows"
    WAITS = "waits"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Relation:
    """That findings of one rule are decided before those of others, what that does to these, and why.

    `back` is why it also holds the other way round, where it does.
    """

    key: str = field(metadata=ID)
    first: str
    kind: Tie
    others: tuple[str, ...]
    reason: Text
    back: Text | None
    sources: tuple[str, ...] = field(metadata=SOURCES)


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    key: str = field(metadata=ID)
    term: Text
    definition: Text
    sources: tuple[str, ...] = field(metadata=SOURCES)


class ThemeKind(StrEnum):
    """A theme of policy (what it is about) or a subject of the framework (which part of steering)."""

    POLICY = "policy"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Theme:
    """What practice cases and knowledge pages are about."""

    key: str = field(metadata=ID)
    kind: ThemeKind
    title: Text
    sources: tuple[str, ...] = field(metadata=SOURCES)


@dataclass(frozen=True, slots=True)
class Introduction:
    """What to say before a list: its title and what the reader should know."""

    title: Text
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Principle:
    """One of the eleven design principles. `original_name` is the name in the source, in Dutch."""

    key: str = field(metadata=ID)
    number: int
    title: Text
    original_name: str
    meaning: Text
    sign: Text
    examples: tuple[Text, ...]
    starting_question: Text
    sources: tuple[str, ...] = field(metadata=SOURCES)


@dataclass(frozen=True, slots=True)
class Impasse:
    """A way in which a network gets stuck, with the principles we suggest to begin with."""

    key: str = field(metadata=ID)
    title: Text
    description: Text
    signs: tuple[Text, ...]
    principles: tuple[str, ...]
    sources: tuple[str, ...] = field(metadata=SOURCES)


@dataclass(frozen=True, slots=True)
class PracticeCase:
    """An example named by a source. `known` says how much we know of it; the English title is a translation of ours."""

    key: str = field(metadata=ID)
    title: Text
    themes: tuple[str, ...]
    known: Text
    sources: tuple[str, ...] = field(metadata=SOURCES)


@dataclass(frozen=True, slots=True)
class Reference:
    """Something to read, hear or watch that a source names. `kind` is a code of the group 'reference_kinds'."""

    key: str = field(metadata=ID)
    kind: str
    title: Text
    about: Text
    sources: tuple[str, ...] = field(metadata=SOURCES)


class MandateStatus(StrEnum):
    """Whether a mandate was seen in a source of its year, or nobody looked yet in the law of today."""

    SEEN = "seen"
    TO_CHECK = "to_check"


class Duty(StrEnum):
    """Whether there has to be such a network: always, for who wants recognition or a subsidy, or only if one wants."""

    ALWAYS = "always"
    WHEN_RECOGNISED = "when_recognised"
    NEVER = "never"


class MandateKind(StrEnum):
    """What a rule calls into being."""

    NETWORK = "network"
    ADVISORY_COUNCIL = "advisory_council"
    CASE_CONSULTATION = "case_consultation"
    STEERING_GROUP = "steering_group"
    LEGAL_STRUCTURE = "legal_structure"


class MandateOrigin(StrEnum):
    """Whose rule it is; RECOGNISED is the condition of a recognition or subsidy."""

    FLANDERS = "flanders"
    FEDERAL = "federal"
    RECOGNISED = "recognised"
    OTHER = "other"


class Binds(StrEnum):
    """Whom a rule binds."""

    EVERY_MUNICIPALITY = "every_municipality"
    MUNICIPALITIES_OF_AREA = "municipalities_of_area"
    SOME_AUTHORITIES = "some_authorities"
    WHO_APPLIES = "who_applies"
    ANOTHER_ORGANISATION = "another_organisation"


class SeatBasis(StrEnum):
    """What says that there is a seat: the rule itself, an explanation of it, or a memory that nobody read again."""

    RULE = "rule"
    EXPLANATION = "explanation"
    MEMORY = "memory"


class Attendance(StrEnum):
    """How somebody sits there."""

    MEMBER = "member"
    INVITED = "invited"
    MAY_BE_INVITED = "may_be_invited"
    WHEN_APPLICABLE = "when_applicable"
    RECOMMENDED = "recommended"
    COOPERATION = "cooperation"
    ADVISORY = "advisory"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class SeenIn:
    """A public page on which a mandate was read. `date` is what the page says of its day, in Dutch; empty when nothing
    was noted.
    """

    name: str
    publisher: str
    address: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits there. `named` are kinds of organisations, in Dutch; `minimum` is None when no number was read,
    `minimum_share` a part from 0 to 1, `per` what there is one for.
    """

    role: Text
    named: tuple[str, ...]
    attendance: Attendance
    basis: SeatBasis
    minimum: int | None = None
    minimum_share: float | None = None
    per: str = ""


@dataclass(frozen=True, slots=True)
class Mandate:
    """A network, council or structure that a rule asks for or regulates, as it was read in public pages.

    `regulation` is the name of the law, in Dutch. `year` is that of the source, `year_inferred` when its page has no
    date; `duty_seen` is the year in which the duty was read. `from_memory` names what was not read, `doubt` what is not
    sure, in Dutch; `contested` when sources contradict each other.
    """

    key: str = field(metadata=ID)
    title: Text
    kind: MandateKind
    origin: MandateOrigin
    duty: Duty
    binds: Binds
    scale: Text
    regulation: str
    status: MandateStatus
    year: int
    year_inferred: bool
    contested: bool
    seen_in: SeenIn
    doubt: str
    also_seen_in: tuple[SeenIn, ...] = ()
    seats: tuple[Seat, ...] = ()
    duty_seen: int | None = None
    meetings_per_year: int | None = None
    minutes_to: Text | None = None
    answer: Text | None = None
    from_memory: tuple[str, ...] = ()

    @property
    def seats_members(self) -> bool:
        """Whether the rule itself says who sits there, checked or not."""
        return any(seat.basis is SeatBasis.RULE for seat in self.seats)
