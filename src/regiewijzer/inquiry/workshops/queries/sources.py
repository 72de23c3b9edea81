"""Which questions of a questionnaire can be asked live, and as what?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from regiewijzer.inquiry.questionnaires.public import Question as Asked
from regiewijzer.inquiry.questionnaires.public import (
    Questionnaire,
    UnknownQuestionnaire,
    Way,
    own_questionnaires,
    parts_of,
    questionnaire,
    questionnaires,
)
from regiewijzer.inquiry.questionnaires.public import copy_of as own_copy
from regiewijzer.inquiry.workshops.models import Kind
from regiewijzer.inquiry.workshops.models.questions import LONGEST_QUESTION, option
from regiewijzer.science.scoring.definitions import ScaleKind

KINDS = {ScaleKind.ORDINAL: Kind.SCALE, ScaleKind.NOMINAL: Kind.CHOICE, ScaleKind.TEXT: Kind.TEXT}
OWN = "own-"


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that could be asked, in the words of one language. `source` and `makes` as a question has them."""

    kind: Kind
    text: str
    options: list[dict[str, Any]] = field(default_factory=list)
    no_answer: str = ""
    source: dict[str, Any] = field(default_factory=dict)
    makes: str = ""
    most: int = 1
    discuss: str = ""

    @property
    def item(self) -> str:
        return str(self.source["item"])


def offered() -> list[tuple[str, str]]:
    """Key and title of every questionnaire made for a room, the authority's own copies last."""
    shipped = [(each.key, str(each.title)) for each in questionnaires() if Way.WORKSHOP in each.ways]
    return shipped + [(f"{OWN}{each.pk}", each.name) for each in own_questionnaires() if _in_a_room(each)]


def _in_a_room(own: Any) -> bool:
    try:
        return Way.WORKSHOP in own_copy(own).questionnaire.ways
    except UnknownQuestionnaire:
        return False


def chosen(key: str) -> Questionnaire:
    """The questionnaire behind a key of `offered`. UnknownQuestionnaire when there is none, or it is not for a room."""
    if key.startswith(OWN):
        own = own_questionnaires().filter(pk=_number(key.removeprefix(OWN))).first()
        found = own_copy(own).questionnaire if own is not None else None
    else:
        found = questionnaire(key)
    if found is None or Way.WORKSHOP not in found.ways:
        raise UnknownQuestionnaire(f"There is no questionnaire {key!r} for a room.")
    return found


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def questions_from(definition: Questionnaire) -> list[Draft]:
    """What a questionnaire asks, as questions for a room, in its own order; numbers are not asked live."""
    return [draft for part in parts_of(definition) for draft in _of_part(definition, part)]


def _of_part(definition: Questionnaire, part: Any) -> Iterator[Draft]:
    for asked in part.questions:
        if asked.scale.scale.kind in KINDS:
            yield _question(definition, asked)
    if part.ranking is not None:
        yield Draft(
            Kind.RANKING,
            str(part.ranking.question)[:LONGEST_QUESTION],
            [option(key, str(text)) for key, text in part.ranking.options.items()],
            source=_source(definition, part.ranking.id),
        )


def _question(definition: Questionnaire, asked: Asked) -> Draft:
    scale = asked.scale
    values = scale.scale.steps or scale.scale.values
    return Draft(
        KINDS[scale.scale.kind],
        str(asked.text)[:LONGEST_QUESTION],
        [option(value, str(scale.labels[value])) for value in values],
        str(scale.no_answer) if scale.no_answer else "",
        _source(definition, asked.id, asked.item.dimension, reverse=asked.item.reversed),
    )


def _source(definition: Questionnaire, item: str, dimension: str = "", *, reverse: bool = False) -> dict[str, Any]:
    return {
        "questionnaire": definition.key,
        "version": definition.version,
        "own": definition.own,
        "item": item,
        "dimension": dimension,
        "reversed": reverse,
    }
