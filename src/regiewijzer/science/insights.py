"""Does a text name somebody who is real? What a reader would recognise a person by, with the line it stands on.

A national number is one when its check digits are right (Belgian law of 8 August 1983: 97 less the rest of the first
nine figures; those born since 2000 with a 2 before them), so that other long numbers are let through. Full names and
first names are those of people in the register; which of them are only alike, people say.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from regiewijzer.science.facts.insights import Insight
from regiewijzer.science.names import composed, without_accents

RECENT_MONTHS = 12  # an insight that is older says little of users of today: our proposal
MONTHS_TO_USE = 1  # an insight may wait so long before it changes something: our proposal
MANY = 3  # organisations at one step of a journey, after which people lose their way (seed 004)
LEAST_OF_NAME = 3  # letters: shorter names are words as well


class Trace(StrEnum):
    """What gives somebody away. A first name is only asked about: it may be invented."""

    NATIONAL_NUMBER = "national_number"
    EMAIL = "email"
    PHONE = "phone"
    FULL_NAME = "full_name"
    FIRST_NAME = "first_name"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, as it stands in the text, and on which line, from 1."""

    trace: Trace
    text: str
    line: int


_NATIONAL = re.compile(r"(?<!\d)\d{2}[.\s/-]?\d{2}[.\s/-]?\d{2}[.\s/-]?\d{3}[.\s/-]?\d{2}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d.,])(?:(?:\+|00)\d{2}[\s./-]?(?:\(0\)[\s./-]?)?|0)\d{1,3}(?:[\s./-]?\d{2,3}){2,4}(?!\d)")
_LEAST_FIGURES, _MOST_FIGURES = 9, 13  # of a telephone number in Belgium, with or without the country
_FIGURE = re.compile(r"\D")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def traces(text: str, names: Iterable[str] = ()) -> tuple[Found, ...]:
    """Everything in a text that gives somebody away, line by line. `names` are the full names of real people."""
    full, first = _wanted(names)
    lines = enumerate(composed(text).splitlines(), start=1)
    return tuple(chain.from_iterable(_in_line(line, number, full, first) for number, line in lines))


def _wanted(names: Iterable[str]) -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    """Full names as words, by their first word, and the first names."""
    full: dict[str, tuple[str, ...]] = {}
    first = set()
    for name in names:
        words = tuple(without_accents(word) for word in _WORD.findall(name))
        if len(words) > 1:
            full[" ".join(words)] = words
        if words and len(words[0]) >= LEAST_OF_NAME:
            first.add(words[0])
    return full, frozenset(first)


def _in_line(line: str, number: int, full: Mapping[str, tuple[str, ...]], first: frozenset[str]) -> Iterator[Found]:
    taken = []
    for match in _NATIONAL.finditer(line):
        if is_national_number(match[0]):
            taken.append(match.span())
            yield Found(Trace.NATIONAL_NUMBER, match[0], number)
    for match in _EMAIL.finditer(line):
        yield Found(Trace.EMAIL, match[0], number)
    for match in _PHONE.finditer(line):
        inside = any(start <= match.start() < end for start, end in taken)
        if not inside and _LEAST_FIGURES <= len(_FIGURE.sub("", match[0])) <= _MOST_FIGURES:
            yield Found(Trace.PHONE, match[0], number)
    yield from _names_in(line, number, full, first)


def _names_in(line: str, number: int, full: Mapping[str, tuple[str, ...]], first: frozenset[str]) -> Iterator[Found]:
    """Full names whichever part comes first; then first names, written with a capital, that are no part of one."""
    found = list(_WORD.finditer(line))
    words = [without_accents(match[0]) for match in found]
    taken: set[int] = set()
    for name in full.values():
        turned = (*name[1:], name[0])
        for at in range(len(words) - len(name) + 1):
            if tuple(words[at : at + len(name)]) in (name, turned):
                taken.update(range(at, at + len(name)))
                yield Found(Trace.FULL_NAME, line[found[at].start() : found[at + len(name) - 1].end()], number)
    for at, match in enumerate(found):
        if at not in taken and words[at] in first and match[0][0].isupper():
            yield Found(Trace.FIRST_NAME, match[0], number)


def is_national_number(text: str) -> bool:
    """Whether the check digits of a number of eleven figures are those of a national number."""
    figures = _FIGURE.sub("", text)
    if len(figures) != len("85073003328"):
        return False
    rest, check = int(figures[:9]), int(figures[9:])
    return check in (97 - rest % 97, 97 - (2_000_000_000 + rest) % 97)


def is_code(text: str) -> bool:
    """Whether this names somebody by a code: one or two words with a number behind them, such as R2 or ouder 3."""
    return re.fullmatch(r"[^\W\d_]{1,15}(?: [^\W\d_]{1,15})? ?\d{1,3}", text.strip()) is not None


def last_seen(insights: Iterable[Insight]) -> date | None:
    """The last day on which users were asked or watched; None when nobody ever did."""
    return max((each.made_on for each in insights if each.seen), default=None)
