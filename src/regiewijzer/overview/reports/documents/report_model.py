"""What stands on paper? Frozen values that become the data of a template, all in words already."""

from dataclasses import dataclass, field

from regiewijzer.library.sentences import Sentence
from regiewijzer.library.texts import Language, active_language
from regiewijzer.ui.pictures.picture import State, Table
from regiewijzer.ui.section import Fact, Labelled


@dataclass(frozen=True, slots=True)
class Head:
    """Whose report this is and what it is called. `page` has the holes {page} and {pages}."""

    title: str
    name: str
    service: str
    accent: str
    lines: tuple[str, ...]
    foot: str
    page: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with what it says in words, and a note under it."""

    svg: str
    alt: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class BoardQuestion:
    """A finding as a question: what it says, what could be done first, and where it comes from."""

    said: Sentence
    asks: Sentence
    about: str


@dataclass(frozen=True, slots=True)
class BoardQuestions:
    heading: str
    items: tuple[BoardQuestion, ...]
    empty: Sentence
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A section as the board has room for it: a sentence, a picture or a table. `twin` says the same as the picture."""

    heading: str
    lead: Sentence
    picture: Picture | None = None
    data_table: Table | None = None
    table: Table | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a short list: what, its state if it has one, and how it changed or how much."""

    name: str
    change: Sentence
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    heading: str
    head: tuple[str, str]
    rows: tuple[Line, ...]
    empty: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    heading: str
    paragraphs: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The two pages for the board."""

    head: Head
    lead: Sentence
    asks: BoardQuestions
    first: Figure | None
    second: Figure | None
    beside: Lines
    known: Paragraphs
    more: tuple[Paragraphs, ...] = ()
    language: Language = field(default_factory=active_language)


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs; `small` for what only some readers look for."""

    paragraphs: tuple[Sentence, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A finding with everything it rests on. `ways` are what could be done, the first thought first."""

    said: Sentence
    about: str
    reasons: tuple[Labelled, ...]
    ways_label: str
    ways: tuple[Sentence, ...]
    sources: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, whether it helped, and the finding before and after."""

    day: str
    said: Sentence
    about: str
    state: State
    changes: tuple[Labelled, ...]


Block = Prose | Table | Picture | Evidence | Decided


@dataclass(frozen=True, slots=True)
class Chapter:
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about one network. `contents` heads the list of chapters, where the dossier is long.

    `wide`: on A3 on its side, for a picture that says too little on A4.
    """

    head: Head
    lead: Sentence
    goal: str
    facts: Facts
    chapters: tuple[Chapter, ...]
    appendix: Chapter | None
    contents: str
    wide: bool = False
    language: Language = field(default_factory=active_language)
