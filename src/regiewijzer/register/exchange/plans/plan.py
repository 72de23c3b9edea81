"""What is a plan? For every row of a file what would happen to it, and everything that is wrong."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from regiewijzer.register.exchange.files.cells import shown
from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.mistakes import Mistake, Place, Remark
from regiewijzer.register.exchange.sheets.reading import Line
from regiewijzer.register.exchange.sheets.sheet import Sheet, Values

LONGEST_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Stored:
    """A row as it is stored. `version` is what a change has to have seen; None when the row has no versions."""

    target: Target
    values: Values
    version: int | None = None


class State(StrEnum):
    """What a plan does with a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that can come in. `values` are complete; `changed` names the columns that would become something else."""

    line: Line
    target: Target
    values: Values
    stored: Stored | None = None
    changed: tuple[str, ...] = ()

    @property
    def pk(self) -> int | None:
        """The key of the stored row; None for a new one."""
        return self.target.pk

    @property
    def state(self) -> State:
        if self.stored is None:
            return State.NEW
        return State.CHANGED if self.changed else State.UNCHANGED


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet: its good rows, how many are wrong, and which rows are good but hang on a wrong one."""

    sheet: Sheet
    entries: tuple[Entry, ...]
    wrong: int
    hanging: tuple[Place, ...]

    def of(self, state: State) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.state is state)


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
        return sum(entry.state is not State.UNCHANGED for planned in self.sheets for entry in planned.entries)

    @property
    def digest(self) -> str:
        """The same for two plans that would do the same."""
        told = hashlib.sha256()
        for planned in self.sheets:
            for entry in planned.entries:
                told.update(
                    repr(
                        (planned.sheet.code, entry.line.number, entry.state, entry.target, self._changes(entry))
                    ).encode()
                )
            told.update(repr((planned.sheet.code, planned.wrong, planned.hanging)).encode())
        return told.hexdigest()

    @staticmethod
    def _changes(entry: Entry) -> list[tuple[str, Value, Value]]:
        before = entry.stored.values if entry.stored else {}
        return [(key, before.get(key), entry.values[key]) for key in entry.changed]
