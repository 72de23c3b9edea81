"""What can somebody fill in a questionnaire about, and may they?

About a network: whoever may change the register, and its manager. About an instrument or the authority: whoever may
change the register. About oneself, or in confidence and alone: everybody who may see the authority.
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.questionnaires.definitions.values import Questionnaire
from regiewijzer.inquiry.questionnaires.models import Subject, Way
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.instruments.queries import instrument_of
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import access_network, networks_of_manager

NEEDS_CHOICE = (Subject.NETWORK, Subject.INSTRUMENT)
BY_ONESELF = (Way.ALONE, Way.TOGETHER)  # without a survey or a workshop


@dataclass(frozen=True, slots=True)
class About:
    """What one form is about. Both are None for the authority itself and for oneself."""

    network: Network | None = None
    instrument: Instrument | None = None


def is_private(questionnaire: Questionnaire, way: Way) -> bool:
    """Whether the outcome is for the eyes of one person."""
    return questionnaire.private and way is Way.ALONE


def ways_open_to(position: Position, questionnaire: Questionnaire) -> list[Way]:
    """In which ways this person may fill it in now; empty when in none."""
    offered = [way for way in questionnaire.ways if way in BY_ONESELF]
    return [way for way in offered if _may(position, questionnaire, way)]


def networks_open_to(position: Position) -> QuerySet[Network]:
    """The networks about which this person may fill in something, by name."""
    if position.may(Right.EDIT_REGISTER):
        return Network.objects.running(timezone.localdate()).order_by("name")
    return networks_of_manager(position).order_by("name")


def subject_options(position: Position, questionnaire: Questionnaire) -> list[tuple[str, int]]:
    """Name and key of everything this person may fill it in about; empty when there is nothing to choose."""
    if questionnaire.subject is Subject.NETWORK:
        return list(networks_open_to(position).values_list("name", "pk"))
    if questionnaire.subject is Subject.INSTRUMENT:
        return list(Instrument.objects.current().order_by("name").values_list("name", "pk"))
    return []


def about_of(position: Position, questionnaire: Questionnaire, way: Way, pk: int | None) -> About:
    """What the form will be about; 404 when it is not there or not theirs to see, 403 when not theirs to fill in."""
    if way not in ways_open_to(position, questionnaire):
        raise PermissionDenied
    if questionnaire.subject is Subject.NETWORK:
        return About(network=access_network(position, pk or 0, Right.EDIT_REGISTER))
    return About(instrument=instrument_of(pk or 0)) if questionnaire.subject is Subject.INSTRUMENT else About()


def _may(position: Position, questionnaire: Questionnaire, way: Way) -> bool:
    if is_private(questionnaire, way):
        return position.may(Right.SEE)
    if questionnaire.subject is Subject.NETWORK and not position.may(Right.EDIT_REGISTER):
        return networks_of_manager(position).exists()
    return position.may(Right.EDIT_REGISTER)
