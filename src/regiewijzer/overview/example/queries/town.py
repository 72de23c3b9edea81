"""Who and what is there in an example: the authority, its people, partners, challenges and networks, by name."""

from dataclasses import dataclass
from datetime import date

from regiewijzer.foundation.authorities.models import Accent
from regiewijzer.foundation.rights import Role
from regiewijzer.register.challenges.models import Status as ChallengeStatus
from regiewijzer.register.networks.models import MemberRole
from regiewijzer.register.organisations.models import Kind
from regiewijzer.science.facts import Form, Origin


@dataclass(frozen=True, slots=True)
class AuthorityTold:
    """The authority itself."""

    slug: str
    name: str
    service: str
    kbo: str
    accent: Accent


@dataclass(frozen=True, slots=True)
class Managed:
    """A network somebody manages."""

    network: str
    since: date


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody with an account. `works_for` is the organisation of a guest."""

    name: str
    email: str
    role: Role
    manages: tuple[Managed, ...] = ()
    works_for: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation. `domains`: the main one first. Without `municipality` it sits in the authority's own."""

    name: str
    kind: Kind
    domains: tuple[str, ...]
    as_of: date
    speaks_for_users: bool = False
    own: bool = False
    municipality: str = ""
    website: str = ""
    note: str = ""
    kbo: str = ""


@dataclass(frozen=True, slots=True)
class Worker:
    """A person at a partner. `left`: the day on which they went. `years` of experience."""

    name: str
    function: str
    years: int
    critical: bool = False
    left: date | None = None
    note: str = ""
    sits_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Team:
    """The persons of one partner, with the second half of their addresses."""

    organisation: str
    mail: str
    people: tuple[Worker, ...]


@dataclass(frozen=True, slots=True)
class ChallengeTold:
    """What has to be reached."""

    name: str
    result: str
    themes: tuple[str, ...]
    target_groups: tuple[str, ...]
    territory: str
    owner: str
    as_of: date
    due: date | None = None
    status: ChallengeStatus = ChallengeStatus.OPEN


@dataclass(frozen=True, slots=True)
class Goal:
    """A wording of the goal, from a day on."""

    since: date
    text: str


@dataclass(frozen=True, slots=True)
class Period:
    """A governance form, from a day on."""

    form: Form
    since: date
    lead: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A membership. Without `since` it began when the network did."""

    who: str
    role: MemberRole = MemberRole.MEMBER
    action: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class NetworkTold:
    """A network with its goals and forms from old to new, and everybody who ever sat in it."""

    name: str
    themes: tuple[str, ...]
    target_groups: tuple[str, ...]
    territory: str
    started: date
    meetings_per_year: int
    as_of: date
    goals: tuple[Goal, ...]
    forms: tuple[Period, ...]
    members: tuple[Seat, ...]
    challenge: str = ""
    origin: Origin = Origin.OWN
    mandated_by: str = ""
    hours_per_year: int | None = None
    ended: date | None = None
    note: str = ""
