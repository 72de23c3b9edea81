"""What was filled in, to read back: every question with its answer in words, what it rests on, and the minutes."""

from collections.abc import Iterator
from dataclasses import dataclass

from regiewijzer.inquiry.questionnaires.definitions.parts import Part, parts_of
from regiewijzer.inquiry.questionnaires.definitions.values import Question, Questionnaire
from regiewijzer.inquiry.questionnaires.models import Sitting
from regiewijzer.library.texts import Text

UNANSWERED = Text("–", "–")


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One question, or one thing that was put in order, with its answer in words."""

    asked: Text
    answer: Text
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class AnsweredPart:
    """The answers of one part; `title` is None for a part without a name."""

    title: Text | None
    answers: tuple[GivenAnswer, ...]
    minutes: str


def answered_parts(sitting: Sitting, questionnaire: Questionnaire) -> tuple[AnsweredPart, ...]:
    """What a form holds, part by part."""
    parts = parts_of(questionnaire, chosen=sitting.chosen, seed=sitting.pk)
    return tuple(
        AnsweredPart(
            title=part.ranking.question if part.ranking else part.title,
            answers=tuple(_answers(part, sitting)),
            minutes=sitting.minutes.get(part.key, ""),
        )
        for part in parts
    )


def _answers(part: Part, sitting: Sitting) -> Iterator[GivenAnswer]:
    for question in part.questions:
        answer = _in_words(question, sitting) if question.id in sitting.answers else UNANSWERED
        yield GivenAnswer(question.text, answer, sitting.evidence.get(question.id, ""))
    if part.ranking is None:
        return
    places = {option.id: sitting.answers.get(option.id) for option in part.ranking.ranking.options}
    for name in sorted(places, key=lambda name: places[name] or len(places) + 1):
        place = places[name]
        yield GivenAnswer(part.ranking.options[name], part.ranking.scale.labels[place] if place else UNANSWERED)


def _in_words(question: Question, sitting: Sitting) -> Text:
    value = sitting.answers[question.id]
    if value is None:
        return question.scale.no_answer or UNANSWERED
    return question.scale.labels.get(value) or Text(str(value), str(value))
