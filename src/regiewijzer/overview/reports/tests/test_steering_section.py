from dataclasses import replace
from datetime import date

from django.utils.translation import override

from regiewijzer.overview.reports.documents.steering_section import how_we_steer, together
from regiewijzer.overview.reports.tests.samples import instrument, town
from regiewijzer.science.facts import Challenge, InstrumentStatus, Interplay, Power, Relation, Stance
from regiewijzer.science.limits import DEFAULTS

HOUSING = Challenge(1, "Housing")
CLASH, NEED = Relation(Interplay.WEAKENS, 1), Relation(Interplay.NEEDS, 2)
RULE = replace(
    instrument(0, "Levy", too_strong=True), shares={Power.LEGAL: 100}, challenges=(1,), relations=(CLASH, NEED)
)
LABEL = replace(instrument(1, "Label"), shares={Power.COMMUNICATIVE: 100}, challenges=(1,), evaluations=())
ENDED = replace(instrument(2, "Coach"), status=InstrumentStatus.ENDED)
KNOWN = (RULE, LABEL, ENDED)


def test_the_board_reads_how_instruments_work_together() -> None:
    register = replace(town(), instruments=KNOWN, challenges=(HOUSING, Challenge(2, "Poverty")))

    with override("en"):
        said = together(register, DEFAULTS).plain

    assert said == "One pair works against each other. An instrument that another one needs is missing for Housing."


def test_a_mix_without_a_clash_or_a_gap_is_not_told() -> None:
    register = replace(town(), instruments=(LABEL,), challenges=(HOUSING,))

    assert not together(register, DEFAULTS)


def test_the_board_reads_the_latest_type_of_each_field() -> None:
    old = Stance("housing", date(2025, 1, 1), script=0.1, power=0.1)
    stances = (old, replace(old, script=0.9, power=0.9), Stance("", date(2026, 1, 1), script=1, power=1))

    with override("en"):
        said = how_we_steer(stances).plain

    assert said == "How we steer: housing controlling."
    assert not how_we_steer(())
