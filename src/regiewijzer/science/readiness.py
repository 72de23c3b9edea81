"""Is the authority itself ready to steer, and do its layers see it alike?

Louweret (seed 003) asks eight questions and wants a wholehearted yes to each. Asking them of board, management and
staff apart, the scale of no, partly and yes (0, 1, 2), the thirds of it, and from which difference on we call it a gap,
are our proposal. Of a group we never ask that everybody says yes: with many people somebody always doubts. There is no
total over conditions: the difference between the layers is the finding.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from regiewijzer.science.facts import Attitude, Layer, LayerMeasurement
from regiewijzer.science.limits import at_least

PARTLY_FROM, YES_FROM = 2 / 3, 4 / 3  # thirds of the scale of 0 to 2: nearest to no, to partly, to yes
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


def absent(layers: Sequence[LayerMeasurement]) -> tuple[Attitude, ...]:
    """The conditions to which every layer that answered is nearest to no; nothing about one that nobody answered."""
    return tuple(attitude for attitude in Attitude if _is_absent(seen_by(layers, attitude)))


def everywhere(layers: Sequence[LayerMeasurement], attitude: Attitude) -> bool:
    """True when every layer that was asked answered, and is nearest to yes."""
    values = seen_by(layers, attitude)
    return len(values) == len(layers) > 0 and at_least(min(values.values()), YES_FROM)


def _is_absent(values: Mapping[Layer, float]) -> bool:
    return bool(values) and not at_least(max(values.values()), PARTLY_FROM)


def _gap(layers: Sequence[LayerMeasurement], attitude: Attitude) -> Iterator[Gap]:
    values = seen_by(layers, attitude)
    if len(values) < 2:  # one layer cannot differ from itself
        return
    most, least = max(values, key=lambda layer: values[layer]), min(values, key=lambda layer: values[layer])
    if at_least(values[most] - values[least], GAP):
        yield Gap(attitude, most, least, values[most], values[least])
