from dataclasses import replace

import pytest

from regiewijzer.science.facts import Power
from regiewijzer.science.limits import (
    Basis,
    Limits,
    Unit,
    Whose,
    at_least,
    from_overrides,
    is_default,
    thresholds,
    whose,
)


def test_the_limits_of_the_forms_are_the_proposed_ones():
    limits = Limits()

    assert (limits.self_trust, limits.self_participants, limits.self_consensus, limits.self_need) == (
        0.75,
        8,
        0.75,
        0.33,
    )
    assert (limits.lead_trust_in_lead, limits.lead_participants) == (0.5, 35)
    assert (limits.lead_consensus, limits.lead_need) == (0.2, 0.67)
    assert (limits.nao_trust, limits.nao_consensus) == (0.4, 0.5)


def test_power_runs_from_communicative_to_legal_unless_the_authority_says_otherwise():
    order = ("communicative", "market", "legal", "financial")

    chosen = from_overrides({"power_order": list(order)})

    assert Limits().power_order == (Power.COMMUNICATIVE, Power.MARKET, Power.FINANCIAL, Power.LEGAL)
    assert chosen.power_order == order
    assert all(isinstance(power, Power) for power in chosen.power_order)


def test_an_override_changes_one_limit_and_leaves_the_others():
    chosen = from_overrides({"self_participants": 10})

    assert chosen == replace(Limits(), self_participants=10)
    assert not is_default("self_participants", chosen)
    assert is_default("lead_participants", chosen)


def test_no_overrides_are_the_defaults():
    assert from_overrides({}) == Limits()


@pytest.mark.parametrize(
    ("overrides", "sentence"),
    [
        ({"self_trusts": 0.5}, "No limit is called self_trusts."),
        ({"self_trust": 1.2}, "self_trust must be a number from 0 to 1, not 1.2."),
        ({"self_trust": float("nan")}, "self_trust must be a number from 0 to 1, not nan."),
        ({"self_trust": "0.5"}, "self_trust must be a number from 0 to 1, not '0.5'."),
        ({"self_participants": 8.5}, "self_participants must be a whole number from 2 to 1000, not 8.5."),
        ({"self_participants": True}, "self_participants must be a whole number from 2 to 1000, not True."),
        ({"power_order": ["legal", "market"]}, "power_order must hold each of"),
        ({"power_order": ["legal", "market", "market", "financial"]}, "power_order must hold each of"),
        ({"power_order": ["legal", [], "market", "financial"]}, "power_order must be a list of"),
        ({"power_order": "legal"}, "power_order must be a list of"),
    ],
)
def test_a_wrong_override_is_refused_with_a_sentence(overrides, sentence):
    with pytest.raises(ValueError, match=sentence.replace(".", r"\.").replace("[", r"\[")):
        from_overrides(overrides)


def test_replacing_a_limit_by_hand_is_checked_too():
    with pytest.raises(ValueError, match="goal_active"):
        replace(Limits(), goal_active=-0.1)


def test_every_limit_is_described_for_a_settings_screen():
    described = thresholds()

    assert [threshold.name for threshold in described] == list(Limits.__slots__)
    assert len({threshold.label for threshold in described}) == len(described)
    for threshold in described:
        assert threshold.sources
        assert threshold.default == getattr(Limits(), threshold.name)
        assert threshold.basis is not Basis.OURS or "ours" in threshold.sources
        assert threshold.unit is Unit.ORDER or threshold.minimum < threshold.maximum


def test_a_mean_may_miss_its_limit_by_the_last_bit():
    assert at_least(1.4 - 0.4, 1.0)
    assert at_least(0.1 + 0.2 - 1e-12, 0.3)
    assert not at_least(0.3 - 1e-6, 0.3)


@pytest.mark.parametrize(
    ("name", "value", "owner"),
    [
        ("self_participants", 8, Whose.OURS),
        ("self_participants", 12, Whose.YOURS),
        ("effect_months", 24, Whose.SOURCE),
        ("effect_months", 36, Whose.YOURS),
    ],
)
def test_a_limit_is_of_the_source_or_ours_until_the_authority_chooses_another(name, value, owner):
    assert whose(name, value) is owner
