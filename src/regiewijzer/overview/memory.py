"""What does a process remember between requests? The newest of each thing, with the stamp it was made under.

Objects as they are, not pickled as a cache of Django does: reading one costs nothing. What was used longest ago goes
when there is too much.
"""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class Memory(Generic[V]):
    """Values by key. A value counts only under the stamp it was made with: another stamp says that facts changed."""

    def __init__(self, most: int) -> None:
        self._most, self._weight, self._lock = most, 0, Lock()
        self._kept: OrderedDict[Hashable, tuple[Hashable, V, int]] = OrderedDict()

    def get(self, key: Hashable, stamp: Hashable) -> V | None:
        with self._lock:
            found = self._kept.get(key)
            if found is None or found[0] != stamp:
                return None
            self._kept.move_to_end(key)
            return found[1]

    def put(self, key: Hashable, stamp: Hashable, value: V, weight: int = 1) -> None:
        """Remember a value in place of what was remembered under this key."""
        with self._lock:
            self._weight += weight - (self._kept.pop(key)[2] if key in self._kept else 0)
            self._kept[key] = (stamp, value, weight)
            while self._weight > self._most:
                self._weight -= self._kept.popitem(last=False)[1][2]

    def __len__(self) -> int:
        return len(self._kept)

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
            self._weight = 0
