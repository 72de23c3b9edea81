"""What the overview may use of the choice tool."""

from dataclasses import dataclass

from regiewijzer.library.texts import Text
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.choice.actions.conversations import (
    answer,
    finish,
    looked,
    name_partner,
    name_processes,
    start,
    word,
)
from regiewijzer.tools.choice.actions.signing import sign
from regiewijzer.tools.choice.models import Choice, Conversation
from regiewijzer.tools.choice.queries.choices import of_challenge, of_network, signed_choices
from regiewijzer.tools.choice.queries.existing import as_kept, search, sought
from regiewijzer.tools.choice.queries.questions import advised, title_of

__all__ = [
    "Choice",
    "Conversation",
    "ShownChoice",
    "advised",
    "answer",
    "as_kept",
    "choices_about",
    "choices_of_network",
    "finish",
    "looked",
    "name_partner",
    "name_processes",
    "search",
    "sign",
    "signed_choices",
    "sought",
    "start",
    "title_of",
    "word",
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
