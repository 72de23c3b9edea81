from dataclasses import replace
from datetime import date

from regiewijzer.science.facts import Criterion, Form, InputSource, Level, Network, Register, Satisfaction
from regiewijzer.science.finding import Certainty
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import effect

TODAY = date(2026, 11, 23)
LATE = Network(
    ref=1, name="Buurt in Balans", started=date(2024, 4, 1), results_known=frozenset(Level), as_of=date(2026, 9, 1)
)


def found(network, limits=None):
    return effect.find(Register(TODAY, networks=(network,)), limits or Limits())


def test_thirty_one_months_without_a_result_is_told():
    (finding,) = found(LATE)

    assert finding.rule == "effect.two_years_no_result"
    assert finding.numbers == {
        "network": "Buurt in Balans",
        "months": 31,
        "mark": "2026-04-01",
    }


def test_a_level_nobody_looked_at_is_not_told_as_no_result():
    (finding,) = found(replace(LATE, results_known=frozenset({Level.COMMUNITY, Level.NETWORK})))

    assert [ground.numbers for ground in finding.grounds if ground.code == "level_not_looked_at"] == [
        {"level": "organisations"}
    ]
    assert finding.certainty is Certainty.LIMITED


def test_that_the_mark_is_a_rule_of_thumb_says_nothing_of_the_evidence():
    (finding,) = found(LATE)

    assert [ground.code for ground in finding.grounds] == ["facts_dated", "beyond_limit", "one_evaluation"]
    assert finding.certainty is Certainty.FAIR
    assert finding.limits_used == {"effect_months": 24}


def test_one_month_past_the_mark_is_less_sure_than_seven():
    (finding,) = found(replace(LATE, started=date(2024, 10, 1)))

    assert [ground.code for ground in finding.grounds if not ground.holds] == [
        "close_to_limit",
        "one_evaluation",
    ]
    assert finding.certainty is Certainty.LIMITED


def test_nobody_looked_a_result_or_an_end_is_not_told():
    assert found(replace(LATE, results_known=frozenset())) == ()
    assert found(replace(LATE, results=frozenset({Level.COMMUNITY}))) == ()
    assert found(replace(LATE, ended=date(2026, 9, 1))) == ()


def test_an_authority_may_give_more_time():
    assert found(LATE, from_overrides({"effect_months": 36})) == ()


YOUNG = Network(ref=2, name="Kansrijk Opgroeien", started=date(2025, 11, 1), as_of=date(2026, 9, 1))


def asked(day, **scores):
    return Satisfaction(day, scores, InputSource.SURVEY, answers=30, invited=40)


def test_less_satisfied_users_are_told_with_the_year_and_the_dip_as_a_doubt():
    (finding,) = found(
        replace(YOUNG, users=(asked(date(2025, 12, 1), result=0.5), asked(date(2026, 11, 1), result=0.3)))
    )

    assert finding.rule == "effect.satisfaction_dip"
    assert finding.numbers == {
        "network": "Kansrijk Opgroeien",
        "what": "result",
        "before": 3.0,
        "after": 2.2,
        "year": 2,
    }
    assert [(ground.code, ground.holds) for ground in finding.grounds] == [
        ("answers_of_invited", True),
        ("measured_months_ago", True),
        ("compared_with_before", True),
        ("beyond_limit", True),
        ("dip_expected", False),
    ]


def test_after_the_mark_a_drop_is_no_first_dip():
    users = (asked(date(2024, 9, 1), result=0.5), asked(date(2026, 9, 1), result=0.3))

    (finding,) = found(replace(LATE, results=frozenset({Level.NETWORK}), users=users))

    assert "dip_expected" not in [ground.code for ground in finding.grounds]
    assert finding.certainty is Certainty.GREAT


def test_equal_shown_values_are_no_finding():
    users = (asked(date(2024, 9, 1), result=0.6), asked(date(2026, 9, 1), result=0.5999))

    assert found(replace(YOUNG, users=users)) == ()


def test_members_who_doubt_are_told_with_the_limit_it_rests_on():
    (finding,) = found(replace(YOUNG, member_satisfaction=(asked(date(2026, 10, 1), stay=0.25),)))

    assert finding.rule == "effect.members_leaving"
    assert finding.numbers == {"network": "Kansrijk Opgroeien", "value": 2.0, "limit": 2.5}
    assert finding.limits_used == {"members_stay": 0.375}
    assert finding.size == 2.0


def test_each_criterion_that_no_longer_fits_is_its_own_finding():
    grown = Criterion("network.members_joining", ((0, 12),), frozenset(Form))
    imposed = Criterion("network.commitment", ((0, None),), frozenset(Form), mandated=False)
    network = replace(LATE, results=frozenset({Level.NETWORK}), criteria=(grown, imposed))

    (finding,) = found(network)

    assert finding.numbers == {
        "network": "Buurt in Balans",
        "criterion": "network.members_joining",
        "reason": "too_old",
    }
    assert finding.key == "effect.criterion_misfit:network-1:network.members_joining"
