"""How far is the first hour of an authority, what is seen in its networks already, and what is missing to see more?"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from django.db.models import CharField, Value
from django.utils.functional import Promise

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.library.municipalities import Municipality, municipalities, municipality_called
from regiewijzer.library.together import by_subject
from regiewijzer.overview.exchange.models import ImportDraft
from regiewijzer.overview.exchange.wording import State
from regiewijzer.overview.facts.queries import Snapshot
from regiewijzer.overview.findings.queries import FindingRow, Group, grouped, open_findings
from regiewijzer.overview.onboarding.definitions import Proposed, of_associations, of_mandates
from regiewijzer.overview.onboarding.models import HiddenSteps, RefusedProposal
from regiewijzer.overview.onboarding.wording import MINUTES, SHOWS, TITLES, Step
from regiewijzer.overview.reports.actions import REPORT
from regiewijzer.register.networks.models import MemberRole, Membership, Network
from regiewijzer.science import facts
from regiewijzer.science.facts import Ref
from regiewijzer.science.names import compared
from regiewijzer.science.overlap import Pair

LARGEST = 10  # networks asked about first: our proposal
MOST_STARTS = 25  # rows of one short form
MOST_PAIRS = 5
MOST_CIRCLES = 40
MOST_FINDINGS = 5
STEPS_STAY = timedelta(days=7)  # after the first decision


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One step: what it shows, how long it takes, whether it was taken, and whether it is the next."""

    code: Step
    title: Promise
    shows: Promise
    minutes: int
    done: bool
    next: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """Networks of which somebody can say more at once, the largest first."""

    forms: tuple[facts.Network, ...]
    goals: tuple[facts.Network, ...]
    starts: tuple[facts.Network, ...]
    largest: int
    running: int

    @property
    def forms_known(self) -> int:
        return self.largest - len(self.forms)


@dataclass(frozen=True, slots=True)
class Leaders:
    """Who sits in one network, by key and name, and who leads it by the list that came in."""

    members: tuple[tuple[int, str], ...]
    lead: int | None


@dataclass(frozen=True, slots=True)
class ClosePair:
    """Two networks that share partners, with a circle for each partner of the smaller: full when it sits in both."""

    pair: Pair
    circles: tuple[bool, ...]


def largest_first(known: Snapshot) -> list[facts.Network]:
    """Networks that run, by how many have to agree."""
    return sorted(known.register.running, key=lambda each: (-len(each.parties), each.name))


def missing(known: Snapshot) -> Missing:
    """What is not known yet: who leads and what is wanted by the largest, and since when the others exist."""
    running = largest_first(known)
    largest = running[:LARGEST]
    return Missing(
        forms=tuple(each for each in largest if each.form is None),
        goals=tuple(each for each in largest if not each.goal),
        starts=tuple(each for each in running if each.started is None)[:MOST_STARTS],
        largest=len(largest),
        running=len(running),
    )


def leaders(networks: Collection[facts.Network], today: date) -> dict[Ref, Leaders]:
    """Who could lead each of these networks: its members of today."""
    rows = Membership.objects.sitting(today).filter(network__in=[each.ref for each in networks])
    found: dict[Ref, list[Membership]] = defaultdict(list)
    for row in rows.select_related("organisation").order_by("organisation__name"):
        found[row.network_id].append(row)
    return {each.ref: _leaders(found[each.ref]) for each in networks}


def _leaders(rows: Sequence[Membership]) -> Leaders:
    lead = [row.organisation_id for row in rows if row.role == MemberRole.LEAD]
    members = tuple((row.organisation_id, row.organisation.name) for row in rows)
    return Leaders(members, lead[0] if len(lead) == 1 else None)


def steps(known: Snapshot) -> list[ShownStep]:
    """The five steps."""
    done = {**_taken(known), Step.REPORT: _reported()}
    following = next((step for step in Step if not done[step]), None)
    return [ShownStep(each, TITLES[each], SHOWS[each], MINUTES[each], done[each], each is following) for each in Step]


def _reported() -> bool:
    return Entry.objects.filter(kind=REPORT).exists()


def _taken(known: Snapshot) -> dict[Step, bool]:
    """Which steps the register shows as taken; one over many networks was when half of them are known."""
    running = largest_first(known)
    largest = running[:LARGEST]
    return {
        Step.LIST: any(each.parties for each in running),
        Step.FORMS: _half(sum(each.form is not None for each in largest), len(largest)),
        Step.GOALS: _half(sum(bool(each.goal) for each in largest), len(largest))
        and _half(sum(each.started is not None for each in running), len(running)),
        Step.DECISION: bool(known.register.decisions),
    }


def _half(known: int, total: int) -> bool:
    return bool(total) and 2 * known >= total


def is_over(known: Snapshot) -> bool:
    """Whether the steps go away: all were taken, somebody hid them, or the first decision is a week old."""
    until = known.register.today - STEPS_STAY
    if any(each.decided_on <= until for each in known.register.decisions):
        return True
    return HiddenSteps.objects.exists() or (all(_taken(known).values()) and _reported())


def heaviest() -> tuple[list[Group], int]:
    """The heaviest findings that are open, one of each rule first, by weight, and how many there are."""
    found: list[FindingRow] = open_findings()
    subjects = by_subject(found)
    rules: dict[str, list[FindingRow]] = {}
    for rows in subjects:
        rules.setdefault(rows[0].rule, rows)
    told = list(rules.values())
    return grouped([*told, *(rows for rows in subjects if rows not in told)][:MOST_FINDINGS]), len(found)


def closest(known: Snapshot) -> list[ClosePair]:
    """The pairs of networks of which most of the smaller one also sits in the other."""
    found = sorted(known.pairs, key=lambda each: (-each.containment, -each.shared))[:MOST_PAIRS]
    return [ClosePair(each, _circles(each) if each.smallest <= MOST_CIRCLES else ()) for each in found]


def _circles(pair: Pair) -> tuple[bool, ...]:
    return (True,) * pair.shared + (False,) * (pair.smallest - pair.shared)


def without_partners(known: Snapshot) -> list[facts.Network]:
    """Networks of which nobody is known to sit in them."""
    return [each for each in known.register.running if not each.parties]


def latest_import(position: int) -> ImportDraft | None:
    """What this person brought in last, as long as it may be undone."""
    found = ImportDraft.objects.kept().filter(position=position, state=State.SAVED).exclude(made={})
    return found.defer("files", "rows", "listed").first()


@dataclass(frozen=True, slots=True)
class Proposals:
    """Networks an authority may have that its register does not hold, with where the associations come from."""

    compulsory: tuple[Proposed, ...]
    recognised: tuple[Proposed, ...]
    associations: tuple[Proposed, ...]
    municipality: Municipality | None
    source: str
    as_of: str

    @property
    def all(self) -> tuple[Proposed, ...]:
        return (*self.compulsory, *self.recognised, *self.associations)


def proposals(authority: Authority, today: date) -> Proposals:
    """What is proposed and was neither confirmed nor refused."""
    municipality = municipality_called(authority.name)
    file = municipalities()
    refused, tied, named = _answered()
    mandates = [each for each in of_mandates(today.year) if each.code not in refused | tied]
    associations = [
        each
        for each in (of_associations(municipality) if municipality else ())
        if each.code not in refused and compared(each.name) not in named
    ]
    return Proposals(
        compulsory=tuple(each for each in mandates if each.compulsory),
        recognised=tuple(each for each in mandates if not each.compulsory),
        associations=tuple(associations),
        municipality=municipality,
        source=file.source,
        as_of=file.as_of,
    )


def _answered() -> tuple[set[str], set[str], set[str]]:
    """Codes that were refused, and the rules and names of networks there are, in one question."""
    kind = partial(Value, output_field=CharField())
    no = RefusedProposal.objects.annotate(rule=kind(""), of=kind("refused")).values_list("of", "code", "rule")
    there = Network.objects.annotate(of=kind("network")).order_by().values_list("of", "name", "mandate")
    rows = list(no.union(there))
    refused = {code for of, code, _rule in rows if of == "refused"}
    networks = [(name, mandate) for of, name, mandate in rows if of == "network"]
    return refused, {mandate for _name, mandate in networks}, {compared(name) for name, _mandate in networks}
