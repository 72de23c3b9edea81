"""What the overview may use of practice: own cases, and those of others."""

from regiewijzer.register.tool import Tool
from regiewijzer.tools.practice.models import Case, SharedCase
from regiewijzer.tools.practice.queries import cases_for_rules, cases_of_sources, own_cases
from regiewijzer.tools.practice.sections import section_for_board
from regiewijzer.tools.practice.tables import TABLES

__all__ = ["TOOL", "Case", "SharedCase", "cases_of_sources", "own_cases"]

TOOL = Tool(
    name="practice",
    facts={"own_cases": cases_for_rules},
    tables=TABLES,
    board=section_for_board,
)
