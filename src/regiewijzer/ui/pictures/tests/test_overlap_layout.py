from itertools import combinations
from math import hypot

import pytest

from regiewijzer.ui.pictures.overlap_layout import Arc, Box, Disc, Edge, Place, arrange, bent, named, spot

RING = (*((nr, nr + 1, 1.0) for nr in range(7)), (0, 7, 1.0))
TREE = tuple(((nr - 1) // 2, nr, 1.0) for nr in range(1, 13))
RAILS = tuple((nr, nr + 1, 1.0) for nr in (0, 1, 2, 3, 5, 6, 7, 8))
LADDER = RAILS + tuple((nr, nr + 5, 1.0) for nr in range(5))


def none(count: int) -> tuple[str, ...]:
    return ("",) * count


def crossings(places: tuple[Place, ...], edges: tuple[Edge, ...]) -> int:
    def turn(a: Place, b: Place, c: Place) -> float:
        return (b.column - a.column) * (c.y - a.y) - (b.y - a.y) * (c.column - a.column)

    def cross(one: Edge, other: Edge) -> bool:
        a, b, c, d = (places[nr] for nr in (*one[:2], *other[:2]))
        return len({a, b, c, d}) == 4 and turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0

    return sum(cross(one, other) for one, other in combinations(edges, 2))


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 11, 14, 17, 20])
def test_every_network_gets_a_place_of_its_own(count: int) -> None:
    edges = tuple((a, b, 0.5) for a, b in combinations(range(count), 2) if (a + 2 * b) % 3 == 0)

    places = arrange(count, edges, none(count))

    assert len(set(places)) == count
    assert min(place.column for place in places) == 0
    assert {place.row for place in places} == set(range(max(place.row for place in places) + 1))


@pytest.mark.parametrize("edges", [RING, TREE, LADDER], ids=["ring", "tree", "ladder"])
def test_what_can_be_drawn_without_crossings_easily_is(edges: tuple[Edge, ...]) -> None:
    count = max(b for _, b, _ in edges) + 1

    assert crossings(arrange(count, edges, none(count)), edges) == 0


def test_the_same_networks_stand_in_the_same_places() -> None:
    first = arrange(8, RING, none(8))
    arrange.cache_clear()

    assert arrange(8, RING, none(8)) == first


def test_a_pair_that_shares_stands_nearer_than_strangers() -> None:
    edges = ((0, 1, 1.0), (2, 3, 1.0), (4, 5, 1.0))
    places = arrange(6, edges, none(6))

    def apart(a: int, b: int) -> float:
        return hypot(places[a].column - places[b].column, places[a].y - places[b].y)

    assert all(apart(a, b) < 1.1 for a, b, _ in edges)


def test_networks_of_a_theme_stand_together() -> None:
    groups = ("care", "housing") * 4
    places = arrange(8, (), groups)

    def spread(theme: str) -> float:
        own = [place for place, group in zip(places, groups, strict=True) if group == theme]
        return sum(hypot(a.column - b.column, a.y - b.y) for a, b in combinations(own, 2))

    mixed = sum(hypot(a.column - b.column, a.y - b.y) for a in places[::2] for b in places[1::2]) / 16
    assert spread("care") / 6 < mixed
    assert spread("housing") / 6 < mixed


def test_a_line_bends_around_a_network_it_does_not_join() -> None:
    ends = Disc(0, 0, 10), Disc(200, 0, 10)

    assert bent(*ends, 5, [*ends]).bend == 0
    around = bent(*ends, 5, [*ends, Disc(100, 0, 20)])
    assert around.bend != 0
    assert all(hypot(x - 100, y) > 20 for x, y in around.trail)


def test_names_never_cover_each_other_or_a_network() -> None:
    discs = [Disc(x, y, 20) for y in (0, 130, 260) for x in (80, 240, 400)]
    sizes = [(140.0, 54.0)] * 9
    rows = [nr // 3 for nr in range(9)]
    arcs = [Arc(a, b) for a, b in combinations(discs, 2)]

    boxes = named(discs, sizes, rows, arcs)

    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    assert not [(box, disc) for box in boxes for disc in discs if box.meets_disc(disc)]


def test_a_number_finds_a_free_spot_on_its_line_or_stays_away() -> None:
    arc = Arc(Disc(0, 0, 10), Disc(200, 0, 10))
    middle = Box(80, -20, 120, 20)

    free = spot(arc, (24, 24), [], [middle])

    assert free
    assert not free.meets(middle)
    assert spot(arc, (24, 24), [], [Box(0, -50, 200, 50)]) is None
