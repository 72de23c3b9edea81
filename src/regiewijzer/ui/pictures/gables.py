"""Which drawing stands under the navigation? A row of stepped gables with a belfry, in one line."""

from dataclasses import dataclass
from functools import cache

from django.utils.safestring import SafeString

from regiewijzer.ui.pictures.canvas import Paint, number, ornament, path

_GROUND = 150.0
_STEP = 7.0
_TWO_FLOORS = 44.0  # height of the walls from which a house has two rows of windows
_BELFRY = (
    "M76 150V40h4v-6h32v6h4V150M80 34V22h32v12M82 22L96 -14L110 22M96 -14v-12M92 -20h8"
    "M89 98v-16a7 7 0 0 1 14 0v16zM76 72h40M76 106h40M89 134v-16a7 7 0 0 1 14 0v16z"
    "M106 52a10 10 0 1 1 -20 0a10 10 0 1 1 20 0zM96 46v6l4 3"
)


@dataclass(frozen=True, slots=True)
class _House:
    """Left edge, width and height of the walls; steps on each side of the gable."""

    x: float
    width: float
    height: float
    steps: int = 3


_HOUSES = (_House(-14, 46, 52), _House(32, 38, 40), _House(122, 44, 56, 4), _House(166, 36, 38), _House(202, 46, 50))


@cache
def gables() -> SafeString:
    """The drawing; its line takes colour and weight from the class `gables`."""
    lines = "".join(map(_outline, _HOUSES)) + "".join(map(_windows, _HOUSES))
    return ornament("gables", "0 -30 232 180", None, None, path(lines + _BELFRY + "M-5 150H240", Paint()))


def _outline(house: _House) -> str:
    tread = number(house.width / (2 * house.steps + 1))
    up, down = f"h{tread}v{-_STEP:g}" * house.steps, f"v{_STEP:g}h{tread}" * house.steps
    return f"M{house.x:g} {_GROUND:g}V{_GROUND - house.height:g}{up}h{tread}{down}V{_GROUND:g}"


def _windows(house: _House) -> str:
    """Two round-headed windows on each floor."""
    floors = 2 if house.height > _TWO_FLOORS else 1
    middles = (house.x + house.width * part for part in (1 / 3, 2 / 3))
    feet = [_GROUND - house.height + 21 + floor * 24 for floor in range(floors)]
    return "".join(_window(x, y, house.width * 0.15) for x in middles for y in feet)


def _window(x: float, foot: float, width: float) -> str:
    half, whole = number(width / 2), number(width)
    return f"M{number(x - width / 2)} {foot:g}v-10a{half} {half} 0 0 1 {whole} 0v10z"
