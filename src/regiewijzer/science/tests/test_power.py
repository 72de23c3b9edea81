import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.facts import Power
from regiewijzer.science.limits import from_overrides
from regiewijzer.science.power import Proportion, place, proportion


@st.composite
def share_maps(draw):
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=3, max_size=3)))
    parts = [high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
    return dict(zip(Power, parts, strict=True))


@pytest.mark.parametrize(
    ("shares", "mean"),
    [
        ({Power.COMMUNICATIVE: 100}, 1.0),
        ({Power.COMMUNICATIVE: 85, Power.MARKET: 15}, 1.15),
        ({Power.COMMUNICATIVE: 40, Power.MARKET: 20, Power.LEGAL: 40}, 2.4),
        ({Power.FINANCIAL: 25, Power.LEGAL: 75}, 3.75),
        ({Power.LEGAL: 100}, 4.0),
    ],
)
def test_the_place_on_the_axis_is_the_share_weighted_mean(shares, mean):
    assert place(shares).mean == pytest.approx(mean)


def test_two_mixes_with_one_mean_are_told_apart_by_their_spread():
    ends = place({Power.COMMUNICATIVE: 50, Power.LEGAL: 50})
    middle = place({Power.MARKET: 50, Power.FINANCIAL: 50})

    assert ends.mean == middle.mean == 2.5
    assert (ends.lowest, ends.highest, ends.deviation) == (1, 4, 1.5)
    assert (middle.lowest, middle.highest, middle.deviation) == (2, 3, 0.5)


def test_a_mix_uses_more_than_one_type_and_a_share_of_nothing_is_not_used():
    pure = place({Power.MARKET: 100, Power.LEGAL: 0})

    assert not pure.is_mix
    assert pure.types == (Power.MARKET,)
    assert pure.deviation == 0
    assert place({Power.MARKET: 99, Power.LEGAL: 1}).is_mix


def test_another_order_of_power_gives_another_place():
    swapped = from_overrides({"power_order": ["communicative", "market", "legal", "financial"]})

    assert place({Power.LEGAL: 100}, swapped).mean == 3


@given(share_maps(), st.permutations(list(Power)))
def test_shares_in_any_order_give_the_same_place(shares, order):
    assert place({power: shares[power] for power in order}) == place(shares)


@given(share_maps())
def test_the_mean_lies_between_the_ends(shares):
    found = place(shares)

    assert 1 <= found.lowest <= found.mean <= found.highest <= 4
    assert 0 <= found.deviation <= (found.highest - found.lowest) / 2


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [
        ({Power.MARKET: 60, Power.LEGAL: 30}, "must sum to 100 %, not 90 %"),
        ({}, "must sum to 100 %, not 0 %"),
        ({Power.MARKET: 120, Power.LEGAL: -20}, "cannot be negative: legal -20 %"),
    ],
)
def test_shares_that_cannot_be_are_refused_with_a_sentence(shares, sentence):
    with pytest.raises(ValueError, match=sentence):
        place(shares)


@pytest.mark.parametrize(
    ("used", "needed", "goal_reached", "reading"),
    [
        (3, 1, None, Proportion.TOO_STRONG),
        (3, 1, 5, Proportion.TOO_STRONG),
        (1, 3, 1, Proportion.TOO_WEAK),
        (1, 3, 2, Proportion.TOO_WEAK),
        (1, 3, 3, Proportion.IN_PROPORTION),
        (1, 3, 4, Proportion.DETERRENT),
        (0, 4, 5, Proportion.DETERRENT),
        (2, 2, 1, Proportion.IN_PROPORTION),
        (1, 3, None, Proportion.UNKNOWN),
        (None, 3, 4, Proportion.UNKNOWN),
        (1, None, 4, Proportion.UNKNOWN),
    ],
)
def test_power_used_is_read_against_power_needed_and_the_result(used, needed, goal_reached, reading):
    assert proportion(used, needed, goal_reached) is reading


@pytest.mark.parametrize(("used", "needed", "goal_reached"), [(5, 1, 1), (1, -1, 1), (1, 1, 0), (1, 1, 6)])
def test_a_number_off_its_scale_is_refused(used, needed, goal_reached):
    with pytest.raises(ValueError, match="must be from"):
        proportion(used, needed, goal_reached)
