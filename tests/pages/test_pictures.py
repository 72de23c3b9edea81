from dataclasses import replace
from datetime import date

import pytest

from regiewijzer.overview.pictures import axis_section, links_of, map_of, overlap_section, timeline_section
from regiewijzer.science.facts import (
    Evaluation,
    Form,
    FormMeasurement,
    InputSource,
    Instrument,
    InstrumentStatus,
    Level,
    Member,
    Network,
    Power,
)
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.science.overlap import pairs
from regiewijzer.tools.governance.display.grid import shown_form

pytestmark = pytest.mark.usefixtures("english")
TODAY, NOWHERE = date(2026, 6, 1), links_of(None)
MEASURED = FormMeasurement(date(2026, 1, 1), participants=25, trust=0.45, consensus=0.8, need=0.2)
NETWORK = Network(ref=1, name="Lokaal Overleg", form=Form.SELF_REGULATING, measurements=(MEASURED,))
CONVENANT = Instrument(ref=1, name="Convenant", shares={Power.COMMUNICATIVE: 100})
RULE = Instrument(
    ref=2,
    name="Reglement",
    shares={Power.LEGAL: 70, Power.FINANCIAL: 30},
    evaluations=(Evaluation(TODAY, power_used=4, power_needed=1, goal_reached=5),),
)


def test_the_grid_says_how_many_conditions_fall_short_and_what_would_help() -> None:
    shown = shown_form(NETWORK, DEFAULTS)

    assert shown is not None
    assert shown.heading == "The form it has falls short on 2 conditions"
    assert "at least 4" in shown.change
    assert "at most 8" in shown.change
    assert "<svg" in str(shown.picture.wide)


def test_a_form_that_holds_says_so() -> None:
    shown = shown_form(replace(NETWORK, measurements=(replace(MEASURED, participants=6, trust=0.9),)), DEFAULTS)

    assert shown is not None
    assert (shown.heading, shown.lead, shown.change) == (
        "The form it has holds",
        "It is the lightest form that fits.",
        "",
    )


@pytest.mark.parametrize(
    ("form", "measurement", "heading"),
    [
        (None, MEASURED, "Which form would hold?"),
        (Form.SELF_REGULATING, FormMeasurement(TODAY, participants=5, trust=0.9), "Not everything is measured yet"),
        (
            Form.SELF_REGULATING,
            replace(MEASURED, trust=0.9),
            "The form it has falls short on one condition",
        ),
    ],
)
def test_the_heading_says_what_there_is_to_see(form: Form | None, measurement: FormMeasurement, heading: str) -> None:
    shown = shown_form(replace(NETWORK, form=form, measurements=(measurement,)), DEFAULTS)

    assert shown is not None
    assert shown.heading == heading


def test_without_a_measurement_there_is_no_grid() -> None:
    assert shown_form(replace(NETWORK, measurements=()), DEFAULTS) is None


def test_the_newest_measurement_counts_and_says_where_it_comes_from() -> None:
    newest = replace(MEASURED, trust=0.9, source=InputSource.SURVEY, answers=18, invited=25)

    shown = shown_form(replace(NETWORK, measurements=(MEASURED, newest)), DEFAULTS)

    assert shown is not None
    assert "18 of 25 answered" in shown.source


def test_own_limits_make_the_same_network_fit() -> None:
    wide = Limits(self_participants=30, self_trust=0.4)

    shown = shown_form(NETWORK, wide)

    assert shown is not None
    assert shown.heading == "The form it has holds"


def test_the_axis_counts_what_is_stronger_than_needed_and_what_is_a_mix() -> None:
    section = axis_section([CONVENANT, RULE], DEFAULTS, NOWHERE)

    assert section is not None
    assert section.heading == "One instrument is stronger than needed"
    assert "One of them is a mix." in section.lead[0].plain
    assert section.note == ""


def test_ended_instruments_are_not_drawn_and_none_is_no_axis() -> None:
    assert axis_section([replace(CONVENANT, status=InstrumentStatus.ENDED)], DEFAULTS, NOWHERE) is None
    assert axis_section([], DEFAULTS, NOWHERE) is None


def test_of_too_many_instruments_those_that_stand_out_are_drawn() -> None:
    many = [replace(CONVENANT, ref=number, name=f"Nota {number}") for number in range(10, 60)]

    section = axis_section([*many, RULE], DEFAULTS, NOWHERE)

    assert section is not None
    assert section.note == "40 of 51 shown; the list has them all."
    assert "Reglement" in str(section.picture.wide)


def _networks(*sizes: int) -> list[Network]:
    return [
        Network(ref=place, name=f"Netwerk {place}", members=tuple(Member(partner) for partner in range(size)))
        for place, size in enumerate(sizes)
    ]


def test_the_map_says_how_many_sit_with_almost_the_same_partners() -> None:
    section = overlap_section(pairs(_networks(8, 8, 3)), DEFAULTS, NOWHERE)

    assert section is not None
    assert section.heading == "In three pairs at least 80 % of the smaller network also sits in the other"
    assert map_of((), DEFAULTS, NOWHERE) is None


def test_the_map_holds_no_more_networks_than_can_be_read() -> None:
    picture = map_of(pairs(_networks(*[6] * 30)), DEFAULTS, NOWHERE)

    assert picture is not None
    assert 2 <= sum(f"Netwerk {place}<" in str(picture.wide) for place in range(30)) <= 14


def test_the_timeline_counts_networks_past_two_years_without_a_result() -> None:
    old = replace(NETWORK, started=date(2023, 1, 1), results_known=frozenset(Level))
    fruitful = replace(NETWORK, ref=2, name="Huis", started=date(2023, 1, 1), results=frozenset({Level.NETWORK}))
    young = replace(NETWORK, ref=3, name="Jong", started=date(2026, 1, 1))

    section = timeline_section(
        [old, replace(fruitful, results_known=frozenset(Level)), young], TODAY, DEFAULTS, NOWHERE
    )

    assert section is not None
    assert section.heading == "One network is past two years without a result"


def test_of_too_many_networks_the_late_ones_are_drawn() -> None:
    late = replace(NETWORK, started=date(2020, 1, 1), results_known=frozenset(Level))
    young = [replace(NETWORK, ref=n, name=f"Jong {n}", started=date(2026, 1, 1)) for n in range(2, 60)]

    section = timeline_section([*young, late], TODAY, DEFAULTS, NOWHERE, most=5)

    assert section is not None
    assert "Lokaal Overleg" in str(section.picture.wide)
    assert section.note == "5 of 59 shown; the list has them all."
