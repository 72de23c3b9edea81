from datetime import date

from regiewijzer.science.facts import InputSource, Member, MemberRatings, Network, Rating, Register, SubGoal
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
    assert finding.certainty is Certainty.FAIR
    assert finding.limits_used == {"goal_active": 0.5, "goal_partners": 8}


def test_a_narrow_goal_is_not_told():
    assert found(2, 3, [True] * 4 + [False] * 4) == ()
    assert found(2, 3, [None] * 12) == ()


def test_the_authority_may_allow_more_target_groups():
    assert found(3, 1, limits=from_overrides({"goal_groups": 3})) == ()


def judged(on=date(2026, 10, 1), *, current=True, **scores):
    ratings = {name: Rating(score) for name, score in scores.items()}
    return MemberRatings(on, ratings, InputSource.WORKSHOP, answers=8, invited=10, current=current)


def found_with(*ratings, **more):
    network = Network(ref=1, name="Lokaal Overleg", goal_ratings=ratings, as_of=date(2026, 10, 1), **more)
    return goal.find(Register(TODAY, networks=(network,)), Limits())


def test_what_the_members_judge_poor_in_their_goal_is_told_apart():
    attractive, own_part = found_with(judged(attractive=0.2, concrete=0.375, bearable=0.9, own_part=0.1))

    assert (attractive.rule, attractive.aspect, attractive.numbers["value"]) == ("goal.low", "attractive", 1.8)
    assert (own_part.rule, own_part.numbers) == (
        "goal.own_part_unclear",
        {"network": "Lokaal Overleg", "value": 1.4},
    )
    assert own_part.measured_on == date(2026, 10, 1)


def test_what_was_said_of_a_former_goal_is_not_held_against_the_goal_of_today():
    assert found_with(judged(concrete=0.1, current=False)) == ()
    (finding,) = found_with(judged(concrete=0.1), judged(date(2026, 11, 1), concrete=0.9, current=False))
    assert finding.aspect == "concrete"


def _broad(*parts):
    return found_with(
        target_groups=("a", "b", "c"),
        themes=("p", "q", "r", "s"),
        members=tuple(Member(number, number < 2) for number in range(10)),
        sub_goals=parts,
    )


def test_a_goal_that_was_split_in_narrow_parts_is_no_longer_too_broad():
    first, second = SubGoal("Eén", ("p", "q"), ("a",), tuple(range(5))), SubGoal("Twee", ("r", "s"), ("b", "c"), (5, 6))

    assert len(_broad()) == 1
    assert _broad(first, second) == ()


def test_the_broadest_part_of_a_split_goal_is_told():
    narrow, broad = SubGoal("Eén", ("p",), ("a",), (0, 1)), SubGoal("Twee", ("p", "q", "r", "s"), (), (2, 3, 77))

    (finding,) = _broad(narrow, broad)

    assert finding.numbers["domains"] == 4
    assert finding.numbers["count"] == 2
    assert ("broadest_part", {"count": 2}) in [(ground.code, ground.numbers) for ground in finding.grounds]


def test_exactly_the_limit_is_not_poor_whatever_the_last_bit_says():
    assert judged_concrete(0.375 - 1e-12) == ()
    assert len(judged_concrete(0.374)) == 1


def judged_concrete(score):
    rated = MemberRatings(date(2026, 10, 1), {"concrete": Rating(score)}, InputSource.SURVEY, answers=9, invited=10)
    network = Network(ref=1, name="Lokaal Overleg", goal_ratings=(rated,))
    return goal.find(Register(TODAY, networks=(network,)), Limits())
