from datetime import date

import pytest

from regiewijzer.library.formatters import as_written, decimals_to_tell_apart, formatter_named


def shown(formatter, value, **numbers):
    return formatter_named(formatter, numbers)(value, 1)


@pytest.mark.parametrize(
    ("formatter", "value", "written"),
    [
        ("", "Brede School", "Brede School"),
        ("", date(2026, 6, 1), "1 juni 2026"),
        ("five", 0.45, "2,8"),
        ("points", 0.125, "0,5"),
        ("percent", 0.6, "60\u00a0%"),
        ("percents", 0.1, "0,1\u00a0%"),
        ("date", "2026-06-01", "1 juni 2026"),
        ("month", date(2026, 6, 1), "juni 2026"),
        ("months", 7, "7 maanden"),
        ("pairs", 8, "28"),
        ("forms", "nao", "netwerk-administratieve organisatie"),
        ("forms.short", "nao", "Netwerk-administratief"),
        ("record_kinds.plural", "network", "netwerken"),
        ("power_steps", 4, "een verplichting"),
        ("impasses", "vision_talk", "Eindeloos praten over visie"),
        ("themes", "housing", "Wonen"),
    ],
)
def test_a_value_is_shown_by_its_formatter(formatter, value, written):
    assert shown(formatter, value) == written


def test_a_name_where_a_code_could_stand_stays_a_name():
    assert shown("origins", "het decreet lokaal sociaal beleid") == "het decreet lokaal sociaal beleid"


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("self_trust", 0.75, "4,0 op 5"),
        ("goal_missed", 2, "2 op 5"),
        ("dominant_domain", 0.6, "60\u00a0%"),
        ("satisfaction_drop", 0.125, "0,5"),
        ("goal_likeness", 0.4, "0,40"),
        ("effect_months", 24, "24 maanden"),
        ("self_participants", 8, "8"),
    ],
)
def test_a_limit_is_shown_with_its_unit(name, value, written):
    assert shown("limit", value, limit_name=name) == written


def test_a_manner_that_does_not_exist_is_refused():
    with pytest.raises(KeyError, match="no group of words called 'colours'"):
        formatter_named("colours", {})


def test_a_word_where_a_number_belongs_is_refused():
    with pytest.raises(TypeError, match="should be a number"):
        shown("months", "zeven")


@pytest.mark.parametrize(("values", "decimals"), [({2.8, 4.0}, 1), ({3.96, 4.0}, 2), ({3.996, 4.0}, 3)])
def test_numbers_that_differ_get_enough_decimals_to_look_different(values, decimals):
    assert decimals_to_tell_apart(values, as_written) == decimals
