"""What stands in one sheet? Its columns, what names a row, and what must hold over a whole row."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.sheets.kinds import Kind, Prose, Value
from regiewijzer.register.exchange.sheets.mistakes import Fault, Numbers

Values = Mapping[str, Value]


class Fresh(Enum):
    """A value that a new row gets from the day on which it comes in."""

    TODAY = "today"


TODAY = Fresh.TODAY
UNTOLD = Text(nl="", en="")


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `default` is what an empty cell of a new row means; None is the nothing of its kind."""

    key: str
    kind: Kind
    required: bool = False
    default: Value | Fresh = None
    keeps: bool = False  # once filled it can change, not become empty
    heading: Text = UNTOLD
    explanation: Text = UNTOLD
    example: str = ""

    @property
    def can_be_emptied(self) -> bool:
        """Whether a lone dash makes it empty."""
        return not (self.required or self.keeps) and self.default is None and self.kind.nothing in (None, "", ())

    def default_on(self, today: date) -> Value:
        """What an empty cell of a new row means on this day."""
        if isinstance(self.default, Fresh):
            return today
        return self.kind.nothing if self.default is None else self.default


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check found: the column to name, and the numbers of the sentence. `row`: which of the rows judged."""

    column: str
    fault: Fault
    numbers: Numbers
    row: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """Something that must hold over a new or changed row; left out when one of its columns could not be read.

    `test` gets the values as they would be, those that are stored (None for a new row), and the day.
    """

    columns: tuple[str, ...]
    test: Callable[[Values, Values | None, date], Iterator[Problem]]


def _as_it_is(given: Values) -> Values:
    return given


def _all_well(_rows: Sequence[Values], _stored: Sequence[Values]) -> Iterator[Problem]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    `key` are the columns that together name a row; each of `numbers` names one on its own; `apart` tells rows with one
    key apart; `told_by` is what stands between brackets behind a name that occurs twice. A sheet that `grows` is only
    added to: a row with other values is another row. `together` judges all rows of the sheet with those stored beside.
    `also` are other titles that mean this sheet. One that is not `offered` stands in no template: it carries what the
    program itself kept. `confidential` columns go out only to who sees mandates; when the key is among them, the whole
    sheet does.
    """

    code: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    grows: bool = False
    checks: tuple[Check, ...] = ()
    completed: Callable[[Values], Values] = _as_it_is
    together: Callable[[Sequence[Values], Sequence[Values]], Iterator[Problem]] = _all_well
    title: Text = UNTOLD
    also: tuple[str, ...] = ()
    offered: bool = True
    confidential: tuple[str, ...] = ()
    explanation: Text = UNTOLD

    @property
    def for_everybody(self) -> tuple[Column, ...]:
        """The columns that go out to whoever may take out the register."""
        if self.key[0] in self.confidential:
            return ()
        return tuple(column for column in self.columns if column.key not in self.confidential)

    @property
    def named(self) -> bool:
        """Whether other sheets can name its rows."""
        return isinstance(self.column(self.key[0]).kind, Prose)

    def column(self, key: str) -> Column:
        """KeyError when the sheet has no such column."""
        try:
            return next(column for column in self.columns if column.key == key)
        except StopIteration:
            raise KeyError(f"{self.code} has no column {key}.") from None
