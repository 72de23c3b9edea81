"""What the overview may use of compositions."""

from regiewijzer.register.tool import Part, Tool
from regiewijzer.tools.composition.sections import Page, page_of, section_of

__all__ = ["TOOL", "Page", "page_of"]

TOOL = Tool(name="composition", section=section_of, part=Part.TABLE, finds=("composition",))
