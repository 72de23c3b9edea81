"""Which pitfalls does an instrument fall into, and what on the spot may explain that?

The pitfalls 'a grant that is hardly used', 'a call that only the unwanted partner answers' and 'a network that does not
reach its goal' are named in seeds 000 and 001, which also say that the explanation lies mostly in the local context.
'A stick nobody believes in': after Ayres & Braithwaite 1992, chapter 2. From which answer a pitfall is recognised is
our proposal. Context explains; it never counts.
"""

from dataclasses import dataclass
from enum import StrEnum

from regiewijzer.science.facts import Context, Evaluation, Pitfall, PowerUse, Presence
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.science.power import Proportion, proportion

LITTLE = 2  # of the four amounts: none, little, a fair amount, a lot


class Explanation(StrEnum):
    """Something in the local context that may explain why an instrument does not do what it is for."""

    NOBODY_CAN = "nobody_can"
    ONE_PARTNER = "one_partner"
    UNWILLING = "unwilling"
    NO_EXPERTISE = "no_expertise"
    NO_ACCESS = "no_access"
    IRREPLACEABLE = "irreplaceable"


@dataclass(frozen=True, slots=True)
class Recognised:
    """A pitfall with the answer (1-5) that shows it; `value` is None when somebody named the pitfall itself."""

    pitfall: Pitfall
    value: int | None = None


def recognised(evaluation: Evaluation, *, in_display_case: bool, limits: Limits = DEFAULTS) -> tuple[Recognised, ...]:
    """Every pitfall the answers show, in the order of `Pitfall`.

    Little use is no pitfall for a stick that works unused; a stick that does nothing is an empty threat.
    """
    scored = {
        Pitfall.IDLE: (evaluation.take_up, limits.poor_use),
        Pitfall.WRONG_BIDDER: (evaluation.right_actors, limits.poor_reach),
        Pitfall.TALK_ONLY: (evaluation.goal_reached, limits.goal_missed),
    }
    shown = {pitfall: value for pitfall, (value, limit) in scored.items() if value is not None and value <= limit}
    named = set(evaluation.pitfalls) | _of_unused_power(evaluation, in_display_case=in_display_case)
    if in_display_case or works_unused(evaluation, limits):
        shown.pop(Pitfall.IDLE, None)
        named.discard(Pitfall.IDLE)
    return tuple(Recognised(pitfall, shown.get(pitfall)) for pitfall in Pitfall if pitfall in named | shown.keys())


def works_unused(evaluation: Evaluation, limits: Limits = DEFAULTS) -> bool:
    """True when somebody said that the power works unused, or when the goal is reached with less than needed."""
    reading = proportion(evaluation.power_used, evaluation.power_needed, evaluation.goal_reached, limits)
    return evaluation.ever_used is PowerUse.UNUSED_WORKS or reading is Proportion.DETERRENT


def explanations(context: Context) -> tuple[Explanation, ...]:
    """What in the context may explain a disappointing answer, in the order of `Explanation`."""
    holds = {
        Explanation.NOBODY_CAN: context.partners_present is Presence.NONE,
        Explanation.ONE_PARTNER: context.partners_present is Presence.ONE,
        Explanation.UNWILLING: _little(context.willingness),
        Explanation.NO_EXPERTISE: _little(context.expertise),
        Explanation.NO_ACCESS: _little(context.access),
        Explanation.IRREPLACEABLE: context.replaceable is False,
    }
    return tuple(explanation for explanation in Explanation if holds[explanation])


def _of_unused_power(evaluation: Evaluation, *, in_display_case: bool) -> set[Pitfall]:
    if evaluation.ever_used is not PowerUse.UNUSED_IDLE:
        return set()
    return {Pitfall.EMPTY_THREAT if in_display_case else Pitfall.IDLE}


def _little(amount: int | None) -> bool:
    return amount is not None and amount <= LITTLE
