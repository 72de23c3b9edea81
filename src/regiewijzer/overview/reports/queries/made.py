"""What does the press room hand over?"""

from dataclasses import dataclass

from regiewijzer.overview.reports.queries.paper import Table
from regiewijzer.overview.reports.queries.press import Printed


@dataclass(frozen=True, slots=True)
class Made:
    """A finished report, with the tables that say the same as its pictures."""

    printed: Printed
    tables: tuple[Table, ...]
