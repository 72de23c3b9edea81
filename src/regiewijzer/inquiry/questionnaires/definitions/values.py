"""What is a questionnaire, with its words? Frozen values in both languages around the scheme that scores it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from regiewijzer.inquiry.questionnaires.models import Privacy, Subject, Way
from regiewijzer.library.entries import SOURCES
from regiewijzer.library.texts import Text
from regiewijzer.science.scoring.coverage import Coverage
from regiewijzer.science.scoring.definitions import Dimension, Item, Ranking, Scale, Scheme, Value


@dataclass(frozen=True, slots=True)
class WordedScale:
    """A scale with a word for every answer; `no_answer` is what one says who does not know."""

    id: str
    scale: Scale
    labels: Mapping[Value, Text]
    no_answer: Text | None


@dataclass(frozen=True, slots=True)
class Question:
    """One item with its sentence. `evidence` asks what the answer rests on; `misfit` says when not to ask it."""

    item: Item
    text: Text
    scale: WordedScale
    sources: tuple[str, ...]
    help: Text | None = None
    evidence: Text | None = None
    misfit: Text | None = None
    facet: str = ""

    @property
    def id(self) -> str:
        return self.item.id


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What a result says in words, what could come next, and its name when it has one."""

    text: Text
    next: Text | None = None
    name: Text | None = None


@dataclass(frozen=True, slots=True)
class WordedDimension:
    """A dimension with its words. `readings` by band; `split` when the answers fall apart into groups."""

    dimension: Dimension
    title: Text
    text: Text
    sources: tuple[str, ...]
    readings: Mapping[str, Interpretation] = field(default_factory=dict)
    split: Interpretation | None = None

    @property
    def id(self) -> str:
        return self.dimension.id


@dataclass(frozen=True, slots=True)
class WordedRanking:
    """Things to put in order, each with its sentence, by option id."""

    ranking: Ranking
    question: Text
    options: Mapping[str, Text]
    scale: WordedScale
    sources: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.ranking.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What every file of the catalogue says of itself. `references` are sources the library does not know."""

    key: str
    version: int
    licence: str
    title: Text
    purpose: Text
    filled_by: Text
    minutes: int
    privacy: Privacy
    subject: Subject
    sources: tuple[str, ...]
    references: Mapping[str, Text] = field(default_factory=dict)
    warnings: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire(Document):
    """A questionnaire in one version, from a file or from an authority's own copy of it.

    `own` is the key of the own version, None for a file. `facts` are plain questions that are never scored, such as a
    number of years. `shuffled`: asked in an order that hides the dimensions.
    """

    ways: tuple[Way, ...]
    scheme: Scheme
    scales: Mapping[str, WordedScale]
    dimensions: tuple[WordedDimension, ...]
    questions: tuple[Question, ...]
    facts: tuple[Question, ...] = ()
    rankings: tuple[WordedRanking, ...] = ()
    layers: Mapping[str, Text] = field(default_factory=dict)
    stages: Mapping[str, Text] = field(default_factory=dict)
    selection: Text | None = None
    patterns: Mapping[str, Interpretation] = field(default_factory=dict)
    coverage: Mapping[Coverage, Interpretation] = field(default_factory=dict)
    intro: Text | None = None
    shuffled: bool = False
    own: int | None = None

    @property
    def private(self) -> bool:
        """Whether an answer given alone is for that person's eyes only."""
        return self.subject is Subject.PERSON or self.privacy is Privacy.CONFIDENTIAL

    def dimension(self, name: str) -> WordedDimension:
        """KeyError for a dimension that is not there."""
        for dimension in self.dimensions:
            if dimension.id == name:
                return dimension
        raise KeyError(name)

    def questions_of(self, dimension: str) -> Iterator[Question]:
        """The questions of one dimension; those without one for an empty name."""
        return (question for question in self.questions if question.item.dimension == dimension)


@dataclass(frozen=True, slots=True)
class TreeAnswer:
    """An answer in a decision tree, and the question or outcome it leads to."""

    id: str
    text: Text
    leads_to: str = field(metadata={"key": "goto"})


@dataclass(frozen=True, slots=True)
class TreeQuestion:
    """A fork of the tree. `evidence` asks why."""

    id: str
    question: Text
    answers: tuple[TreeAnswer, ...]
    sources: tuple[str, ...] = field(metadata=SOURCES)
    help: Text | None = None
    evidence: Text | None = None


@dataclass(frozen=True, slots=True)
class TreeOutcome:
    """Where the tree ends: an advice with reasons, and what to do next. `advice` is its code."""

    id: str
    advice: str
    title: Text
    text: Text
    sources: tuple[str, ...] = field(metadata=SOURCES)
    next_steps: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class ManyChoice:
    """A question beside the tree, of which several options may be chosen."""

    question: Text
    options: Mapping[str, Text]
    note: Text | None
    sources: tuple[str, ...] = field(metadata=SOURCES)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTree(Document):
    """Questions that lead to one outcome, without loops. `start` is the first question."""

    start: str
    questions: Mapping[str, TreeQuestion]
    outcomes: Mapping[str, TreeOutcome]
    core_processes: ManyChoice | None = None
