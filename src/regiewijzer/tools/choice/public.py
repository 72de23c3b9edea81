"""What the overview may use of the choice tool."""

from django.utils.translation import gettext_lazy as _

from regiewijzer.register.tool import NavItem, Part, Tool
from regiewijzer.tools.choice.models import Choice, Conversation, NamedPartner
from regiewijzer.tools.choice.queries.choices import CHOICES, signed_choices
from regiewijzer.tools.choice.sections import section_for_board, section_of, section_of_challenge
from regiewijzer.tools.choice.tables import TABLES

UNDER_WAY = (Choice, Conversation, NamedPartner)  # tables that change without a line in the trail

__all__ = [
    "TOOL",
    "UNDER_WAY",
    "Choice",
    "section_of_challenge",
]


TOOL = Tool(
    name="choice",
    nav=(NavItem("choices", _("Choices"), under=("choice",), after="decisions"),),
    facts={"choices": signed_choices},
    tables=TABLES,
    rows=(CHOICES,),
    section=section_of,
    part=Part.GOAL,
    finds=("choice",),
    board=section_for_board,
)
