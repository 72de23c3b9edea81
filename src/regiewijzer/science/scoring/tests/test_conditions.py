import pytest

from regiewijzer.science.scoring.conditions import Condition, Range, Seen, holds, spread

SEEN = Seen(
    scores={"goal": 4.0, "power": -1.0, "returns": None},
    bands={"goal": "high", "power": None, "returns": None},
    layers={"board": 2.0, "staff": 0.5},
    circumstances={"age_months": 26},
)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Condition(), True),
        (Condition(bands={"goal": ["high"]}), True),
        (Condition(bands={"goal": ["low", "middle"]}), False),
        (Condition(bands={"goal": ["high"], "returns": ["low"]}), False),
        (Condition(scores={"power": Range(below=0)}), True),
        (Condition(scores={"power": Range(below=0), "goal": Range(at_least=4)}), True),
        (Condition(scores={"goal": Range(above=4)}), False),
        (Condition(scores={"goal": Range(at_most=3.9)}), False),
        (Condition(scores={"returns": Range(at_most=5)}), False),
        (Condition(scores={"unknown": Range()}), False),
        (Condition(layers={"board": Range(at_least=1.5), "staff": Range(at_most=0.75)}), True),
        (Condition(between_layers=Range(at_least=1.5)), True),
        (Condition(between_layers=Range(at_least=1.6)), False),
        (Condition(every_layer=Range(at_least=0.5)), True),
        (Condition(every_layer=Range(at_least=1)), False),
        (Condition(between_dimensions=Range(below=0.5)), False),
        (Condition(circumstances={"age_months": Range(at_least=24)}), True),
        (Condition(circumstances={"members": Range(at_least=1)}), False),
        (Condition(no_dimension_in="low"), False),  # one dimension was not measured
        (Condition(ranking_differs=True), False),
    ],
)
def test_everything_a_condition_names_must_be_known_and_hold(condition, expected):
    assert holds(condition, SEEN) is expected


@pytest.mark.parametrize(("bands", "expected"), [(("low", "middle"), True), (("low", "high"), False)])
def test_no_dimension_may_be_in_a_band_once_all_are_measured(bands, expected):
    seen = Seen(scores={"a": 2.0, "b": 3.0}, bands=dict(zip("ab", bands, strict=True)))

    assert holds(Condition(no_dimension_in="high"), seen) is expected


def test_one_number_has_no_spread():
    assert spread({"a": 2.0, "b": None}) is None
    assert spread({"a": 2.0, "b": 3.5}) == 1.5


def test_a_condition_about_layers_is_judged_per_dimension():
    assert Condition(between_layers=Range(at_least=1)).about_layers
    assert not Condition(bands={"goal": ["high"]}).about_layers
