"""Pairs of networks on two axes, with the names of who sits in both."""

from collections.abc import Callable
from dataclasses import dataclass

from regiewijzer.library import sentences
from regiewijzer.overview.facts.queries import Snapshot
from regiewijzer.science.facts import AUTHORITY, Ref
from regiewijzer.science.finding import Ground
from regiewijzer.science.limits import Limits, at_least
from regiewijzer.science.overlap import Pair
from regiewijzer.science.rules.overlap import chance

SORTINGS: dict[str, Callable[[Pair], float]] = {
    "shared": lambda pair: pair.shared,
    "containment": lambda pair: pair.containment,
    "jaccard": lambda pair: pair.jaccard,
    "goal": lambda pair: pair.goal_likeness if pair.goal_likeness is not None else -1.0,
}


@dataclass(frozen=True, slots=True)
class ShownPair:
    """One pair as the screen shows it."""

    pair: Pair
    partners: tuple[str, ...]
    same_goal: bool | None  # None: a goal has no words
    same_theme: bool
    crosses: bool  # one is mandated, the other is not
    chance: Ground  # whether sharing this much stands out

    @property
    def percent_of_smaller(self) -> int:
        return round(100 * self.pair.containment)

    @property
    def percent_of_both(self) -> int:
        return round(100 * self.pair.jaccard)

    @property
    def chance_in_words(self) -> str:
        return sentences.ground(self.chance).plain


def shown_pairs(known: Snapshot, limits: Limits, *, sort: str = "containment", only: str = "") -> list[ShownPair]:
    """Pairs for the screen. `only` keeps crossing (mandated and local), goal (same goal too), or everything."""
    names: dict[Ref, str] = {organisation.ref: organisation.name for organisation in known.register.organisations}
    names[AUTHORITY] = known.register.authority_name
    found = [_shown(pair, names, limits) for pair in known.pairs]
    if only == "crossing":
        found = [pair for pair in found if pair.crosses]
    if only == "goal":
        found = [pair for pair in found if pair.same_goal]
    key = SORTINGS.get(sort, SORTINGS["containment"])
    return sorted(found, key=lambda shown: (-key(shown.pair), -shown.pair.shared, shown.pair.first.name))


def _shown(pair: Pair, names: dict[Ref, str], limits: Limits) -> ShownPair:
    likeness = pair.goal_likeness
    return ShownPair(
        pair=pair,
        partners=tuple(sorted(names.get(ref, "") for ref in pair.share)),
        same_goal=None if likeness is None else at_least(likeness, limits.goal_likeness),
        same_theme=bool(set(pair.first.themes) & set(pair.second.themes)),
        crosses=pair.first.mandated != pair.second.mandated,
        chance=chance(pair.q, limits),
    )
