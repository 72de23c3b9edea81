"""What does a tool give to the layer above it? One value, which its `public` exports as TOOL."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Right
from regiewijzer.register.exchange.tables.base import Table
from regiewijzer.register.measurements.actions import Importer
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.networks.queries import RowsOfNetworks
from regiewijzer.science.facts import Network as NetworkFact
from regiewijzer.science.facts import Register
from regiewijzer.science.limits import Limits
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.section import Section


class Part(StrEnum):
    """The parts of the dossier of a network, in the order of its story."""

    OVERVIEW = "overview"
    GOAL = "goal"
    TABLE = "table"
    PEOPLE = "people"
    FORM = "form"
    USERS = "users"
    FORWARD = "forward"
    MINUTES = "minutes"


FieldsByNetwork = Mapping[int, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class NavItem:
    """A place in the navigation. `under` are the first words of names of pages that belong to it.

    `after` is the item of the menu that one of a tool comes after.
    """

    name: str
    label: Any
    right: Right = Right.SEE
    under: tuple[str, ...] = ()
    after: str = ""


def nothing(_today: date) -> FieldsByNetwork:
    """The fields of a tool that is not about networks."""
    return {}


@dataclass(frozen=True, slots=True)
class NetworkSeen:
    """One network with its partners of today, as a tool gets it to say something of it.

    `known` is what the rules know of it, in the `register` of that day. Nobody reads on paper; on a page `reader` does,
    and `may_change` tells whether they may change this network.
    """

    network: Network
    members: Sequence[Membership]
    limits: Limits
    known: NetworkFact | None
    register: Register
    reader: Position | None = None
    may_change: bool = False

    @property
    def on_paper(self) -> bool:
        return self.reader is None

    def may(self, right: Right) -> bool:
        """Whether the reader has this right by their role."""
        return self.reader is not None and self.reader.may(right)

    def to(self, name: str) -> str:
        """The page of this network with this name."""
        return address_of(name, self.network.authority.slug, self.network.pk)


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool. `name` is that of its folder.

    `facts`: field of `facts.Register` -> what stands in it now. `network_facts`: the same for fields of
    `facts.Network` on a day, by the key of each network of which something is known. `imports`: questionnaire -> what
    keeps what people said in it. `tables`: its sheets in the exchange, each after those it points at. `rows`: what a
    page reads of one network, so that many are read at once. `section`: what stands in the dossier of a network, on
    its page and on paper, in this `part` of it; None when there is nothing to say. `finds`: the first words of its
    rules, whose findings stand in that part. `board`: what a report for the board says of it in a
    short column, from what the rules know.
    """

    name: str
    nav: tuple[NavItem, ...] = ()
    facts: Mapping[str, Callable[[], Any]] = field(default_factory=dict)
    network_facts: Callable[[date], FieldsByNetwork] = nothing
    imports: Mapping[str, Importer] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    rows: tuple[RowsOfNetworks[Any], ...] = ()
    section: Callable[[NetworkSeen], Section | None] | None = None
    part: Part = Part.FORWARD
    finds: tuple[str, ...] = ()
    board: Callable[[Register], Section | None] | None = None


def by_network(**fields: Mapping[int, Any]) -> FieldsByNetwork:
    """Values of each field by network, as the fields of each network."""
    networks = {pk for values in fields.values() for pk in values}
    return {pk: {name: values[pk] for name, values in fields.items() if pk in values} for pk in networks}
