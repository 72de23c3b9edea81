from datetime import date

import pytest
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.measurements.actions import measure
from regiewijzer.science.facts import Context, InputSource, Pitfall, PowerUse, Presence
from regiewijzer.science.pitfalls import Explanation
from regiewijzer.tools.steering.forms.evaluations import EvaluationForm
from regiewijzer.tools.steering.models import Evaluation
from regiewijzer.tools.steering.queries.evaluations import shown_evaluations, to_fact

pytestmark = pytest.mark.usefixtures("english")
WHOLE = {
    "measured_on": "2025-06-01",
    "source": "workshop",
    "answers": "4",
    "goal_reached": "2",
    "seen_goal_reached": "Drie van de elf.",
    "take_up": "1",
    "power_used": "3",
    "power_needed": "3",
    "ever_used": "used",
    "partners_present": "one",
    "willingness": "2",
    "expertise": "4",
    "access": "",
    "replaceable": "no",
    "pitfalls": ["dependence", "small_excluded"],
    "evidence": "Geteld.",
}


def test_context_evidence_and_pitfalls_are_kept(world: World, coordinator: Member) -> None:
    page = f"/vliermonde/instrumenten/{world.key('instrument')}/evalueren/"

    answer = coordinator.client.post(page, WHOLE)

    with inside(world.authority.pk):
        kept = Evaluation.objects.get()
    told = to_fact(kept)
    assert answer.status_code == 302
    assert kept.seen == {"goal_reached": "Drie van de elf."}
    assert told.context == Context(Presence.ONE, willingness=2, expertise=4, access=None, replaceable=False)
    assert told.pitfalls == {Pitfall.DEPENDENCE, Pitfall.SMALL_EXCLUDED}
    assert (told.ever_used, told.source, told.answers) == (PowerUse.USED, InputSource.WORKSHOP, 4)


def test_the_page_of_the_instrument_says_pitfalls_and_what_may_explain_them(world: World, coordinator: Member) -> None:
    page = f"/vliermonde/instrumenten/{world.key('instrument')}/"
    coordinator.client.post(f"{page}evalueren/", WHOLE)

    said = coordinator.client.get(page).content.decode()

    assert "the offer is left untouched" in said
    assert "you cannot do without the partner" in said
    assert "only one partner can do what this instrument asks" in said
    assert "Drie van de elf." in said


def test_context_explains_only_what_disappoints(instrument: Instrument, coordinator: Member) -> None:
    for when, score in ((date(2024, 1, 1), 5), (date(2025, 1, 1), 1)):
        good = Evaluation(instrument=instrument, measured_on=when, goal_reached=score, willingness=1)
        measure(measurement=good, actor=coordinator.actor)

    bad, good = shown_evaluations(instrument)

    assert (bad.disappoints, good.disappoints) == (True, False)
    assert bad.explanations == (Explanation.UNWILLING,)


def test_each_answer_stands_beside_the_last_one_of_the_same_instrument(
    instrument: Instrument, premie: Instrument, coordinator: Member
) -> None:
    rows = (
        (instrument, date(2023, 1, 1), {"goal_reached": 2, "relation": 5}),
        (instrument, date(2024, 1, 1), {"relation": 4}),
        (premie, date(2024, 6, 1), {"goal_reached": 1}),
        (instrument, date(2025, 1, 1), {"goal_reached": 4, "relation": 4}),
    )
    for which, when, scores in rows:
        measure(measurement=Evaluation(instrument=which, measured_on=when, **scores), actor=coordinator.actor)

    answers = {answer.name: answer for answer in shown_evaluations(instrument)[0].answers}

    assert (answers["goal_reached"].before, answers["goal_reached"].before_on) == (2, date(2023, 1, 1))
    assert (answers["goal_reached"].change, answers["relation"].change) == (2, 0)
    assert answers["fit"].change == 0


def test_evaluations_of_one_instrument_stand_on_a_page_of_their_own(world: World, reader: Member) -> None:
    address = f"/vliermonde/instrumenten/{world.key('instrument')}/evaluaties/"

    empty = reader.client.get(address).content.decode()
    with inside(world.authority.pk):
        Evaluation.objects.create(authority=world.authority, instrument_id=world.key("instrument"), goal_reached=4)
    filled = reader.client.get(address).content.decode()

    assert "Never evaluated" in empty
    assert "Rule." in filled
    assert "Ayres" in filled
    assert "no comparison with other instruments or authorities" in filled


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"partners_present": "few"}, "partners_present"),
        ({"willingness": "5"}, "willingness"),
        ({"replaceable": "maybe"}, "replaceable"),
        ({"ever_used": "often"}, "ever_used"),
        ({"pitfalls": ["none"]}, "pitfalls"),
        ({"source": "gossip"}, "source"),
        ({"seen_fit": "x" * 1001}, "seen_fit"),
    ],
)
def test_what_is_not_offered_is_refused(instrument: Instrument, typed: dict[str, object], field: str) -> None:
    assert list(EvaluationForm(instrument, {**WHOLE, **typed}).errors) == [field]


def test_context_alone_is_no_evaluation(instrument: Instrument) -> None:
    form = EvaluationForm(instrument, {"measured_on": "2025-06-01", "willingness": "2", "pitfalls": ["idle"]})

    assert list(form.errors) == ["__all__"]
