"""Every released figure of a survey as one list, the same on the page, as JSON, in the workbook and on paper.

The rows depend on the questions and the partition alone: a figure that is hidden has its row, with nothing in it, and
so has one that nobody gave.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from regiewijzer.inquiry.questionnaires.public import ItemOutcome, Outcome, Question, Questionnaire
from regiewijzer.inquiry.surveys.queries.release import Released
from regiewijzer.inquiry.surveys.wording import EVERYBODY
from regiewijzer.library.figures import number
from regiewijzer.science.scoring.definitions import ScaleKind

DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """One released figure, in words. `value` is None when it is hidden, or when there is none."""

    group: str
    about: str
    measure: str
    value: float | int | None

    @property
    def shown(self) -> str:
        """The value as people write it; a dash for none."""
        if self.value is None:
            return "–"
        return str(self.value) if isinstance(self.value, int) else number(self.value, DECIMALS)


def figures(released: Released) -> tuple[Figure, ...]:
    """All of them: for everybody, then for each group of the partition."""
    everybody = (str(EVERYBODY), released.answered, released.outcome)
    scopes = [everybody, *((group.title, group.answered, group.outcome) for group in released.groups)]
    return tuple(
        figure
        for title, answered, outcome in scopes
        for figure in _of_group(title, answered, outcome, released.questionnaire)
    )


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group beside the others: the mean of each scored dimension, in the order of the questionnaire."""

    title: str
    answered: int | None
    means: tuple[float | None, ...]


def group_table(released: Released) -> tuple[GroupRow, ...]:
    """The groups of the partition beside each other."""
    scored = [each.worded.id for each in released.outcome.dimensions if each.ends] if released.outcome else []
    rows = []
    for group in released.groups:
        found = {each.worded.id: each.result.score for each in group.outcome.dimensions} if group.outcome else {}
        rows.append(GroupRow(group.title, group.answered, tuple(found.get(name) for name in scored)))
    return tuple(rows)


def _of_group(
    title: str, answered: int | None, outcome: Outcome | None, questionnaire: Questionnaire
) -> Iterator[Figure]:
    yield Figure(title, "", gettext("people who answered"), answered)
    dimensions = {each.worded.id: each for each in outcome.dimensions} if outcome else {}
    for worded in questionnaire.dimensions:
        if questionnaire.scheme.ends(worded.dimension) is None:
            continue
        found = dimensions.get(worded.id)
        about = str(worded.title)
        yield Figure(title, about, gettext("mean"), _rounded(found.result.score if found else None))
        yield Figure(
            title, about, gettext("agreement, from 0 to 1"), _rounded(found.result.consensus if found else None)
        )
    items = _items(outcome)
    for question in (*questionnaire.questions, *questionnaire.facts):
        if question.scale.scale.kind is not ScaleKind.TEXT:
            yield from _of_question(title, question, items.get(question.id))


def _of_question(title: str, question: Question, found: ItemOutcome | None) -> Iterator[Figure]:
    about, counts = str(question.text), {each.value: each for each in found.counts} if found else {}
    for value, label in question.scale.labels.items():
        yield Figure(title, about, str(label), counts[value].count if found else None)
    if not question.scale.labels:
        for each in counts.values():
            yield Figure(title, about, str(each.label), each.count)
    yield Figure(title, about, gettext("no answer"), found.result.unanswered if found else None)


def _items(outcome: Outcome | None) -> dict[str, ItemOutcome]:
    if outcome is None:
        return {}
    items = [*(item for each in outcome.dimensions for item in each.items), *outcome.others]
    return {item.question.id: item for item in items}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)
