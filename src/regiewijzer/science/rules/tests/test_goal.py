from datetime import date

from regiewijzer.science.facts import Member, Network, Register
from regiewijzer.science.finding import Certainty
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import goal

TODAY = date(2026, 11, 23)


def found(groups=0, themes=0, actions=(), limits=None):
    network = Network(
        ref=1,
        name="Lokaal Overleg",
        target_groups=tuple(f"group {number}" for number in range(groups)),
        themes=tuple(f"theme {number}" for number in range(themes)),
        members=tuple(Member(number, action) for number, action in enumerate(actions)),
        as_of=date(2026, 10, 1),
    )
    return goal.find(Register(TODAY, networks=(network,)), limits or Limits())


def test_a_goal_that_names_much_with_few_actions_is_too_broad():
    (finding,) = found(3, 4, [True] * 4 + [False] * 8)

    assert finding.rule == "goal.too_broad"
    assert finding.numbers == {
        "network": "Lokaal Overleg",
        "groups": 3,
        "domains": 4,
        "count": 12,
        "active": 4,
        "recorded": 12,
    }
    assert finding.certainty is Certainty.FAIR


def test_when_nobody_wrote_down_who_acts_the_finding_speaks_only_of_what_the_goal_names():
    (finding,) = found(3, 1, [None] * 12)

    assert finding.rule == "goal.names_too_much"
    assert finding.numbers == {"network": "Lokaal Overleg", "groups": 3, "domains": 1}


def test_few_actions_of_which_many_are_unrecorded_is_doubtful():
    (finding,) = found(1, 1, [True] * 3 + [None] * 7)

    (unrecorded,) = [ground for ground in finding.grounds if ground.code == "actions_unrecorded"]
    assert unrecorded.numbers == {"count": 7, "total": 10}
    assert finding.certainty is Certainty.LIMITED


def test_a_narrow_goal_is_not_told():
    assert found(2, 3, [True] * 4 + [False] * 4) == ()
    assert found(2, 3, [None] * 12) == ()


def test_the_authority_may_allow_more_target_groups():
    assert found(3, 1, limits=from_overrides({"goal_groups": 3})) == ()
