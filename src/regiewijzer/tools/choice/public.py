"""What the overview may use of the choice tool."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from regiewijzer.library.texts import Text
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.networks.models import Network
from regiewijzer.register.tool import NavItem, Tool
from regiewijzer.tools.choice.models import Choice, Conversation, NamedPartner
from regiewijzer.tools.choice.queries.choices import CHOICES, of_challenge, of_network, signed_choices
from regiewijzer.tools.choice.questions import title_of
from regiewijzer.tools.choice.tables import TABLES

UNDER_WAY = (Choice, Conversation, NamedPartner)  # tables that change without a line in the trail

__all__ = [
    "TOOL",
    "UNDER_WAY",
    "Choice",
    "ShownChoice",
    "choices_about",
    "choices_of_network",
]


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """A choice as a dossier shows it. `title` is None while it is not signed."""

    choice: Choice
    title: Text | None

    @property
    def reason(self) -> str:
        return self.choice.reason


def choices_about(challenge: Challenge) -> list[ShownChoice]:
    """The choices about a challenge, newest first."""
    return [_shown(each) for each in of_challenge(challenge)]


def choices_of_network(network: Network) -> list[ShownChoice]:
    """The choices a network came from, was joined in, or is reconsidered in, newest first."""
    return [_shown(each) for each in of_network(network)]


def _shown(choice: Choice) -> ShownChoice:
    return ShownChoice(choice, title_of(choice.decided) if choice.decided else None)


TOOL = Tool(
    name="choice",
    nav=(NavItem("choices", _("Choices"), under=("choice",), after="questionnaires"),),
    facts={"choices": signed_choices},
    tables=TABLES,
    rows=(CHOICES,),
)
