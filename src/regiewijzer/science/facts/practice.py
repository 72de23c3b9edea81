"""What an authority wrote down of its own practice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnCase:
    """One case of one's own; whether others read a copy of it."""

    title: str
    year: int | None = None
    shared: bool = False
