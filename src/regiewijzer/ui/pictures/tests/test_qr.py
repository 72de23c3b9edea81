import re

import segno

from regiewijzer.ui.pictures.qr import QUIET, qr

ADDRESS = "https://regie.vliermonde.example/meedoen/8a1f0f1e-6d0c-4d1a-9b52-0f6f6a2f1c11/"


def _modules(svg: str) -> set[tuple[int, int]]:
    """The dark modules of a drawing, without its quiet zone."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1", svg)
    return {(int(x) + step - QUIET, int(y) - QUIET) for x, y, length in runs for step in range(int(length))}


def test_the_drawing_is_the_code_of_the_address() -> None:
    matrix = segno.make(ADDRESS, error="m", micro=False).matrix
    dark = {(x, y) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}

    assert _modules(qr(ADDRESS)) == dark


def test_it_has_room_around_it_and_is_skipped_by_a_reader() -> None:
    side = len(segno.make(ADDRESS, error="m", micro=False).matrix) + 2 * QUIET

    assert f'viewBox="0 0 {side} {side}"' in qr(ADDRESS)
    assert 'aria-hidden="true"' in qr(ADDRESS)
