"""What is one row of a file? Read from its cells first, then told from what is stored, then as it would be saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.mistakes import Fault, Mistake, Place
from regiewijzer.register.exchange.sheets.sheet import Column, Values


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


@dataclass(slots=True)
class Row:
    """One row of a file, of the sheet with this code.

    Read: `cells` is where each column stands, `given` what was filled in and readable, `found` how it was written.
    Planned: links in `given` become targets; `wrong` and `hanging` keep the row out; `refused`: it could not be told
    which stored row this is, or another row of the file already is. `values` are then complete, and `changed` names
    the columns that would become something else.
    """

    sheet: str
    place: str
    number: int
    cells: Mapping[str, int]
    given: dict[str, Value]
    found: Mapping[str, str]
    unread: frozenset[str] = frozenset()
    wrong: bool = False
    hanging: bool = False
    refused: bool = False
    stored: Stored | None = None
    values: Values = field(default_factory=dict)
    changed: tuple[str, ...] = ()

    @property
    def target(self) -> Target:
        """What a link to this row points at."""
        return self.stored.target if self.stored else Target(self.sheet, row=self.number)

    @property
    def pk(self) -> int | None:
        """The key of the stored row; None for a new one."""
        return self.target.pk

    @property
    def state(self) -> State:
        if self.stored is None:
            return State.NEW
        return State.CHANGED if self.changed else State.UNCHANGED

    @property
    def fits(self) -> bool:
        """Whether it can come in."""
        return not (self.wrong or self.hanging)

    def where(self, column: str) -> Place:
        """The cell of this column; column A when the file has no such column."""
        return Place(self.place, self.number, self.cells.get(column, 0))

    def mistake(self, column: Column, fault: Fault, **numbers: str | int) -> Mistake:
        """Something wrong in a cell of this row."""
        found = self.found.get(column.key, "")
        return Mistake(fault, self.where(column.key), column.heading.nl, found, column.kind.allowed, numbers)
