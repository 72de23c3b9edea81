import pytest

from regiewijzer.science.facts import Form
from regiewijzer.science.tensions import LEANINGS, Leaning, Tension, shifts


@pytest.mark.parametrize("form", Form)
def test_every_form_leans_somewhere_on_each_of_the_three_tensions(form):
    assert set(LEANINGS[form]) == set(Tension)


def test_the_two_lighter_forms_lean_to_opposite_sides_of_every_tension():
    light, lead = LEANINGS[Form.SELF_REGULATING], LEANINGS[Form.LEAD_ORGANISATION]

    assert [(light[tension], lead[tension]) for tension in Tension] == [
        (Leaning.INCLUSIVENESS, Leaning.EFFICIENCY),
        (Leaning.INTERNAL, Leaning.EXTERNAL),
        (Leaning.FLEXIBILITY, Leaning.STABILITY),
    ]


def test_a_separate_organisation_is_the_more_balanced_one_but_stable():
    assert tuple(LEANINGS[Form.NAO].values()) == (
        Leaning.MOSTLY_EFFICIENCY,
        Leaning.BOTH_LEGITIMACIES,
        Leaning.STABILITY,
    )


def test_a_change_of_form_shows_where_each_tension_was_and_goes():
    told = shifts(Form.LEAD_ORGANISATION, Form.NAO)

    assert [(former, new) for _, former, new in told] == [
        (Leaning.EFFICIENCY, Leaning.MOSTLY_EFFICIENCY),
        (Leaning.EXTERNAL, Leaning.BOTH_LEGITIMACIES),
        (Leaning.STABILITY, Leaning.STABILITY),
    ]


def test_a_first_form_has_no_former_side():
    assert {former for _, former, _ in shifts(None, Form.NAO)} == {None}
