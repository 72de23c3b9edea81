from collections.abc import Callable
from pathlib import Path

import pytest
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.inquiry.questionnaires.actions.sittings import Filled, finish, keep, start
from regiewijzer.inquiry.questionnaires.definitions import catalogue
from regiewijzer.inquiry.questionnaires.definitions.catalogue import questionnaire
from regiewijzer.inquiry.questionnaires.definitions.values import Questionnaire
from regiewijzer.inquiry.questionnaires.models import Sitting, Subject, Way
from regiewijzer.inquiry.questionnaires.queries.subjects import About
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.science.scoring.definitions import Value

Answers = dict[str, Value | None]
SHIPPED = catalogue.SHIPPED


@pytest.fixture
def network(world: World, vliermonde: Authority) -> Network:
    """The network that `manager` manages."""
    return Network.objects.get(pk=world.key("network"))


@pytest.fixture
def instrument(world: World, vliermonde: Authority) -> Instrument:
    return Instrument.objects.get(pk=world.key("instrument"))


def all_answers(asked: Questionnaire, value: Value) -> Answers:
    """The same answer to every question whose scale has it."""
    return {each.id: value for each in asked.questions if value in each.scale.labels}


@pytest.fixture
def begin(network: Network, instrument: Instrument) -> Callable[..., Sitting]:
    """A draft of somebody, about the network or instrument of the world."""

    def begin(
        who: Member, key: str, way: Way = Way.ALONE, asked: Questionnaire | None = None, layer: str = ""
    ) -> Sitting:
        form = asked or questionnaire(key)
        about = {Subject.NETWORK: About(network=network), Subject.INSTRUMENT: About(instrument=instrument)}
        return start(questionnaire=form, way=way, by=who.position, about=about.get(form.subject), layer=layer)

    return begin


@pytest.fixture
def complete(begin: Callable[..., Sitting]) -> Callable[..., Sitting]:
    """A form that is done, with these answers."""

    def complete(
        who: Member,
        key: str,
        answers: Answers,
        way: Way = Way.ALONE,
        asked: Questionnaire | None = None,
        layer: str = "",
    ) -> Sitting:
        sitting = begin(who, key, way, asked, layer)
        keep(sitting=sitting, filled=Filled(asked=tuple(answers), answers=answers))
        return finish(sitting=sitting, held_on=sitting.held_on, actor=who.actor)

    return complete


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder beside the shipped one, in which a test may put files."""
    monkeypatch.setattr(catalogue, "folders", lambda: (SHIPPED, tmp_path))
    return tmp_path
