"""What is a plan? For every row of a file what would happen to it, and everything that is wrong."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from regiewijzer.register.exchange.files.cells import shown
from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.mistakes import Mistake, Place, Remark
from regiewijzer.register.exchange.sheets.rows import Row, State
from regiewijzer.register.exchange.sheets.sheet import Sheet

LONGEST_SHOWN = 300


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet: its good rows, how many are wrong, and which rows are good but hang on a wrong one."""

    sheet: Sheet
    entries: tuple[Row, ...]
    wrong: int
    hanging: tuple[Place, ...]

    def of(self, state: State) -> tuple[Row, ...]:
        return tuple(entry for entry in self.entries if entry.state is state)

    @property
    def saved(self) -> int:
        """How many of its rows would be saved."""
        return sum(entry.state is not State.UNCHANGED for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Plan:
    """Every sheet of a file that we know, in the order in which they are saved. `names` are those of all targets."""

    sheets: tuple[SheetPlan, ...]
    mistakes: tuple[Mistake, ...]
    remarks: tuple[Remark, ...]
    names: Mapping[Target, str] = field(default_factory=dict)

    def name_of(self, target: Target) -> str:
        """How people call what a link points at."""
        return self.names.get(target, "")

    def written(self, sheet: Sheet, key: str, value: Value) -> str:
        """A value as it would stand in the file, for a person to compare."""
        column = sheet.column(key)
        return "" if value in (None, "", ()) else shown(column.kind.written(value, self.name_of), longest=LONGEST_SHOWN)

    @property
    def rows(self) -> int:
        """How many rows would be saved."""
        return sum(planned.saved for planned in self.sheets)

    @property
    def digest(self) -> str:
        """The same for two plans that would do the same."""
        hashed = hashlib.sha256()
        for planned in self.sheets:
            for entry in planned.entries:
                hashed.update(
                    repr((planned.sheet.code, entry.number, entry.state, entry.target, self._changes(entry))).encode()
                )
            hashed.update(repr((planned.sheet.code, planned.wrong, planned.hanging)).encode())
        return hashed.hexdigest()

    @staticmethod
    def _changes(entry: Row) -> list[tuple[str, Value, Value]]:
        before = entry.stored.values if entry.stored else {}
        return [(key, before.get(key), entry.values[key]) for key in entry.changed]
