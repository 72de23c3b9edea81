from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiewijzer.science.cooperation import Lean, carries, division, lean, leaning
from regiewijzer.science.facts import GiveAndTake
from regiewijzer.science.limits import DEFAULTS, Limits, from_overrides

TODAY = date(2026, 11, 23)
sizes = st.none() | st.integers(0, 3)


def row(number, brings=None, gets=None):
    return GiveAndTake(number, f"Partner {number}", TODAY, brings, gets)


rows = st.lists(st.tuples(sizes, sizes), max_size=12).map(
    lambda pairs: [row(number, *pair) for number, pair in enumerate(pairs)]
)


@pytest.mark.parametrize(
    ("brings", "gets", "to"),
    [
        (3, 0, Lean.BRINGS_MORE),
        (3, 1, Lean.BRINGS_MORE),
        (3, 2, Lean.IN_BALANCE),
        (0, 0, Lean.IN_BALANCE),
        (1, 3, Lean.GETS_MORE),
        (None, 3, Lean.UNKNOWN),
        (3, None, Lean.UNKNOWN),
    ],
)
def test_a_partner_leans_from_two_steps_on(brings, gets, to):
    assert lean(row(1, brings, gets)) is to


def test_the_authority_may_be_stricter():
    assert lean(row(1, 2, 1), from_overrides({"balance_gap": 1})) is Lean.BRINGS_MORE


@settings(deadline=None)
@given(rows)
def test_turning_both_sides_round_turns_the_lean_round(found):
    turned = [GiveAndTake(each.organisation, each.name, each.said_on, each.gets, each.brings) for each in found]

    assert leaning(turned, Lean.GETS_MORE) == tuple(
        GiveAndTake(each.organisation, each.name, each.said_on, each.gets, each.brings)
        for each in leaning(found, Lean.BRINGS_MORE)
    )


@settings(deadline=None)
@given(rows, st.sampled_from([1, 2, 3]))
def test_every_partner_leans_to_exactly_one_side(found, gap):
    limits = from_overrides({"balance_gap": gap})

    assert sum(len(leaning(found, to, limits)) for to in Lean) == len(found)


@settings(deadline=None)
@given(rows)
def test_the_share_of_the_largest_is_its_part_of_everything(found):
    told = division(found)
    brought = [each.brings for each in found if each.brings is not None]

    if told is None:
        assert not any(brought)
        return
    assert told.share == pytest.approx(float(Fraction(max(brought), sum(brought))))
    assert told.largest.brings == max(brought)
    assert 1 <= told.half_from <= told.estimated == len(brought)
    assert 2 * sum(sorted(brought, reverse=True)[: told.half_from]) >= sum(brought)
    assert 2 * sum(sorted(brought, reverse=True)[: told.half_from - 1]) < sum(brought)


@settings(deadline=None)
@given(rows, st.integers(0, 3))
def test_a_partner_of_whom_nothing_is_known_changes_no_division(found, gets):
    assert division([*found, row(99, None, gets)]) == division(found)


def test_one_carries_from_half_of_everything_among_four():
    assert carries(division([row(1, 3), row(2, 1), row(3, 1), row(4, 1)]))
    assert not carries(division([row(1, 3), row(2, 2), row(3, 1), row(4, 1)]))
    assert not carries(division([row(1, 3), row(2, 1), row(3, 0)]))
    assert not carries(None, DEFAULTS)


def test_a_limit_of_balance_is_one_to_three_steps():
    with pytest.raises(ValueError, match="balance_gap"):
        Limits(balance_gap=4)
