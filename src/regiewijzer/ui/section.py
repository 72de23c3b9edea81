"""What does a page or a report say about one subject? A heading with a sentence, facts, a table, a picture, a way on.

A section is a value in words already. A page shows it with `ui/_section.html`, a report lays it on paper: what is said
is written once. Where only one of the two shows a part, `only` says which, and the place that sets it says why.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from regiewijzer.library.sentences import Sentence
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Link, Picture, State, Table


class Only(StrEnum):
    """Where a part is shown when it is not shown in both places."""

    PAGE = "page"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Fact:
    """A thing one wants to know at a glance, with a word more under it; `url` leads to what the value names."""

    label: str
    value: str
    more: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph after its label, with a mark before it where it has one."""

    label: str
    said: Sentence
    shape: Fit | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A mark with what it says, as one item of a short list."""

    shape: Fit
    said: Sentence


@dataclass(frozen=True, slots=True)
class LogLine:
    """What was said or done on a day; `url` leads to it, `more` stands under it, `aside` beside it."""

    on: date
    said: Sentence
    url: str = ""
    more: tuple[Link, ...] = ()
    aside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Log:
    """Lines with a day, the newest first. Paper has them as a table: `head` are its columns."""

    caption: str
    head: tuple[str, str, str]
    lines: tuple[LogLine, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A section in brief: how it stands in a sentence, and in two or three words with a mark."""

    said: Sentence
    state: State


@dataclass(frozen=True, slots=True)
class Section:
    """In the order in which it is shown: every field may be empty, `parts` are sections within it.

    `key` is its address within a page. `topic` is what a list of contents calls it when its heading says what was
    found; `tab` what the list of its part calls it, and where that leads.
    `brief` is for a page that shows no more of it. `within` is the key of the section it is the
    last part of. `note` says what was left out or where it comes from. `links` are what one may do next, on a page
    alone. Forms are the page's own: it sets them under the section by its key.
    """

    heading: str = ""
    key: str = ""
    topic: str = ""
    tab: Link | None = None
    brief: Brief | None = None
    within: str = ""
    lead: tuple[Sentence, ...] = ()
    facts: tuple[Fact, ...] = ()
    points: tuple[Point, ...] = ()
    table: Table | None = None
    picture: Picture | None = None
    log: Log | None = None
    note: str = ""
    links: tuple[Link, ...] = ()
    parts: tuple["Section", ...] = ()
    only: Only | None = None
