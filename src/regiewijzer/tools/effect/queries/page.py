"""Everything the page of the effect of one network shows, and what its dossier and its report tell of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from regiewijzer.inquiry.questionnaires.public import Question
from regiewijzer.library.finding_text import FindingText, RuleText
from regiewijzer.library.texts import Text
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import FACTS, RowsOfNetworks, fact_of, read_together
from regiewijzer.science import facts
from regiewijzer.science.effect import Misfit, age_in_months, two_year_mark
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import effect as rules
from regiewijzer.science.rules.vocabulary import Rule
from regiewijzer.tools.effect import display
from regiewijzer.tools.effect.models import Choice, Conclusion
from regiewijzer.tools.effect.queries import criteria, evaluations, satisfaction
from regiewijzer.tools.effect.queries.evaluations import ShownEvaluation, ShownScore
from regiewijzer.ui.pictures.picture import Picture

RULES = (Rule.TWO_YEARS_NO_RESULT, Rule.SATISFACTION_DIP, Rule.MEMBERS_LEAVING, Rule.CRITERION_MISFIT)

CONCLUSIONS = RowsOfNetworks(
    "effect_concluded",
    lambda: Conclusion.objects.select_related("concluded_by__user", "merged_with", "decision"),
)
ROWS = (criteria.CHOICES, evaluations.EVALUATIONS, CONCLUSIONS)


@dataclass(frozen=True, slots=True)
class ShownCriterion:
    """A criterion that holds: why it fits badly if it does, whether it was kept for a reason, and its latest score."""

    question: Question
    misfit: Misfit | None
    kept: bool
    latest: ShownScore | None


@dataclass(frozen=True, slots=True)
class ShownLevel:
    """One of the three levels with the criteria chosen on it."""

    level: facts.Level
    text: Text
    result: bool | None
    criteria: tuple[ShownCriterion, ...]


@dataclass(frozen=True, slots=True)
class NetworkEffect:
    """What is known of the effect of one network. `mark` is the day its two years are over; None without a start."""

    network: facts.Network
    months: int | None
    mark: date | None
    past_mark: bool
    life: Picture | None
    levels: tuple[ShownLevel, ...]
    choice: Choice | None
    evaluations: tuple[ShownEvaluation, ...]
    users: Picture | None
    members: Picture | None
    conclusions: tuple[Conclusion, ...]
    findings: tuple[FindingText, ...]
    rules: tuple[RuleText, ...]

    @property
    def latest(self) -> ShownEvaluation | None:
        return self.evaluations[0] if self.evaluations else None

    @property
    def reached(self) -> int:
        """How many levels show a result."""
        return len(self.network.results)


def effect_of(network: Network, limits: Limits, known: facts.Network | None = None) -> NetworkEffect:
    """The whole page, in a fixed number of queries; fewer when the network is already `known` with what it yields."""
    today = timezone.localdate()
    read_together([network], (*ROWS, *(() if known else FACTS)))
    choices, shown = criteria.choices_of(network), evaluations.of_network(network)
    if known is None:
        known = _known(network, choices, shown, today)
    mark = two_year_mark(known.started, limits) if known.started else None
    return NetworkEffect(
        network=known,
        months=age_in_months(known.started, today) if known.started and known.started <= today else None,
        mark=mark,
        past_mark=mark is not None and mark <= today,
        life=display.life_of(known, today, limits),
        levels=_levels(known, choices, shown, today),
        choice=choices[0] if choices else None,
        evaluations=shown,
        users=display.users_course(known, limits),
        members=display.members_course(known, limits),
        conclusions=tuple(conclusions_of(network)),
        findings=tuple(FindingText.of(each, limits) for each in rules.of_network(known, today, limits)),
        rules=tuple(RuleText(rule, limits) for rule in RULES),
    )


def conclusions_of(network: Network) -> list[Conclusion]:
    """What was concluded about a network, newest first."""
    return CONCLUSIONS.of(network)


def network_facts(network: Network) -> facts.Network:
    """The network as the rules on effect see it today."""
    base = fact_of(network)
    results, looked = evaluations.results()
    nothing: frozenset[facts.Level] = frozenset()
    return replace(base, results=results.get(network.pk, nothing), results_known=looked.get(network.pk, nothing))


def _known(network: Network, choices: list[Choice], shown: tuple[ShownEvaluation, ...], today: date) -> facts.Network:
    users, members = satisfaction.of_users(network), satisfaction.of_members(network)
    return replace(
        fact_of(network),
        results=evaluations.levels_of(shown[0].evaluation) if shown else frozenset(),
        results_known=evaluations.levels_looked_at(shown[0].evaluation) if shown else frozenset(),
        criteria=tuple(criteria.of_choice(choices[0])) if choices else (),
        users=tuple(satisfaction.to_fact(each) for each in reversed(users)),
        member_satisfaction=tuple(satisfaction.to_fact(each) for each in reversed(members)),
    )


def _levels(
    known: facts.Network, choices: list[Choice], shown: tuple[ShownEvaluation, ...], today: date
) -> tuple[ShownLevel, ...]:
    choice, around = choices[0] if choices else None, criteria.around(known, today)
    form = criteria.asked(choice.version if choice else None)
    chosen = criteria.chosen_in(choice) if choice else ()
    kept, latest = set(choice.kept) if choice else set(), _latest_scores(shown)
    return tuple(
        ShownLevel(
            level=facts.Level(dimension.id),
            text=dimension.text,
            result=(dimension.id in known.results) if dimension.id in known.results_known else None,
            criteria=tuple(
                ShownCriterion(each, criteria.why_not(each, around, form), each.id in kept, latest.get(each.id))
                for each in chosen
                if each.item.dimension == dimension.id
            ),
        )
        for dimension in form.dimensions
    )


def _latest_scores(shown: tuple[ShownEvaluation, ...]) -> Mapping[str, ShownScore]:
    return {score.question.id: score for evaluation in reversed(shown) for score in evaluation.scores}
