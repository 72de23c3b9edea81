"""Which row does a name mean? Namesakes are told apart by a number, or what they belong to, between brackets."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.mistakes import Fault, Wrong
from regiewijzer.science.names import compared

MOST_NAMESAKES = 200  # more of one name are not compared one by one
Clean = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row under its name. A wrong row is not `good`; `owner` is what it belongs to.

    `identifiers` tell it from its namesakes: each in its plain form, and as people write it.
    """

    target: Target
    name: str
    identifiers: Mapping[str, str] = field(default_factory=dict)
    owner: Value = None
    good: bool = True


@dataclass(slots=True)
class Directory:
    """The rows of one sheet, stored ones and those of the file.

    `clean` brings a number into its plain form, '' when the text is no number. Not `whole`: some rows of the file could
    not be named, so that a name which is not found may be one of those.
    """

    clean: Clean = lambda _text: ""
    whole: bool = True
    _by_name: dict[str, list[NamedRow]] = field(default_factory=lambda: defaultdict(list))
    _plain: dict[Target, str] = field(default_factory=dict)
    _also: dict[str, list[NamedRow]] = field(default_factory=lambda: defaultdict(list))
    _by_identifier: dict[str, list[NamedRow]] = field(default_factory=lambda: defaultdict(list))

    def add(self, named: NamedRow) -> None:
        self._plain[named.target] = named.name
        self._by_name[compared(named.name)].append(named)
        for identifier in named.identifiers:
            self._by_identifier[compared(identifier)].append(named)

    def add_also(self, name: str, named: NamedRow) -> None:
        """Another name under which the row is found: the one it would get."""
        self._also[compared(name)].append(named)

    def find(self, text: str, owner: Value = None) -> NamedRow | None:
        """What the text means; None when other mistakes hide it. Wrong when nothing fits, or too much.

        Of several namesakes the one whose name is written the same comes first, then the one that `owner` owns.
        """
        name = compared(text)
        found = self._by_name.get(name) or self._also.get(name) or self._numbered(text) or self._told_apart(text)
        if len(found) == 1:
            return found[0]
        if len(found) > MOST_NAMESAKES:
            raise _ambiguous(found)
        found = [one for one in found if one.name == text] or found
        found = [one for one in found if owner is not None and one.owner == owner] or found
        if len({one.target for one in found}) == 1:
            return found[0]
        if found:
            raise _ambiguous(found)
        if not self.whole:
            return None
        raise Wrong(Fault.UNKNOWN)

    @property
    def empty(self) -> bool:
        """Whether nothing is in it."""
        return not self._plain

    def knows(self, name: str) -> bool:
        """Whether a row is called so."""
        return bool(self._by_name.get(compared(name)))

    def leave_out(self, target: Target) -> None:
        """What names this row hangs from now on: the row turned out to be wrong."""
        for rows in (*self._by_name.values(), *self._also.values(), *self._by_identifier.values()):
            rows[:] = [replace(named, good=False) if named.target == target else named for named in rows]

    def names(self) -> Mapping[Target, str]:
        """What to call every row: its name, with what tells it apart when it has namesakes."""
        names: dict[Target, str] = {}
        for namesakes in self._by_name.values():
            times = Counter(identifier for named in namesakes for identifier in named.identifiers)
            for place, named in enumerate(namesakes, start=1):
                alone = [written for identifier, written in named.identifiers.items() if times[identifier] == 1]
                distinguished = f"{named.name} ({alone[0] if alone else place})"
                names[named.target] = named.name if len(namesakes) == 1 else distinguished
        return names

    def plain_name(self, target: Target) -> str:
        """The name alone; empty when the target is not here."""
        return self._plain.get(target, "")

    def _numbered(self, text: str) -> list[NamedRow]:
        number = self.clean(text)
        return self._by_identifier.get(compared(number), []) if number else []

    def _told_apart(self, text: str) -> list[NamedRow]:
        """What 'name (number)' means; a name or a number may hold brackets itself."""
        if not text.endswith(")"):
            return []
        for opening in (place for place, sign in enumerate(text) if sign == "("):
            if found := self._with_teller(compared(text[:opening]), text[opening + 1 : -1].strip()):
                return found
        return []

    def _with_teller(self, name: str, written: str) -> list[NamedRow]:
        namesakes = self._by_name.get(name, [])
        if not namesakes:
            return []
        identifier = compared(self.clean(written) or written)
        distinguished = [one for one in self._by_identifier.get(identifier, []) if compared(one.name) == name]
        if not distinguished and written.isdecimal() and 0 < int(written) <= len(namesakes):
            return [namesakes[int(written) - 1]]
        return distinguished


def _ambiguous(found: Sequence[NamedRow]) -> Wrong:
    first = found[0]
    example = f"{first.name} ({next(iter(first.identifiers.values()), 1)})"
    return Wrong(Fault.AMBIGUOUS, count=len(found), example=example)
