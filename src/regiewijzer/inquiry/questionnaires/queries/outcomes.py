"""What do the answers say, in words? Per dimension its band, agreement and how each question was answered."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from regiewijzer.inquiry.questionnaires.definitions.values import (
    Interpretation,
    Question,
    Questionnaire,
    WordedDimension,
)
from regiewijzer.inquiry.questionnaires.models import Sitting, Way
from regiewijzer.inquiry.questionnaires.queries.sittings import asked_in, layers_beside, numbers_around
from regiewijzer.library.texts import Text
from regiewijzer.science.facts import InputSource
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.science.scoring.definitions import Score, Value
from regiewijzer.science.scoring.groups import (
    Counts,
    DimensionResult,
    ItemResult,
    RankingResult,
    Result,
    result,
    result_of_counts,
)
from regiewijzer.science.scoring.respondents import Response, points

SOURCES = {
    Way.ALONE: InputSource.ESTIMATE,
    Way.TOGETHER: InputSource.WORKSHOP,  # a table that agreed on one answer
    Way.SURVEY: InputSource.SURVEY,
    Way.WORKSHOP: InputSource.WORKSHOP,
}


@dataclass(frozen=True, slots=True)
class Counted:
    """An answer and how often it was given. `label` is a number where a scale has no words."""

    value: Value
    label: Text
    count: int

    @property
    def dots(self) -> range:
        """One for each answer, for a picture of dots."""
        return range(self.count)


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """How one question was answered, as it was asked."""

    question: Question
    result: ItemResult
    counts: tuple[Counted, ...]

    @property
    def given(self) -> Counted | None:
        """The answer, where one form holds just one."""
        known = [counted for counted in self.counts if counted.count]
        return known[0] if len(known) == 1 and known[0].count == 1 else None


@dataclass(frozen=True, slots=True)
class DimensionOutcome:
    """What one dimension says. `ends` are the lowest and highest score there is; None when it is not scored."""

    worded: WordedDimension
    result: DimensionResult
    ends: tuple[int, int] | None
    layers: tuple[tuple[Text, float | None], ...]
    items: tuple[ItemOutcome, ...]
    patterns: tuple[Interpretation, ...]

    @property
    def reading(self) -> Interpretation | None:
        """What the band says; None without a score or bands."""
        return self.worded.readings.get(self.result.band or "")

    @property
    def split_reading(self) -> Interpretation | None:
        """What to do with answers that fall apart; None when they do not."""
        return self.worded.split if self.result.split else None

    @property
    def counts(self) -> bool:
        """True when the score is a number of answers, not a place on a scale."""
        return self.worded.dimension.score is Score.COUNT

    @property
    def points(self) -> float | None:
        """The score from 0 to 100 along its scale."""
        if self.result.score is None or self.ends is None:
            return None
        return points(self.result.score, *self.ends)


@dataclass(frozen=True, slots=True)
class RankOutcome:
    """How a dimension was ranked."""

    title: Text
    result: RankingResult


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a questionnaire says about its subject on one day. There is no total.

    `source` says how sure one may be. `answered` people of `invited` answered; both None when nobody counted. `forms`
    is how many forms it rests on: a table fills in one together.
    """

    questionnaire: Questionnaire
    result: Result
    source: InputSource
    dimensions: tuple[DimensionOutcome, ...]
    others: tuple[ItemOutcome, ...]
    rankings: tuple[RankOutcome, ...]
    patterns: tuple[Interpretation, ...]
    held_on: date | None = None
    answered: int | None = None
    invited: int | None = None

    @property
    def forms(self) -> int:
        return self.result.respondents

    def score(self, name: str) -> float | None:
        """The score of a dimension, or the mean answer to a question; None when not known, KeyError when not asked."""
        for dimension in self.result.dimensions:
            if dimension.id == name:
                return dimension.score
        for item in self.result.items:
            if item.id == name:
                return item.mean
        raise KeyError(f"{self.questionnaire.key} asks nothing called {name!r}.")

    def dimension(self, name: str) -> DimensionOutcome:
        """KeyError for a dimension that is not there."""
        for dimension in self.dimensions:
            if dimension.worded.id == name:
                return dimension
        raise KeyError(name)

    def band(self, name: str) -> str | None:
        """The band of a dimension; None without a score."""
        return self.dimension(name).result.band


def outcome(
    questionnaire: Questionnaire,
    responses: Sequence[Response],
    *,
    source: InputSource,
    limits: Limits = DEFAULTS,
    circumstances: Mapping[str, float] | None = None,
    chosen: Collection[str] = (),
    held_on: date | None = None,
    answered: int | None = None,
    invited: int | None = None,
    by_question: bool = False,
) -> Outcome:
    """What these forms say together. `chosen`: only these questions are told of, where criteria were chosen.

    `by_question` as in `scoring.groups.result`: for forms of people who must not be found by subtraction.
    """
    found = result(questionnaire.scheme, responses, limits, circumstances, by_question=by_question)
    return _in_words(questionnaire, found, source, chosen, held_on, answered, invited)


def outcome_of_counts(
    questionnaire: Questionnaire,
    counts: Counts,
    respondents: int,
    *,
    source: InputSource,
    limits: Limits = DEFAULTS,
    circumstances: Mapping[str, float] | None = None,
    held_on: date | None = None,
    invited: int | None = None,
) -> Outcome:
    """What a room says of which only the counts per question were kept, about the questions that were asked there."""
    found = result_of_counts(questionnaire.scheme, counts, respondents, limits, circumstances)
    return _in_words(questionnaire, found, source, counts, held_on, respondents, invited)


def _in_words(
    questionnaire: Questionnaire,
    found: Result,
    source: InputSource,
    chosen: Collection[str],
    held_on: date | None,
    answered: int | None,
    invited: int | None,
) -> Outcome:
    items = {item.id: item for item in found.items}
    asked = [each for each in (*questionnaire.questions, *questionnaire.facts) if not chosen or each.id in chosen]
    worded_items = [_item(question, items[question.id]) for question in asked]
    dimensions = [_dimension(questionnaire, each, found, worded_items) for each in found.dimensions]
    return Outcome(
        questionnaire=questionnaire,
        result=found,
        source=source,
        dimensions=tuple(each for each in dimensions if each.items),
        others=tuple(item for item in worded_items if not item.question.item.dimension),
        rankings=tuple(RankOutcome(questionnaire.dimension(each.dimension).title, each) for each in found.rankings),
        patterns=tuple(questionnaire.patterns[each.pattern] for each in found.patterns if not each.dimension),
        held_on=held_on,
        answered=answered,
        invited=invited,
    )


def outcome_of(sitting: Sitting, limits: Limits = DEFAULTS) -> Outcome:
    """What a form says; where layers are compared, together with the latest form of each other layer."""
    together = layers_beside(sitting)
    return outcome(
        asked_in(sitting),
        [Response(each.answers, each.layer) for each in together],
        source=SOURCES[Way(sitting.way)],
        limits=limits,
        circumstances=numbers_around(sitting.network, sitting.held_on),
        chosen=sitting.chosen,
        held_on=sitting.held_on,
        answered=1 if sitting.way == Way.ALONE else sitting.present,
    )


def _item(question: Question, found: ItemResult) -> ItemOutcome:
    labels = question.scale.labels
    counts = tuple(
        Counted(value, labels.get(value) or Text(str(value), str(value)), times) for value, times in found.counts
    )
    return ItemOutcome(question, found, counts)


def _dimension(
    questionnaire: Questionnaire, found: DimensionResult, all_found: Result, worded_items: list[ItemOutcome]
) -> DimensionOutcome:
    worded = questionnaire.dimension(found.id)
    return DimensionOutcome(
        worded=worded,
        result=found,
        ends=questionnaire.scheme.ends(worded.dimension),
        layers=tuple((questionnaire.layers[layer], mean) for layer, mean in found.layers.items()),
        items=tuple(item for item in worded_items if item.question.item.dimension == found.id),
        patterns=tuple(
            questionnaire.patterns[match.pattern] for match in all_found.patterns if match.dimension == found.id
        ),
    )
