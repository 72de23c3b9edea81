"""Bars, with a square for each part of which nobody knows how much."""

import pytest

from regiewijzer.ui.pictures.tests.reading import both, tree
from regiewijzer.ui.pictures.tests.samples import sample

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("hard", [False, True], ids=["everyday", "hard"])
def test_no_bar_and_no_square_runs_into_the_number(hard: bool) -> None:
    wide, _narrow = both(sample("bars", hard=hard))
    said = [each for each in tree(wide).iter() if (each.text or "").endswith("uur")]
    numbers = min(float(each.get("x", "0")) for each in said)
    ends = [
        float(each.get("x", "0")) + float(each.get("width", "0"))
        for each in tree(wide).iter()
        if each.tag.endswith("rect")
    ]

    assert max(ends) < numbers - WIDEST_NUMBER


WIDEST_NUMBER = 70.0
