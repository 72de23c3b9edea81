"""Everything the page of one record shows, ready and frozen."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, OuterRef, Prefetch, QuerySet, Subquery, Value, When, prefetch_related_objects
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.audit.queries import Line, entries_of, lines_of, newest_entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.reading import Select, read_at_once
from regiewijzer.inquiry.questionnaires.public import Questionnaire
from regiewijzer.inquiry.surveys.public import Survey, about_network, asked_or_none
from regiewijzer.library.weighing import heaviest_first
from regiewijzer.overview.facts.queries import Snapshot, current_snapshot, known_at, network_on
from regiewijzer.overview.findings.queries import (
    FindingRow,
    findings_about,
    findings_by_record,
    open_by_record,
    rows_of,
)
from regiewijzer.overview.pictures import history_picture_of
from regiewijzer.overview.tools import TOOLS
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import about as decisions_about
from regiewijzer.register.decisions.queries import answers, by_finding
from regiewijzer.register.decisions.queries import for_list as decisions
from regiewijzer.register.instruments.models import Aim, Instrument, Purpose, Relation
from regiewijzer.register.meetings.models import Action, Meeting
from regiewijzer.register.meetings.queries import ROWS as MEETING_ROWS
from regiewijzer.register.meetings.queries import meetings_of, next_meeting_of, open_actions_of
from regiewijzer.register.merges.models import Merge
from regiewijzer.register.merges.queries import gone_into, merges_into
from regiewijzer.register.networks.models import (
    Delegate,
    FormPeriod,
    GoalVersion,
    Management,
    Membership,
    Network,
    PhaseStart,
)
from regiewijzer.register.networks.queries import (
    FORMS,
    GOALS,
    RowsOfNetworks,
    age_of,
    for_list,
    form_of,
    former_members_of,
    managers_of,
    members_of,
    parts_of,
    phase_of,
    read_together,
    took_in_of,
    with_persons,
)
from regiewijzer.register.networks.queries import ROWS as REGISTER_ROWS
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records.models import Record
from regiewijzer.register.tool import NetworkSeen, Part
from regiewijzer.science import facts
from regiewijzer.science.limits import Limits
from regiewijzer.tools.effect import public as effect
from regiewijzer.tools.steering import public as steering
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.section import Section

LATEST_LINES = 20
SOME_RECORD = -1  # where the key of a record comes in a question that was made before
DECISIONS = RowsOfNetworks("decisions_about", lambda: decisions().filter(archived_at=None))
ROWS = (*REGISTER_ROWS, *MEETING_ROWS, *(rows for tool in TOOLS for rows in tool.rows))


@dataclass(frozen=True, slots=True)
class About:
    """What every record has: findings, decisions, history."""

    findings: list[FindingRow]
    decisions: list[Decision]
    lines: list[Line]

    @property
    def open(self) -> list[FindingRow]:
        return [finding for finding in self.findings if finding.answer is None]

    @property
    def asking(self) -> int:
        """How many wait for an answer."""
        return len(self.open)


def about(record: Record) -> About:
    """Findings and decisions about the record, and who changed it."""
    return _about_and(record)[0]


def about_with_parts(record: Record) -> tuple[About, list[Merge]]:
    """The same of a record that others may be a part of, with their history; and how they became a part."""
    found, (merges,) = _about_and(record, Select.of(merges_into(record.KIND, record.pk)))
    if merges:
        entries = entries_of(record.KIND, record.pk, LATEST_LINES, gone_into(record.KIND, record.pk))
        found = replace(found, lines=lines_of(list(entries)))
    return found, merges


def _about_and(record: Record, *more: Select) -> tuple[About, list[list[Any]]]:
    """The same, with other rows about it that are read at once."""
    kind, pk = record.KIND, record.pk
    asked = [select.with_value(SOME_RECORD, pk) for select in (*_selects_about(kind), *more)]
    of_it = (findings_about(kind, pk), decisions_about(kind, pk))
    found, taken, answers_to, lines, *others = read_at_once([*map(Select.of, of_it), *asked])
    return About(rows_of(heaviest_first(found), by_finding(answers_to)), taken, lines_of(lines)), others


@cache
def _selects_about(kind: str) -> tuple[Select, ...]:
    """Answers to findings, and the history of a record of this kind."""
    return tuple(Select.of(rows) for rows in (answers(), entries_of(kind, SOME_RECORD, LATEST_LINES)))


@cache
def _selects_of_networks() -> tuple[Select, ...]:
    """What was asked about a network, and the newest line of the trail."""
    return Select.of(about_network(SOME_RECORD)), Select.of(newest_entry())


@dataclass(frozen=True, slots=True)
class NetworkDossier:
    """A network with what the tools say of it. `effect` is its newest evaluation."""

    network: Network
    about: About
    goals: list[GoalVersion]
    members: list[Membership]
    left: list[Membership]
    parts: list[Network]
    took_in: list[Network]
    period: FormPeriod | None
    phase: PhaseStart | None
    known: facts.Network | None
    limits: Limits
    managers: list[str]
    months: int | None
    effect: effect.ShownEvaluation | None
    course: Picture | None
    told: tuple[tuple[Part, Section], ...]
    surveys: list[tuple[Survey, Questionnaire | None]]
    meetings: list[Meeting]
    next_meeting: Meeting | None
    to_do: list[Action]

    @property
    def of_tools(self) -> tuple[Section, ...]:
        """What each tool says, whatever part it stands in."""
        return tuple(section for _part, section in self.told)

    @property
    def overdue(self) -> list[Action]:
        return [action for action in self.to_do if action.is_overdue(timezone.localdate())]

    @property
    def goal(self) -> GoalVersion | None:
        return self.goals[0] if self.goals else None

    @property
    def without_person(self) -> list[Membership]:
        return [membership for membership in self.members if not membership.delegates.all()]

    @property
    def with_action(self) -> list[Membership]:
        return [membership for membership in self.members if membership.does]

    @property
    def main_domain(self) -> tuple[str, int] | None:
        """The domain most partners look from, with how many do."""
        domains = Counter(
            membership.organisation.domains[0] for membership in self.members if membership.organisation.domains
        )
        return domains.most_common(1)[0] if domains else None

    @property
    def critical_voices(self) -> list[Person]:
        """With whom it was agreed; only for who sees mandates of this network."""
        return critical_voices(self.members)


def listed_networks() -> QuerySet[Any]:
    """Networks with what a list shows of each: how many findings are open, who manages it, when it meets next.

    How many are open is counted by the findings, and given to the database so that it can sort by it.
    """
    by_count = defaultdict[int, list[int]](list)
    for network, count in open_by_record(Network.KIND).items():
        by_count[count].append(network)
    counts = [When(pk__in=networks, then=Value(count)) for count, networks in by_count.items()]
    managements = Management.objects.in_current_employment().filter(network=OuterRef("pk"))
    coming = Meeting.objects.to_come(timezone.localdate()).filter(network=OuterRef("pk"))
    networks: QuerySet[Any] = for_list().annotate(
        open_count=Case(*counts, default=Value(0)),
        manager_names=ArraySubquery(managements.order_by("position__user__name").values("position__user__name")),
        meets_on=Subquery(coming.values("held_on")[:1]),
        meeting=Subquery(coming.values("pk")[:1]),
    )
    return networks


def network_dossier(network: Network, reader: Position, *, may_change: bool = False) -> NetworkDossier:
    """The whole dossier for its page, in a fixed number of queries. `may_change`: this reader may change it."""
    authority = reader.authority
    read_together([network], ROWS)
    network.authority = authority
    found, (surveys, newest) = _about_and(network, *_selects_of_networks())
    snapshot = known_at(authority, newest[0].number if newest else 0, timezone.localdate())
    seen = _seen(network, snapshot, limits_of(authority))
    asked = [(each, asked_or_none(each)) for each in surveys]
    return _network_dossier(replace(seen, reader=reader, may_change=may_change), found, asked)


def network_seen(network: Network, reader: Position) -> NetworkSeen:
    """One network as a tool gets it, for a page of its own."""
    network.authority = reader.authority
    snapshot = current_snapshot(reader.authority, timezone.localdate())
    return replace(_seen(network, snapshot, limits_of(reader.authority)), reader=reader)


def network_dossiers(networks: Collection[Network], authority: Authority) -> list[NetworkDossier]:
    """The dossiers of a set, read together, as many as they may be.

    Without what only a page shows: who changed the record, and what the members were asked.
    """
    whole_rows = Network.objects.select_related("challenge", "within", "went_into", "authority")
    fresh = whole_rows.in_bulk({network.pk for network in networks})
    read_together(fresh.values(), (*ROWS, DECISIONS))
    snapshot = current_snapshot(authority, timezone.localdate())
    standing, limits = findings_by_record(Network.KIND), limits_of(authority)
    dossiers = {
        pk: _network_dossier(
            _seen(network, snapshot, limits), About(standing.get(pk, []), DECISIONS.of(network), []), []
        )
        for pk, network in fresh.items()
    }
    return [dossiers[network.pk] for network in networks]


def _seen(network: Network, snapshot: Snapshot, limits: Limits) -> NetworkSeen:
    known = snapshot.network(network.pk) or network_on(network.pk, timezone.localdate())
    return NetworkSeen(network, members_of(network), limits, known, snapshot.register)


def _network_dossier(
    seen: NetworkSeen, about_it: About, surveys: list[tuple[Survey, Questionnaire | None]]
) -> NetworkDossier:
    today, network, known = timezone.localdate(), seen.network, seen.known
    goals, left = GOALS.of(network), former_members_of(network)
    return NetworkDossier(
        network=network,
        about=about_it,
        goals=goals,
        members=list(seen.members),
        left=left,
        parts=parts_of(network),
        took_in=took_in_of(network),
        period=form_of(network),
        phase=phase_of(network),
        known=known,
        limits=seen.limits,
        managers=[management.position.user.name for management in managers_of(network)],
        months=age_of(network, today),
        effect=effect.latest_of(network),
        course=_course(network, about_it, goals, left, known),
        told=tuple(_told(seen)),
        surveys=surveys,
        meetings=meetings_of(network),
        next_meeting=next_meeting_of(network),
        to_do=open_actions_of(network),
    )


def _told(seen: NetworkSeen) -> Iterator[tuple[Part, Section]]:
    """What each tool says, with what others say within it, and in which part of the dossier."""
    found = [(tool.part, section) for tool in TOOLS if tool.section and (section := tool.section(seen))]
    for part, section in found:
        if not section.within:
            within = tuple(each for _part, each in found if each.within == section.key)
            yield part, replace(section, parts=(*section.parts, *within))


def _course(
    network: Network,
    about_it: About,
    goals: list[GoalVersion],
    left: list[Membership],
    known: facts.Network | None,
) -> Picture | None:
    return history_picture_of(
        network,
        goals=goals,
        forms=FORMS.of(network),
        left=left,
        measurements=known.measurements if known else (),
        decisions=about_it.decisions,
        today=timezone.localdate(),
    )


def critical_voices(members: Iterable[Membership]) -> list[Person]:
    """With whom it was agreed that they question this network; only for who sees its mandates."""
    seats = (delegate for membership in members for delegate in membership.delegates.all())
    return [delegate.person for delegate in seats if delegate.critical_voice]


@dataclass(frozen=True, slots=True)
class InstrumentDossier:
    """An instrument with its evaluations and what it touches."""

    instrument: Instrument
    about: About
    evaluations: list[steering.ShownEvaluation]


def instrument_dossier(instrument: Instrument, authority: Authority) -> InstrumentDossier:
    """The whole page, in a fixed number of queries."""
    prefetch_related_objects(
        [instrument],
        Prefetch("purposes", Purpose.objects.select_related("challenge")),
        Prefetch("aims", Aim.objects.select_related("organisation")),
        Prefetch("relations", Relation.objects.select_related("other")),
    )
    return InstrumentDossier(
        instrument, about(instrument), steering.shown_evaluations(instrument, limits_of(authority))
    )


def memberships_of(organisation: Organisation) -> list[Membership]:
    """Networks the organisation sits in today, by name."""
    return list(_seats_today().filter(organisation=organisation))


def persons_of(organisation: Organisation) -> QuerySet[Person]:
    return Person.objects.current().filter(organisation=organisation).order_by("name")


def seats_of(person: Person) -> list[Membership]:
    """Networks the person sits in today."""
    sitting = Delegate.objects.sitting(timezone.localdate()).filter(person=person)
    return list(_seats_today().filter(pk__in=sitting.values("membership")))


def _seats_today() -> QuerySet[Membership]:
    today = timezone.localdate()
    found = Membership.objects.sitting(today).in_running_networks(today)
    return found.select_related("network__authority").prefetch_related(with_persons()).order_by("network__name")


def networks_of(challenge: Challenge) -> QuerySet[Network]:
    return Network.objects.current().filter(challenge=challenge).order_by("name")


def mix_of(challenge: Challenge, authority: Authority) -> steering.MixInShort:
    """How the instruments for the challenge work together, in short."""
    known = current_snapshot(authority, timezone.localdate()).register
    return steering.mix_in_short(challenge.pk, known.instruments, limits_of(authority))


def instruments_of(challenge: Challenge) -> QuerySet[Instrument]:
    return Instrument.objects.current().filter(purposes__challenge=challenge).order_by("name")
