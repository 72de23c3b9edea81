"""Which questionnaires are an authority's own copies, and what do they ask?

A copy changes words and adds questions; what is scored stays tied to the dimensions of the original.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404

from regiewijzer.inquiry.questionnaires.definitions import catalogue
from regiewijzer.inquiry.questionnaires.definitions.scales import LONGEST_TEXT
from regiewijzer.inquiry.questionnaires.definitions.values import Question, Questionnaire, WordedScale
from regiewijzer.inquiry.questionnaires.models import OwnQuestionnaire, OwnVersion
from regiewijzer.library.texts import Language, Text
from regiewijzer.science.scoring.definitions import Item, Scale, ScaleKind, Score

TAKES_QUESTIONS = (Score.MEAN, Score.COUNT)  # a dimension of one question, or of two that are compared, takes no other
OWN_SOURCE = "own"
OPEN_SCALE = "own.words"  # every copy may ask something in one's own words
_OPEN = WordedScale(
    OPEN_SCALE, Scale(ScaleKind.TEXT, longest=LONGEST_TEXT), {}, Text(nl="Geen antwoord", en="No answer")
)


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """An own questionnaire with its newest version, as it is asked."""

    own: OwnQuestionnaire
    version: OwnVersion
    questionnaire: Questionnaire

    @property
    def added(self) -> tuple[Question, ...]:
        """The questions the authority added itself."""
        ids = {raw["id"] for raw in self.version.added}
        return tuple(question for question in self.questionnaire.questions if question.id in ids)


def own_questionnaires(*, archived: bool = False) -> QuerySet[Any]:
    """Own copies by name, each with how often it was filled in."""
    found = OwnQuestionnaire.objects.filter(archived_at__isnull=not archived)
    return found.annotate(times=Count("versions__sittings"))


def own_of(pk: int) -> OwnQuestionnaire:
    """The own copy, or 404: not there and not yours are the same."""
    return get_object_or_404(OwnQuestionnaire, pk=pk)


def newest_of(own: OwnQuestionnaire) -> OwnVersion:
    """The version in use."""
    return OwnVersion.objects.filter(own=own).select_related("own").order_by("-number")[0]


def copy_of(own: OwnQuestionnaire) -> OwnCopy:
    """What an own copy asks now. UnknownQuestionnaire when the file of the original is gone."""
    version = newest_of(own)
    return OwnCopy(own, version, as_asked(version))


def as_asked(version: OwnVersion) -> Questionnaire:
    """The questionnaire as one own version asks it."""
    base = catalogue.questionnaire(version.own.key, version.base_version)
    questions = [_reworded(question, version.wordings.get(question.id)) for question in base.questions]
    added = [_added(base, raw) for raw in version.added]
    all_questions = tuple(_in_order(base, [*questions, *added]))
    return replace(
        base,
        scales={**base.scales, OPEN_SCALE: _OPEN},
        title=Text(version.own.name, version.own.name),
        questions=all_questions,
        facts=tuple(_reworded(fact, version.wordings.get(fact.id)) for fact in base.facts),
        scheme=replace(base.scheme, items=(*(question.item for question in all_questions), *_items(base.facts))),
        own=version.pk,
    )


def open_dimensions(questionnaire: Questionnaire) -> list[str]:
    """The dimensions to which a question may be added."""
    return [each.id for each in questionnaire.dimensions if each.dimension.score in TAKES_QUESTIONS]


def scales_for_added(questionnaire: Questionnaire, dimension: str) -> list[str]:
    """The scales a question of one's own may have: that of the dimension, or any for one that is not scored."""
    scored = [each for each in questionnaire.questions_of(dimension) if each.item.scored] if dimension else []
    if scored:
        return [scored[0].scale.id]
    ranks = {ranking.scale.id for ranking in questionnaire.rankings}
    return [name for name in questionnaire.scales if name not in ranks]


def _reworded(question: Question, words: Mapping[str, str] | None) -> Question:
    if not words:
        return question
    changed = {language: words.get(language) or question.text.in_language(language) for language in Language}
    return replace(question, text=Text(**changed))


def _added(base: Questionnaire, raw: Mapping[str, Any]) -> Question:
    scale = _OPEN if raw["scale"] == OPEN_SCALE else base.scales[raw["scale"]]
    dimension = raw["dimension"]
    item = Item(raw["id"], scale.scale, dimension, bool(raw["reversed"]), scored=bool(dimension))
    return Question(item, Text(raw["nl"], raw["en"]), scale, (OWN_SOURCE,))


def _in_order(base: Questionnaire, questions: list[Question]) -> list[Question]:
    """Dimension by dimension, so that a question one added stands with its like."""
    order = [dimension.id for dimension in base.dimensions]
    return sorted(questions, key=lambda each: order.index(each.item.dimension) if each.item.dimension else len(order))


def _items(questions: tuple[Question, ...]) -> tuple[Item, ...]:
    return tuple(question.item for question in questions)
