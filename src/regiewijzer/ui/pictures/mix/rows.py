"""What does the matrix of a mix show? Instruments, and what one does to another."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext


class Acting(StrEnum):
    """What one instrument does to another."""

    REINFORCES = "reinforces"
    WEAKENS = "weakens"
    NEEDS = "needs"
    REPLACES = "replaces"

    @property
    def words(self) -> str:
        return {
            Acting.REINFORCES: gettext("reinforces"),
            Acting.WEAKENS: gettext("weakens"),
            Acting.NEEDS: gettext("needs"),
            Acting.REPLACES: gettext("replaces"),
        }[self]


@dataclass(frozen=True, slots=True)
class Action:
    """Instrument number `acting` does something to number `on`; both count from 0. `why` is told in the table."""

    acting: int
    on: int
    kind: Acting
    why: str = ""


@dataclass(frozen=True, slots=True)
class Mix:
    """`names` from little to much power; `hrefs` make a name a link, one for each or none at all."""

    names: tuple[str, ...]
    actions: tuple[Action, ...]
    hrefs: tuple[str, ...] = ()

    def href(self, number: int) -> str:
        return self.hrefs[number] if self.hrefs else ""

    @property
    def kinds(self) -> tuple[Acting, ...]:
        """What occurs, in the order of `Acting`."""
        found = {action.kind for action in self.actions}
        return tuple(kind for kind in Acting if kind in found)
