"""Is the authority itself ready to steer, and do its layers see it alike?

Louweret (seed 003) asks eight questions and wants a wholehearted yes to each. Asking them of board, management and
staff apart, the scale of no, partly and yes (0, 1, 2), and from which difference on we call it a gap, are our proposal.
There is no total: the difference between the layers is the finding.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regiewijzer.science.facts import Attitude, Layer, LayerMeasurement
from regiewijzer.science.limits import at_least

WHOLEHEARTED = 2.0
GAP = 1.0


@dataclass(frozen=True, slots=True)
class Gap:
    """Two layers that look differently at one condition: the one that sees it most, and the one that sees it least."""

    attitude: Attitude
    most: Layer
    least: Layer
    highest: float
    lowest: float


def seen_by(layers: Sequence[LayerMeasurement], attitude: Attitude) -> dict[Layer, float]:
    """What each layer that answered says of one condition, from 0 (no) to 2 (yes)."""
    return {each.layer: value for each in layers if (value := each.values.get(attitude)) is not None}


def gaps(layers: Sequence[LayerMeasurement]) -> tuple[Gap, ...]:
    """The conditions at which two layers differ by a point or more, the widest gap first."""
    found = [gap for attitude in Attitude for gap in _gap(layers, attitude)]
    return tuple(sorted(found, key=lambda gap: gap.lowest - gap.highest))


def missing(layers: Sequence[LayerMeasurement]) -> tuple[Attitude, ...]:
    """The conditions to which not every layer that was asked says a wholehearted yes; one nobody answered is missing.

    Nothing when no layer was asked.
    """
    if not layers:
        return ()
    return tuple(attitude for attitude in Attitude if not _wholehearted(layers, attitude))


def _wholehearted(layers: Sequence[LayerMeasurement], attitude: Attitude) -> bool:
    values = seen_by(layers, attitude)
    return bool(values) and min(values.values()) >= WHOLEHEARTED


def _gap(layers: Sequence[LayerMeasurement], attitude: Attitude) -> Iterator[Gap]:
    values = seen_by(layers, attitude)
    if len(values) < 2:  # one layer cannot differ from itself
        return
    most, least = max(values, key=lambda layer: values[layer]), min(values, key=lambda layer: values[layer])
    if at_least(values[most] - values[least], GAP):
        yield Gap(attitude, most, least, values[most], values[least])
