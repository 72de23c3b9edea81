"""What does the square of own script and power show? Four corners, and a mark per policy field."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Corner:
    """The name of the type in a corner. `script` and `power`: whether there is much of it."""

    name: str
    script: bool
    power: bool


@dataclass(frozen=True, slots=True)
class FieldMark:
    """A policy field with its own script and power, both from 0 to 1; `before` is where it stood earlier.

    `words` are the two values as people see them and `kind` the name of the type.
    """

    name: str
    script: float
    power: float
    words: str
    kind: str
    before: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """`corners` are the four types."""

    corners: tuple[Corner, ...]
    marks: tuple[FieldMark, ...]
