"""By which words do we see what a goal is about, and for whom it is meant?"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class GoalLists:
    """Patterns by theme and by group of people. One is itself only, whatever another holds.

    A pattern is a word or some words; `*` stands for any letters of a word.
    """

    themes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


NO_LISTS = GoalLists()
