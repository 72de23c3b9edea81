"""Is a role covered by the people of a service?

Two or more who are strong in it cover it; fewer do not. That there is one, or nobody, is not told apart: it would say
of one person how their test went. Our proposal, after the five roles of seed 004.
"""

from enum import StrEnum

ENOUGH = 2


class Coverage(StrEnum):
    """How a role stands in a group of people."""

    THIN = "thin"
    COVERED = "covered"


def coverage(strong_people: int) -> Coverage:
    """How a role stands with so many people who are strong in it."""
    return Coverage.COVERED if strong_people >= ENOUGH else Coverage.THIN
