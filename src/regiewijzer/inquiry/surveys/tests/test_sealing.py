"""What happens to an answer, and what is left of it in the tables."""

import base64
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone
from tests.accounts import Member

from regiewijzer.foundation import keys
from regiewijzer.foundation.audit.models import Entry
from regiewijzer.inquiry.surveys.actions import answering, launching, sealing
from regiewijzer.inquiry.surveys.models import Delivery, Invitee, State, Survey
from regiewijzer.inquiry.surveys.models.sealed import Code, SealedAnswers, SealedText
from regiewijzer.inquiry.surveys.tests.conftest import all_answers, came_in, send

Launched = Callable[..., tuple[Survey, dict[str, str]]]


def rows(table: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"select * from {table}")
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def test_everybody_gets_a_code_of_which_only_a_hash_is_kept(launched: Launched) -> None:
    survey, codes = launched()

    hashes = list(Code.objects.order_by("id").values_list("hash", flat=True))
    assert len(set(codes.values())) == len(hashes) == 14
    assert hashes == sorted(hashes)
    stored = str([rows(table) for table in ("surveys_survey", "surveys_invitee", "surveys_code", "audit_entry")])
    assert all(code not in stored and sealing.as_typed(code) not in stored for code in codes.values())
    assert survey.state == State.OPEN


def test_the_hash_depends_on_the_survey(launched: Launched) -> None:
    (one, _), (other, _) = launched(), launched()

    assert sealing.hash_of(one, "ABCDE") != sealing.hash_of(other, "ABCDE")


@pytest.mark.parametrize("typed", ["abcde 0000-1", "ABCDE-OOOO-L", "abcdeoooo-i", " A-B-C-D-E-0-0-0-0-1 "])
def test_a_code_may_be_typed_in_many_ways(typed: str) -> None:
    assert sealing.as_typed(typed) == "ABCDE00001"


def test_a_code_holds_128_bits() -> None:
    letters = sealing.as_typed(sealing.new_code())

    assert (len(letters), len(letters) * 5 >= 128) == (26, True)


def test_an_answer_uses_the_code_and_touches_nothing_else(launched: Launched) -> None:
    survey, codes = launched()
    before = rows("surveys_invitee"), rows("surveys_survey"), Entry.objects.count()

    send(survey, codes["lid03@example.org"], {"a": 3}, {"why": "Omdat"})

    assert (rows("surveys_invitee"), rows("surveys_survey"), Entry.objects.count()) == before
    assert Code.objects.count() == 13
    assert came_in(survey) == [sealing.Form("", {"a": 3}, {"why": "Omdat"})]


def test_sealed_tables_hold_no_time_no_address_and_no_person() -> None:
    columns = {model: {field.name for field in model._meta.get_fields()} for model in (SealedAnswers, SealedText)}

    assert columns == {
        SealedAnswers: {"id", "authority", "survey", "cell", "name", "answers"},
        SealedText: {"id", "authority", "survey", "question", "text"},
    }


@pytest.mark.parametrize("wrong", ["used", "foreign", "altered", "empty"])
def test_a_code_that_opens_nothing_is_refused_and_changes_nothing(wrong: str, launched: Launched) -> None:
    other, others = launched()
    mail.outbox.clear()
    survey, codes = launched()
    send(survey, codes["lid00@example.org"], {"a": 1})
    code = {
        "used": codes["lid00@example.org"],
        "foreign": others["lid01@example.org"],
        "altered": codes["lid01@example.org"][:-1] + ("A" if codes["lid01@example.org"][-1] != "A" else "B"),
        "empty": "",
    }[wrong]

    with pytest.raises(sealing.NoSuchCode):
        send(survey, code, {"a": 2})

    assert [form.answers for form in came_in(survey)] == [{"a": 1}]
    assert Code.objects.filter(survey=other).count() == 14


@pytest.mark.parametrize("how", ["closed", "past its day"])
def test_a_survey_that_is_over_takes_no_answer(how: str, launched: Launched, coordinator: Member) -> None:
    survey, codes = launched()
    day = timezone.localdate()
    if how == "closed":
        launching.close(survey=survey, actor=coordinator.actor, today=day)
    else:
        day = survey.closes_on + timedelta(days=1)

    with pytest.raises(answering.Closed):
        send(survey, codes["lid00@example.org"], {"a": 1}, day=day)

    assert SealedAnswers.objects.count() == 0


def test_every_answer_is_written_again_with_the_next(launched: Launched) -> None:
    survey, codes = launched()
    send(survey, codes["lid00@example.org"], {"a": 1})
    (first,) = SealedAnswers.objects.values_list("id", flat=True)

    send(survey, codes["lid01@example.org"], {"a": 2})

    with connection.cursor() as cursor:
        cursor.execute("select count(distinct xmin::text), count(*) from surveys_sealedanswers")
        assert cursor.fetchone() == (1, 2)
    assert first not in SealedAnswers.objects.values_list("id", flat=True)


def test_closing_drops_the_codes_and_is_told_in_the_trail(launched: Launched, coordinator: Member) -> None:
    survey, codes = launched()
    send(survey, codes["lid00@example.org"], {"a": 1})
    (before,) = SealedAnswers.objects.values_list("id", flat=True)

    closed = launching.close(survey=survey, actor=coordinator.actor, today=timezone.localdate())

    assert (closed.state, Code.objects.count()) == (State.CLOSED, 0)
    assert before not in SealedAnswers.objects.values_list("id", flat=True)
    told = [entry.changes for entry in Entry.objects.filter(kind=Survey.KIND).order_by("number")]
    assert [list(change) for change in told] == [["questionnaire"], ["state"], ["state"]]


def test_a_survey_past_its_day_is_closed_by_the_clock(launched: Launched) -> None:
    survey, _codes = launched()

    early = launching.close_due(today=survey.closes_on)
    late = launching.close_due(today=survey.closes_on + timedelta(days=1))

    assert (early, late, Survey.objects.get(pk=survey.pk).state) == (0, 1, State.CLOSED)


def test_nothing_happens_twice(launched: Launched, coordinator: Member) -> None:
    survey, _codes = launched()
    today, actor = timezone.localdate(), coordinator.actor
    launching.close(survey=survey, actor=actor, today=today)

    for again in (launching.close, launching.remind):
        with pytest.raises(launching.NotNow):
            again(survey=survey, actor=actor, today=today)
    with pytest.raises(launching.NotNow):
        launching.remove(survey=survey, actor=actor)


def test_a_running_survey_is_thrown_away_with_all_that_came_in(launched: Launched, coordinator: Member) -> None:
    survey, codes = launched()
    send(survey, codes["lid00@example.org"], all_answers(3), {"why": "Omdat"})

    launching.remove(survey=survey, actor=coordinator.actor)

    left = [model.objects.count() for model in (Survey, Invitee, Code, SealedAnswers, SealedText)]
    assert left == [0, 0, 0, 0, 0]


def test_with_names_the_answer_carries_the_name(launched: Launched) -> None:
    survey, codes = launched(3, privacy="named")

    send(survey, codes["lid02@example.org"], {"a": 1}, {"why": "Omdat"})

    assert [(form.name, form.answers) for form in SealedAnswers.objects.all()] == [("Lid 2", {"a": 1, "why": "Omdat"})]


def test_small_groups_go_together_before_anybody_answers(launched: Launched) -> None:
    survey, codes = launched(14, groups=("zorg",) * 6 + ("welzijn",) * 5 + ("onderwijs",) * 2)

    send(survey, codes["lid00@example.org"], {"a": 1})
    send(survey, codes["lid12@example.org"], {"a": 2})

    assert survey.cells == ["", "zorg"]
    assert {form.cell for form in came_in(survey)} == {"", "zorg"}
    assert Invitee.objects.filter(delivery=Delivery.SENT).count() == 14


def test_until_it_closes_a_row_tells_nothing_but_that_somebody_answered(launched: Launched) -> None:
    survey, codes = launched(14, groups=("zorg",) * 6 + ("welzijn",) * 8)

    send(survey, codes["lid00@example.org"], {"a": 1}, {"why": "Omdat " * 300})
    send(survey, codes["lid12@example.org"], {"a": 2})

    stored = list(SealedAnswers.objects.all())
    assert SealedText.objects.count() == 0
    assert {(form.cell, form.name, *form.answers) for form in stored} == {("", "", "envelope")}
    assert len({len(form.answers["envelope"]) for form in stored}) == 1
    times = {base64.urlsafe_b64decode(form.answers["envelope"])[1:9] for form in stored}
    assert times == {bytes(8)}  # where this kind of envelope else says when it was closed


def test_closing_opens_every_envelope_and_destroys_the_key(
    launched: Launched, coordinator: Member, django_capture_on_commit_callbacks: Any
) -> None:
    survey, codes = launched(14, groups=("zorg",) * 6 + ("welzijn",) * 8)
    send(survey, codes["lid00@example.org"], {"a": 1}, {"why": "Omdat"})
    send(survey, codes["lid12@example.org"], {"a": 2})
    assert keys.names(sealing.KEYS) >= {sealing.key_of(survey)}

    with django_capture_on_commit_callbacks(execute=True):
        launching.close(survey=survey, actor=coordinator.actor, today=timezone.localdate())

    answers = sorted((form.cell, form.answers["a"]) for form in SealedAnswers.objects.all())
    assert answers == [("welzijn", 2), ("zorg", 1)]
    assert [(each.question, each.text) for each in SealedText.objects.all()] == [("why", "Omdat")]
    assert sealing.key_of(survey) not in keys.names(sealing.KEYS)


@pytest.mark.parametrize("other", [False, True])
def test_without_its_key_a_survey_is_not_closed_and_nothing_is_lost(
    launched: Launched, coordinator: Member, english: None, other: bool
) -> None:
    survey, codes = launched()
    send(survey, codes["lid00@example.org"], {"a": 1})
    before = rows("surveys_sealedanswers")
    keys.destroy(sealing.key_of(survey))
    if other:  # somebody answered meanwhile, under a new key
        send(survey, codes["lid01@example.org"], {"a": 2})

    page = coordinator.client.post(f"/vliermonde/bevragingen/{survey.pk}/sluiten/", follow=True).content.decode()
    late = launching.close_due(today=survey.closes_on + timedelta(days=1))

    assert "the key of this survey is not on this server" in page
    assert (late, Survey.objects.get(pk=survey.pk).state) == (0, State.OPEN)
    kept = {row[-1]["envelope"] if isinstance(row[-1], dict) else row[-1] for row in rows("surveys_sealedanswers")}
    assert {row[-1]["envelope"] if isinstance(row[-1], dict) else row[-1] for row in before} <= kept


def test_answers_of_an_earlier_version_lie_among_the_others_when_it_closes(
    launched: Launched, coordinator: Member
) -> None:
    survey, codes = launched()
    sealing._insert(survey, [("", "", '{"a": 5}')], [("why", "Vroeger")])
    send(survey, codes["lid00@example.org"], {"a": 1}, {"why": "Nu"})

    launching.close(survey=survey, actor=coordinator.actor, today=timezone.localdate())

    assert sorted(form.answers["a"] for form in SealedAnswers.objects.all()) == [1, 5]
    assert sorted(SealedText.objects.values_list("text", flat=True)) == ["Nu", "Vroeger"]


def test_a_survey_that_is_thrown_away_leaves_no_key(
    launched: Launched, coordinator: Member, django_capture_on_commit_callbacks: Any
) -> None:
    survey, codes = launched()
    send(survey, codes["lid00@example.org"], {"a": 1})

    with django_capture_on_commit_callbacks(execute=True):
        launching.remove(survey=survey, actor=coordinator.actor)

    assert sealing.key_of(survey) not in keys.names(sealing.KEYS)
