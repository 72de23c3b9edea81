"""Reading what networks brought about."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from regiewijzer.inquiry.questionnaires.public import Outcome, Question, Response, outcome
from regiewijzer.library.texts import Text
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import RowsOfNetworks
from regiewijzer.science.facts import InputSource, Level
from regiewijzer.science.scoring.groups import Result
from regiewijzer.tools.effect.models import Choice, Evaluation, Scored
from regiewijzer.tools.effect.queries.criteria import asked

HIGH = "high"
COLUMNS = {Level.COMMUNITY: "community", Level.NETWORK: "network_level", Level.ORGANISATIONS: "organisations"}

EVALUATIONS = RowsOfNetworks(
    "effect_evaluated",
    lambda: Evaluation.objects.select_related("evaluated_by__user", "choice").prefetch_related("scored"),
)


@dataclass(frozen=True, slots=True)
class ShownScore:
    """What one evaluation said of one criterion; `label` are the words of its scale, None when nobody knew."""

    question: Question
    label: Text | None
    evidence: str


@dataclass(frozen=True, slots=True)
class ShownEvaluation:
    """An evaluation with its levels, and its criteria when it had any. A level nobody looked at is None."""

    evaluation: Evaluation
    levels: tuple[tuple[Level, bool | None], ...]
    scores: tuple[ShownScore, ...]


def levels_of(evaluation: Evaluation) -> frozenset[Level]:
    """The levels on which a result was seen."""
    return frozenset(level for level, column in COLUMNS.items() if getattr(evaluation, column))


def levels_looked_at(evaluation: Evaluation) -> frozenset[Level]:
    """The levels of which a criterion was scored; all of them when it was judged without criteria."""
    scored = [row.criterion for row in evaluation.scored.all() if row.value is not None]
    if evaluation.choice is None:
        return frozenset(Level)
    criteria = scored or evaluation.choice.criteria
    dimensions = {each.id: each.item.dimension for each in asked(evaluation.choice.version).questions}
    looked = frozenset(Level(dimensions[criterion]) for criterion in criteria if criterion in dimensions)
    return looked | levels_of(evaluation)


def in_order(evaluation: Evaluation) -> tuple[tuple[Level, bool | None], ...]:
    """Every level, and whether it shows a result; None where nobody looked."""
    seen, looked = levels_of(evaluation), levels_looked_at(evaluation)
    return tuple((level, level in seen if level in looked else None) for level in Level)


def levels_with_a_result(choice: Choice, values: Mapping[str, Decimal | int | None]) -> frozenset[Level]:
    """The levels that show a result when the criteria have these scores."""
    return levels_reached(scored_outcome(choice, values).result)


def levels_reached(result: Result) -> frozenset[Level]:
    """The levels in their highest band: one of which a criterion got worse does not reach it."""
    return frozenset(Level(each.id) for each in result.dimensions if each.band == HIGH)


def scored_outcome(choice: Choice, values: Mapping[str, Decimal | int | None]) -> Outcome:
    """What these scores say, level by level: there is no total."""
    answers = {criterion: None if value is None else int(value) for criterion, value in values.items()}
    form = asked(choice.version)
    return outcome(form, [Response(answers)], source=InputSource.ESTIMATE, chosen=choice.criteria)


def latest_of(network: Network) -> ShownEvaluation | None:
    """The newest evaluation of one network."""
    return next((_shown(evaluation) for evaluation in EVALUATIONS.of(network)), None)


def of_network(network: Network) -> tuple[ShownEvaluation, ...]:
    """Evaluations of one network, newest first, each with what it said of its criteria."""
    return tuple(_shown(evaluation) for evaluation in EVALUATIONS.of(network))


def results() -> tuple[dict[int, frozenset[Level]], dict[int, frozenset[Level]]]:
    """Levels with a result and levels looked at, by network, from its latest evaluation.

    A network that was never evaluated is absent from both.
    """
    rows = Evaluation.objects.select_related("choice").prefetch_related("scored").order_by("evaluated_on", "id")
    newest = {evaluation.network_id: evaluation for evaluation in rows}
    return (
        {network: levels_of(evaluation) for network, evaluation in newest.items()},
        {network: levels_looked_at(evaluation) for network, evaluation in newest.items()},
    )


def _shown(evaluation: Evaluation) -> ShownEvaluation:
    scored = list(evaluation.scored.all())
    version = evaluation.choice.version if evaluation.choice else None
    questions = {question.id: question for question in asked(version).questions} if scored else {}
    scores = tuple(_score(row, questions[row.criterion]) for row in scored if row.criterion in questions)
    return ShownEvaluation(evaluation, in_order(evaluation), scores)


def _score(row: Scored, question: Question) -> ShownScore:
    """The nearest word of the scale: several people may have scored it together."""
    label = None if row.value is None else question.scale.labels.get(round(row.value))
    return ShownScore(question, label, row.evidence)
