import pytest

from regiewijzer.science.facts import Member, Network
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
