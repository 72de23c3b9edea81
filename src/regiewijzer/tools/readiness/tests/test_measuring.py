"""What a layer says: written down, never replaced, imported from a questionnaire, and compared."""

from datetime import date

import pytest
from tests.accounts import Member

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.inquiry.questionnaires.public import (
    About,
    Response,
    Sitting,
    Way,
    completed,
    completed_sittings,
    outcome,
    questionnaire,
    start,
)
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.science.facts import Attitude, InputSource, Layer
from regiewijzer.science.readiness import gaps
from regiewijzer.tools.readiness import public
from regiewijzer.tools.readiness.models import Measurement

PAGE, FORM = "/vliermonde/klaar-voor-regie/", "/vliermonde/klaar-voor-regie/meten/"
TYPED = {"layer": "staff", "measured_on": "2025-06-01", "source": "estimate"}
KEY = "readiness"
YES = {f"{attitude.value}.statement": 2 for attitude in Attitude}


def test_what_a_layer_says_is_kept_with_its_example_and_signed(coordinator: Member, vliermonde: Authority) -> None:
    coordinator.client.post(FORM, TYPED | {"serving": "1", "serving_evidence": "De school kreeg de eer"})

    kept = Measurement.objects.get()
    assert (kept.layer, kept.serving, kept.vague_goals) == ("staff", 1, None)
    assert kept.evidence == {"serving": "De school kreeg de eer"}
    assert kept.measured_by == coordinator.position
    assert Entry.objects.get(kind="authority").changes == {
        "readiness": [None, "2025-06-01"],
        "layer": [None, "staff"],
    }
    assert "De school kreeg de eer" in coordinator.client.get(PAGE).content.decode()


@pytest.mark.usefixtures("vliermonde")
def test_a_form_without_any_answer_is_refused_and_what_was_typed_stays(coordinator: Member) -> None:
    answer = coordinator.client.post(FORM, TYPED | {"serving_evidence": "Een voorbeeld"})

    assert answer.status_code == 422
    assert "Answer at least one condition." in answer.content.decode()
    assert "Een voorbeeld" in answer.content.decode()
    assert not Measurement.objects.exists()


@pytest.mark.usefixtures("vliermonde")
def test_a_day_to_come_and_more_answers_than_asked_are_refused(coordinator: Member) -> None:
    tomorrow = coordinator.client.post(FORM, TYPED | {"serving": "1", "measured_on": "2999-01-01"})
    more = coordinator.client.post(FORM, TYPED | {"serving": "1", "answers": "9", "invited": "3"})

    assert "This day has yet to come." in tomorrow.content.decode()
    assert "There are more answers than people asked." in more.content.decode()
    assert not Measurement.objects.exists()


@pytest.mark.usefixtures("vliermonde")
def test_the_newest_of_a_layer_counts_and_the_older_stays_readable(coordinator: Member) -> None:
    for day, serving in (("2025-06-01", "0"), ("2025-01-01", "2")):
        coordinator.client.post(FORM, TYPED | {"measured_on": day, "serving": serving})

    (told,) = public.layers_now()

    assert told.measured_on == date(2025, 6, 1)
    assert told.values == {Attitude.SERVING: 0.0}
    assert "Measured before" in coordinator.client.get(PAGE).content.decode()


@pytest.mark.usefixtures("vliermonde")
def test_the_page_tells_the_difference_between_layers_with_rule_numbers_and_source(coordinator: Member) -> None:
    for layer, room in (("board", "2"), ("staff", "0")):
        coordinator.client.post(FORM, TYPED | {"layer": layer, "room_for_staff": room})

    text = " ".join(coordinator.client.get(PAGE).content.decode().split())

    assert "The layers differ on one condition" in text
    assert "Board says <b>2</b>, Staff says <b>0 out of 2</b>." in text
    assert "Two layers differ from a point on." in text
    assert "Louweret" in text
    assert "Not asked yet: Management" in text
    assert "without an example" in text


@pytest.mark.usefixtures("vliermonde")
def test_an_authority_without_answers_reads_how_to_begin(reader: Member) -> None:
    text = reader.client.get(PAGE).content.decode()

    assert "No layer was asked yet" in text
    assert "Write down what a layer says" not in text


def test_whoever_may_only_read_cannot_write(reader: Member, stranger: Member) -> None:
    assert reader.client.post(FORM, TYPED).status_code == 403
    assert stranger.client.get(PAGE).status_code == 404


def _said(*responses: Response) -> CompletedInquiry:
    told = outcome(
        questionnaire("readiness"),
        responses,
        source=InputSource.SURVEY,
        held_on=date(2026, 5, 5),
        answered=len(responses),
        invited=9,
    )
    return completed(told, Way.SURVEY, 1)


@pytest.mark.usefixtures("vliermonde")
def test_a_survey_becomes_a_measurement_of_each_layer_that_answered(coordinator: Member) -> None:
    board = [Response(YES, "board")] * 2
    staff = [Response(YES | {"serving.statement": value}, "staff") for value in (0, 1, 1)]

    public.TOOL.imports[KEY](inquiry=_said(*board, *staff), actor=coordinator.actor)

    told = {each.layer: each for each in public.layers_now()}
    assert set(told) == {Layer.BOARD, Layer.STAFF}
    assert told[Layer.STAFF].values[Attitude.SERVING] == pytest.approx(0.67)
    assert told[Layer.STAFF].source is InputSource.SURVEY
    assert told[Layer.STAFF].measured_on == date(2026, 5, 5)
    assert [gap.attitude for gap in gaps(list(told.values()))] == [Attitude.SERVING]


@pytest.mark.usefixtures("vliermonde")
def test_a_form_of_one_layer_gives_that_layer_alone(coordinator: Member) -> None:
    for layer, value in (("board", 2), ("staff", 0)):
        _filled_in(coordinator, layer, value)

    for inquiry in completed_sittings():
        public.TOOL.imports[KEY](inquiry=inquiry, actor=coordinator.actor)

    assert Measurement.objects.count() == 2
    told = {each.layer: each.values[Attitude.SERVING] for each in public.layers_now()}
    assert told == {Layer.BOARD: 2.0, Layer.STAFF: 0.0}
    assert Measurement.objects.get(layer="staff").evidence == {"serving": "Wij merken het niet"}


def _filled_in(member: Member, layer: str, value: int) -> None:
    asked = questionnaire("readiness")
    sitting = start(questionnaire=asked, way=Way.TOGETHER, by=member.position, about=About(), layer=layer)
    Sitting.objects.filter(pk=sitting.pk).update(
        answers=dict.fromkeys(YES, value),
        evidence={"serving.statement": "Wij merken het niet"},
        status="done",
        done_at="2026-05-05T10:00Z",
    )
