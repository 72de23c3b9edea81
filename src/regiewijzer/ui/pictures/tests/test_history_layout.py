from itertools import pairwise

import pytest

from regiewijzer.ui.pictures.history_layout import Seat, Tag, Tier, seated, spread


def apart(seats: list[Seat]) -> bool:
    return all(
        left.right < right.left
        for tier in Tier
        for left, right in pairwise(sorted((s for s in seats if s.tier is tier), key=lambda seat: seat.left))
    )


def test_days_too_near_each_other_stand_side_by_side() -> None:
    assert spread([0, 0, 5, 300], apart=17, left=0, right=900) == [0, 17, 34, 300]
    assert spread([880, 890, 900], apart=17, left=0, right=900) == [866, 883, 900]
    assert spread([], apart=17, left=0, right=900) == []
    crowd = spread([0.0] * 100, apart=17, left=0, right=900)
    assert crowd[0] == pytest.approx(0)
    assert crowd[-1] == pytest.approx(900)


@pytest.mark.parametrize("count", [1, 5, 12, 30, 60])
def test_labels_never_touch_and_no_thread_runs_through_one(count: int) -> None:
    tags = [Tag(x=nr * 900 / count, width=60 + nr % 4 * 40, rank=nr % 3) for nr in range(count)]

    seats = [seat for seat in seated(tags, 920) if seat]

    assert apart(seats)
    assert all(seat.left >= 0 and seat.right <= 920 for seat in seats)
    for far in (seat for seat in seats if seat.tier.far):
        near = Tier.ABOVE if far.tier.above else Tier.BELOW
        assert not [s for s in seats if s.tier is near and s.left < far.tag.x < s.right]


def test_neighbours_stand_above_and_below_in_turn() -> None:
    seats = seated([Tag(x, 100) for x in (50, 250, 450, 650)], 920)

    assert [seat.tier for seat in seats if seat] == [Tier.BELOW, Tier.ABOVE, Tier.BELOW, Tier.ABOVE]
