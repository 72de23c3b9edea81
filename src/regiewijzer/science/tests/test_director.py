from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.director import Component, DirectorType, director_type, weakest
from regiewijzer.science.facts import Stance
from regiewijzer.science.governance import from_scale
from regiewijzer.science.limits import from_overrides

STANCE = Stance("housing", date(2026, 5, 1), overview=0.75, accountability=0.5, policy_lines=0.3, organising=0.25)


@pytest.mark.parametrize(
    ("script", "power", "kind"),
    [
        (4, 4, DirectorType.CONTROLLING),
        (2, 4, DirectorType.IMPLEMENTING),
        (4, 2, DirectorType.VISIONARY),
        (2, 2, DirectorType.FACILITATING),
        (3, 5, DirectorType.BETWEEN),
        (1, 3, DirectorType.BETWEEN),
        (3.01, 2.99, DirectorType.VISIONARY),
    ],
)
def test_script_and_power_make_the_type(script, power, kind):
    assert director_type(from_scale(script), from_scale(power)) is kind


@pytest.mark.parametrize(("script", "power"), [(None, 1), (1, None), (None, None)])
def test_without_both_there_is_no_type(script, power):
    assert director_type(script, power) is None


@pytest.mark.parametrize(("script", "power"), [(-0.1, 0.5), (0.5, 1.1)])
def test_a_value_off_the_scale_is_refused(script, power):
    with pytest.raises(ValueError, match="must be from 0 to 1"):
        director_type(script, power)


@given(st.floats(0, 1), st.floats(0, 1))
def test_turning_both_round_gives_the_opposite_type(script, power):
    opposite = {
        DirectorType.CONTROLLING: DirectorType.FACILITATING,
        DirectorType.FACILITATING: DirectorType.CONTROLLING,
        DirectorType.IMPLEMENTING: DirectorType.VISIONARY,
        DirectorType.VISIONARY: DirectorType.IMPLEMENTING,
        DirectorType.BETWEEN: DirectorType.BETWEEN,
    }
    turned = director_type(1 - script, 1 - power)
    if 0.5 not in (1 - script, 1 - power):  # a difference too small for a computer
        assert turned is opposite[director_type(script, power)]


def test_the_weakest_is_the_lowest_of_the_four():
    assert weakest(STANCE) is Component.ORGANISING


@pytest.mark.parametrize(
    "stance",
    [
        replace(STANCE, organising=0.375, policy_lines=0.375),
        replace(STANCE, overview=None),
        Stance("housing", date(2026, 5, 1)),
    ],
)
def test_nothing_is_weak_at_the_limit_or_when_not_all_four_are_known(stance):
    assert weakest(stance) is None


def test_of_two_that_are_equally_low_the_first_is_told():
    assert weakest(replace(STANCE, policy_lines=0.25)) is Component.POLICY_LINES


def test_an_authority_draws_its_own_line():
    assert weakest(STANCE, from_overrides({"weak_component": 0.25})) is None
