"""In which parts is a questionnaire filled in? A part fits a phone: the questions of one dimension, or one ranking."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256

from regiewijzer.inquiry.questionnaires.definitions.values import Question, Questionnaire, WordedRanking
from regiewijzer.library.texts import Text
from regiewijzer.science.scoring.definitions import Answers

AT_ONCE = 5  # shuffled questions in one part
FACTS, OPEN = "facts", "open"


@dataclass(frozen=True, slots=True)
class Part:
    """One page of questions. `key` is the dimension, `facts`, `open`, or the ranking; `title` is None when it hides."""

    number: int
    key: str
    title: Text | None
    text: Text | None
    questions: tuple[Question, ...] = ()
    ranking: WordedRanking | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids under which answers to this part are kept."""
        options = [option.id for option in self.ranking.ranking.options] if self.ranking else []
        return (*(question.id for question in self.questions), *options)

    def answered(self, answers: Answers) -> int:
        """How many of its questions have an answer; 'I don't know' is one."""
        done = sum(question.id in answers for question in self.questions)
        ranked = [option.id in answers for option in self.ranking.ranking.options] if self.ranking else [False]
        return done + all(ranked)

    @property
    def total(self) -> int:
        return len(self.questions) + (self.ranking is not None)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one part is."""

    part: Part
    answered: int

    @property
    def complete(self) -> bool:
        return self.answered == self.part.total


def parts_of(questionnaire: Questionnaire, *, chosen: Collection[str] = (), seed: int = 0) -> tuple[Part, ...]:
    """The parts in order. `chosen`: only these questions, where criteria were chosen. `seed` shuffles the order."""
    pages = [*_pages(questionnaire, chosen, seed), *_rankings(questionnaire), *_facts(questionnaire)]
    return tuple(
        Part(number, key, title, text, questions, ranking)
        for number, (key, title, text, questions, ranking) in enumerate(pages, start=1)
    )


def progress(parts: tuple[Part, ...], answers: Answers) -> tuple[Progress, ...]:
    """How far each part is."""
    return tuple(Progress(part, part.answered(answers)) for part in parts)


_Page = tuple[str, Text | None, Text | None, tuple[Question, ...], WordedRanking | None]


def _pages(questionnaire: Questionnaire, chosen: Collection[str], seed: int) -> Iterator[_Page]:
    asked = [question for question in questionnaire.questions if not chosen or question.id in chosen]
    if questionnaire.shuffled:
        asked.sort(key=lambda question: sha256(f"{seed}:{question.id}".encode()).digest())
        for start in range(0, len(asked), AT_ONCE):
            yield f"{OPEN}{start // AT_ONCE}", None, questionnaire.intro, tuple(asked[start : start + AT_ONCE]), None
        return
    for dimension in questionnaire.dimensions:
        questions = tuple(question for question in asked if question.item.dimension == dimension.id)
        if questions:
            yield dimension.id, dimension.title, dimension.text, questions, None
    without = tuple(question for question in asked if not question.item.dimension)
    if without:
        yield OPEN, None, None, without, None


def _rankings(questionnaire: Questionnaire) -> Iterator[_Page]:
    for ranking in questionnaire.rankings:
        yield ranking.id, None, None, (), ranking


def _facts(questionnaire: Questionnaire) -> Iterator[_Page]:
    if questionnaire.facts:
        yield FACTS, None, None, questionnaire.facts, None
