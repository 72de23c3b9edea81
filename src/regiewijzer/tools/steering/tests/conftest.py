import pytest
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.instruments.models import Instrument


@pytest.fixture
def instrument(world: World, vliermonde: Authority) -> Instrument:
    """Convenant: legal 100, serves Kinderarmoede, reinforces Premie; market 100 until 2025."""
    return Instrument.objects.get(pk=world.key("instrument"))


@pytest.fixture
def premie(world: World, vliermonde: Authority) -> Instrument:
    return Instrument.objects.get(name="Premie")


@pytest.fixture
def challenge(world: World, vliermonde: Authority) -> Challenge:
    return Challenge.objects.get(pk=world.key("challenge"))
