"""Which networks exist already that come near a challenge? Searched anew each time, over what runs today."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from regiewijzer.library.goal_lists import goal_lists
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import as_facts
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science.choice import Alike, Sought, existing
from regiewijzer.science.facts import AUTHORITY, Member, Ref, parties
from regiewijzer.science.limits import Limits
from regiewijzer.tools.choice.models import Choice, Conversation

MOST_SHOWN = 8
IN_ONE_LINE = 300


@dataclass(frozen=True, slots=True)
class Found:
    """A network as the page shows it: what it wants, what it has in common with what is sought, and how much."""

    network: int
    name: str
    goal: str
    origin: str
    members: int
    same_goal: bool
    themes: tuple[str, ...]
    partners: tuple[str, ...]
    alike: bool


@dataclass(frozen=True, slots=True)
class Search:
    """What was found: the nearest, and how many there are in all."""

    found: tuple[Found, ...]
    total: int
    searched: int

    @property
    def alike(self) -> int:
        return sum(each.alike for each in self.found)


def sought(conversation: Conversation, *, goal: str | None = None, also: tuple[int, ...] = ()) -> Sought:
    """What this person looks for: the goal as it is typed, the themes of the challenge, the partners named."""
    challenge = conversation.choice.challenge
    named = [partner.organisation_id for partner in conversation.partners.all()] if conversation.pk else []
    own = set(Organisation.objects.filter(is_own=True).values_list("pk", flat=True))
    return Sought(
        goal=first_goal(conversation) if goal is None else goal,
        themes=tuple(challenge.themes),
        partners=frozenset(parties(Member(pk, own=pk in own) for pk in (*named, *also))),
    )


def first_goal(conversation: Conversation) -> str:
    """What somebody wrote they want to reach, else what the challenge says."""
    challenge = conversation.choice.challenge
    return conversation.goal or challenge.result or challenge.name


def search(wanted: Sought, choice: Choice, today: date, limits: Limits) -> Search:
    """The networks that run today and come near what is wanted, but for the one that is reconsidered."""
    names: dict[Ref, str] = dict(Organisation.objects.current().values_list("pk", "name"))
    names[AUTHORITY] = gettext("your own authority")
    running = as_facts(Network.objects.running(today), today)
    there = [network for network in running.values() if network.ref != choice.network_id]
    near = existing(wanted, there, limits, goal_lists())
    return Search(tuple(_shown(each, names) for each in near[:MOST_SHOWN]), len(near), len(there))


def as_kept(found: Search) -> list[dict[str, Any]]:
    """What was found, to keep with the answers of that day."""
    return [asdict(each) for each in found.found]


def _shown(each: Alike, names: dict[Ref, str]) -> Found:
    network = each.network
    assert isinstance(network.ref, int)
    return Found(
        network=network.ref,
        name=network.name,
        goal=network.goal[:IN_ONE_LINE],
        origin=network.origin.value,
        members=len(network.parties),
        same_goal=each.same_goal,
        themes=each.themes,
        partners=tuple(names[ref] for ref in each.partners),
        alike=each.alike,
    )
