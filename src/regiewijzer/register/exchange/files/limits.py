"""How much may a file ask of us, and why do we refuse one?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

MEGABYTE = 2**20
MOST_RATIO = 200  # unpacked to packed, from SMALL_PART on
SMALL_PART = 100_000
MOST_PARTS = 200
MOST_COLUMNS = 200
LONGEST_CELL = 32_767  # of a workbook; a longer field of a CSV file is cut there, and then too long for any column


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be, and what reading it may take: bytes, packed and not; rows of one sheet; filled cells.

    `memory` in bytes and `cpu_seconds` are those of the reading process, `wall_seconds` how long we wait for it.
    """

    packed: int
    unpacked: int
    rows: int
    cells: int
    memory: int
    cpu_seconds: int
    wall_seconds: float


UPLOAD = Limits(
    packed=10 * MEGABYTE,
    unpacked=100 * MEGABYTE,
    rows=20_000,
    cells=1_000_000,
    memory=1024 * MEGABYTE,
    cpu_seconds=10,
    wall_seconds=12,
)
# a file on one's own machine, that nobody else sent
OWN_FILE = Limits(
    packed=1024 * MEGABYTE,
    unpacked=4096 * MEGABYTE,
    rows=10_000_000,
    cells=50_000_000,
    memory=8192 * MEGABYTE,
    cpu_seconds=600,
    wall_seconds=900,
)


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
    NO_ROW = "no_row"
    NOT_OPENED = "not_opened"
    NOT_WRITTEN = "not_written"
    # of a file that holds a graph
    NO_GRAPH = "no_graph"
    NO_NODES = "no_nodes"
    NOT_SQUARE = "not_square"
    NAMES_DIFFER = "names_differ"
    NODE_TWICE = "node_twice"
    NODE_UNKNOWN = "node_unknown"
    NODE_NAMELESS = "node_nameless"
    NO_VALUE = "no_value"
    GRAPH_TOO_LARGE = "graph_too_large"


class Refused(Exception):
    """The whole file is unusable; `numbers` fill the sentence of the reason."""

    def __init__(self, reason: Reason, **numbers: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.numbers: Mapping[str, str | int] = numbers
