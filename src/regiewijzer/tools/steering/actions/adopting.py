"""Taking over what people told in a questionnaire: an evaluation of an instrument, or a stance of the authority.

Several people may have answered. A score is then their mean, brought to the nearest whole for an evaluation; a choice
holds when more than half of those who knew gave it. Both are our proposal.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.inquiry.questionnaires.public import MEASURES, Gathered, Outcome, Sitting, Way, measured
from regiewijzer.science.facts import Pitfall
from regiewijzer.tools.steering.actions.evaluating import evaluate, take_stance
from regiewijzer.tools.steering.models import Evaluation, Stance

EVALUATION, STANCE = "instrument-evaluation", "director-type"
ADOPTED = frozenset({EVALUATION, STANCE})
YES = "yes"
CHOICES = {
    "ever_used": "power.ever_used",
    "partners_present": "context.partners_present",
    "replaceable": "context.replaceable",
}
AMOUNTS = {name: f"context.{name}" for name in ("willingness", "expertise", "access")}
HUNDREDTH = Decimal("0.01")


@transaction.atomic
def adopt(*, gathered: Gathered, actor: Actor) -> None:
    """Record what was told as an evaluation or a stance; nothing when nobody knew anything.

    KeyError for a questionnaire this tool does not take over.
    """
    key = gathered.outcome.questionnaire.key
    if key == EVALUATION and gathered.instrument is not None:
        _adopt_evaluation(gathered, actor)
    elif key == STANCE:
        _adopt_stance(gathered, actor)
    elif key not in ADOPTED:
        raise KeyError(f"Steering does not take over {key!r}.")


def _adopt_evaluation(gathered: Gathered, actor: Actor) -> None:
    told = gathered.outcome
    scores = {name: _whole(score) for name, score in measured(told).items()}
    if all(score is None for score in scores.values()):
        return
    evaluation = Evaluation(
        instrument=gathered.instrument,
        evaluated_on=_day(told),
        pitfalls=[pitfall.value for pitfall in Pitfall if _most_said(told, f"pitfalls.{pitfall}") == YES],
        seen=_seen(gathered, MEASURES[EVALUATION]),
        **scores,
        **{name: _most_said(told, item) for name, item in CHOICES.items()},
        **{name: _whole(_mean(told, item)) for name, item in AMOUNTS.items()},
        **_who(told),
    )
    evaluate(evaluation=evaluation, actor=actor)


def _adopt_stance(gathered: Gathered, actor: Actor) -> None:
    told = gathered.outcome
    names = (*Stance.SIDES, *Stance.COMPONENTS)
    scores = {name: _hundredths(told.score(name)) for name in names}
    if all(score is None for score in scores.values()):
        return
    seen = _seen(gathered, {name: name for name in names})
    stance = Stance(policy_field="", measured_on=_day(told), seen=seen, **scores, **_who(told))
    take_stance(stance=stance, actor=actor)


def _day(told: Outcome) -> date:
    return told.held_on or timezone.localdate()


def _who(told: Outcome) -> dict[str, object]:
    return {"source": told.source.value, "answers": told.answered, "invited": told.invited}


def _whole(score: float | None) -> int | None:
    return None if score is None else int(score + 0.5)


def _hundredths(score: float | None) -> Decimal | None:
    return None if score is None else Decimal(str(score)).quantize(HUNDREDTH)


def _mean(told: Outcome, item: str) -> float | None:
    """The mean answer to a question; None when it was not asked."""
    return next((each.mean for each in told.result.items if each.id == item), None)


def _most_said(told: Outcome, item: str) -> str:
    """What more than half of those who knew chose; empty when nothing was."""
    found = next((each for each in told.result.items if each.id == item), None)
    if found is None:
        return ""
    return next((str(value) for value, count in found.counts if 2 * count > found.answered), "")


def _seen(gathered: Gathered, asked: Mapping[str, str]) -> dict[str, str]:
    """The evidence of a form, by the name of the answer; a survey or a workshop asks for none."""
    if gathered.way not in (Way.ALONE, Way.TOGETHER):
        return {}
    sitting = Sitting.objects.filter(pk=gathered.key).first()
    evidence: dict[str, str] = sitting.evidence if sitting else {}
    found = {
        name: " ".join(
            text for item, text in evidence.items() if text and (item == question or item.startswith(f"{question}."))
        )
        for name, question in asked.items()
    }
    return {name: text for name, text in found.items() if text}
