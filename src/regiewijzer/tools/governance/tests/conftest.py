from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.measurements.actions import measure
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.governance.models import CONDITIONS, Measurement

Measured = Callable[..., Measurement]


@pytest.fixture
def network(world: World, vliermonde: Authority) -> Network:
    """The network that `manager` manages: self-regulating since 1 September 2024, eleven partners."""
    return Network.objects.get(pk=world.key("network"))


@pytest.fixture
def measured(network: Network, coordinator: Member) -> Measured:
    """A measurement of the network, complete unless told otherwise: only the number of partners is too high."""

    def measured(day: date = date(2026, 3, 1), **more: object) -> Measurement:
        scores = {"trust": "4.5", "consensus": "4.5", "need": "1.5", "trust_in_lead": "4"} | more
        decimals = {name: scores.pop(name) for name in CONDITIONS}
        exact = {name: None if value is None else Decimal(str(value)) for name, value in decimals.items()}
        measurement = Measurement(network=network, measured_on=day, participants=11, **exact, **scores)
        return measure(measurement=measurement, actor=coordinator.actor)

    return measured
