"""Which row does a name mean? A name alone when it occurs once, with a number or its organisation between brackets when not."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.mistakes import Fault, Wrong

_TOLD_APART = re.compile(r"(.+?)\s*\(([^()]+)\)\s*")
MOST_NAMESAKES = 200  # more of one name are not compared one by one
Clean = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Listed:
    """A row under its name. `tellers` tell it from its namesakes; `owner` is what it belongs to; a wrong row is not `good`."""

    target: Target
    name: str
    tellers: tuple[str, ...] = ()
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
    _by_name: dict[str, list[Listed]] = field(default_factory=lambda: defaultdict(list))
    _also: dict[str, list[Listed]] = field(default_factory=lambda: defaultdict(list))
    _by_teller: dict[str, list[Listed]] = field(default_factory=lambda: defaultdict(list))

    def add(self, listed: Listed) -> None:
        self._by_name[listed.name.casefold()].append(listed)
        for teller in listed.tellers:
            self._by_teller[teller.casefold()].append(listed)

    def add_also(self, name: str, listed: Listed) -> None:
        """Another name under which the row is found: the one it would get."""
        self._also[name.casefold()].append(listed)

    def find(self, text: str, owner: Value = None) -> Listed | None:
        """What the text means; None when that cannot be said because of other mistakes. Wrong when nothing or too much fits.

        Of several namesakes the one whose name is written the same comes first, then the one that `owner` owns.
        """
        name = text.casefold()
        found = self._by_name.get(name) or self._also.get(name) or self._numbered(text) or self._told_apart(text)
        if len(found) > MOST_NAMESAKES:
            raise _ambiguous(found)
        for narrower in (lambda one: one.name == text, lambda one: owner is not None and one.owner == owner):
            found = [one for one in found if narrower(one)] or found
        if len({one.target for one in found}) == 1:
            return found[0]
        if found:
            raise _ambiguous(found)
        if not self.whole:
            return None
        raise Wrong(Fault.UNKNOWN)

    def names(self) -> Mapping[Target, str]:
        """What to call every row: its name, with what tells it apart when it has namesakes."""
        names: dict[Target, str] = {}
        for namesakes in self._by_name.values():
            times = Counter(teller for listed in namesakes for teller in listed.tellers)
            for place, listed in enumerate(namesakes, start=1):
                alone = [teller for teller in listed.tellers if times[teller] == 1]
                told = f"{listed.name} ({alone[0] if alone else place})"
                names[listed.target] = listed.name if len(namesakes) == 1 else told
        return names

    def _numbered(self, text: str) -> list[Listed]:
        number = self.clean(text)
        return self._by_teller.get(number.casefold(), []) if number else []

    def _told_apart(self, text: str) -> list[Listed]:
        match = _TOLD_APART.fullmatch(text)
        if match is None:
            return []
        name, teller = match[1].casefold(), (self.clean(match[2]) or match[2]).casefold()
        told = [one for one in self._by_teller.get(teller, []) if one.name.casefold() == name]
        namesakes = self._by_name.get(name, [])
        if not told and match[2].isdecimal() and 0 < int(match[2]) <= len(namesakes):
            return [namesakes[int(match[2]) - 1]]
        return told


def _ambiguous(found: Sequence[Listed]) -> Wrong:
    first = found[0]
    example = f"{first.name} ({first.tellers[0] if first.tellers else 1})"
    return Wrong(Fault.AMBIGUOUS, count=len(found), example=example)
