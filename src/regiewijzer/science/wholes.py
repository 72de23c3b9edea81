"""Which networks are part of one whole? A steering group, a working group: what is within what, as a forest.

Whoever sits in a whole and in its parts sits there by design, so that a whole and its parts are never told as overlap.
Nor are the parts of one whole: who made them decided who sits where. The layers are those of Flemish municipalities;
that parts of one whole do not overlap is our proposal.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def way_up(part: K, within: Mapping[K, K]) -> tuple[K, ...]:
    """What it is a part of, the nearest first; where that goes in a circle, each of the circle once."""
    found: dict[K, None] = {}
    above = within.get(part)
    while above is not None and above not in found:
        found[above] = None
        above = within.get(above)
    return tuple(found)


def circles(within: Mapping[K, K]) -> Iterator[K]:
    """Every key that would be a part of itself."""
    return (key for key in within if key in way_up(key, within))


def wholes(within: Mapping[K, K]) -> Mapping[K, tuple[K, ...]]:
    """The keys that belong together, under what they all are part of, which comes first; those alone are absent.

    In a circle, which no register holds, the smallest as text counts as the whole.
    """
    found: dict[K, list[K]] = defaultdict(list)
    for part in within:
        found[_top(part, within)].append(part)
    return {whole: tuple(dict.fromkeys((whole, *parts))) for whole, parts in found.items()}


def _top(part: K, within: Mapping[K, K]) -> K:
    above = way_up(part, within)
    top = above[-1]
    return min((top, *way_up(top, within)), key=str) if top in within else top
