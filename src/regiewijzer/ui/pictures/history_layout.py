"""Where do the labels and marks of a line of time stand, so that they do not touch?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

_GAP = 14.0  # between two labels
_BESIDE = 6.0  # between a label and the thread of another
_LEAN = 8.0  # how far a label that starts or ends at its mark goes past it


class Tier(IntEnum):
    """A row of labels; the far ones hang on a thread."""

    ABOVE = 0
    BELOW = 1
    FAR_ABOVE = 2
    FAR_BELOW = 3

    @property
    def far(self) -> bool:
        return self in (Tier.FAR_ABOVE, Tier.FAR_BELOW)

    @property
    def above(self) -> bool:
        return self in (Tier.ABOVE, Tier.FAR_ABOVE)


@dataclass(frozen=True, slots=True)
class Tag:
    """Words of some width that belong to x; the lowest `rank` is placed first."""

    x: float
    width: float
    rank: int = 1


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a tag found room: its tier and its left edge."""

    tag: Tag
    tier: Tier
    left: float

    @property
    def right(self) -> float:
        return self.left + self.tag.width


def seated(tags: Sequence[Tag], width: float) -> list[Seat | None]:
    """A seat for each tag on a sheet of `width`, turn about above and below; None for a tag that finds no room.

    Of a few orders in which to seat them, the one that leaves out least, and then the one with fewest threads.
    """
    by_rank = sorted(range(len(tags)), key=lambda nr: (tags[nr].rank, nr))
    tries = [_seated(tags, order, turn, width) for order in (by_rank, range(len(tags))) for turn in (0, 1)]
    return min(tries, key=lambda seats: _left_out(tags, seats))


def _seated(tags: Sequence[Tag], order: Iterable[int], turn: int, width: float) -> list[Seat | None]:
    seats: list[Seat | None] = [None] * len(tags)
    for nr in order:
        taken = [seat for seat in seats if seat]
        seats[nr] = next((seat for seat in _candidates(tags[nr], nr + turn, width) if _free(seat, taken)), None)
    return seats


def _left_out(tags: Sequence[Tag], seats: Sequence[Seat | None]) -> tuple[int, ...]:
    """How many tags of each rank have no seat, the first rank first, and how many threads there are."""
    standing = [tag.rank for tag, seat in zip(tags, seats, strict=True) if seat is None]
    ranks = sorted({tag.rank for tag in tags})
    return (*(standing.count(rank) for rank in ranks), sum(seat.tier.far for seat in seats if seat))


def _candidates(tag: Tag, nr: int, width: float) -> Iterator[Seat]:
    near = (Tier.BELOW, Tier.ABOVE) if nr % 2 == 0 else (Tier.ABOVE, Tier.BELOW)
    starts = (tag.width / 2, _LEAN, tag.width - _LEAN, tag.width / 4, tag.width * 3 / 4)
    for tier in (*near, Tier.FAR_ABOVE, Tier.FAR_BELOW):
        for start in starts:
            yield Seat(tag, tier, min(max(0.0, tag.x - start), width - tag.width))


def _free(seat: Seat, taken: Sequence[Seat]) -> bool:
    return not any(_touch(seat, other) for other in taken)


def _touch(seat: Seat, other: Seat) -> bool:
    if seat.tier.above is not other.tier.above:
        return False
    if seat.tier is other.tier:
        return seat.left < other.right + _GAP and other.left < seat.right + _GAP
    near, far = (other, seat) if seat.tier.far else (seat, other)
    return near.left - _BESIDE < far.tag.x < near.right + _BESIDE


def spread(xs: Sequence[float], *, apart: float, left: float, right: float) -> list[float]:
    """Places between `left` and `right` in the same order, `apart` from each other where there is room for that.

    Those that stand free stay where they are.
    """
    apart = min(apart, (right - left) / max(1, len(xs) - 1))
    places: list[float] = []
    for x in xs:
        places.append(max(x, places[-1] + apart) if places else x)
    limit = right
    for nr in reversed(range(len(places))):
        places[nr] = min(places[nr], limit)
        limit = places[nr] - apart
    return places
