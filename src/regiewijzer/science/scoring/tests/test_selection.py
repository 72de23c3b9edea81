import pytest

from regiewijzer.science.facts import Form
from regiewijzer.science.scoring.selection import Called, Circumstances, Fault, Fit, Selection, Stage, stage_at

STAGES = (Stage("start", 0, 12), Stage("growth", 12, 36), Stage("mature", 36))
GROWN_OWN = Fit(frozenset({"growth", "mature"}), frozenset({Called.OWN}), frozenset({Form.NAO}))
SELECTION = Selection(minimum=2, maximum=3, at_least_one_of="community")
DIMENSIONS = {"a": "community", "b": "network", "c": "network", "d": "network"}


@pytest.mark.parametrize(
    ("months", "stage"), [(0, "start"), (11, "start"), (12, "growth"), (36, "mature"), (400, "mature"), (-1, None)]
)
def test_age_decides_the_stage(months, stage):
    assert stage_at(STAGES, months) == stage


def test_without_an_age_there_is_no_stage():
    assert stage_at(STAGES, None) is None


@pytest.mark.parametrize(
    ("circumstances", "fits"),
    [
        (Circumstances("growth", Called.OWN, Form.NAO), True),
        (Circumstances("start", Called.OWN, Form.NAO), False),
        (Circumstances("growth", Called.MANDATED, Form.NAO), False),
        (Circumstances("growth", Called.OWN, Form.SELF_REGULATING), False),
        (Circumstances(), True),
    ],
)
def test_a_criterion_fits_stage_origin_and_form_as_far_as_they_are_known(circumstances, fits):
    assert GROWN_OWN.holds(circumstances) is fits


@pytest.mark.parametrize(
    ("chosen", "faults"),
    [
        ("ab", ()),
        ("a", (Fault.TOO_FEW,)),
        ("abcd", (Fault.TOO_MANY,)),
        ("bc", (Fault.NONE_OF_DIMENSION,)),
        ("", (Fault.TOO_FEW, Fault.NONE_OF_DIMENSION)),
    ],
)
def test_a_choice_has_its_rules(chosen, faults):
    assert SELECTION.faults(chosen, DIMENSIONS) == faults
