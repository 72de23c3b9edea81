"""What one page of the example says, another does not contradict: counts agree, days are possible, people find work."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.apps import apps
from django.db.models import Q
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Role
from regiewijzer.inquiry.surveys.public import Survey, release
from regiewijzer.inquiry.workshops.public import Workshop
from regiewijzer.overview.example.files import STORY_DAY
from regiewijzer.overview.example.tests.conftest import Example
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.measurements.actions import import_completed
from regiewijzer.overview.pictures import counts_in_words
from regiewijzer.overview.reports.documents.board_report import board_of
from regiewijzer.overview.reports.tests.reading import text_of
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, Management, Membership, Network
from regiewijzer.science.facts import InputSource
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.science.release import LEAST_FOR_SCORES

BEGUN = Q(network__started__lte=STORY_DAY)  # one that is still to begin has its goal and form before
Choice = apps.get_model("choice.Choice")  # a tool has no door to its tables
MEASURED = ("governance.Measurement", "goals.Measurement", "cooperation.Measurement", "effect.MemberSatisfaction")


def _of_people(source: InputSource) -> set[tuple[str, date, int]]:
    """Network, day and answers of every measurement that says that people were asked so."""
    rows = [
        row
        for label in (*MEASURED, "effect.UserSatisfaction")
        for row in apps.get_model(label).objects.filter(source=source, answers__gte=LEAST_FOR_SCORES)
    ]
    return {(row.network.name, row.measured_on, row.answers) for row in rows}


def test_behind_each_measurement_by_survey_is_a_survey_with_as_many_answers(example: Example) -> None:
    held = {
        (survey.network.name, survey.closed_on, release(survey).answered)
        for survey in Survey.objects.closed()
        if survey.network
    }

    assert held == _of_people(InputSource.SURVEY)


def test_behind_each_measurement_in_a_session_is_a_session_with_as_many_people(example: Example) -> None:
    held = {
        (workshop.subjects.get().name, workshop.held_on, workshop.participants)
        for workshop in Workshop.objects.filter(status="ended", subjects__kind="network")
        if workshop.questions.exclude(source__questionnaire="open-table").exists()  # of which nothing is measured
    }

    assert held == _of_people(InputSource.WORKSHOP)


def test_answers_come_to_what_was_measured(example: Example) -> None:
    survey = Survey.objects.get(network__name="Kansrijk Opgroeien", key="governance-conditions", closed_on="2026-10-14")

    outcome = release(survey).outcome

    assert outcome is not None
    assert {each.id: round(each.score or 0, 1) for each in outcome.result.dimensions} == {
        "trust": 2.8, "trust_in_lead": 3.8, "consensus": 4.1, "need": 2.2,
    }  # fmt: skip


def test_where_a_room_was_of_one_mind_no_question_is_told_as_divided(example: Example) -> None:
    tallies = [
        line["consensus"]
        for workshop in Workshop.objects.filter(status="ended")
        for question in workshop.questions.all()
        for line in question.released["lines"]
    ]

    assert sum(told < DEFAULTS.split_consensus for told in tallies) < len(tallies) / 20


def test_nothing_is_measured_a_second_time(example: Example) -> None:
    assert import_completed(authority=example.authority) == 0


def test_every_survey_and_session_can_be_opened(example: Example) -> None:
    client = Client()
    position = Position.objects.get(authority=example.authority, role=Role.COORDINATOR)
    client.force_login(position.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    start = f"/{example.authority.slug}"

    opened = [client.get(f"{start}/bevragingen/{each.pk}/").status_code for each in Survey.objects.closed()]
    told = [
        client.get(f"{start}/werksessies/{each.pk}/", follow=True).status_code
        for each in Workshop.objects.filter(status="ended")
    ]

    assert len(opened) >= 20
    assert len(told) >= 20
    assert set(opened + told) == {200}


def test_the_overview_the_pictures_and_the_report_count_the_same(example: Example) -> None:
    counts = counts_in_words(example.register)
    report = text_of(board_of(example.authority, example.today).pdf.content)

    assert counts == "29 instrumenten en 41 netwerken die niet gestopt zijn, en 127 partners"
    assert "41 netwerken en 29 instrumenten" in report
    assert "van 29 getoond" in report


def test_the_manager_and_the_facilitator_find_something_of_theirs(example: Example) -> None:
    jonas, wout = (Position.objects.get(user__name=name) for name in ("Jonas Claeys", "Wout De Smedt"))

    assert Survey.objects.filter(made_by=jonas, state="draft", closes_on__gt=example.today).exists()
    assert Management.objects.filter(position=jonas).count() == 3
    assert Workshop.objects.filter(prepared_by=wout, status="prepared", held_on__gt=example.today).exists()
    assert Workshop.objects.filter(prepared_by=wout, status="ended").count() >= 20


def test_what_does_not_apply_is_a_finding(example: Example) -> None:
    assert not Decision.objects.filter(answer="not_applicable", finding="").exists()


@pytest.mark.parametrize(
    "days",
    [
        pytest.param(lambda: [(timezone.localdate(each.created_at), each.signed_on) for each in Choice.objects.all()]),
        pytest.param(lambda: Decision.objects.values_list("decided_on", "reviewed_on")),
        pytest.param(lambda: Decision.objects.values_list("decided_on", "review_on")),
        pytest.param(lambda: Decision.objects.values_list("decided_on", "due")),
        pytest.param(lambda: Network.objects.values_list("started", "ended")),
        pytest.param(lambda: Membership.objects.values_list("started", "ended")),
        pytest.param(lambda: FormPeriod.objects.filter(BEGUN).values_list("network__started", "started")),
        pytest.param(lambda: GoalVersion.objects.filter(BEGUN).values_list("network__started", "valid_from")),
        pytest.param(lambda: Management.objects.values_list("network__started", "started")),
        pytest.param(lambda: Survey.objects.values_list("network__started", "launched_on", "closed_on")),
        pytest.param(lambda: StoredFinding.objects.values_list("found_on", "gone_on")),
        *(
            pytest.param(
                lambda label=label: apps.get_model(label).objects.values_list("network__started", "measured_on")
            )
            for label in MEASURED
        ),
    ],
)
def test_what_comes_first_has_the_first_day(example: Example, days) -> None:
    known = [[day for day in row if day is not None] for row in days()]

    assert known
    assert [row for row in known if any(later < earlier for earlier, later in pairwise(row))] == []


def test_what_has_happened_was_not_after_today(example: Example) -> None:
    tomorrow = example.today + timedelta(days=1)

    happened = [
        Choice.objects.filter(signed_on__gte=tomorrow),
        Choice.objects.filter(created_at__date__gte=tomorrow),
        Decision.objects.filter(decided_on__gte=tomorrow),
        Decision.objects.filter(reviewed_on__gte=tomorrow),
        Survey.objects.filter(closed_on__gte=tomorrow),
        Workshop.objects.filter(status="ended", held_on__gte=tomorrow),
        *(apps.get_model(label).objects.filter(measured_on__gte=tomorrow) for label in MEASURED),
    ]
    assert [list(rows) for rows in happened if rows] == []


def test_a_page_does_not_say_that_nothing_was_asked(example: Example) -> None:
    client = Client()
    position = Position.objects.get(authority=example.authority, role=Role.COORDINATOR)
    client.force_login(position.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    network = Network.objects.get(name="Kansrijk Opgroeien")
    start = f"/{example.authority.slug}"

    pages = [strip_tags(client.get(f"{start}/{page}").content.decode()) for page in
             ("bevragingen/", "werksessies/", f"netwerken/{network.pk}/")]  # fmt: skip

    assert not any("nog niets gevraagd" in page or "Nog geen werksessies" in page for page in pages)
    assert not any("nog niet bevraagd" in page for page in pages)
