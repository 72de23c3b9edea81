"""What stands in a YAML file, and on which line? Fields asked for one by one; what is wrong with each is noted.

A field that is missing or wrong gives a stand-in, so that reading goes on and one look finds every mistake.
"""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

import yaml
from django.utils.translation import gettext as _

from regiewijzer.library.checks.placed import Fault
from regiewijzer.library.texts import Language, Text

Kind = TypeVar("Kind", bound=StrEnum)
NAMING = ("id", "value")  # the fields that name an entry
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where PyYAML was built with its C part
_WHOLE, _DECIMAL, _TRUTH = "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool"


class Mistakes:
    """The faults of one file, as they are found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Fault] = []

    def note(self, line: int, entry: str, message: str) -> None:
        self.found.append(Fault(self.file, line, entry, message))


def meant(word: str, known: Iterable[str]) -> str:
    """A hint when the word looks like a known one; empty otherwise."""
    close = get_close_matches(word, list(known), n=1)
    return " " + _("Did you mean “%(close)s”?") % {"close": close[0]} if close else ""


def unknown_word(word: str, known: Iterable[str]) -> str:
    """The sentence for a word that is none of these."""
    allowed = list(known)
    sentence = _("“%(found)s” is not known here; use %(allowed)s.")
    return sentence % {"found": word, "allowed": ", ".join(allowed)} + meant(word, allowed)


class Entry:
    """A mapping of the file, with the name of the entry it belongs to."""

    def __init__(self, node: yaml.MappingNode, mistakes: Mistakes, name: str = "") -> None:
        self.mistakes = mistakes
        self.line: int = node.start_mark.line + 1
        self._nodes: dict[str, yaml.Node] = {}
        self._asked: set[str] = set()
        for key, value in node.value:
            word = str(key.value)
            if word in self._nodes:
                mistakes.note(key.start_mark.line + 1, name, _("“%(field)s” is written twice.") % {"field": word})
            self._nodes[word] = value
        own = next((self._nodes[each].value for each in NAMING if isinstance(self._raw(each), yaml.ScalarNode)), "")
        self.name = str(own) or name

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

    def word(self, field: str, otherwise: str | None = None) -> str:
        """A word as it is written, whatever YAML makes of it; with `otherwise` it may be left out."""
        node = self._scalar(field, required=otherwise is None)
        if node is None:
            return otherwise or ""
        if not node.value.strip():
            self.note(_("“%(field)s” is empty.") % {"field": field}, field)
        return str(node.value).strip()

    def one_of(self, field: str, kinds: type[Kind], otherwise: Kind | None = None) -> Kind:
        """One of the words of an enumeration."""
        found = self.word(field, None if otherwise is None else otherwise.value)
        if found in list(kinds):
            return kinds(found)
        if found:
            self.note(f"{field}: {unknown_word(found, list(kinds))}", field)
        return next(iter(kinds))

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
            self.note(_("“%(field)s” must be true or false, not “%(found)s”.") % self._said(field, node), field)
        return node.tag == _TRUTH and bool(yaml.constructor.SafeConstructor().construct_yaml_bool(node))

    def text(self, field: str) -> Text:
        """A text in both languages."""
        return self.maybe_text(field, required=True) or Text("", "")

    def maybe_text(self, field: str, *, required: bool = False) -> Text | None:
        """A text in both languages, or None when it is left out."""
        entry = self.entry(field, required=required)
        return entry.as_text() if entry is not None else None

    def texts(self, field: str) -> tuple[Text, ...]:
        return tuple(entry.as_text() for entry in self.entries(field))

    def as_text(self) -> Text:
        """This mapping itself as a text: nl and en, and nothing else."""
        found = Text(*(self.word(language) for language in Language))
        self.nothing_else()
        return found

    def words(self, field: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of words."""
        return tuple(str(node.value) for node in self._list(field, yaml.ScalarNode, _("words"), required=required))

    def entry(self, field: str, *, required: bool = False) -> "Entry | None":
        """The mapping under a field."""
        node = self._node(field, required=required)
        if node is None or isinstance(node, yaml.MappingNode):
            return None if node is None else Entry(node, self.mistakes, self.name)
        self.note(_("“%(field)s” must hold fields of its own, such as nl and en.") % {"field": field}, field)
        return None

    def entries(self, field: str, *, required: bool = False) -> Iterator["Entry"]:
        """The mappings in the list under a field."""
        for node in self._list(field, yaml.MappingNode, _("entries with fields"), required=required):
            if isinstance(node, yaml.MappingNode):
                yield Entry(node, self.mistakes, self.name)

    def either(self, field: str) -> Iterator["Entry"]:
        """The mapping under a field, or the mappings of the list that stands there."""
        single = isinstance(self._raw(field), yaml.MappingNode)
        found = [self.entry(field, required=True)] if single else self.entries(field, required=True)
        yield from (entry for entry in found if entry is not None)

    def nothing_else(self) -> None:
        """Note every field nobody asked for: most are a slip of the pen."""
        for field in self._nodes:
            if field not in self._asked:
                self.note(
                    _("the field “%(field)s” is not known here.") % {"field": field} + meant(field, self._asked), field
                )

    def _raw(self, field: str) -> "yaml.Node | None":
        return self._nodes.get(field)

    def _node(self, field: str, *, required: bool) -> "yaml.Node | None":
        self._asked.add(field)
        if required and field not in self._nodes:
            self.note(_("“%(field)s” is missing.") % {"field": field})
        return self._raw(field)

    def _scalar(self, field: str, *, required: bool) -> "yaml.ScalarNode | None":
        node = self._node(field, required=required)
        if node is None or isinstance(node, yaml.ScalarNode):
            return node
        self.note(_("“%(field)s” must be one word or number.") % {"field": field}, field)
        return None

    def _list(self, field: str, kind: type[yaml.Node], what: str, *, required: bool) -> Iterator[yaml.Node]:
        node = self._node(field, required=required)
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            self.note(_("“%(field)s” must be a list of %(what)s.") % {"field": field, "what": what}, field)
            return
        for each in node.value:
            if isinstance(each, kind):
                yield each
            else:
                message = _("“%(field)s” must hold %(what)s only.") % {"field": field, "what": what}
                self.mistakes.note(each.start_mark.line + 1, self.name, message)

    def _number(
        self, field: str, otherwise: float | None, least: float | None, tags: tuple[str, ...], what: str
    ) -> float:
        node = self._scalar(field, required=otherwise is None)
        if node is None:
            return otherwise if otherwise is not None else least or 0
        build: Callable[[yaml.Node], float] = yaml.constructor.SafeConstructor().construct_object
        value = build(node) if node.tag in tags else None
        if value is None or (least is not None and value < least):
            said = {**self._said(field, node), "what": what}
            if least is None or value is None:
                self.note(_("“%(field)s” must be %(what)s, not “%(found)s”.") % said, field)
            else:
                said["least"] = str(least)
                self.note(_("“%(field)s” must be %(what)s of at least %(least)s, not “%(found)s”.") % said, field)
            return otherwise if otherwise is not None else least or 0
        return value

    def _said(self, field: str, node: yaml.ScalarNode) -> dict[str, str]:
        return {"field": field, "found": str(node.value)}


def open_file(source: str, mistakes: Mistakes) -> Entry | None:
    """The fields of a file; None, with the mistake noted, when it is no YAML or holds no fields."""
    try:
        node = yaml.compose(source, Loader=_Loader)
    except yaml.MarkedYAMLError as reason:
        line = reason.problem_mark.line + 1 if reason.problem_mark else 1
        mistakes.note(line, "", _("this is no YAML: %(reason)s") % {"reason": reason.problem})
        return None
    except yaml.YAMLError as reason:
        mistakes.note(1, "", _("this is no YAML: %(reason)s") % {"reason": reason})
        return None
    if not isinstance(node, yaml.MappingNode):
        mistakes.note(1, "", _("the file must hold fields, such as “id” and “title”."))
        return None
    return Entry(node, mistakes)
