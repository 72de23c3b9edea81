"""What the overview may use of practice: own cases, and those of others."""

from regiewijzer.register.tool import Tool
from regiewijzer.tools.practice.models import Case, SharedCase
from regiewijzer.tools.practice.queries import cases_of_sources, own_cases
from regiewijzer.tools.practice.tables import TABLES

__all__ = ["TOOL", "Case", "SharedCase", "cases_of_sources", "own_cases"]

TOOL = Tool(name="practice", tables=TABLES)
