"""Keeping criteria that were chosen and scored in a questionnaire."""

from decimal import Decimal

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.register.measurements.actions import CENTS
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.tools.effect.actions.looking import choose, evaluate
from regiewijzer.tools.effect.models import Choice, Evaluation, Scored
from regiewijzer.tools.effect.queries.evaluations import COLUMNS, levels_reached


@transaction.atomic
def import_evaluation(*, inquiry: CompletedInquiry, actor: Actor) -> None:
    """Keep what was scored as an evaluation; nothing when it is about no network, or nobody scored anything.

    The criteria were chosen in the questionnaire before they were scored there, on the same day.
    """
    means = {criterion: inquiry.mean(criterion) for criterion in inquiry.asked}
    if inquiry.network is None or all(mean is None for mean in means.values()):
        return
    about = {"network": inquiry.network}
    choice = choose(
        choice=Choice(chosen_on=inquiry.day, version=inquiry.version, criteria=list(means), **about), actor=actor
    )
    reached = levels_reached(inquiry.result)
    levels = {column: level in reached for level, column in COLUMNS.items()}
    scored = [Scored(criterion=criterion, value=_cents(mean)) for criterion, mean in means.items()]
    evaluation = Evaluation(choice=choice, evaluated_on=inquiry.day, **levels, **about)
    evaluate(evaluation=evaluation, actor=actor, scored=scored)


def _cents(mean: float | None) -> Decimal | None:
    return None if mean is None else Decimal(str(mean)).quantize(CENTS)
