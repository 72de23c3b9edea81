"""Who takes which of the five roles in a network (after Voets), and how do the roles stand over a service?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

OVERLOADED = 4  # roles of one person in one network from which that is too many: our proposal, after Voets


class NetworkRole(StrEnum):
    """The five roles a network needs."""

    OPERATOR = "operator"
    PROMOTER = "promoter"
    GUARDIAN = "guardian"
    THINKER = "thinker"
    CHAMPION = "champion"


@dataclass(frozen=True, slots=True)
class RoleTask:
    """Somebody takes a role. `who` tells namesakes apart."""

    role: NetworkRole
    who: str
    name: str


@dataclass(frozen=True, slots=True)
class ServiceRoles:
    """Of so many tests, in which roles fewer than two people are strong. Never more than that is known here."""

    people: int
    thin: tuple[NetworkRole, ...]


def overloaded(tasks: Iterable[RoleTask]) -> tuple[tuple[str, int], ...]:
    """Who takes four roles or more in one network, and how many."""
    counts = Counter((task.who, task.name) for task in dict.fromkeys(tasks))
    return tuple((name, count) for (_who, name), count in counts.most_common() if count >= OVERLOADED)
