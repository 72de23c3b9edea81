from dataclasses import replace
from datetime import date

import pytest

from regiewijzer.science.coverage import Coverage, Looked, coverage, looked_at, looked_at_network, past_mark
from regiewijzer.science.facts import (
    Evaluation,
    FormMeasurement,
    Instrument,
    InstrumentStatus,
    Level,
    Member,
    Network,
    Register,
)

TODAY = date(2026, 11, 23)
MEASURED = FormMeasurement(measured_on=TODAY, participants=9, trust=0.5, consensus=0.5, need=0.5)
NETWORK = Network(ref=1, name="Kansrijk", members=(Member(1),), started=date(2024, 11, 23))
INSTRUMENT = Instrument(ref=1, name="Premie", shares={})


@pytest.mark.parametrize(
    ("known", "total", "said"),
    [
        (0, 0, Coverage.EMPTY),
        (0, 3, Coverage.UNMEASURED),
        (1, 3, Coverage.PARTLY),
        (2, 3, Coverage.PARTLY),
        (3, 3, Coverage.WHOLE),
    ],
)
def test_how_much_is_known(known: int, total: int, said: Coverage) -> None:
    assert coverage(known, total) is said


def test_nothing_to_look_at_is_not_all_looked_at() -> None:
    assert looked_at(Register(today=TODAY)).coverage is Coverage.EMPTY
    assert looked_at_network(None).coverage is Coverage.EMPTY
    assert looked_at_network(Network(ref=1, name="Nieuw")).coverage is Coverage.EMPTY


def test_a_form_of_which_one_condition_is_unknown_was_not_measured_in_full() -> None:
    partly = replace(NETWORK, measurements=(replace(MEASURED, need=None),))

    assert looked_at_network(partly) == Looked(networks=1)
    assert looked_at_network(replace(NETWORK, measurements=(MEASURED,))) == Looked(networks=1, forms=1)


def test_an_authority_is_looked_at_when_each_network_and_instrument_is() -> None:
    network = replace(NETWORK, measurements=(MEASURED,), results_known=frozenset(Level))
    evaluated = replace(INSTRUMENT, evaluations=(Evaluation(measured_on=TODAY),))
    ended = replace(INSTRUMENT, ref=2, status=InstrumentStatus.ENDED)
    over = replace(NETWORK, ref=2, ended=date(2025, 1, 1))

    whole = looked_at(Register(today=TODAY, networks=(network, over), instruments=(evaluated, ended)))
    partly = looked_at(Register(today=TODAY, networks=(network,), instruments=(INSTRUMENT,)))

    assert (whole, whole.coverage) == (Looked(1, 1, 1, 1, 1), Coverage.WHOLE)
    assert (partly, partly.coverage) == (Looked(1, 1, 1, 1, 0), Coverage.PARTLY)


def test_a_result_may_be_expected_from_two_years_on() -> None:
    later = replace(NETWORK, ref=2, started=date(2024, 11, 24))
    unknown = replace(NETWORK, ref=3, started=None)

    assert past_mark((NETWORK, later, unknown), TODAY) == (NETWORK,)
