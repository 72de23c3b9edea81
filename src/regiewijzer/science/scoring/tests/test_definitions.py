import pytest

from regiewijzer.science.scoring.definitions import (
    Band,
    Dimension,
    Edge,
    Item,
    Option,
    Ranking,
    Scale,
    ScaleKind,
    Scheme,
    Score,
)
from regiewijzer.science.scoring.tests.cast import FIVE, PITFALLS, SCHEME, TRUST, USED, YES_NO

LOWER = Dimension("x", Score.MEAN, bands=(Band("low", 1, 2.5), Band("high", 2.5, 5)))
UPPER = Dimension("x", Score.MEAN, bands=LOWER.bands, edge=Edge.UPPER)
BETWEEN = Dimension("x", Score.MEAN, bands=(Band("low", 1, 3), Band("between", 3, 3), Band("high", 3, 5)))


@pytest.mark.parametrize(
    ("dimension", "score", "band"),
    [
        (LOWER, 1.0, "low"),
        (LOWER, 2.4999, "low"),
        (LOWER, 2.5, "high"),
        (LOWER, 5.0, "high"),
        (UPPER, 1.0, "low"),
        (UPPER, 2.5, "low"),
        (UPPER, 2.5001, "high"),
        (UPPER, 5.0, "high"),
    ],
)
def test_a_score_on_the_line_belongs_to_the_band_the_edge_says(dimension, score, band):
    assert dimension.band_of(score).id == band


@pytest.mark.parametrize(("score", "band"), [(2.9999, "low"), (3.0, "between"), (3.0001, "high")])
def test_exactly_three_may_lie_between_two_bands(score, band):
    assert BETWEEN.band_of(score).id == band


def test_a_mean_that_misses_the_line_by_the_last_bit_of_a_float_stands_on_it():
    assert TRUST.band_of(sum([0.1] * 26)).id == "middle"  # 2.600000000000001, or a bit less
    assert TRUST.band_of(2.6 - 1e-12).id == "middle"


def test_a_dimension_without_bands_has_no_reading():
    assert PITFALLS.band_of(1) is None


def test_a_scale_knows_its_ends_in_whatever_order_it_is_offered():
    backwards = Scale(ScaleKind.ORDINAL, (2, 1, 0))

    assert (backwards.lowest, backwards.highest, backwards.steps) == (0, 2, (0, 1, 2))


def test_names_have_no_lowest():
    with pytest.raises(ValueError, match="no lowest"):
        _ = YES_NO.lowest


@pytest.mark.parametrize("values", [(), (1,), (1, 1), ("low", "high"), (1.5, 2)])
def test_a_ladder_needs_two_whole_numbers(values):
    with pytest.raises(ValueError, match="two or more whole numbers"):
        Scale(ScaleKind.ORDINAL, values)


def test_an_item_cannot_name_a_dimension_that_is_not_there():
    with pytest.raises(ValueError, match="No dimension is called gone"):
        Scheme(items=(Item("a", FIVE, "gone"),), dimensions=(TRUST,))


def test_an_option_cannot_either():
    with pytest.raises(ValueError, match="gone"):
        Scheme(items=(), dimensions=(), rankings=(Ranking("r", (Option("o", "gone"),)),))


def test_a_dimension_has_ends_of_its_own():
    assert SCHEME.ends(TRUST) == (1, 5)
    assert SCHEME.ends(USED) == (-4, 4)
    assert SCHEME.ends(PITFALLS) == (0, 2)
    assert SCHEME.ends(SCHEME.dimension("context")) is None


@pytest.mark.parametrize(
    ("score", "items", "band"),
    [
        (3.5, [1, 5], "middle"),
        (4.0, [2.49, 5], "middle"),
        (4.0, [2.5, 5], "high"),
        (3.5, [2.5 - 1e-12, 4.5], "high"),
        (2.0, [1, 3], "low"),
        (4.0, [], "high"),
    ],
)
def test_an_item_that_got_worse_keeps_the_highest_band_away(score: float, items: list[float], band: str) -> None:
    bands = (Band("low", 1, 2.75), Band("middle", 2.75, 3.5), Band("high", 3.5, 5, no_item_below=2.5))

    assert Dimension("effect", Score.MEAN, bands=bands).band_of(score, items).id == band
