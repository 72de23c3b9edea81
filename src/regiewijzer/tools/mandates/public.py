"""What the overview may use of mandates: a way to them, and their sheets. Nothing of them is a fact for the rules."""

from regiewijzer.register.tool import Part, Tool
from regiewijzer.tools.mandates.sections import section_of
from regiewijzer.tools.mandates.tables import TABLES

__all__ = ["TOOL"]

TOOL = Tool(name="mandates", section=section_of, part=Part.PEOPLE, tables=TABLES)
