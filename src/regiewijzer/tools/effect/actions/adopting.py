"""Taking over what people told in a questionnaire as what this tool keeps."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.inquiry.questionnaires.public import Gathered, Outcome, levels_reached
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import Level
from regiewijzer.tools.effect.actions.looking import choose, evaluate, tell
from regiewijzer.tools.effect.models import Choice, Evaluation, MemberSatisfaction, Scored, UserSatisfaction

CENTS = Decimal("0.01")
TOLD_IN: dict[str, type[UserSatisfaction] | type[MemberSatisfaction]] = {
    "user-satisfaction": UserSatisfaction,
    "member-satisfaction": MemberSatisfaction,
}
EFFECT = "network-effect"
ADOPTS = frozenset({EFFECT, *TOLD_IN})


@transaction.atomic
def adopt(*, gathered: Gathered, actor: Actor) -> None:
    """Keep an outcome about a network; nothing when it is about none, or says nothing."""
    key = gathered.outcome.questionnaire.key
    if gathered.network is None:
        return
    if key == EFFECT:
        _evaluation(gathered.outcome, gathered.network, actor)
    elif key in TOLD_IN:
        _satisfaction(TOLD_IN[key], gathered.outcome, gathered.network, actor)


def _evaluation(told: Outcome, network: Network, actor: Actor) -> None:
    """The criteria were chosen in the questionnaire before they were scored there, on the same day."""
    day, items = _day(told), [item for dimension in told.dimensions for item in dimension.items]
    if all(item.result.mean is None for item in items):
        return
    criteria = [item.question.id for item in items]
    choice = choose(
        choice=Choice(network=network, chosen_on=day, version=told.questionnaire.version, criteria=criteria),
        actor=actor,
    )
    reached = levels_reached(told)
    evaluation = Evaluation(
        network=network,
        choice=choice,
        evaluated_on=day,
        community=Level.COMMUNITY in reached,
        network_level=Level.NETWORK in reached,
        organisations=Level.ORGANISATIONS in reached,
    )
    scored = [Scored(criterion=item.question.id, value=_cents(item.result.mean)) for item in items]
    evaluate(evaluation=evaluation, actor=actor, scored=scored)


def _satisfaction(
    kind: type[UserSatisfaction] | type[MemberSatisfaction], told: Outcome, network: Network, actor: Actor
) -> None:
    known = {dimension.id for dimension in told.result.dimensions}
    scores = {aspect: _cents(told.score(aspect)) for aspect in kind.ASPECTS if aspect in known}
    if all(score is None for score in scores.values()):
        return
    row = kind(
        network=network,
        measured_on=_day(told),
        source=told.source.value,
        answers=told.answered,
        invited=told.invited,
        **scores,
    )
    tell(told=row, actor=actor)


def _day(told: Outcome) -> date:
    return told.held_on or timezone.localdate()


def _cents(score: float | None) -> Decimal | None:
    return None if score is None else Decimal(str(score)).quantize(CENTS)
