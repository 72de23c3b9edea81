"""What may be told of a survey, and that the four ways in which it is told say the same."""

import json
from collections.abc import Callable
from datetime import timedelta
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pypdf import PdfReader
from tests.accounts import Member

from regiewijzer.inquiry.questionnaires.public import questionnaire
from regiewijzer.inquiry.surveys.actions import launching
from regiewijzer.inquiry.surveys.figures import figures
from regiewijzer.inquiry.surveys.models import Survey
from regiewijzer.inquiry.surveys.queries.release import StillSealed, completed_surveys, release
from regiewijzer.inquiry.surveys.queries.waves import wave_before
from regiewijzer.inquiry.surveys.tests.conftest import KEY, all_answers, send
from regiewijzer.register.exchange.files.cells import shown
from regiewijzer.register.exchange.files.reading import read_files
from regiewijzer.science.scoring.groups import result
from regiewijzer.science.scoring.respondents import Response

pytestmark = pytest.mark.usefixtures("english")

Closed = Callable[..., Survey]
Launched = Callable[..., tuple[Survey, dict[str, str]]]
GROUPS = ("care",) * 7 + ("school",) * 7


def test_nothing_is_told_before_closing(launched: Launched) -> None:
    survey, codes = launched()
    for code in codes.values():
        send(survey, code, all_answers(4))

    with pytest.raises(StillSealed):
        release(survey)


@pytest.mark.parametrize(("answered", "told"), [(4, None), (5, 5)])
def test_fewer_than_five_answers_are_not_even_counted(answered: int, told: int | None, closed: Closed) -> None:
    released = release(closed([all_answers(4)] * answered))

    assert released.answered == told
    assert (released.outcome is None) is (told is None)
    if told is None:
        assert {figure.value for figure in figures(released)} == {None}


@pytest.mark.parametrize(("answered", "told"), [(7, None), (8, 8)])
def test_a_survey_that_asks_more_people_before_it_tells_keeps_to_that(
    answered: int, told: int | None, closed: Closed
) -> None:
    assert release(closed([all_answers(4)] * answered, least_for_scores=8)).answered == told


def test_the_score_that_is_told_is_that_of_the_questions_so_that_nobody_is_found_by_subtraction(
    closed: Closed,
) -> None:
    """Twelve answer everything with 1; two answer all but one question of trust with 5."""
    whole, skipped = all_answers(1), {**all_answers(5), "trust.goodwill": None}
    responses = [Response(each) for each in (*[whole] * 12, *[skipped] * 2)]
    by_person, by_question = (
        found.score
        for each in (False, True)
        for found in result(questionnaire(KEY).scheme, responses, by_question=each).dimensions
        if found.id == "trust"
    )

    released = release(closed([*[whole] * 12, *[skipped] * 2]))

    assert released.outcome is not None
    assert released.outcome.dimension("trust").result.score == pytest.approx(by_question)
    assert by_question != pytest.approx(by_person)


def test_everybody_together_is_told_with_agreement(closed: Closed) -> None:
    released = release(closed([*[all_answers(5)] * 6, *[all_answers(1)] * 6]))

    assert released.outcome is not None
    trust = released.outcome.dimension("trust")
    assert (released.answered, released.outcome.invited, trust.result.answered) == (12, 14, 12)
    assert trust.result.score == pytest.approx(3.0)
    assert trust.result.consensus is not None
    assert trust.result.consensus < 0.5  # two camps


def test_a_small_group_is_hidden_and_looks_like_an_empty_one(closed: Closed) -> None:
    few = release(closed([all_answers(4)] * 10, groups=GROUPS))  # seven of care, three of school
    none = release(closed([all_answers(4)] * 7, groups=GROUPS))  # and nobody of school

    for released in (few, none):
        assert ("school", None, None) in [(each.title, each.answered, each.outcome) for each in released.groups]
    assert [group.answered for group in none.groups] == [None, None]  # care alone would say that school is empty


def test_two_large_groups_are_told_apart(closed: Closed) -> None:
    released = release(closed([*[all_answers(5)] * 6, {}, *[all_answers(2)] * 7], groups=GROUPS))

    means = {group.title: group.outcome.dimension("need").result.score for group in released.groups if group.outcome}
    assert means == {"care": 5.0, "school": 2.0}
    assert {group.title: group.answered for group in released.groups} == {"care": 7, "school": 7}


@pytest.mark.parametrize(("written", "told"), [(9, 0), (10, 10)])
def test_texts_are_told_from_ten(written: int, told: int, closed: Closed) -> None:
    asked = questionnaire("member-satisfaction")
    (question,) = [each.id for each in asked.questions if not each.scale.labels][:1]
    answers = [all_answers(4, asked.key)] * 14
    texts = [{question: f"Woorden {14 - number:02}"} if number < written else {} for number in range(14)]

    released = release(closed(answers, texts, key=asked.key))

    found = next(each.texts for each in released.words if each.question.id == question)
    assert len(found) == told
    assert list(found) == sorted(found)  # by the alphabet: no order of coming in


def test_with_names_everything_is_told_by_name(closed: Closed) -> None:
    released = release(closed([all_answers(4), all_answers(2)], people=3, privacy="named"))

    assert released.answered == 2
    assert [form.name for form in released.signed] == ["Lid 0", "Lid 1"]


def test_the_limits_cannot_be_lowered(launched: Launched) -> None:
    survey, _codes = launched()
    survey.least_for_scores = 2

    with pytest.raises(IntegrityError, match="survey_limits_never_lower"), transaction.atomic():
        survey.save()


@pytest.mark.parametrize(("people", "may"), [(14, True), (13, False), (9, True)])
def test_a_wave_is_compared_when_the_group_differs_by_none_or_five(people: int, may: bool, closed: Closed) -> None:
    closed([all_answers(5)] * 14)
    released = release(closed([all_answers(4)] * people, people=people))

    wave = wave_before(released)

    assert wave is not None
    assert wave.may_compare is may
    assert bool(wave.changes) is may
    if may:
        trust = wave.changes[0]
        assert (trust.score_before, trust.score) == (pytest.approx(4.2), pytest.approx(3.6))


def test_a_survey_is_complete_once_there_is_an_outcome(closed: Closed, launched: Launched) -> None:
    told, silent = closed([all_answers(3)] * 12), closed([all_answers(3)] * 3)
    launched()

    found = completed_surveys()

    assert [(each.key, each.way, each.source) for each in found] == [(told.pk, "survey", "survey")]
    assert (found[0].answered, found[0].invited) == (12, 14)
    assert completed_surveys(but_not=[told.pk]) == []
    assert silent.pk not in [each.key for each in found]


class Table(HTMLParser):
    """The cells of the table with all figures on the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = self.cell = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or ("id", "released") in attrs
        if self.inside and tag == "tr":
            self.rows.append([])
        self.cell = self.inside and tag in ("td", "th")
        if self.cell:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self.cell = False
        self.inside = self.inside and tag != "table"

    def handle_data(self, data: str) -> None:
        if self.cell:
            self.rows[-1][-1] += data


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u200b", "").replace("\xad", "").replace("-", "")  # words are broken on paper


@pytest.mark.parametrize("answered", [3, 10, 14])
def test_page_json_workbook_and_paper_release_the_same_cells(
    answered: int, closed: Closed, coordinator: Member
) -> None:
    mixed = [
        {**all_answers(1 + number % 5), **({} if number % 4 else {"trust.goodwill": None})} for number in range(14)
    ]
    survey = closed(mixed[:answered], groups=GROUPS)
    base = f"/vliermonde/bevragingen/{survey.pk}/"
    expected = [(each.group, each.about, each.measure, each.value) for each in figures(release(survey))]

    page = Table(coordinator.client.get(base).content.decode()).rows[1:]
    as_json = json.loads(coordinator.client.get(f"{base}resultaat.json").content)["figures"]
    sheet, *_lists = read_files([("x.xlsx", coordinator.client.get(f"{base}resultaat.xlsx").content)])
    paper = PdfReader(BytesIO(coordinator.client.get(f"{base}resultaat.pdf").content))

    written = [
        (group, about, measure, "–" if value is None else _said(value)) for group, about, measure, value in expected
    ]
    assert [tuple(row) for row in page] == written
    assert [(each["group"], each["about"], each["measure"], each["value"]) for each in as_json] == expected
    assert [_row(cells) for _number, cells in sheet.rows[1:]] == expected
    on_paper = squeezed(" ".join(sheet.extract_text() for sheet in paper.pages))
    assert squeezed("not yet validated") in on_paper
    rest = on_paper[on_paper.rindex(squeezed("All figures")) :]
    for _group, about, measure, value in written:  # in this order; a foot may stand between the two columns
        for piece in (about or "–", f"{measure}{value}"):
            found = rest.find(squeezed(piece))
            assert found >= 0, (piece, rest[:300])
            rest = rest[found:]


def _said(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.2f}"


def _row(cells: tuple[Any, ...]) -> tuple[Any, ...]:
    padded = (*cells, "", "", "")[:4]
    return (*(shown(cell, 400) for cell in padded[:3]), None if padded[3] == "" else padded[3])


def test_a_file_of_a_sealed_survey_does_not_exist(launched: Launched, coordinator: Member) -> None:
    survey, _codes = launched()

    answers = [
        coordinator.client.get(f"/vliermonde/bevragingen/{survey.pk}/resultaat.{kind}").status_code
        for kind in ("json", "xlsx", "pdf")
    ]

    assert answers == [404, 404, 404]


def test_the_label_is_locked_with_the_launch(launched: Launched, coordinator: Member) -> None:
    survey, _codes = launched()
    survey.privacy = "named"

    with pytest.raises(launching.NotNow):
        launching.save_draft(survey=survey, asked=[], actor=coordinator.actor)

    assert Survey.objects.get(pk=survey.pk).privacy == "anonymous"


@pytest.mark.parametrize(
    ("people", "privacy", "reason"),
    [(4, "anonymous", "label"), (4, "confidential", "label"), (0, "named", "nobody")],
)
def test_a_promise_that_cannot_be_kept_is_not_launched(
    people: int, privacy: str, reason: str, launched: Launched
) -> None:
    with pytest.raises(launching.Unfit) as refused:
        launched(people, privacy=privacy)

    assert refused.value.reason == reason


def test_confidential_questions_are_never_called_anonymous(launched: Launched) -> None:
    with pytest.raises(launching.Unfit):
        launched(14, key="readiness", privacy="anonymous")


def test_a_draft_whose_day_is_past_is_not_launched(launched: Launched) -> None:
    with pytest.raises(launching.Unfit, match="too_late"):
        launched(14, closes_on=timezone.localdate() - timedelta(days=1))
