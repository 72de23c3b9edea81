"""What changed between two wordings of a goal, word by word?"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\S+")


class Change(StrEnum):
    """What happened to a run of words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """Words next to each other that were all kept, all added or all removed."""

    change: Change
    words: str


def changed_words(before: str, after: str) -> tuple[Run, ...]:
    """Both wordings in one text: what went stands before what came. Spaces and line breaks do not count as words."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    runs: list[Run] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(Run(Change.KEPT, " ".join(new[j1:j2])))
            continue
        runs += [Run(Change.REMOVED, " ".join(old[i1:i2]))] if i2 > i1 else []
        runs += [Run(Change.ADDED, " ".join(new[j1:j2]))] if j2 > j1 else []
    return tuple(runs)
