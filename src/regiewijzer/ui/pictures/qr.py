"""How is an address drawn for a camera? As a QR code with its quiet zone; the style sheet keeps it dark on white."""

from functools import lru_cache
from itertools import groupby

import segno
from django.utils.safestring import SafeString

from regiewijzer.ui.pictures.canvas import Fill, Fragment, Paint, join, ornament, path

QUIET = 4  # modules of white around it
MOST_KEPT = 64  # a screen asks the same one at every step
_WHITE, _DARK = Paint(Fill.PAPER), Paint(Fill.INK)


@lru_cache(MOST_KEPT)
def qr(address: str) -> SafeString:
    """The code for an address. The address must stand beside it in letters: a reader skips the drawing."""
    rows = [bytes(row) for row in segno.make(address, error="m", micro=False).matrix]
    side = len(rows) + 2 * QUIET
    return ornament(
        "qr", f"0 0 {side} {side}", None, None, path(f"M0 0h{side}v{side}h-{side}Z", _WHITE), _modules(rows)
    )


def _modules(rows: list[bytes]) -> Fragment:
    runs = (run for y, row in enumerate(rows) for run in _dark(row, y))
    return join(path("".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in runs), _DARK))


def _dark(row: bytes, y: int) -> list[tuple[int, int, int]]:
    """Each stretch of dark modules of one row: where it begins, and how long it is."""
    found, x = [], QUIET
    for dark, cells in groupby(row):
        length = len(list(cells))
        if dark:
            found.append((x, y + QUIET, length))
        x += length
    return found
