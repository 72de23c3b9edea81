from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.composition import DOMAINS, Hammer, attainable_blau, blau, compose, hammer, is_known, variety
from regiewijzer.science.limits import DEFAULTS

CARE, SCHOOL, POLICE = ("care",), ("school", "care"), ("police",)


@pytest.mark.parametrize(
    ("members", "kinds", "highest"), [(4, 4, 0.75), (5, 4, 0.72), (10, 4, 0.74), (12, 5, 0.7917), (3, 5, 0.6667)]
)
def test_the_attainable_variety_has_the_counted_values(members, kinds, highest):
    assert attainable_blau(members, kinds) == pytest.approx(highest, abs=5e-5)


def test_blau_is_one_minus_the_sum_of_squared_shares():
    assert blau([10]) == 0
    assert blau([6, 4]) == pytest.approx(0.48)
    assert blau([2, 2, 2, 2]) == 0.75


def test_the_most_even_spread_of_whole_members_is_full_variety():
    assert variety([2, 1, 1, 1], kinds=4) == pytest.approx(1)
    assert variety([1, 1, 1], kinds=5) == pytest.approx(1)


def test_variety_says_nothing_when_it_cannot_vary():
    assert variety([4], kinds=1) is None
    assert variety([1], kinds=5) is None


@given(st.lists(st.integers(0, 30), min_size=1, max_size=8).filter(any), st.integers(0, 5))
def test_variety_lies_between_none_and_full(counts, extra):
    found = variety(counts, kinds=len(counts) + extra)

    assert found is None or 0 <= found <= 1


@pytest.mark.parametrize(
    "call",
    [
        lambda: blau([]),
        lambda: blau([0, 0]),
        lambda: blau([3, -1]),
        lambda: attainable_blau(0, 3),
        lambda: attainable_blau(3, 0),
        lambda: variety([1, 1, 1], kinds=2),
        lambda: compose([], user_voice=False),
    ],
)
def test_numbers_that_cannot_be_are_refused(call):
    with pytest.raises(ValueError, match=r"\.$"):
        call()


def test_the_first_domain_of_a_partner_is_its_main_one():
    composed = compose([CARE, SCHOOL, POLICE], user_voice=False)

    assert composed.counts == (("care", 1), ("police", 1), ("school", 1))


def test_a_partner_of_unknown_domain_is_reported_and_is_no_kind():
    composed = compose([CARE, CARE, POLICE, ()], user_voice=False)

    assert (composed.members, composed.known, composed.unknown) == (4, 3, 1)
    assert composed.dominant == "care"
    assert composed.dominant_share == 0.5
    assert composed.variety == variety([2, 1], DOMAINS)


def test_ten_of_fourteen_partners_in_care_without_a_user_is_a_hammer():
    composed = compose([CARE] * 10 + [POLICE] * 2 + [SCHOOL] * 2, user_voice=False)

    assert hammer(composed) == (Hammer.ONE_DOMAIN, Hammer.LITTLE_VARIETY, Hammer.NO_USER_VOICE)
    assert composed.variety == pytest.approx((1 - 108 / 196) / (13 / 14))
    assert composed.dominant_share == pytest.approx(10 / 14)


def test_an_even_table_with_a_user_voice_is_no_hammer():
    assert hammer(compose([CARE, SCHOOL, POLICE] * 2, user_voice=True)) == ()


def test_three_fifths_is_the_line_and_on_it_counts():
    on_it = compose([CARE] * 6 + [SCHOOL, POLICE, ("sport",), ("work",)], user_voice=True)
    below = compose([CARE] * 5 + [SCHOOL, POLICE, ("sport",), ("work",), ("art",)], user_voice=True)

    assert hammer(on_it) == (Hammer.ONE_DOMAIN,)
    assert hammer(below) == ()


def test_three_of_five_are_too_few_to_dominate_by_just_reaching_the_limit():
    three_of_five = compose([CARE] * 3 + [SCHOOL, POLICE], user_voice=True)
    four_of_five = compose([CARE] * 4 + [SCHOOL], user_voice=True)

    assert Hammer.ONE_DOMAIN not in hammer(three_of_five)
    assert Hammer.ONE_DOMAIN in hammer(four_of_five)


def test_little_variety_is_seen_when_unknown_partners_hide_the_dominant_share():
    composed = compose([CARE] * 7 + [()] * 7, user_voice=True)

    assert composed.dominant_share == 0.5
    assert hammer(composed) == (Hammer.LITTLE_VARIETY,)


@pytest.mark.parametrize("domains", [[CARE, CARE], [CARE, CARE, (), (), ()], [(), (), ()]])
def test_a_small_or_hardly_known_table_says_nothing(domains):
    composed = compose(domains, user_voice=False)

    assert not is_known(composed)
    assert hammer(composed) == ()


def test_a_limit_that_is_missed_by_the_last_bit_is_reached():
    limits = replace(DEFAULTS, dominant_domain=0.1 + 0.2, composition_known=0.1 + 0.2)  # both a bit over .3

    three_of_ten = compose([CARE] * 3 + [()] * 7, user_voice=True)

    assert is_known(three_of_ten, limits)
    assert Hammer.ONE_DOMAIN in hammer(three_of_ten, limits)
