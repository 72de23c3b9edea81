"""Which organisations and which persons stand in one cell? Split only where people put something between names."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from regiewijzer.register.exchange.lists.words import (
    ABBREVIATIONS,
    FAMILIES,
    FIRST_NAMES,
    KIND_WORDS,
    PARTICLES,
    is_nothing,
)
from regiewijzer.science.names import compared, tidied

MOST_WORDS_OF_A_PERSON = 6
_BULLET = re.compile(r"^\s*(?:[-–—•*·▪►>]+|\d{1,2}[.)])\s+|^\s*[•·▪►]\s*")
_SPACED = (" / ", " + ", " & ", " – ", " - ")
_OTHERS = frozenset({"e.a.", "ea", "e.a", "etc", "etc.", "enz", "enz.", "en anderen", "andere", "anderen", "..."})
_AND = re.compile(r"\s+(?:en|and|&)\s+")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_BRACKETS = re.compile(r"^(?P<outside>.*?)\s*[(\[](?P<inside>[^()\[\]]*)[)\]]\s*$")
_COLON = re.compile(r"^(?P<left>[^:]+):\s*(?P<right>.+)$")
TYPE_WORDS = KIND_WORDS | frozenset(word for family in FAMILIES for name in family for word in name.split()) - {
    "van",
    "het",
}


@dataclass(frozen=True, slots=True)
class Named:
    """One organisation of a cell, with the person and address beside it; without a name only a person stands there."""

    organisation: str
    person: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """What one cell holds. `whole` are names with 'en' in them that were kept in one piece."""

    named: tuple[Named, ...]
    whole: tuple[str, ...] = ()


def names_in(cell: str, known: Collection[str] = (), persons: Collection[str] = ()) -> Split:
    """The organisations of a cell. `known`: names that stand alone elsewhere, compared; `persons`: likewise."""
    found: list[Named] = []
    whole: list[str] = []
    for part in _parts(cell, known, whole):
        name = tidied(_BULLET.sub("", part)).strip(" ,;")
        if is_nothing(name) or compared(name) in _OTHERS:
            continue
        found.append(with_person(name, persons))
    return Split(tuple(found), tuple(whole))


def with_person(text: str, persons: Collection[str] = ()) -> Named:
    """An organisation and the person beside it: 'OCMW (Els Peeters)', 'Els Peeters (OCMW)', 'OCMW: Els Peeters'."""
    email = match[0] if (match := _MAIL.search(text)) else ""
    name = tidied(re.sub(r"[<(]?\s*$", "", _MAIL.sub("", text)) if email and not _BRACKETS.match(text) else text)
    if match := _BRACKETS.match(text):
        outside, inside = match["outside"].strip(), tidied(match["inside"])
        if email and _MAIL.fullmatch(inside):
            return with_address(outside, email, persons)
        inside = tidied(_MAIL.sub("", inside)).strip(" ,;-<>")
        if outside and is_person(outside, persons) and not is_person(inside, persons) and not is_nothing(inside):
            return Named(inside, outside, email)
        if outside and (is_person(inside, persons) or _likely_person(inside)):
            return Named(outside, inside, email)
    for pattern in (_COLON,):
        if (match := pattern.match(name)) and is_person(match["right"], persons):
            return Named(match["left"].strip(), match["right"].strip(" ,;-<>"), email)
    return with_address(name.strip(" ,;-<>") if email else name, email, persons)


def with_address(name: str, email: str, persons: Collection[str]) -> Named:
    """A name with an address behind it: of a person, or of an organisation."""
    return Named("", name, email) if email and is_person(name, persons) else Named(name, "", email)


def is_person(text: str, persons: Collection[str] = ()) -> bool:
    """Whether this is the name of a person: a first name we know with a family name behind it."""
    plain = tidied(text)
    if compared(plain) in persons:
        return True
    words = plain.split()
    if not 1 < len(words) <= MOST_WORDS_OF_A_PERSON:
        return False
    return compared(words[0]) in FIRST_NAMES and _written_as_a_person(words[1:])


def _likely_person(text: str) -> bool:
    """Between brackets behind an organisation a name is a person's, also with a first name we do not know."""
    words = text.split()
    if len(words) == 1:
        return compared(text) in FIRST_NAMES
    return 1 < len(words) <= MOST_WORDS_OF_A_PERSON and _written_as_a_person(words)


def _written_as_a_person(words: list[str]) -> bool:
    """Words as those of a family name: capitals in front only, no word that organisations have in their names."""
    plain = [compared(word) for word in words]
    if any(word in TYPE_WORDS or word in ABBREVIATIONS for word in plain):
        return False
    return all(
        word in PARTICLES
        or (each[:1].isupper() and not each.isupper() and re.fullmatch(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?", each))
        for word, each in zip(plain, words, strict=True)
    ) and any(word not in PARTICLES for word in plain)


def _parts(cell: str, known: Collection[str], whole: list[str]) -> Iterator[str]:
    lines = [line for line in cell.replace("\r", "\n").replace("\v", "\n").split("\n") if line.strip()]
    if len(lines) > 1:
        for line in lines:
            # a line that ends in a comma is one of a list; one with semicolons holds several
            if re.search(r"[;|].", line):
                yield from _outside_brackets(line, ";|")
            else:
                yield from next((cut for sign in (" / ", " + ") if len(cut := _around(line, sign)) > 1), [line])
        return
    for sign in ";|•":
        if len(found := _outside_brackets(cell, sign)) > 1:
            yield from found
            return
    for sign in _SPACED:
        pieces = _around(cell, sign)
        # ' - ' and ' & ' also stand inside one name
        if len(pieces) > 2 or (
            len(pieces) == 2 and (sign in (" / ", " + ") or all(compared(p) in known for p in pieces))
        ):
            for piece in pieces:
                yield from _outside_brackets(piece, ",")
            return
    pieces = _outside_brackets(cell, ",")
    yield from pieces[:-1]
    yield from _last(pieces[-1], known, whole, after_comma=len(pieces) > 1)


def _around(cell: str, sign: str) -> list[str]:
    return [piece for piece in _cut(cell, re.escape(sign)) if piece.strip()]


def _outside_brackets(cell: str, signs: str) -> list[str]:
    return [piece for piece in _cut(cell, f"[{re.escape(signs)}]") if piece.strip()] or [cell]


def _cut(cell: str, pattern: str) -> list[str]:
    """The pieces between signs that stand outside brackets."""
    pieces, begin = [], 0
    for match in re.finditer(pattern, cell):
        before = cell[: match.start()]
        if sum(map(before.count, "([")) <= sum(map(before.count, ")]")):
            pieces.append(cell[begin : match.start()])
            begin = match.end()
    return [*pieces, cell[begin:]]


def _last(piece: str, known: Collection[str], whole: list[str], *, after_comma: bool) -> Iterator[str]:
    """The last of a list: 'c en d' are two when d is known, or begins as an organisation does."""
    if compared(piece) in known:
        if _AND.search(piece):
            whole.append(tidied(piece))
        yield piece
        return
    for match in _AND.finditer(piece):
        left, right = piece[: match.start()], piece[match.end() :]
        if _stands_alone(right, known) and _stands_alone(left, known, first=after_comma):
            yield left
            yield from _last(right, known, whole, after_comma=after_comma)
            return
    if _AND.search(piece) and piece.strip():
        whole.append(tidied(piece))
    yield piece


def _stands_alone(text: str, known: Collection[str], *, first: bool = False) -> bool:
    name = compared(re.sub(r"\s*\([^)]*\)\s*$", "", text))
    word = re.split(r"[\s.-]", name, maxsplit=1)[0]
    return (
        name in known
        or ((len(name.split()) > 1 or word in ABBREVIATIONS) and (word in TYPE_WORDS or word in ABBREVIATIONS))
        or (first and len(name.split()) > 1)
    )
