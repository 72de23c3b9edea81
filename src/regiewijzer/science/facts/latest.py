"""Which of what was measured counts now?"""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def latest(found: Sequence[T]) -> T | None:
    """The newest of what runs from old to new; None when nothing was measured."""
    return found[-1] if found else None
