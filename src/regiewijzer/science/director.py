"""How does an authority steer a policy field: with a script of its own, and with power?

Four types and four components of steering: Pröpper, Litjens & Weststeijn 2004, 'Lokale regie uit macht of onmacht?'.
That 3 on the scale of 1 to 5 lies between two types is our proposal. No type is better than another, and the four
components are never added up.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from regiewijzer.science.facts import Stance
from regiewijzer.science.limits import DEFAULTS, Limits, at_least

MIDDLE = 0.5


class DirectorType(StrEnum):
    """The four ways to steer, and between them."""

    CONTROLLING = "controlling"
    IMPLEMENTING = "implementing"
    VISIONARY = "visionary"
    FACILITATING = "facilitating"
    BETWEEN = "between"


class Component(StrEnum):
    """What steering consists of."""

    OVERVIEW = "overview"
    ACCOUNTABILITY = "accountability"
    POLICY_LINES = "policy_lines"
    ORGANISING = "organising"


_TYPES: Mapping[tuple[bool, bool], DirectorType] = MappingProxyType(
    {
        (True, True): DirectorType.CONTROLLING,
        (False, True): DirectorType.IMPLEMENTING,
        (True, False): DirectorType.VISIONARY,
        (False, False): DirectorType.FACILITATING,
    }
)


def director_type(script: float | None, power: float | None) -> DirectorType | None:
    """The type of an own script and power, both from 0 to 1; None when one of them is not known.

    Raises ValueError off the scale.
    """
    for what, value in (("own script", script), ("power", power)):
        if value is not None and not 0 <= value <= 1:
            raise ValueError(f"The {what} must be from 0 to 1, not {value}.")
    if script is None or power is None:
        return None
    if MIDDLE in (script, power):
        return DirectorType.BETWEEN
    return _TYPES[script > MIDDLE, power > MIDDLE]


def components_of(stance: Stance) -> dict[Component, float | None]:
    """The four components, each from 0 to 1."""
    return {component: getattr(stance, component.value) for component in Component}


def weakest(stance: Stance, limits: Limits = DEFAULTS) -> Component | None:
    """The weak component that is the lowest of the four; None when none is weak or not all four are known.

    Of two that are equally low the first in the order of `Component`.
    """
    known = {component: value for component, value in components_of(stance).items() if value is not None}
    if len(known) < len(Component):
        return None
    lowest = min(known, key=lambda component: known[component])
    return None if at_least(known[lowest], limits.weak_component) else lowest
