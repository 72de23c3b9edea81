import re
from collections.abc import Iterator
from itertools import cycle, islice
from xml.etree.ElementTree import Element

import pytest

from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.pictures.tests.reading import both, tree, words
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Letter, width_of
from regiewijzer.ui.pictures.ties import Node, TiesMap, ties_picture

MANY = 300
WORDS = ("Evenementenoverleg", "Woonmaatschappij", "Huisartsenkring", "CAW", "Zorgzame buurt", "Jeugdwelzijnswerk")
RISES, FALLS = 0.7, 0.2  # of a letter above and under its line, in parts of its size
MOVED = re.compile(r"translate\(([-\d.]+)[ ,]+([-\d.]+)\)")
Box = tuple[float, float, float, float]


def _named(count: int) -> tuple[Node, ...]:
    kinds = islice(cycle(WORDS), count)
    return tuple(Node(f"{kind} van deelgemeente {nr} en omgeving", nr / count) for nr, kind in enumerate(kinds))


def _drawn(*, two: bool) -> Picture:
    nodes = _named(MANY)
    left, right = (nodes[: MANY // 2], nodes[MANY // 2 :]) if two else (nodes, ())
    last = len(right or left)
    ties = tuple((nr, (nr * 7 + 3) % last, 1.0) for nr in range(len(left)))
    picture = ties_picture(TiesMap("Wie met wie", left, right, ties), picture_id="map")
    assert picture
    return picture


def _boxes(element: Element, letters: tuple[Letter, Letter, Letter], x: float = 0, y: float = 0) -> Iterator[Box]:
    """Where each line of words stands: left, top, right, bottom."""
    if found := MOVED.search(element.get("transform", "")):
        x, y = x + float(found[1]), y + float(found[2])
    if element.tag == "text":
        css = element.get("class", "").split()
        letter = letters[0] if "t-s" in css else letters[2] if "t-l" in css else letters[1]
        wide = width_of(element.text or "", letter.strong if "t-b" in css else letter)
        start, foot = x + float(element.get("x", 0)), y + float(element.get("y", 0))
        left = {"middle": start - wide / 2, "end": start - wide}.get(element.get("text-anchor", ""), start)
        yield left, foot - RISES * letter.size, left + wide, foot + FALLS * letter.size
    for child in element:
        yield from _boxes(child, letters, x, y)


def _touching(boxes: list[Box]) -> list[tuple[Box, Box]]:
    ordered = sorted(boxes, key=lambda box: box[1])
    found = []
    for nr, one in enumerate(ordered):
        for other in ordered[nr + 1 :]:
            if other[1] >= one[3]:
                break
            if one[0] < other[2] and other[0] < one[2]:
                found.append((one, other))
    return found


@pytest.mark.parametrize("two", [False, True])
def test_three_hundred_names_stand_whole_and_none_overlaps_another(two: bool) -> None:
    picture = _drawn(two=two)

    for svg, sheet in zip(both(picture), (WIDE, NARROW), strict=True):
        boxes = list(_boxes(tree(svg), (sheet.small, sheet.body, sheet.large)))
        assert len(boxes) >= MANY
        assert _touching(boxes) == []
        assert min(left for left, *_rest in boxes) >= 0
        assert max(right for _left, _top, right, _foot in boxes) <= sheet.width
        assert "…" not in "".join(words(svg))


def test_names_on_each_other_would_be_seen() -> None:
    assert _touching([(0, 0, 50, 10), (40, 5, 90, 15), (0, 20, 50, 30)]) == [((0, 0, 50, 10), (40, 5, 90, 15))]
