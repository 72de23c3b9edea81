import pytest
from tests.accounts import Member
from tests.workshops import a_session, opened, phones
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.inquiry.workshops.models import JoinLink, Question, Workshop
from regiewijzer.register.networks.models import Network

PHONES = 12


@pytest.fixture
def network(world: World, vliermonde: Authority) -> Network:
    return Network.objects.get(pk=world.key("network"))


@pytest.fixture
def workshop(facilitator: Member, vliermonde: Authority) -> Workshop:
    """A prepared session with one scale."""
    return a_session(facilitator.position)


@pytest.fixture
def join_link(workshop: Workshop, facilitator: Member) -> JoinLink:
    """The session is open on its first question."""
    return opened(workshop, facilitator.position)


@pytest.fixture
def question(workshop: Workshop, join_link: JoinLink) -> Question:
    """The question the room is on."""
    return workshop.questions.get()


@pytest.fixture
def room(join_link: JoinLink) -> list[str]:
    """Twelve phones, each by the hash of its key."""
    return phones(join_link, PHONES)
