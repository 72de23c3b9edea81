"""An administrator who reads everything links no more answers to people than chance does; and every fault is caught.

A small size: the limit is looser than the 1.25 of tests/load, so that chance alone never fails it.
"""

import random
from collections.abc import Mapping

import pytest
from django.db import connection

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.inquiry.surveys.actions import answering, launching, sealing
from regiewijzer.inquiry.surveys.models import Invitee, Survey
from tests.anonymity.attacks import PEOPLE, links

pytestmark = pytest.mark.django_db(transaction=True)

SURVEYS = 16
NO_MORE_THAN = 2.5  # by chance 1; sixteen surveys have a standard error of 0.25
ALL = float(PEOPLE)


@pytest.fixture
def town(transactional_db: None) -> Authority:
    return Authority.objects.create(slug="vliermonde", name="Vliermonde")


def test_six_attacks_find_no_more_than_chance(town: Authority) -> None:
    found = links(town, SURVEYS)

    assert len(found) == 12
    assert {name: mean for name, mean in found.items() if mean > NO_MORE_THAN} == {}


def test_a_form_that_stays_where_it_came_in_is_caught(town: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without writing everything again, the transactions tell who came first, and also after closing."""
    monkeypatch.setattr(sealing, "mix", lambda survey: None)

    found = links(town, 2)

    assert (found["by_age, running"], found["by_age, closed"], found["by_text, closed"]) == (ALL, ALL, ALL)


def test_no_closing_rewrite_and_no_mixing_of_texts_is_caught(town: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts that keep their order give away who wrote them, whatever happens to the answers."""
    monkeypatch.setattr(sealing, "mix", _only_answers)

    found = links(town, 2)

    assert found["by_text, closed"] == ALL
    assert found["by_age, closed"] < ALL


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

    assert links(town, 2)["by_id, closed"] == ALL


def test_guessing_at_random_is_right_once() -> None:
    chance = random.Random(1)
    orders = [chance.sample(range(PEOPLE), PEOPLE) for _survey in range(4000)]

    right = [sum(person == guess for person, guess in enumerate(order)) for order in orders]

    assert abs(sum(right) / len(right) - 1.0) < 0.1


def _only_answers(survey: Survey) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "with gone as (delete from surveys_sealedanswers where survey_id = %s "
            "returning authority_id, survey_id, cell, name, answers) "
            "insert into surveys_sealedanswers (id, authority_id, survey_id, cell, name, answers) "
            "select gen_random_uuid(), * from gone order by gen_random_uuid()",
            [survey.pk],
        )


def _as_they_come(rows: object) -> list[object]:
    return list(rows)  # type: ignore[call-overload, no-any-return]
