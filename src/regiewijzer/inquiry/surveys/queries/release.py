"""What may be told of a survey? The one door to the answers: nothing else in the program reads them.

Pages, JSON, workbook and PDF, findings and measurements: all of them get a `Released`. The rules of suppression are
`science.release`.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from regiewijzer.inquiry.questionnaires.public import (
    Outcome,
    Question,
    Questionnaire,
    Response,
    Way,
    completed,
    numbers_around,
    outcome,
)
from regiewijzer.inquiry.surveys.models import Survey
from regiewijzer.inquiry.surveys.models.sealed import SealedAnswers, SealedText
from regiewijzer.inquiry.surveys.queries.surveys import RELATED, asked_in, asked_or_none, cell_title
from regiewijzer.library.texts import Text
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.science.facts import InputSource
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.science.release import Disclosed, disclosed
from regiewijzer.science.scoring.definitions import ScaleKind

NOTHING = Text("–", "–")


class StillSealed(Exception):
    """The survey is not closed: there is nothing to see yet, for nobody."""


@dataclass(frozen=True, slots=True)
class Group:
    """One cell of the partition. Both are None when it is hidden, and also when nobody in it answered."""

    title: str
    answered: int | None
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Words:
    """What people wrote to one question, by the alphabet; none when too few did."""

    question: Question
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """One form of a survey with names: question and answer in words."""

    name: str
    answers: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class Released:
    """Everything that may be told. `answered` and `outcome` are None when too few people answered."""

    survey: Survey
    questionnaire: Questionnaire
    answered: int | None
    outcome: Outcome | None
    groups: tuple[Group, ...] = ()
    words: tuple[Words, ...] = ()
    signed: tuple[Signed, ...] = ()


def release(survey: Survey, limits: Limits = DEFAULTS) -> Released:
    """What may be told of a closed survey. StillSealed before; Http404 when the file of the questions is gone."""
    if not survey.is_closed:
        raise StillSealed
    questionnaire = asked_in(survey)
    forms = list(SealedAnswers.objects.filter(survey=survey).order_by("id"))
    responses = [Response(form.answers, form.cell) for form in forms]
    apart = SealedText.objects.filter(survey=survey).values_list("question", "text")
    texts = [*apart, *(pair for form in forms for pair in form.answers.items() if survey.named)]
    may = (
        _all_of(responses, survey)
        if survey.named
        else disclosed(questionnaire.scheme, responses, survey.cells, survey.least_for_scores)
    )
    if may is None:
        return Released(
            survey, questionnaire, None, None, _hidden(survey, questionnaire), _words(survey, questionnaire, ())
        )
    return Released(
        survey=survey,
        questionnaire=questionnaire,
        answered=len(may.everyone),
        outcome=_outcome(survey, questionnaire, may.everyone, limits, invited=survey.invited),
        groups=tuple(_group(survey, questionnaire, cell, may, limits) for cell in survey.cells),
        words=_words(survey, questionnaire, texts),
        signed=tuple(_signed(questionnaire, forms)) if survey.named else (),
    )


def completed_surveys(*, but_not: Collection[int] = (), limits: Limits = DEFAULTS) -> list[CompletedInquiry]:
    """Closed surveys of which enough may be told, oldest first, without those of which the keys are given."""
    closed = Survey.objects.closed().exclude(pk__in=but_not).select_related(*RELATED).order_by("closed_on", "pk")
    released = [release(survey, limits) for survey in closed if asked_or_none(survey) is not None]
    return [
        completed(
            each.outcome,
            Way.SURVEY,
            each.survey.pk,
            network=each.survey.network,
            instrument=each.survey.instrument,
        )
        for each in released
        if each.outcome is not None
    ]


def _all_of(responses: Sequence[Response], survey: Survey) -> Disclosed | None:
    """With names nothing is hidden; without a single form there is nothing."""
    cells = {cell: tuple(each for each in responses if each.layer == cell) for cell in survey.cells}
    return Disclosed(tuple(responses), {cell: forms for cell, forms in cells.items() if forms}) if responses else None


def _outcome(
    survey: Survey,
    questionnaire: Questionnaire,
    responses: Sequence[Response],
    limits: Limits,
    invited: int | None = None,
) -> Outcome | None:
    asked = frozenset(name for response in responses for name in response.answers)
    if not asked:
        return None
    assert survey.closed_on is not None
    return outcome(
        questionnaire,
        responses,
        source=InputSource.SURVEY,
        limits=limits,
        circumstances=numbers_around(survey.network, survey.closed_on),
        chosen=asked,
        held_on=survey.closed_on,
        answered=len(responses),
        invited=invited,
        by_question=True,
    )


def _group(survey: Survey, questionnaire: Questionnaire, cell: str, may: Disclosed, limits: Limits) -> Group:
    forms, title = may.cells.get(cell), cell_title(cell, questionnaire)
    if forms is None:
        return Group(title, None, None)
    return Group(title, len(forms), _outcome(survey, questionnaire, forms, limits))


def _hidden(survey: Survey, questionnaire: Questionnaire) -> tuple[Group, ...]:
    return tuple(Group(cell_title(cell, questionnaire), None, None) for cell in survey.cells)


def _words(survey: Survey, questionnaire: Questionnaire, texts: Sequence[tuple[str, object]]) -> tuple[Words, ...]:
    """Every open question, with its texts when there are enough of them, or when they carry names anyway."""
    written: dict[str, list[str]] = defaultdict(list)
    for question, text in texts:
        written[question].append(str(text))
    least = 1 if survey.named else survey.least_for_texts
    return tuple(
        Words(question, tuple(sorted(found, key=str.casefold)) if len(found) >= least else ())
        for question, found in ((each, written[each.id]) for each in open_questions(questionnaire))
    )


def open_questions(questionnaire: Questionnaire) -> list[Question]:
    """The questions that are answered in one's own words."""
    asked = (*questionnaire.questions, *questionnaire.facts)
    return [question for question in asked if question.scale.scale.kind is ScaleKind.TEXT]


def _signed(questionnaire: Questionnaire, forms: Sequence[SealedAnswers]) -> list[Signed]:
    asked = (*questionnaire.questions, *questionnaire.facts)
    return [
        Signed(form.name, tuple((each.text, _answer(each, form)) for each in asked))
        for form in sorted(forms, key=lambda form: form.name.casefold())
    ]


def _answer(question: Question, form: SealedAnswers) -> Text:
    value = form.answers.get(question.id)
    if value is None:
        return NOTHING
    return question.scale.labels.get(value) or Text(str(value), str(value))
