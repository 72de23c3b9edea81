"""Everything the rules look at, in one value."""

from dataclasses import dataclass
from datetime import date

from regiewijzer.science.facts.authority import Challenge, Choice, Decision, LayerMeasurement, Stance
from regiewijzer.science.facts.codes import Ref
from regiewijzer.science.facts.goal_lists import NO_LISTS, GoalLists
from regiewijzer.science.facts.instruments import Instrument
from regiewijzer.science.facts.meetings import OpenAction
from regiewijzer.science.facts.networks import Network, Organisation
from regiewijzer.science.facts.people import ServiceRoles
from regiewijzer.science.facts.practice import OwnCase


@dataclass(frozen=True, slots=True)
class Register:
    """Everything one authority put in, on one day. `authority` and `authority_name` say whose it is.

    `stances` run from old to new.
    `open_actions` are those of no network.
    `choices` run from old to new; `choices_known` is False where none can be told, as in a workbook.
    `readiness` is the newest measurement of each layer, from top to bottom. `goal_lists` are the words by which goals
    are compared. `service_roles` is None until five people took the test of roles. `own_cases` are by title.
    """

    today: date
    organisations: tuple[Organisation, ...] = ()
    networks: tuple[Network, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    decisions: tuple[Decision, ...] = ()
    authority: Ref = ""
    authority_name: str = ""
    stances: tuple[Stance, ...] = ()
    choices: tuple[Choice, ...] = ()
    choices_known: bool = True
    readiness: tuple[LayerMeasurement, ...] = ()
    goal_lists: GoalLists = NO_LISTS
    open_actions: tuple[OpenAction, ...] = ()
    service_roles: ServiceRoles | None = None
    own_cases: tuple[OwnCase, ...] = ()

    @property
    def partners(self) -> tuple[Organisation, ...]:
        """The organisations that are not the authority itself, nor one of its services."""
        return tuple(organisation for organisation in self.organisations if not organisation.own)

    @property
    def running(self) -> tuple[Network, ...]:
        """The networks that have not ended today."""
        return tuple(network for network in self.networks if network.runs_on(self.today))
