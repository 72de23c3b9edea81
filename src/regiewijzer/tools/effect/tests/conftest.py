from collections.abc import Callable
from datetime import date

import pytest
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.effect.actions.looking import choose
from regiewijzer.tools.effect.models import Choice

Chosen = Callable[..., Choice]
CRITERIA = ["community.service_experience", "network.ties", "network.coordination"]


@pytest.fixture
def network(world: World, vliermonde: Authority) -> Network:
    """The network that `manager` manages; it began on 1 September 2024."""
    return Network.objects.get(pk=world.key("network"))


@pytest.fixture
def chosen(network: Network, coordinator: Member) -> Chosen:
    """Criteria chosen for the network."""

    def chosen(day: date = date(2025, 1, 1), criteria: list[str] | None = None, **more: object) -> Choice:
        choice = Choice(network=network, chosen_on=day, version=1, criteria=criteria or CRITERIA, **more)
        return choose(choice=choice, actor=coordinator.actor)

    return chosen
