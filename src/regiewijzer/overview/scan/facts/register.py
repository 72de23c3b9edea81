"""What do the rules find in a file? Rows of the register as facts, then every finding and overlap."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from regiewijzer.library import catalogue
from regiewijzer.library.goal_lists import goal_lists
from regiewijzer.register.exchange.plans.plan import Plan
from regiewijzer.register.exchange.plans.planning import ARCHIVED
from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.mistakes import Mistake, Note, Remark
from regiewijzer.register.exchange.sheets.rows import Row
from regiewijzer.register.exchange.sheets.sheet import Values
from regiewijzer.register.meetings.models import MeetingState, Seen
from regiewijzer.register.networks.queries import least_meetings_of
from regiewijzer.register.organisations.models import Scheme
from regiewijzer.science import facts
from regiewijzer.science.finding import Finding
from regiewijzer.science.likeness import corpus
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.science.overlap import Pair, pairs
from regiewijzer.science.rules import find_all
from regiewijzer.science.written_days import KnownDay, Precision

LEAST_SHARED = 3
Rows = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Scan:
    """What a file says and what the rules find in it.

    `counts` are the rows that could be read of the sheets that are told of, `rows` those of all sheets together.
    """

    register: facts.Register
    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    rows: int
    mistakes: tuple[Mistake, ...]
    remarks: tuple[Remark, ...]

    def overlaps(self, min_jaccard: float) -> tuple[Pair, ...]:
        """Pairs of running networks with three partners in common and at least this Jaccard, most alike first."""
        running = self.register.running
        goals = corpus({network.ref: network.goal for network in running}, self.register.goal_lists)
        return pairs(running, min_shared=LEAST_SHARED, min_jaccard=min_jaccard, likeness=goals.likeness)


@dataclass(frozen=True, slots=True)
class MeasuredFacts:
    """What rows of the tools say, by the network or instrument they are about.

    `results` are levels with a result, `looked` those somebody looked at.
    """

    measurements: Mapping[Value, tuple[facts.FormMeasurement, ...]] = field(default_factory=dict)
    results: Mapping[Value, frozenset[facts.Level]] = field(default_factory=dict)
    looked: Mapping[Value, frozenset[facts.Level]] = field(default_factory=dict)
    evaluations: Mapping[Value, tuple[facts.Evaluation, ...]] = field(default_factory=dict)


def scan_of(plan: Plan, today: date, measured: MeasuredFacts | None = None) -> Scan:
    """What the rules find in the rows that can come in."""
    rows = defaultdict[str, tuple[Row, ...]](tuple, {each.sheet.code: each.entries for each in plan.sheets})
    register = _register(rows, plan, today, measured or MeasuredFacts())
    counted = ("organisations", "networks", "members", "instruments", "challenges")
    counts = {code: len(rows[code]) for code in counted}
    remarks = tuple(remark for remark in plan.remarks if remark.note is not Note.AS_OF_TODAY)
    read = sum(map(len, rows.values()))
    return Scan(register, find_all(register, DEFAULTS), counts, read, plan.mistakes, remarks)


def _register(rows: Rows, plan: Plan, today: date, measured: MeasuredFacts) -> facts.Register:
    """The same facts as `overview.facts` takes from the database, of what is not in the archive."""
    refs = _References(rows)
    return facts.Register(
        today=today,
        choices_known=False,
        goal_lists=goal_lists(),
        organisations=tuple(_organisation(refs, entry) for entry in _current(rows["organisations"])),
        networks=tuple(_networks(refs, rows, plan, today, measured)),
        instruments=tuple(_instruments(refs, rows, measured)),
        open_actions=_open_actions(plan, rows).get(None, ()),
        challenges=tuple(
            facts.Challenge(refs.of(entry.target), str(entry.values["name"]), _as_of(entry))
            for entry in _current(rows["challenges"])
        ),
        decisions=tuple(
            facts.Decision(
                ref=refs.of(entry.target),
                subject=str(entry.values["name"]),
                decided_on=_day(entry.values["decided_on"]) or today,
                review_on=_day(entry.values["review_on"]),
            )
            for entry in _current(rows["decisions"])
            if entry.values["reviewed_on"] is None
        ),
    )


class _References:
    """What names a row to the rules: its KBO number, else its name, else its name with the row."""

    def __init__(self, rows: Rows) -> None:
        self._by_target: dict[Target, str] = {}
        for code in ("challenges", "organisations", "networks", "instruments", "decisions"):
            taken: set[str] = set()
            for entry in rows[code]:
                wanted = str(entry.values.get(Scheme.KBO.value) or entry.values["name"])
                ref = wanted if wanted not in taken else f"{wanted} ({entry.number})"
                taken.add(ref)
                self._by_target[entry.target] = ref

    def of(self, target: Value) -> str:
        assert isinstance(target, Target)
        return self._by_target[target]

    def of_each(self, targets: Value) -> tuple[str, ...]:
        assert isinstance(targets, tuple)
        return tuple(self.of(target) for target in targets if isinstance(target, Target))


def _organisation(refs: _References, entry: Row) -> facts.Organisation:
    values = entry.values
    return facts.Organisation(
        ref=refs.of(entry.target),
        name=str(values["name"]),
        domains=_words(values["domains"]),
        speaks_for_users=bool(values["speaks_for_users"]),
        as_of=_as_of(entry),
        own=bool(values["is_own"]),
    )


def _networks(
    refs: _References, rows: Rows, plan: Plan, today: date, measured: MeasuredFacts
) -> Iterable[facts.Network]:
    members, meetings = _members(refs, rows, today), _meetings(refs, rows)
    actions = _open_actions(plan, rows)
    for entry in _current(rows["networks"]):
        values = entry.values
        lead, within, started = values["lead"], values["within"], values["started"]
        yield facts.Network(
            ref=refs.of(entry.target),
            name=str(values["name"]),
            goal=str(values["goal"]),
            themes=_words(values["themes"]),
            target_groups=_words(values["target_groups"]),
            origin=facts.Origin(str(values["origin"])),
            mandated_by=str(values["mandated_by"]),
            seats_by_rule=catalogue.mandate(str(values["mandate"])).seats_members if values["mandate"] else None,
            started=started.at_latest(today) if isinstance(started, KnownDay) else _day(started),
            started_in_part=isinstance(started, KnownDay) and started.precision is not Precision.DAY,
            ended=_day(values["ended"]),
            form=facts.Form(str(values["form"])) if values["form"] else None,
            lead=refs.of(lead) if lead else None,
            lead_name=plan.name_of(lead) if isinstance(lead, Target) else "",
            members=members.get(entry.target, ()),
            measurements=measured.measurements.get(entry.target, ()),
            results=measured.results.get(entry.target, frozenset()),
            results_known=measured.looked.get(entry.target, frozenset()),
            as_of=_as_of(entry),
            meetings=meetings.get(entry.target, ()),
            open_actions=actions.get(entry.target, ()),
            least_meetings=least_meetings_of(str(values["mandate"] or "")),
            within=refs.of(within) if within else None,
            layer=facts.NetworkLayer(str(values["layer"])) if values["layer"] else None,
            mandate=str(values["mandate"] or ""),
            meetings_per_year=_whole(values["meetings_per_year"]),
            hours_per_year=_whole(values["hours_per_year"]),
        )


def _meetings(refs: _References, rows: Rows) -> Mapping[Value, tuple[facts.Meeting, ...]]:
    """Every meeting that was not cancelled, from old to new, by network, with who was there."""
    there: dict[Value, dict[facts.Ref, bool]] = defaultdict(dict)
    for entry in rows["presences"]:
        seen, partner = str(entry.values["seen"]), refs.of(entry.values["organisation"])
        there[entry.values["meeting"]][partner] = seen in (Seen.PRESENT, Seen.SUBSTITUTE)
    agreed = Counter(entry.values["meeting"] for entry in rows["actions"])
    found: dict[Value, list[facts.Meeting]] = defaultdict(list)
    for entry in sorted(_current(rows["meetings"]), key=lambda each: str(each.values["held_on"])):
        day, state = _day(entry.values["held_on"]), str(entry.values["state"])
        if day is not None and state != MeetingState.CANCELLED:
            held = state == MeetingState.HELD
            settled = held and entry.values["minutes"]
            meeting = facts.Meeting(day, held, there.get(entry.target, {}), agreed[entry.target] if settled else None)
            found[entry.values["network"]].append(meeting)
    return {network: tuple(meetings) for network, meetings in found.items()}


def _open_actions(plan: Plan, rows: Rows) -> Mapping[Value, tuple[facts.OpenAction, ...]]:
    """What is still to do, by network; None for what belongs to no network."""
    found: dict[Value, list[facts.OpenAction]] = defaultdict(list)
    for entry in _open(rows["actions"]):
        values = entry.values
        owner = next((plan.name_of(each) for each in _owners(values) if isinstance(each, Target)), "")
        found[values["network"]].append(
            facts.OpenAction(f"{entry.number}", str(values["name"]), owner, _day(values["due"]))
        )
    return {network: tuple(actions) for network, actions in found.items()}


def _open(entries: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(entry for entry in _current(entries) if entry.values["state"] == facts.ActionState.OPEN)


def _owners(values: Values) -> tuple[Value, ...]:
    """In the order in which an owner is told of."""
    return values["colleague"], values["organisation"]


def _members(refs: _References, rows: Rows, today: date) -> Mapping[Value, tuple[facts.Member, ...]]:
    """Partners of today."""
    resting = {entry.target for entry in rows["organisations"] if entry.values[ARCHIVED]}
    to_do = {(entry.values["network"], entry.values["organisation"]) for entry in _open(rows["actions"])}
    found: dict[Value, list[tuple[str, str, bool]]] = defaultdict(list)
    for entry in rows["members"]:
        values = entry.values
        if _holds(values, today) and values["organisation"] not in resting:
            has_action = (values["network"], values["organisation"]) in to_do
            found[values["network"]].append((refs.of(values["organisation"]), str(values["action"] or ""), has_action))
    own = {refs.of(entry.target) for entry in rows["organisations"] if entry.values["is_own"]}
    return {network: facts.members_with(seats, own) for network, seats in found.items()}


def _holds(values: Values, today: date) -> bool:
    started, ended = _day(values["started"]), _day(values["ended"])
    return (started is None or started <= today) and (ended is None or ended > today)


def _instruments(refs: _References, rows: Rows, measured: MeasuredFacts) -> Iterable[facts.Instrument]:
    relations = _relations(refs, rows)
    for entry in _current(rows["instruments"]):
        values = entry.values
        yield facts.Instrument(
            ref=refs.of(entry.target),
            name=str(values["name"]),
            shares={power: _whole(values[power.value]) or 0 for power in facts.Power},
            status=facts.InstrumentStatus(str(values["status"])),
            origin=facts.Origin(str(values["origin"])),
            challenges=refs.of_each(values["challenges"]),
            evaluations=measured.evaluations.get(entry.target, ()),
            as_of=_as_of(entry),
            relations=tuple(relations[entry.target]),
        )


def _relations(refs: _References, rows: Rows) -> Mapping[Value, list[facts.Relation]]:
    """How each instrument acts on others."""
    found: dict[Value, list[facts.Relation]] = defaultdict(list)
    for entry in rows["relations"]:
        kind, other = facts.Interplay(str(entry.values["kind"])), refs.of(entry.values["other"])
        found[entry.values["instrument"]].append(facts.Relation(kind, other))
    return found


def _current(entries: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(entry for entry in entries if not entry.values[ARCHIVED])


def _as_of(entry: Row) -> date | None:
    """The day somebody wrote down; an import takes the day it is done on, but nobody knows that here."""
    return _day(entry.given.get("as_of"))


def _words(value: Value) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return tuple(str(word) for word in value)


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None


def _whole(value: Value) -> int | None:
    return value if isinstance(value, int) else None
