"""What does the form grid show? Forms of governance, what each needs, and what one network measured."""

from dataclasses import dataclass

from django.utils.translation import gettext

from regiewijzer.ui.pictures.fit import Fit


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition and what the network measured: `value` in words with its scale, `position` from 0 to 1.

    `position` is None when it was not measured.
    """

    name: str
    value: str
    position: float | None

    @property
    def said(self) -> str:
        return self.value if self.position is not None else gettext("not measured")


@dataclass(frozen=True, slots=True)
class OwnMeasure:
    """A cell judged by a measure of its own (trust in the leader) instead of its condition's; None is not measured."""

    position: float | None


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a form holds on one condition: from `lo` to `hi` (0 to 1), how the network fits there, and in which words.

    `needed` is the limit in words, for the table.
    """

    lo: float
    hi: float
    fit: Fit
    words: str
    needed: str = ""
    own: OwnMeasure | None = None


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form with one cell per condition. `verdict` and `verdict_words` sum up its shortfalls; there is never a mean.

    `note` is what else is to be said of the form ("heavier than needed").
    """

    name: str
    short: str
    cells: tuple[Cell, ...]
    verdict: Fit
    verdict_words: str
    current: bool = False
    advised: bool = False
    note: str = ""

    @property
    def part(self) -> str:
        """Which part the form plays for the network."""
        current = gettext("the form now") if self.current else ""
        advised = gettext("lightest form that fits") if self.advised else ""
        return ", ".join(filter(None, (current, advised, self.note)))


@dataclass(frozen=True, slots=True)
class FormGrid:
    """`forms` run from light to heavy."""

    conditions: tuple[Condition, ...]
    forms: tuple[FormRow, ...]
