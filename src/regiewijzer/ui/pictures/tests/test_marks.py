import pytest

from regiewijzer.ui.pictures.fit import Fit
from regiewijzer.ui.pictures.gables import gables
from regiewijzer.ui.pictures.marks import brand_mark, crest, state_mark, weight_mark
from regiewijzer.ui.pictures.tests.reading import drawn, tree


def test_every_mark_is_silent_and_well_formed() -> None:
    marks = [*map(state_mark, Fit), *map(weight_mark, (1, 2, 3)), brand_mark(), crest(), gables()]

    assert all(tree(mark).get("aria-hidden") == "true" for mark in marks)
    assert not [mark for mark in marks if "style" in mark]


def test_each_state_has_its_own_shape() -> None:
    assert state_mark(Fit.SHORT).count("L") == 3  # a diamond
    assert state_mark(Fit.TIGHT).count("L") == 2  # a triangle
    assert drawn(state_mark(Fit.OK), "circle", "f-current")
    assert drawn(state_mark(Fit.UNKNOWN), "circle", "s-current")[0]["fill"] == "none"


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_weight_fills_as_many_of_its_rising_bars(level: int) -> None:
    bars = drawn(weight_mark(level), "rect")

    assert ["f-current" in bar["class"] for bar in bars] == [nr < level for nr in range(3)]
    assert sorted(bars, key=lambda bar: float(bar["height"])) == bars


@pytest.mark.parametrize("level", [0, 4])
def test_there_is_no_other_weight(level: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 3"):
        weight_mark(level)
