"""Which columns take words of a list, or several words? Words are those of the library; a code is read too."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from regiewijzer.library import catalogue
from regiewijzer.library.entries import Word
from regiewijzer.library.texts import Language, Text
from regiewijzer.register.exchange.files.cells import Raw, shown
from regiewijzer.register.exchange.sheets.kinds import Kind, NameOf, Prose, Value, canonical
from regiewijzer.register.exchange.sheets.mistakes import Fault, Wrong
from regiewijzer.science.names import compared

SEPARATOR = ";"


def split(text: str, separator: str = SEPARATOR) -> tuple[str, ...]:
    """The items of a list in one cell, each once. An item with the separator in it stands between double quotes."""
    lines = canonical(text).replace("\n", separator)
    fields = next(csv.reader([lines], delimiter=separator, skipinitialspace=True), [])
    return tuple(dict.fromkeys(item.strip() for item in fields if item.strip()))


def joined(items: Sequence[str], mind: str = SEPARATOR) -> str:
    """The items as one cell that `split` takes apart again."""
    return f"{SEPARATOR} ".join(_quoted(item, mind) for item in items)


def _quoted(item: str, mind: str) -> str:
    doubled = item.replace('"', '""')
    return f'"{doubled}"' if any(sign in item for sign in (*mind, SEPARATOR)) or item.startswith('"') else item


@dataclass(frozen=True, slots=True)
class OneOf(Kind):
    """One word of a group of the library; only `codes` are offered when they are given."""

    group: str
    codes: tuple[str, ...] = ()

    def read(self, raw: Raw) -> str:
        code = _codes_by_word(self.group).get(compared(shown(raw)))
        if code is None or (self.codes and code not in self.codes):
            raise Wrong(Fault.NOT_A_CHOICE)
        return code

    def written(self, value: Value, name_of: NameOf) -> str:
        return word_of(self.group, str(value))

    def same(self, one: Value, other: Value) -> bool:
        return (one or None) == (other or None)

    @property
    def words(self) -> tuple[str, ...]:
        """What to choose from, in Dutch."""
        return tuple(word.short.nl for word in _offered(self))

    @property
    def allowed(self) -> Text:
        return _listed(self, nl="een van deze woorden: ", en="one of these words: ")


@dataclass(frozen=True, slots=True)
class SomeOf(Kind):
    """Several words of a group of the library, in the order in which they stand."""

    group: str
    codes: tuple[str, ...] = ()

    def read(self, raw: Raw) -> tuple[str, ...]:
        one = OneOf(self.group, self.codes)
        found = []
        for item in split(shown(raw, longest=10_000)):
            try:
                found.append(one.read(item))
            except Wrong as wrong:
                raise Wrong(wrong.fault, item=item) from wrong
        return tuple(dict.fromkeys(found))

    def written(self, value: Value, name_of: NameOf) -> str:
        assert isinstance(value, tuple)
        return joined([word_of(self.group, str(code)) for code in value])

    @property
    def nothing(self) -> tuple[str, ...]:
        return ()

    @property
    def allowed(self) -> Text:
        dutch, english = (
            "een of meer woorden met een puntkomma ertussen: ",
            "one or more words with a semicolon between: ",
        )
        return _listed(self, nl=dutch, en=english)


@dataclass(frozen=True, slots=True)
class Tags(Kind):
    """Words of one's own, with a semicolon or a comma between them. `sheet`: where they stand, when they are listed."""

    most: int
    longest: int
    sheet: str = ""

    def read(self, raw: Raw) -> tuple[str, ...]:
        if isinstance(raw, bool) or not isinstance(raw, str | int | float):
            raise Wrong(Fault.NOT_TEXT)
        text = shown(raw, longest=100_000)
        several = split(text)
        tags = several if len(several) > 1 else split(text, ",")
        if len(tags) > self.most:
            raise Wrong(Fault.TOO_MANY, count=len(tags), most=self.most)
        return tuple(Prose(self.longest).read(tag) for tag in tags)

    def written(self, value: Value, name_of: NameOf) -> str:
        assert isinstance(value, tuple)
        return joined([str(tag) for tag in value], mind=",")

    @property
    def nothing(self) -> tuple[str, ...]:
        return ()

    @property
    def allowed(self) -> Text:
        return Text(
            nl=f"hoogstens {self.most} groepen van {self.longest} tekens met puntkomma’s ertussen: ouders; jongeren",
            en=f"at most {self.most} groups of {self.longest} characters with semicolons between: parents; youth",
        )


def word_of(group: str, code: str) -> str:
    """The Dutch label of a code; the code itself when the library does not know it."""
    try:
        return catalogue.word(code, group).short.nl
    except KeyError:
        return code


def _offered(choice: OneOf | SomeOf) -> tuple[Word, ...]:
    return tuple(word for word in catalogue.words(choice.group) if not choice.codes or word.code in choice.codes)


def _listed(choice: OneOf | SomeOf, nl: str, en: str) -> Text:
    dutch = ", ".join(word.short.nl for word in _offered(choice))
    return Text(nl=nl + dutch, en=en + dutch)


@cache
def _codes_by_word(group: str) -> Mapping[str, str]:
    """Every way to write a word of the group, in either language, and its code."""
    ways: dict[str, str] = {}
    for word in catalogue.words(group):
        texts = [text.in_language(language) for text in (word.text, word.short, word.plural) for language in Language]
        for way in (word.code, word.code.replace("_", " "), *texts):
            ways.setdefault(compared(way), word.code)
    return ways


@dataclass(frozen=True, slots=True)
class Codes(Kind):
    """One code of a list that has no words of its own."""

    codes: tuple[str, ...]

    def read(self, raw: Raw) -> str:
        code = shown(raw, longest=10_000).strip()
        if code not in self.codes:
            raise Wrong(Fault.NOT_A_CHOICE, item=shown(raw))
        return code

    def same(self, one: Value, other: Value) -> bool:
        return (one or None) == (other or None)

    @property
    def allowed(self) -> Text:
        return Text(nl=f"een code, zoals {self.codes[0]}", en=f"a code, such as {self.codes[0]}")


@dataclass(frozen=True, slots=True)
class SomeCodes(Kind):
    """Several codes of a list that has no words of its own, in their order."""

    codes: tuple[str, ...]

    def read(self, raw: Raw) -> tuple[str, ...]:
        return tuple(Codes(self.codes).read(item) for item in split(shown(raw, longest=10_000)))

    def written(self, value: Value, name_of: NameOf) -> str:
        assert isinstance(value, tuple)
        return joined([str(code) for code in value])

    @property
    def nothing(self) -> tuple[str, ...]:
        return ()

    @property
    def allowed(self) -> Text:
        one = Codes(self.codes).allowed
        return Text(nl=f"{one.nl}; meer met een puntkomma ertussen", en=f"{one.en}; more with a semicolon between")
