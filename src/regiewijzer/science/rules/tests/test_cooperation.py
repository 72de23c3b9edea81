from datetime import date

from regiewijzer.science.facts import GiveAndTake, InputSource, Member, MemberRatings, Network, Rating, Register
from regiewijzer.science.finding import Certainty
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import cooperation

TODAY, LATELY = date(2026, 11, 23), date(2026, 10, 1)


def judged(answers=9, **ratings):
    return MemberRatings(LATELY, ratings, InputSource.SURVEY, answers=answers, invited=10)


def said(number, brings, gets, *, agreed=True, on=LATELY):
    return GiveAndTake(number, f"Partner {number}", on, brings, gets, agreed)


def found(*, ratings=(), rows=(), partners=6, limits=None):
    network = Network(
        ref=1,
        name="Woonoverleg",
        members=tuple(Member(number) for number in range(partners)),
        cooperation_ratings=ratings,
        give_and_take=rows,
    )
    return cooperation.find(Register(TODAY, networks=(network,)), limits or Limits())


def codes(finding, *, holds):
    return {ground.code for ground in finding.grounds if ground.holds is holds}


def test_a_theme_the_members_judge_poor_is_told_with_its_value():
    (finding,) = found(ratings=(judged(returns=Rating(0.25, 0.8), agreement=Rating(0.9, 0.9)),))

    assert (finding.rule, finding.aspect) == ("cooperation.low", "returns")
    assert finding.numbers == {"network": "Woonoverleg", "theme": "returns", "value": 2.0}
    assert finding.measured_on == LATELY
    assert (codes(finding, holds=False), finding.certainty) == (set(), Certainty.GREAT)
    assert finding.limits_used == {"cooperation_rating": 0.375}


def test_a_poor_mean_of_answers_that_fall_apart_is_less_sure():
    low, _split = found(ratings=(judged(returns=Rating(0.25, 0.4)),))

    assert codes(low, holds=False) == {"answers_fall_apart"}
    assert low.certainty is Certainty.FAIR


def test_exactly_the_limit_is_not_poor():
    assert found(ratings=(judged(returns=Rating(0.375)),)) == ()
    assert found(ratings=(judged(returns=Rating(0.375 - 1e-12)),)) == ()
    assert len(found(ratings=(judged(returns=Rating(0.374)),))) == 1


def test_only_the_latest_measurement_counts():
    assert found(ratings=(judged(returns=Rating(0.1)), judged(returns=Rating(0.9)))) == ()


def test_divided_answers_are_told_when_enough_people_answered():
    (finding,) = found(ratings=(judged(agreement=Rating(0.6, 0.4)),))

    assert (finding.rule, finding.numbers["agreement"]) == ("cooperation.split", 0.4)
    assert found(ratings=(judged(answers=4, agreement=Rating(0.6, 0.4)),)) == ()
    assert found(ratings=(judged(answers=None, agreement=Rating(0.6, 0.4)),)) == ()


def test_partners_that_bring_much_and_get_little_are_one_finding_that_names_them_by_name():
    (finding,) = found(rows=(said(1, 2, 0), said(2, 3, 0), said(3, 2, 2), said(4, 2, 2), said(5, 1, 1), said(0, 1, 1)))

    assert finding.rule == "cooperation.brings_more"
    assert finding.numbers == {
        "network": "Woonoverleg",
        "partner": "Partner 1, Partner 2",
        "brings": 3,
        "gets": 0,
        "count": 2,
        "total": 6,
    }
    assert codes(finding, holds=True) == {"said_itself", "facts_dated"}
    assert finding.certainty is Certainty.GREAT


def test_an_estimate_of_some_partners_by_somebody_else_makes_it_doubtful():
    (finding,) = found(rows=(said(1, 0, 3, agreed=False), said(2, 1, 1)))

    assert finding.rule == "cooperation.gets_more"
    assert codes(finding, holds=False) == {"estimated_for_partner", "partners_unknown"}
    assert finding.certainty is Certainty.LIMITED


def test_one_partner_that_brings_half_of_everything_is_told():
    others = [said(number, 0, 1) for number in (1, 3, 4, 5)]

    (finding,) = found(rows=(*others, said(2, 3, 2)))

    assert (finding.rule, finding.numbers["partner"], finding.numbers["percent"]) == (
        "cooperation.one_carries",
        "Partner 2",
        100,
    )


def test_who_left_the_table_no_longer_counts():
    assert found(rows=(said(9, 3, 0),), partners=5) == ()


def test_the_authority_may_choose_its_own_limits():
    limits = from_overrides({"balance_gap": 3, "cooperation_rating": 0.2})

    assert found(ratings=(judged(returns=Rating(0.25)),), rows=(said(1, 3, 1),), limits=limits) == ()
