import pytest

from regiewijzer.science.facts import Form
from regiewijzer.science.tensions import LEANINGS, Leaning, Tension


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
