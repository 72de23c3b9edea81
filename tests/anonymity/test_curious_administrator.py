"""An administrator who reads everything links no more answers to people than chance does; and every fault is caught.

A small size: the limit is looser than the 1.25 of tests/load, so that chance alone never fails it.
"""

import json
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError

from regiewijzer.foundation import keys
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.surveys.actions import answering, launching, sealing
from regiewijzer.inquiry.surveys.models import Invitee, Survey
from regiewijzer.register.policy.models import PolicyCode
from tests.anonymity.attacks import PEOPLE, by_heap, by_journal, links, simulated

pytestmark = pytest.mark.django_db(transaction=True)

SURVEYS = 16
NO_MORE_THAN = 2.5  # by chance 1; sixteen surveys have a standard error of 0.25
ALL = float(PEOPLE)
NEARLY_ALL = 8.0  # a line of the journal may lie over the edge of a page


@pytest.fixture
def town(transactional_db: None) -> Authority:
    return Authority.objects.create(slug="vliermonde", name="Vliermonde")


def test_eight_attacks_find_no_more_than_chance(town: Authority) -> None:
    found = links(town, SURVEYS)

    assert len(found) == 16
    assert {name: mean for name, mean in found.items() if mean > NO_MORE_THAN} == {}


def test_a_form_that_stays_where_it_came_in_is_caught(town: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without writing everything again, the transactions tell who came first, and also after closing."""
    monkeypatch.setattr(sealing, "mix", lambda survey: None)
    monkeypatch.setattr(sealing, "_shuffled", list)

    found = links(town, 2)

    assert (found["by_age, running"], found["by_age, closed"], found["by_text, closed"]) == (ALL, ALL, ALL)
    assert found["by_heap, closed"] == ALL


def test_texts_that_keep_their_order_are_caught(town: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever happens to the answers."""
    real = sealing._shuffled
    monkeypatch.setattr(sealing, "mix", lambda survey: None)
    monkeypatch.setattr(sealing, "_shuffled", lambda rows: list(rows) if len(rows[0]) == 2 else real(rows))

    found = links(town, 2)

    assert found["by_text, closed"] == ALL
    assert found["by_age, closed"] < ALL


def test_answers_without_an_envelope_are_caught_in_the_journal(
    town: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal tells every writing in its order, whatever is shuffled afterwards."""
    monkeypatch.setattr(sealing, "_closed", lambda survey, form: json.dumps({"answers": dict(form.answers)}))
    monkeypatch.setattr(sealing, "opened", lambda survey, cell, stored: _unclosed(stored))

    found = links(town, 2)

    assert min(found["by_journal, running"], found["by_journal, closed"]) > NEARLY_ALL
    ran = simulated(town, random.Random(1))
    assert len(by_heap(ran.running, ran)) == ALL


def test_before_closing_neither_journal_nor_table_holds_an_answer(town: Authority) -> None:
    ran = simulated(town, random.Random(1))

    assert by_journal(ran.running, ran) == by_heap(ran.running, ran) == []
    assert len(by_journal(ran.closed, ran)) > NEARLY_ALL
    assert len(by_heap(ran.closed, ran)) == ALL


def test_the_log_of_the_database_quotes_nothing_of_a_form_that_failed(town: Authority) -> None:
    log = settings.EMBEDDED.places.data / "log"
    before = log.stat().st_size
    code = {"authority": town, "code": "A1 van Els", "text": "Els belt"}
    with inside(town.pk):
        PolicyCode.objects.create(**code)
    with pytest.raises(IntegrityError), inside(town.pk):
        PolicyCode.objects.create(**code)

    told = log.read_bytes()[before:]
    assert b"duplicate key" in told
    assert b"Els" not in told


def test_the_key_of_a_survey_is_gone_when_it_is_closed(town: Authority, tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR = tmp_path

    simulated(town, random.Random(1))

    assert keys.names(sealing.KEYS) == set()


def test_marking_who_answered_is_caught(town: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row about the person, changed together with the answer: the fault that linked everybody in a trial."""
    real = sealing.put_in

    def marking(survey: Survey, spent: sealing.Spent, answers: Mapping[str, object], texts: Mapping[str, str]) -> None:
        Invitee.objects.filter(survey=survey, email=answers["whose"]).update(problem="answered")
        real(survey, spent, answers, texts)  # type: ignore[arg-type]

    monkeypatch.setattr(answering.sealing, "put_in", marking)
    monkeypatch.setattr(sealing, "mix", lambda survey: None)

    found = links(town, 2)

    assert found["by_same_transaction, running"] == ALL


def test_codes_in_the_order_of_the_list_are_caught(town: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launching.sealing, "sorted", _as_they_come, raising=False)

    found = links(town, 2)

    assert found["by_code, running"] == ALL


def test_ids_that_count_up_are_caught(town: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = iter(range(10**6))
    monkeypatch.setattr(sealing, "uuid4", lambda: f"{next(numbers):032x}")
    monkeypatch.setattr(sealing, "mix", lambda survey: None)
    monkeypatch.setattr(sealing, "_shuffled", list)

    assert links(town, 2)["by_id, closed"] == ALL


def test_guessing_at_random_is_right_once() -> None:
    chance = random.Random(1)
    orders = [chance.sample(range(PEOPLE), PEOPLE) for _survey in range(4000)]

    right = [sum(person == guess for person, guess in enumerate(order)) for order in orders]

    assert abs(sum(right) / len(right) - 1.0) < 0.1


def _unclosed(stored: Mapping[str, Any]) -> sealing.Form:
    content = json.loads(stored["envelope"]) if "envelope" in stored else {"answers": stored}
    return sealing.Form("", content["answers"], {})


def _as_they_come(rows: object) -> list[object]:
    return list(rows)  # type: ignore[call-overload, no-any-return]
