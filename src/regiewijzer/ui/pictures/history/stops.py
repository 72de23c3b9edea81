"""Which marks stand on the line of time? A shape for each kind of happening, hollow when it is still to come."""

from django.utils.translation import gettext

from regiewijzer.ui.pictures.canvas import HOLLOW, SOLID, Fill, Fragment, Paint, Shape, Stroke, shape
from regiewijzer.ui.pictures.history.rows import Happening, History, HistoryEvent, kind_words
from regiewijzer.ui.pictures.key import KeyItem

PAST = Paint(stroke=Stroke.INK, width=3)
COMING = Paint(stroke=Stroke.LINE, width=2, dash="3 6")
MARK = Paint(stroke=Stroke.INK, width=2.5)
_RADIUS = 8.0
_SHAPES = {
    Happening.EVENT: Shape.CIRCLE,
    Happening.DECISION: Shape.SQUARE,
    Happening.MEASUREMENT: Shape.DIAMOND,
    Happening.LOSS: Shape.TRIANGLE,
}
_PAINTS = {
    Happening.EVENT: SOLID,
    Happening.DECISION: Paint(Fill.ACCENT, Stroke.INK),
    Happening.MEASUREMENT: Paint(Fill.POWER_1, Stroke.INK),
    Happening.LOSS: Paint(Fill.SHORT, Stroke.INK),
}


def event_mark(event: HistoryEvent, history: History, x: float, y: float) -> Fragment:
    return shape(_SHAPES[event.kind], x, y, _RADIUS, HOLLOW if event.on > history.today else _PAINTS[event.kind])


def key_items(history: History) -> list[KeyItem]:
    """The kinds that occur, and that hollow is still to come."""
    kinds = {event.kind for event in history.events if event.on <= history.today}
    items = [_kind_item(kind) for kind in Happening if kind in kinds]
    if any(event.on > history.today for event in history.events):
        items.append(KeyItem(lambda x, y: shape(Shape.CIRCLE, x + 9, y, 7), 18, gettext("hollow: still to come")))
    return items


def _kind_item(kind: Happening) -> KeyItem:
    return KeyItem(lambda x, y: shape(_SHAPES[kind], x + 9, y, 7, _PAINTS[kind]), 18, kind_words(kind))
