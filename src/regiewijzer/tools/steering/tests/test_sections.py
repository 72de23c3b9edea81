"""What a dossier says of the instruments for the challenge of its network."""

from datetime import date

from django.utils.translation import override

from regiewijzer.science.facts import Challenge, Evaluation, Instrument, InstrumentStatus, Interplay, Power, Relation
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.tools.steering.sections import section_of_challenge
from regiewijzer.ui.pictures.picture import State

HOUSING = Challenge(1, "Housing")
CLASH, NEED = Relation(Interplay.WEAKENS, 1), Relation(Interplay.NEEDS, 2)
STRONG = Evaluation(date(2026, 3, 1), power_used=4, power_needed=1, goal_reached=2)
LEVY = Instrument(0, "Levy", shares={Power.LEGAL: 100}, challenges=(1,), evaluations=(STRONG,), relations=(CLASH, NEED))
LABEL = Instrument(1, "Label", shares={Power.COMMUNICATIVE: 100}, challenges=(1,))
COACH = Instrument(2, "Coach", shares={Power.COMMUNICATIVE: 100}, status=InstrumentStatus.ENDED)
KNOWN = (LEVY, LABEL, COACH)


def test_a_dossier_tells_the_instruments_for_the_challenge_of_the_network() -> None:
    with override("en"):
        section = section_of_challenge(HOUSING, KNOWN, DEFAULTS)

    assert section is not None
    assert section.table is not None
    assert [each.plain for each in section.lead][1:] == [
        "Levy works against Label.",
        "Levy needs Coach (ended).",
    ]
    assert [row[:2] for row in section.table.rows] == [("Levy", "legal 100 %"), ("Label", "communicative 100 %")]
    states = [row[2] for row in section.table.rows]
    assert [state.word for state in states if isinstance(state, State)] == ["stronger than needed", "never evaluated"]


def test_without_a_challenge_or_an_instrument_there_is_no_chapter() -> None:
    assert section_of_challenge(None, KNOWN, DEFAULTS) is None
    assert section_of_challenge(Challenge(9, "Nothing"), KNOWN, DEFAULTS) is None
