"""Does a network that somebody names exist already, under this name or another?

By its name (the same words, whatever their order, or nearly the same letters) and by its goal (`likeness`, with a theme
in common). A hint to look, never a refusal; the limits are our proposal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from regiewijzer.science.choice import Sought, existing
from regiewijzer.science.facts import Network, Register
from regiewijzer.science.likeness import stems
from regiewijzer.science.limits import Limits
from regiewijzer.science.names import compared, without_accents

NEARLY_SAME = 0.85  # of the letters of two names
HALF = 0.5  # of the words of two names
LEAST_WORDS = 2  # a goal of one word says nothing that can be compared


@dataclass(frozen=True, slots=True)
class Likely:
    """A network that may be the same. `likeness` of the goals from 0 to 1, None when one has no words."""

    network: Network
    same_name: bool
    name_alike: bool
    goal_alike: bool
    likeness: float | None

    @property
    def weight(self) -> tuple[bool, bool, bool, float]:
        return (self.same_name, self.goal_alike, self.name_alike, self.likeness or 0.0)


def is_too_short(goal: str) -> bool:
    """Whether a goal has too few words to compare."""
    return len(stems(goal)) < LEAST_WORDS


def likely(name: str, goal: str, themes: Sequence[str], register: Register, limits: Limits) -> tuple[Likely, ...]:
    """The running networks that may be this one, the likeliest first; by name where nothing else tells them apart."""
    running = register.running
    words = "" if is_too_short(goal) else goal
    sought = Sought(words, tuple(themes))
    near = {each.network.ref: each for each in existing(sought, running, limits, register.goal_lists)}
    found = []
    for network in running:
        alike = near.get(network.ref)
        said = Likely(
            network,
            same_name=bool(name) and compared(name) == compared(network.name),
            name_alike=_alike(name, network.name),
            goal_alike=bool(words and alike and alike.same_goal),
            likeness=alike.likeness if words and alike else None,
        )
        if said.same_name or said.name_alike or said.goal_alike:
            found.append(said)
    ranked = sorted(found, key=lambda each: each.network.name)
    return tuple(sorted(ranked, key=lambda each: each.weight, reverse=True))


def _alike(one: str, other: str) -> bool:
    """Names with half their telling words in common, or nearly the same letters."""
    left, right = set(stems(one)), set(stems(other))
    if left and right and len(left & right) / len(left | right) >= HALF:
        return True
    first, second = without_accents(one), without_accents(other)
    return bool(first) and SequenceMatcher(None, first, second).ratio() >= NEARLY_SAME
