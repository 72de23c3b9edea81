"""What stands already while an example is being built? Its records by name, and who keeps them."""

from dataclasses import dataclass, field
from datetime import date

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.example.queries.decisions import About
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.science.finding import Certainty, Finding, Kind, Subject

AnyRecord = Challenge | Instrument | Network | Organisation


@dataclass(frozen=True, slots=True)
class Stage:
    """An example authority on a day, filled step by step."""

    authority: Authority
    today: date
    positions: dict[str, Position]
    organisations: dict[str, Organisation] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    challenges: dict[str, Challenge] = field(default_factory=dict)
    networks: dict[str, Network] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)

    @property
    def keeper(self) -> Actor:
        """Who put the records in: the first with the right to."""
        return next(each.actor for each in self.positions.values() if each.may(Right.EDIT_REGISTER))

    def record(self, about: About) -> AnyRecord:
        """The record of this kind and name."""
        match about.kind:
            case "network":
                return self.networks[about.name]
            case "instrument":
                return self.instruments[about.name]
            case "organisation":
                return self.organisations[about.name]
            case _:
                return self.challenges[about.name]

    def key(self, rule: str, about: tuple[About, ...]) -> str:
        """The key of a finding of this rule about these records, in this order."""
        subjects = tuple(Subject(Kind(each.kind), self.record(each).pk, each.name) for each in about)
        return Finding(rule, subjects, {}, Certainty.GREAT).key
