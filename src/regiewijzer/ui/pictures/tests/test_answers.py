import re

import pytest

from regiewijzer.ui.pictures.answers import Column, columns


def _drawn(*counts: int, label: str = "") -> str:
    steps = tuple(Column(str(step), label, count) for step, count in enumerate(counts, start=1))
    return columns("answers1", steps, title="Hoe", description="Zo")


def test_every_answer_is_a_dot() -> None:
    svg = _drawn(3, 6, 1, 5, 3)

    assert svg.count("<circle") == 18
    assert re.findall(r">(\d)</text>", svg) == ["3", "1", "6", "2", "1", "3", "5", "4", "3", "5"]


def test_a_large_room_gets_bars_in_proportion() -> None:
    svg = _drawn(400, 100, 0, 0, 0)
    heights = [float(height) for height in re.findall(r'<rect[^>]* height="([\d.]+)"', svg)]

    assert "<circle" not in svg
    assert heights[0] == pytest.approx(4 * heights[1])


def test_no_mark_rises_above_the_sheet() -> None:
    for counts in ((10, 0, 0, 0, 0), (1000, 1, 0, 0, 0), (0, 0, 0), (1,) * 12):
        svg = _drawn(*counts)
        tops = [float(y) for y in re.findall(r'c?y="(-?[\d.]+)"', svg)]

        assert min(tops) >= 0


def test_what_somebody_wrote_is_text() -> None:
    assert "<script>" not in _drawn(1, 2, label="<script>canary()</script>")
