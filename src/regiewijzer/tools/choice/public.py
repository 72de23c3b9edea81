"""What the overview may use of the choice tool."""

from dataclasses import dataclass

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.inquiry.questionnaires.public import Gathered
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
from regiewijzer.tools.choice.models import Choice, Conversation, NamedPartner
from regiewijzer.tools.choice.queries.choices import of_challenge, of_network, signed_choices
from regiewijzer.tools.choice.queries.existing import as_kept, search, sought
from regiewijzer.tools.choice.queries.questions import advised, title_of

UNDER_WAY = (Choice, Conversation, NamedPartner)  # tables that change without a line in the trail

__all__ = [
    "ADOPTS",
    "UNDER_WAY",
    "Choice",
    "Conversation",
    "ShownChoice",
    "adopt",
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

ADOPTS: frozenset[str] = frozenset()
"""Nothing: a choice is a path through a tree, with a search of what exists and a signature; no answers of many people
can take its place. The tree is no questionnaire, so it is never gathered."""


def adopt(*, gathered: Gathered, actor: Actor) -> None:
    """Refuses: see ADOPTS. ValueError for whatever is offered."""
    raise ValueError(f"A choice is not taken over from {gathered.outcome.questionnaire.key}, also not by {actor}.")


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
