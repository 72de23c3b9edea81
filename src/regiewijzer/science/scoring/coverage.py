"""Is a role covered by the people of a service?

Nobody strong in it is a gap, one is fragile, two or more is covered: our proposal, after the five roles of seed 004.
"""

from collections.abc import Iterable
from enum import StrEnum

ENOUGH = 2


class Coverage(StrEnum):
    """How a role stands in a group of people."""

    GAP = "gap"
    FRAGILE = "fragile"
    COVERED = "covered"


def coverage(strong_people: int) -> Coverage:
    """How a role stands with so many people who are strong in it."""
    if strong_people >= ENOUGH:
        return Coverage.COVERED
    return Coverage.FRAGILE if strong_people else Coverage.GAP


def covered(roles: Iterable[str], strong: Iterable[frozenset[str]]) -> dict[str, Coverage]:
    """Role -> how it stands, given the roles in which each person is strong."""
    people = list(strong)
    return {role: coverage(sum(role in each for each in people)) for role in roles}
