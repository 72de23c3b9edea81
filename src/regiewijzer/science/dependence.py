"""How much does an authority depend on a partner in this phase, and where does that place it in the arena?

Arena analysis after L'Enfant 2009, as the VVSG adapted it: importance and replaceability 1-4, high from 3. What is
important and hard to replace makes for a great dependence. In the scores a high replaceability means easy to replace.
"""

from dataclasses import dataclass
from enum import StrEnum

LOWEST, HIGHEST, HIGH = 1, 4, 3


class Dependence(StrEnum):
    """How much hangs on one partner."""

    GREAT = "great"
    LIMITED = "limited"
    ALMOST_NONE = "almost_none"


@dataclass(frozen=True, slots=True)
class Standing:
    """A partner's place. `rank`: 4 core, 3 complementary, 2 context, 1 not relevant in this phase."""

    dependence: Dependence
    rank: int


def standing(importance: int, replaceability: int) -> Standing:
    """The rule on two scores of 1-4, `replaceability` 4 for the easiest to replace. ValueError outside the scale."""
    for score in (importance, replaceability):
        if not LOWEST <= score <= HIGHEST:
            raise ValueError(f"A score is {LOWEST} to {HIGHEST}, not {score}.")
    important, easy = importance >= HIGH, replaceability >= HIGH
    if important and not easy:
        return Standing(Dependence.GREAT, 4)
    if important:
        return Standing(Dependence.LIMITED, 3)
    if not easy:
        return Standing(Dependence.LIMITED, 2)
    return Standing(Dependence.ALMOST_NONE, 1)
