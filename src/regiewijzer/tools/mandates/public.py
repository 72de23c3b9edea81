"""What the overview may use of mandates: a way to them, their sheets, and promises for who sees them.

Nothing of them is a fact for the rules.
"""

from regiewijzer.register.tool import Part, Tool
from regiewijzer.tools.mandates.models import Promise
from regiewijzer.tools.mandates.queries import to_feed_back
from regiewijzer.tools.mandates.sections import section_of
from regiewijzer.tools.mandates.tables import TABLES

__all__ = ["TOOL", "Promise", "to_feed_back"]

TOOL = Tool(name="mandates", section=section_of, part=Part.PEOPLE, tables=TABLES)
