"""What stands in a YAML file, and on which line? Fields asked for one by one, or an entry as a whole by its type.

What is missing or wrong is noted with its line and gives a stand-in, so that reading goes on and one look finds every
mistake. Sentences are English; whoever reads for somebody gives a `translate`.
"""

import types
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from enum import Enum
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

import yaml

from regiewijzer.library.texts import Language, Text

T = TypeVar("T")
Kind = TypeVar("Kind", bound=Enum)
Words = Iterable[str]

NAMING = ("id", "code", "group", "value")  # the fields that name an entry
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where PyYAML was built with its C part
_WHOLE, _DECIMAL, _TRUTH = "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool"
_DAY, A_DAY = "tag:yaml.org,2002:timestamp", date(2026, 11, 23)


def _(sentence: str) -> str:
    """Marks a sentence for translation."""
    return sentence


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong. `entry` is the id or code of the entry, or empty."""

    file: str
    line: int
    entry: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.entry}: {self.message}".replace(" : ", " ")


class Mistakes:
    """The faults of one file, as they are found."""

    def __init__(self, file: str, translate: Callable[[str], str] = _) -> None:
        self.file = file
        self.translate = translate
        self.found: list[Fault] = []

    def note(self, line: int, entry: str, message: str) -> None:
        self.found.append(Fault(self.file, line, entry, message))

    def say(self, sentence: str, **values: object) -> str:
        """One of our sentences in the reader's language."""
        return self.translate(sentence) % values

    def meant(self, word: str, known: Words) -> str:
        """A hint when the word looks like a known one; empty otherwise."""
        close = get_close_matches(word, list(known), n=1)
        return " " + self.say(_("Did you mean “%(close)s”?"), close=close[0]) if close else ""

    def unknown(self, word: str, known: Words) -> str:
        """The sentence for a word that is none of these."""
        allowed = list(known)
        sentence = _("“%(found)s” is not known here; use %(allowed)s.")
        return self.say(sentence, found=word, allowed=", ".join(allowed)) + self.meant(word, allowed)


class Unforgiving(Mistakes):
    """For files of our own, which are guarded by tests: the first mistake is a ValueError."""

    def note(self, line: int, entry: str, message: str) -> None:
        raise ValueError(str(Fault(self.file, line, entry, message)))


class Entry:
    """A mapping of the file: the name of the entry it belongs to, and the key it stands under."""

    def __init__(self, node: yaml.MappingNode, mistakes: Mistakes, name: str = "", key: str = "") -> None:
        self.mistakes = mistakes
        self.line: int = node.start_mark.line + 1
        self.key = key
        self._node_itself = node
        self._nodes: dict[str, yaml.Node] = {}
        self._asked: set[str] = set()
        twice = []
        for key_node, value in node.value:
            word = str(key_node.value)
            if word in self._nodes:
                twice.append((int(key_node.start_mark.line) + 1, word))
            self._nodes[word] = value
        own = next((self._nodes[each].value for each in NAMING if isinstance(self._raw(each), yaml.ScalarNode)), "")
        self.name = str(own) or name
        for line, word in twice:
            mistakes.note(line, self.name, mistakes.say(_("“%(field)s” is written twice."), field=word))

    @cached_property
    def plain(self) -> dict[str, Any]:
        """Everything in it as plain values of Python."""
        found: dict[str, Any] = {str(key): value for key, value in _plain(self._node_itself).items()}
        return found

    def fault(self, message: str) -> Fault:
        """A fault of this mapping."""
        return Fault(self.mistakes.file, self.line, self.name, message)

    def note(self, message: str, field: str = "") -> None:
        """Note a fault, at the line of a field when it is named and there."""
        self.mistakes.note(self.line_of(field), self.name, message)

    def line_of(self, field: str) -> int:
        node = self._raw(field)
        return int(node.start_mark.line) + 1 if node is not None else self.line

    def has(self, field: str) -> bool:
        return field in self._nodes

    def fields(self) -> tuple[str, ...]:
        """The names of the fields, where the file itself chooses them."""
        self._asked.update(self._nodes)
        return tuple(self._nodes)

    def walk(self) -> Iterator["Entry"]:
        """This mapping and every one inside it."""
        yield self
        for key, node in self._nodes.items():
            for each in node.value if isinstance(node, yaml.SequenceNode) else (node,):
                if isinstance(each, yaml.MappingNode):
                    yield from Entry(each, self.mistakes, self.name, key).walk()

    def word(self, field: str, otherwise: str | None = None) -> str:
        """A word as it is written, whatever YAML makes of it; with `otherwise` it may be left out."""
        node = self._scalar(field, required=otherwise is None)
        if node is None:
            return otherwise or ""
        if not node.value.strip():
            self._say(_("“%(field)s” is empty."), field)
        return str(node.value).strip()

    def words(self, field: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of words."""
        return tuple(str(node.value) for node in self._list(field, yaml.ScalarNode, _("words"), required=required))

    def choice(self, field: str, known: Words, otherwise: str | None = None) -> str:
        """One of these words."""
        found = self.word(field, otherwise)
        self.check(field, (found,) if found else (), known)
        return found

    def choices(self, field: str, known: Words, *, required: bool = False) -> tuple[str, ...]:
        """A list of these words; others are noted and left out."""
        found, known = self.words(field, required=required), list(known)
        self.check(field, found, known)
        return tuple(word for word in found if word in known)

    def check(self, field: str, words: Words, known: Words) -> None:
        """Note each word that is not known."""
        known = list(known)
        for word in words:
            if word not in known:
                self.note(f"{field}: {self.mistakes.unknown(word, known)}", field)

    def one_of(self, field: str, kinds: type[Kind], otherwise: Kind | None = None) -> Kind:
        """One of the words of an enumeration."""
        codes = [str(kind.value) for kind in kinds]
        found = self.choice(field, codes, None if otherwise is None else otherwise.value)
        return kinds(found) if found in codes else next(iter(kinds))

    def whole(self, field: str, otherwise: int | None = None, *, least: int = 0) -> int:
        """A whole number of at least so much."""
        return int(self._number(field, otherwise, least, (_WHOLE,), _("a whole number")))

    def number(self, field: str, otherwise: float | None = None) -> float:
        """A number with or without decimals."""
        return self._number(field, otherwise, None, (_WHOLE, _DECIMAL), _("a number"))

    def truth(self, field: str, *, otherwise: bool) -> bool:
        """true or false."""
        node = self._scalar(field, required=False)
        if node is None:
            return otherwise
        if node.tag != _TRUTH:
            self._say(_("“%(field)s” must be true or false, not “%(found)s”."), field, found=node.value)
        return node.tag == _TRUTH and bool(_plain(node))

    def day(self, field: str) -> date:
        """A day."""
        node = self._scalar(field, required=True)
        if node is not None and node.tag == _DAY and isinstance(found := _plain(node), date):
            return found
        if node is not None:
            self._say(
                _("“%(field)s” must be a day such as %(day)s, not “%(found)s”."), field, found=node.value, day=A_DAY
            )
        return A_DAY

    def text(self, field: str) -> Text:
        """A text in both languages."""
        return self.maybe_text(field, required=True) or Text("", "")

    def maybe_text(self, field: str, *, required: bool = False) -> Text | None:
        """A text in both languages, or None when it is left out."""
        entry = self.entry(field, required=required)
        return entry.as_text() if entry is not None else None

    def texts(self, field: str, *, required: bool = False) -> tuple[Text, ...]:
        return tuple(entry.as_text() for entry in self.entries(field, required=required))

    def as_text(self) -> Text:
        """This mapping itself as a text: nl and en, and nothing else."""
        found = Text(*(self.word(language) for language in Language))
        self.nothing_else()
        return found

    def value(self, kind: type[T], /, **given: object) -> T:
        """This mapping as a value of a dataclass: a field of its type under its name, or the `key` in its metadata.

        What is `given` is not asked. A field with a default, or that may be None, can be left out; a field that is not
        known is noted.
        """
        found, asked = dict(given), cast("Hashable", kind)
        for name, key, hint, required in _fields_of(asked):
            self._asked.add(key)
            if name not in given and (required or self.has(key)):
                found[name] = self._of_type(key, hint)
        self.nothing_else()
        return kind(**found)

    def entry(self, field: str, *, required: bool = False) -> "Entry | None":
        """The mapping under a field."""
        node = self._node(field, required=required)
        if node is None or isinstance(node, yaml.MappingNode):
            return None if node is None else Entry(node, self.mistakes, self.name, field)
        self._say(_("“%(field)s” must hold fields of its own, such as nl and en."), field)
        return None

    def entries(self, field: str, *, required: bool = False) -> Iterator["Entry"]:
        """The mappings in the list under a field."""
        for node in self._list(field, yaml.MappingNode, _("entries with fields"), required=required):
            if isinstance(node, yaml.MappingNode):
                yield Entry(node, self.mistakes, self.name, field)

    def either(self, field: str) -> Iterator["Entry"]:
        """The mapping under a field, or the mappings of the list that stands there."""
        single = isinstance(self._raw(field), yaml.MappingNode)
        found = [self.entry(field, required=True)] if single else self.entries(field, required=True)
        yield from (entry for entry in found if entry is not None)

    def nothing_else(self) -> None:
        """Note every field nobody asked for: most are a slip of the pen."""
        for field in self._nodes:
            if field not in self._asked:
                sentence = self.mistakes.say(_("the field “%(field)s” is not known here."), field=field)
                self.note(sentence + self.mistakes.meant(field, self._asked), field)

    def _of_type(self, field: str, hint: Any) -> Any:
        if get_origin(hint) is types.UnionType:
            return self._of_type(field, get_args(hint)[0]) if self.has(field) else None
        if get_origin(hint) is tuple:
            return self._several(field, get_args(hint)[0])
        if hint in _PLAIN:
            return _PLAIN[hint](self, field)
        if issubclass(hint, Enum):
            return self.one_of(field, hint)
        entry = self.entry(field, required=True)
        return entry and entry.value(hint)

    def _several(self, field: str, hint: Any) -> tuple[Any, ...]:
        if hint is str:
            return self.words(field, required=True)
        if hint is Text:
            return self.texts(field, required=True)
        if is_dataclass(hint):
            return tuple(each.value(hint) for each in self.entries(field, required=True))  # type: ignore[arg-type]
        return tuple(hint(word) for word in self.choices(field, [each.value for each in hint], required=True))

    def _raw(self, field: str) -> "yaml.Node | None":
        return self._nodes.get(field)

    def _node(self, field: str, *, required: bool) -> "yaml.Node | None":
        self._asked.add(field)
        if required and field not in self._nodes:
            self._say(_("“%(field)s” is missing."), field)
        return self._raw(field)

    def _scalar(self, field: str, *, required: bool) -> "yaml.ScalarNode | None":
        node = self._node(field, required=required)
        if node is None or isinstance(node, yaml.ScalarNode):
            return node
        self._say(_("“%(field)s” must be one word or number."), field)
        return None

    def _list(self, field: str, kind: type[yaml.Node], what: str, *, required: bool) -> Iterator[yaml.Node]:
        node = self._node(field, required=required)
        if node is None:
            return
        what = self.mistakes.say(what)
        if not isinstance(node, yaml.SequenceNode):
            self._say(_("“%(field)s” must be a list of %(what)s."), field, what=what)
            return
        for each in node.value:
            if isinstance(each, kind):
                yield each
            else:
                message = self.mistakes.say(_("“%(field)s” must hold %(what)s only."), field=field, what=what)
                self.mistakes.note(each.start_mark.line + 1, self.name, message)

    def _number(
        self, field: str, otherwise: float | None, least: float | None, tags: tuple[str, ...], what: str
    ) -> float:
        node = self._scalar(field, required=otherwise is None)
        stand_in = otherwise if otherwise is not None else least or 0
        if node is None:
            return stand_in
        value: float | None = _plain(node) if node.tag in tags else None
        what = self.mistakes.say(what)
        if value is None:
            self._say(_("“%(field)s” must be %(what)s, not “%(found)s”."), field, found=node.value, what=what)
        elif least is not None and value < least:
            sentence = _("“%(field)s” must be %(what)s of at least %(least)s, not “%(found)s”.")
            self._say(sentence, field, found=node.value, what=what, least=least)
        else:
            return value
        return stand_in

    def _say(self, sentence: str, field: str, **values: object) -> None:
        self.note(self.mistakes.say(sentence, field=field, **values), field)


_PLAIN: Mapping[Any, Callable[[Entry, str], Any]] = {
    str: Entry.word,
    int: Entry.whole,
    float: Entry.number,
    date: Entry.day,
    bool: lambda entry, field: entry.truth(field, otherwise=False),
    Text: Entry.text,
}


def open_source(source: str, mistakes: Mistakes) -> Entry | None:
    """The fields of a file; None, with the mistake noted, when it is no YAML or holds no fields."""
    try:
        node = yaml.compose(source, Loader=_Loader)
    except yaml.YAMLError as reason:
        mark = getattr(reason, "problem_mark", None)
        problem = getattr(reason, "problem", None) or reason
        mistakes.note(mark.line + 1 if mark else 1, "", mistakes.say(_("this is no YAML: %(reason)s"), reason=problem))
        return None
    if not isinstance(node, yaml.MappingNode):
        mistakes.note(1, "", mistakes.say(_("the file must hold fields, such as “id” and “title”.")))
        return None
    return Entry(node, mistakes)


def open_own(path: Path) -> Entry:
    """The fields of a file of our own. ValueError at the first mistake."""
    entry = open_source(path.read_text(encoding="utf-8"), Unforgiving(path.name))
    assert entry is not None
    return entry


@cache
def _fields_of(kind: Any) -> tuple[tuple[str, str, Any, bool], ...]:
    """Name, key in a file, type, and whether it must be there, of each field of a dataclass."""
    hints = get_type_hints(kind)
    return tuple(
        (
            each.name,
            each.metadata.get("key", each.name),
            hints[each.name],
            each.default is MISSING and each.default_factory is MISSING,
        )
        for each in fields(kind)
    )


def _plain(node: yaml.Node) -> Any:
    return yaml.constructor.SafeConstructor().construct_object(node, deep=True)
