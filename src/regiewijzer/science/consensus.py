"""How far do answers on a scale agree?

Tastle & Wierman 2007, "Consensus and dissention: a measure of ordinal dispersion", definition of Cns. The limit under
which a group counts as split is our proposal.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from math import fsum, log2

from regiewijzer.science.limits import DEFAULTS, Limits, at_least

ONE_MIND = 0.8  # from here on a group is told to be of one mind; our proposal


class Agreement(StrEnum):
    """How far a group agrees, in a word."""

    DIVIDED = "divided"
    MIXED = "mixed"
    ONE_MIND = "one_mind"


def mean(answers: Sequence[float]) -> float:
    """Mean of the answers, on their own scale. Raises ValueError without answers."""
    _refuse_empty(answers)
    return sum(answers) / len(answers)


def consensus(answers: Sequence[float], *, lowest: int = 1, highest: int = 5) -> float:
    """Agreement of the answers: 1 when all are the same, 0 when half stand at either end of the scale.

    `Cns = 1 + sum p log2(1 - |x - mean| / (highest - lowest))`. Raises ValueError without answers, for an answer off
    the scale, and for a scale without width.
    """
    _refuse_empty(answers)
    _check_scale(answers, lowest, highest)
    centre, width, total = mean(answers), highest - lowest, len(answers)
    counts = sorted(Counter(answers).items())
    agreement = 1 + fsum(count / total * log2(1 - abs(answer - centre) / width) for answer, count in counts)
    return min(1.0, max(0.0, agreement))


def is_split(answers: Sequence[int], limits: Limits = DEFAULTS, *, lowest: int = 1, highest: int = 5) -> bool:
    """True when enough people answered and they agree too little, so that the mean hides two groups."""
    return falls_apart(consensus(answers, lowest=lowest, highest=highest), len(answers), limits)


def falls_apart(agreement: float | None, answers: int | None, limits: Limits = DEFAULTS) -> bool:
    """The same for a group of which only the agreement and the number of answers were kept."""
    if agreement is None or (answers or 0) < limits.split_answers:
        return False
    return not at_least(agreement, limits.split_consensus)


def in_a_word(agreed: float, answered: int, limits: Limits = DEFAULTS) -> Agreement:
    """A measure of agreement from 0 to 1 as a word. Too few answers to call divided are mixed."""
    if at_least(agreed, ONE_MIND):
        return Agreement.ONE_MIND
    return Agreement.DIVIDED if falls_apart(agreed, answered, limits) else Agreement.MIXED


def firsts(counts: Mapping[str, int]) -> tuple[str, ...]:
    """What was answered most, in their order; several when they tie, none when nobody answered."""
    highest = max(counts.values(), default=0)
    return tuple(key for key, count in counts.items() if highest and count == highest)


def leading(counts: Mapping[str, int], agreed: float | None, limits: Limits = DEFAULTS) -> str | None:
    """What a group chose; None when nobody answered, several tie for the first place, or it falls apart."""
    first = firsts(counts)
    return first[0] if len(first) == 1 and not falls_apart(agreed, sum(counts.values()), limits) else None


def _refuse_empty(answers: Sequence[float]) -> None:
    if not answers:
        raise ValueError("Without answers there is no mean and no consensus.")


def _check_scale(answers: Sequence[float], lowest: int, highest: int) -> None:
    if highest <= lowest:
        raise ValueError(f"A scale must run up, not from {lowest} to {highest}.")
    off = sorted({answer for answer in answers if not lowest <= answer <= highest})
    if off:
        raise ValueError(f"Answers must be from {lowest} to {highest}, not {', '.join(map(str, off))}.")
