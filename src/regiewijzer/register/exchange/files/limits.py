"""How much may a file ask of us, and why do we refuse one?"""

from collections.abc import Mapping
from enum import StrEnum

MEGABYTE = 2**20
LARGEST_UPLOAD = 10 * MEGABYTE
MOST_UNPACKED = 100 * MEGABYTE
MOST_RATIO = 200  # unpacked to packed, from SMALL_PART on
SMALL_PART = 100_000
MOST_PARTS = 200
MOST_ROWS = 20_000  # of one sheet
MOST_COLUMNS = 200
MOST_CELLS = 1_000_000  # filled, of all sheets together
LONGEST_CELL = 32_767  # of a workbook; a longer field of a CSV file is cut there, and then too long for any column

MEMORY = 1024 * MEGABYTE
CPU_SECONDS = 10
WALL_SECONDS = 12


class Reason(StrEnum):
    """Why a file cannot be read at all."""

    NOTHING = "nothing"
    TOO_LARGE = "too_large"
    TOO_MANY_PARTS = "too_many_parts"
    BOMB = "bomb"
    MACROS = "macros"
    ENCRYPTED = "encrypted"
    OLD_FORMAT = "old_format"
    WRONG_TYPE = "wrong_type"
    DAMAGED = "damaged"
    ENTITIES = "entities"
    FAR_CELL = "far_cell"
    TOO_MANY_CELLS = "too_many_cells"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    MIXED = "mixed"
    NO_SHEET_OF_OURS = "no_sheet_of_ours"


class Refused(Exception):
    """The whole file is unusable; `numbers` fill the sentence of the reason."""

    def __init__(self, reason: Reason, **numbers: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.numbers: Mapping[str, str | int] = numbers
