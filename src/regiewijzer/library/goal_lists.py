"""Which words of a goal speak of the same thing? The lists of `goal_words.yaml`, for the likeness of goals."""

from collections.abc import Mapping
from functools import cache

from regiewijzer.library.located import Entry, open_own
from regiewijzer.library.reading import CONTENT
from regiewijzer.science.facts import GoalLists


@cache
def goal_lists() -> GoalLists:
    """The lists, read once."""
    whole = open_own(CONTENT / "goal_words.yaml")
    found = GoalLists(_lists(whole, "themes"), _lists(whole, "people"))
    whole.nothing_else()
    return found


def _lists(whole: Entry, field: str) -> Mapping[str, tuple[str, ...]]:
    lists = whole.entry(field, required=True)
    assert lists is not None
    return {name: lists.words(name, required=True) for name in lists.fields()}
