"""Which sheets tell who could be at a table and what is needed there, and who offers which role?

They are read from a file alone: nothing of them is stored.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from regiewijzer.library import catalogue
from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.sheets.choices import OneOf, Tags
from regiewijzer.register.exchange.sheets.kinds import Prose, Whole, YesNo
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.reading import plain
from regiewijzer.register.exchange.sheets.recognising import Read
from regiewijzer.register.exchange.sheets.rows import Row
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.tables.columns import LONGEST_NAME
from regiewijzer.science.cover import Candidate, Need
from regiewijzer.science.dependence import HIGHEST, LOWEST, Standing, standing
from regiewijzer.science.staffing import Offer, Place

MOST_CONTRIBUTIONS, LONGEST_CONTRIBUTION, MOST_PEOPLE = 30, 100, 1_000


@dataclass(frozen=True, slots=True)
class Contributions(Tags):
    """What a partner brings, in words of one's own."""

    @property
    def allowed(self) -> Text:
        return Text(
            nl=f"hoogstens {self.most} bijdragen van {self.longest} tekens met komma’s ertussen: kennis, lokalen",
            en=f"at most {self.most} contributions of {self.longest} characters with commas between: knowledge, rooms",
        )


def _name(key: str, nl: str, en: str) -> Column:
    return Column(key, Prose(LONGEST_NAME), required=True, heading=Text(nl=nl, en=en))


NETWORK = _name("network", "Netwerk", "Network")
ROLE = _name("role", "Rol", "Role")
PHASE_NAMES = "phase_names"
PHASE = Column("phase", OneOf(PHASE_NAMES), required=True, heading=Text(nl="Fase", en="Phase"))
SCORE = Whole(LOWEST, HIGHEST)

ARENA = Sheet(
    code="arena",
    columns=(
        NETWORK,
        PHASE,
        _name("partner", "Partner", "Partner"),
        Column(
            "contributions",
            Contributions(MOST_CONTRIBUTIONS, LONGEST_CONTRIBUTION),
            heading=Text(nl="Bijdrage", en="Contribution"),
        ),
        Column("importance", SCORE, heading=Text(nl="Belang", en="Importance")),
        Column("replaceability", SCORE, heading=Text(nl="Vervangbaar", en="Replaceable")),
        Column("required", YesNo(), heading=Text(nl="Verplicht", en="Required")),
    ),
    key=("network", "phase", "partner"),
    title=Text(nl="Arena", en="Arena"),
)
NEEDED = Sheet(
    code="needed",
    columns=(
        NETWORK,
        PHASE,
        Column("contribution", Prose(LONGEST_CONTRIBUTION), heading=Text(nl="Bijdrage", en="Contribution")),
        Column("holders", Whole(0, MOST_PEOPLE), heading=Text(nl="Aantal", en="Number")),
        Column("most", Whole(1, MOST_PEOPLE), heading=Text(nl="Hoogstens", en="At most")),
    ),
    key=("network", "phase", "contribution"),
    title=Text(nl="Nodig", en="Needed"),
)
OFFERS = Sheet(
    code="offers",
    columns=(
        _name("person", "Persoon", "Person"),
        ROLE,
        Column("wish", OneOf("role_wishes"), heading=Text(nl="Wens", en="Wish")),
    ),
    key=("person", "role"),
    title=Text(nl="Aanbod", en="Offers"),
)
ROLES = Sheet(code="roles", columns=(NETWORK, ROLE), key=("network", "role"), title=Text(nl="Rollen", en="Roles"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A partner in an arena; `standing` is None where a score is missing."""

    partner: str
    standing: Standing | None
    candidate: Candidate


@dataclass(slots=True)
class Arena:
    """A network in a phase: who could be there, what is needed, and at most how many partners (None: not said)."""

    network: str
    phase: str
    placed: list[Placed]
    needs: list[Need]
    most: int | None = None


def arenas(read: Read) -> list[Arena]:
    """The arenas of a file, in its order. A row with a mistake is left out; what is wrong goes to the readings.

    Names that differ only in capitals or spacing are the same; the first spelling counts.
    """
    found: dict[tuple[str, str], Arena] = {}
    spelt = _Spelling()
    for row in _rows(read, ARENA):
        contributions = row.given.get("contributions") or ()
        assert isinstance(contributions, tuple)
        scores = [row.given.get(key) for key in ("importance", "replaceability")]
        placed = Placed(
            spelt(str(row.given["partner"])),
            standing(*(int(str(score)) for score in scores)) if None not in scores else None,
            Candidate(frozenset(spelt(str(each)) for each in contributions), bool(row.given.get("required"))),
        )
        _arena(found, row, spelt).placed.append(placed)
    for row in _rows(read, NEEDED, once=False):
        if not {"contribution", "most"} & row.given.keys():
            read.readings[NEEDED.code].mistakes.append(row.mistake(NEEDED.column("contribution"), Fault.MISSING))
            continue
        arena = _arena(found, row, spelt)
        if (most := row.given.get("most")) is not None:
            arena.most = min(int(str(most)), MOST_PEOPLE if arena.most is None else arena.most)
        if contribution := row.given.get("contribution"):
            holders = row.given.get("holders")
            arena.needs.append(Need(spelt(str(contribution)), 1 if holders is None else int(str(holders))))
    return list(found.values())


def offers(read: Read) -> list[Offer]:
    """Who offers which role; an offer that does not say how is none that somebody likes to do."""
    spelt = _Spelling()
    return [
        Offer(spelt(str(row.given["person"])), plain(str(row.given["role"])), row.given.get("wish") == "gladly")
        for row in _rows(read, OFFERS)
    ]


def places(read: Read) -> tuple[list[Place], Mapping[str, str]]:
    """Which roles there are in which networks, and how each role is spelt."""
    spelt = _Spelling()
    found, names = [], dict[str, str]()
    for row in _rows(read, ROLES):
        role = str(row.given["role"])
        names.setdefault(plain(role), role)
        found.append(Place(spelt(str(row.given["network"])), plain(role)))
    return found, names


class _Spelling:
    """The first way in which each name is written."""

    def __init__(self) -> None:
        self.first: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        return self.first.setdefault(plain(name), name)


def _arena(found: dict[tuple[str, str], Arena], row: Row, spelt: Callable[[str], str]) -> Arena:
    network = spelt(str(row.given["network"]))
    phase = catalogue.word(str(row.given["phase"]), PHASE_NAMES).text.nl
    return found.setdefault((plain(network), phase), Arena(network, phase, [], []))


def _rows(read: Read, sheet: Sheet, *, once: bool = True) -> Iterator[Row]:
    """The rows of a sheet that can be used; with `once` a key that is there again is a mistake."""
    reading = read.readings.get(sheet.code)
    if reading is None or reading.unnamed:
        return
    met: dict[tuple[str, ...], Row] = {}
    for row in reading.rows:
        if row.unread:
            continue
        key = tuple(plain(str(row.given.get(each, ""))) for each in sheet.key)
        first = met.setdefault(key, row)
        if first is row or not once:
            yield row
        else:
            reading.mistakes.append(row.mistake(sheet.column(sheet.key[-1]), Fault.TWICE, row=first.number))
