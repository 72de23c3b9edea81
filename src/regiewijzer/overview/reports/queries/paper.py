"""What stands on paper? Frozen values that become the data of a template, all in words already."""

from dataclasses import dataclass, field

from regiewijzer.overview.reports.wording import Parts


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
class Table:
    """The first cell heads its row; `numeric` are columns of figures. `columns` are shares of the width."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    columns: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with what it says in words, and a note under it."""

    svg: str
    alt: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """A shape (ok, tight, short, open) with its word."""

    kind: str
    word: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A finding as a question: what it says, what could be done first, and where it comes from."""

    said: Parts
    asks: Parts
    about: str


@dataclass(frozen=True, slots=True)
class Asks:
    heading: str
    items: tuple[Ask, ...]
    empty: Parts
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a sentence and a picture or a table."""

    heading: str
    lead: Parts
    picture: Picture | None = None
    table: Table | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a short list: what, its state if it has one, and how it changed or how much."""

    name: str
    change: Parts
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
    paragraphs: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The two pages for the board. `tables` say the same as the pictures, for the screen."""

    head: Head
    language: str
    lead: Parts
    asks: Asks
    first: Section | None
    second: Section | None
    beside: Lines
    known: Paragraphs
    tables: tuple[Table, ...] = field(default=())
