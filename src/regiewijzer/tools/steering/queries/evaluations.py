"""Reading evaluations of an instrument: each by itself, and one instrument over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.measurements.queries import facts_by_subject, from_old_to_new
from regiewijzer.science import facts
from regiewijzer.science.facts import InstrumentStatus
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.science.pitfalls import Explanation, Recognised, explanations, recognised
from regiewijzer.science.power import Proportion, proportion
from regiewijzer.tools.steering.models import Evaluation

YES = "yes"


def to_fact(evaluation: Evaluation) -> facts.Evaluation:
    """A stored evaluation as the rules take it."""
    return facts.Evaluation(
        **evaluation.provenance(),
        power_used=evaluation.power_used,
        power_needed=evaluation.power_needed,
        goal_reached=evaluation.goal_reached,
        take_up=evaluation.take_up,
        right_actors=evaluation.right_actors,
        relation=evaluation.relation,
        effort=evaluation.effort,
        fit=evaluation.fit,
        partners_worse=evaluation.partners_worse,
        partners_total=evaluation.partners_total,
        ever_used=facts.PowerUse(evaluation.ever_used) if evaluation.ever_used else None,
        pitfalls=frozenset(facts.Pitfall(code) for code in evaluation.pitfalls),
        context=_context(evaluation),
    )


def _context(evaluation: Evaluation) -> facts.Context:
    present, replaceable = evaluation.partners_present, evaluation.replaceable
    return facts.Context(
        partners_present=facts.Presence(present) if present else None,
        willingness=evaluation.willingness,
        expertise=evaluation.expertise,
        access=evaluation.access,
        replaceable=replaceable == YES if replaceable else None,
    )


def evaluations_by_instrument() -> dict[int, tuple[facts.Evaluation, ...]]:
    """Evaluations by instrument, from old to new."""
    return facts_by_subject(Evaluation.objects.all(), to_fact)


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of an evaluation. `before` is the last earlier answer to the same question; `seen` the evidence."""

    name: str
    value: int | None
    before: int | None = None
    before_on: date | None = None
    seen: str = ""

    @property
    def change(self) -> int:
        """By how much the answer rose, or fell below nought; nought without an earlier answer."""
        return 0 if self.value is None or self.before is None else self.value - self.before


@dataclass(frozen=True, slots=True)
class ShownEvaluation:
    """An evaluation with its reading: was the power in proportion, which pitfalls show, what may explain them?"""

    evaluation: Evaluation
    proportion: Proportion
    pitfalls: tuple[Recognised, ...]
    explanations: tuple[Explanation, ...]
    answers: tuple[Answered, ...]

    @property
    def disappoints(self) -> bool:
        """Whether there is something for the context to explain."""
        return bool(self.pitfalls) or self.proportion in (Proportion.TOO_STRONG, Proportion.TOO_WEAK)

    @property
    def answered(self) -> list[Answered]:
        return [answer for answer in self.answers if answer.value is not None]


def shown_evaluations(instrument: Instrument, limits: Limits = DEFAULTS) -> list[ShownEvaluation]:
    """Evaluations of one instrument, newest first, each beside the answers this same instrument got before."""
    rows = Evaluation.objects.filter(instrument=instrument).select_related("measured_by__user")
    found = list(from_old_to_new(rows))
    shown = [_shown(each, found[:place], instrument, limits) for place, each in enumerate(found)]
    return shown[::-1]


def _shown(
    evaluation: Evaluation, earlier: Sequence[Evaluation], instrument: Instrument, limits: Limits
) -> ShownEvaluation:
    fact = to_fact(evaluation)
    in_display_case = instrument.status == InstrumentStatus.DISPLAY_CASE
    return ShownEvaluation(
        evaluation=evaluation,
        proportion=proportion(fact.power_used, fact.power_needed, fact.goal_reached, limits),
        pitfalls=recognised(fact, in_display_case=in_display_case, limits=limits),
        explanations=explanations(fact.context),
        answers=tuple(_answered(name, evaluation, earlier) for name in Evaluation.SCORES),
    )


def _answered(name: str, evaluation: Evaluation, earlier: Sequence[Evaluation]) -> Answered:
    scored = [each for each in earlier if getattr(each, name) is not None]
    before = scored[-1] if scored else None
    return Answered(
        name=name,
        value=getattr(evaluation, name),
        before=getattr(before, name) if before else None,
        before_on=before.measured_on if before else None,
        seen=evaluation.seen.get(name, ""),
    )
