"""Is a network our own, or was it imposed? A circle for our own, a square for a mandated one."""

from django.utils.translation import gettext

from regiewijzer.ui.pictures.canvas import HOLLOW, Fill, Fragment, Paint, Shape, Stroke, shape
from regiewijzer.ui.pictures.key import KeyItem

_MANDATED = Paint(Fill.DEEP, Stroke.INK)


def network_mark(x: float, y: float, r: float, *, mandated: bool) -> Fragment:
    return shape(Shape.SQUARE, x, y, r, _MANDATED) if mandated else shape(Shape.CIRCLE, x, y, r, HOLLOW)


def own_item() -> KeyItem:
    return KeyItem(lambda x, y: network_mark(x + 9, y, 8, mandated=False), 18, gettext("own network"))


def mandated_item() -> KeyItem:
    return KeyItem(lambda x, y: network_mark(x + 9, y, 8, mandated=True), 18, gettext("mandated network"))


def origin_words(*, mandated: bool) -> str:
    return gettext("mandated") if mandated else gettext("own")
