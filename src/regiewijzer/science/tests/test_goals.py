import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science import goals
from regiewijzer.science.coverage import Coverage
from regiewijzer.science.facts import Member, Network, SubGoal
from regiewijzer.science.goals import Breadth, Scope, scope, too_broad


def test_the_scope_counts_what_the_goal_names_and_who_acts():
    network = Network(
        ref=1,
        name="Kansrijk",
        themes=("children", "work", "children"),
        target_groups=("parents", "youth"),
        members=(Member(1, True), Member(2, False), Member(3), Member(1, False)),
    )

    assert scope(network) == Scope(groups=2, domains=2, partners=3, recorded=2, active=1)


@pytest.mark.parametrize(
    ("measured", "reasons"),
    [
        (Scope(2, 3, 7, 7, 0), ()),
        (Scope(3, 3, 4, 0, 0), (Breadth.TARGET_GROUPS,)),
        (Scope(2, 4, 4, 0, 0), (Breadth.POLICY_DOMAINS,)),
        (Scope(2, 3, 8, 8, 3), (Breadth.FEW_ACTIONS,)),
        (Scope(2, 3, 8, 8, 4), ()),
        (Scope(2, 3, 8, 1, 1), (Breadth.FEW_ACTIONS,)),
        (Scope(2, 3, 12, 0, 0), ()),
        (Scope(3, 4, 12, 12, 4), tuple(Breadth)),
    ],
)
def test_a_goal_is_too_broad_by_groups_domains_or_partners_without_action(measured, reasons):
    assert too_broad(measured) == reasons


parts = st.builds(
    SubGoal,
    st.just("Deel"),
    st.lists(st.sampled_from("pqrs")).map(tuple),
    st.lists(st.sampled_from("abc")).map(tuple),
    st.lists(st.integers(0, 12), unique=True).map(tuple),
)
split = st.builds(
    Network,
    ref=st.just(1),
    name=st.just("Netwerk"),
    members=st.lists(st.builds(Member, st.integers(0, 12), st.none() | st.booleans()), max_size=12).map(tuple),
    sub_goals=st.lists(parts, max_size=3).map(tuple),
)


@given(split)
def test_a_part_never_counts_more_partners_than_the_network(network):
    for part in network.sub_goals:
        found = goals.scope_of_part(part, network)

        assert found.partners == len(set(part.partners) & set(network.partners))
        assert found.active <= found.recorded <= found.partners


@given(split)
def test_a_partner_has_a_part_or_is_told_to_have_none(network):
    placed = {partner for part in network.sub_goals for partner in part.partners}
    without = goals.without_part(network)

    assert not placed & set(without)
    assert set(network.partners) == (placed & set(network.partners)) | set(without) or not network.sub_goals


@given(split)
def test_the_broadest_part_has_the_most_reasons(network):
    reasons = len(goals.too_broad(goals.broadest(network)))

    assert all(len(goals.too_broad(goals.scope_of_part(part, network))) <= reasons for part in network.sub_goals)


@pytest.mark.parametrize(("recorded", "known"), [(4, Coverage.WHOLE), (2, Coverage.PARTLY), (0, Coverage.PARTLY)])
def test_who_acts_is_only_known_when_every_partner_has_an_answer(recorded, known):
    assert goals.named(Scope(groups=1, domains=1, partners=4, recorded=recorded, active=0)) is known
