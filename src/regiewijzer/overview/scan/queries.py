"""What do the rules find in a file? Rows of sheets as facts, then every finding and overlap."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from regiewijzer.overview.exchange.queries import plan_against
from regiewijzer.register.exchange.files.limits import UPLOAD, Limits
from regiewijzer.register.exchange.files.raw import File
from regiewijzer.register.exchange.files.reading import files_at, read_files
from regiewijzer.register.exchange.plans.plan import Plan
from regiewijzer.register.exchange.plans.planning import ARCHIVED
from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.mistakes import Mistake, Note, Remark
from regiewijzer.register.exchange.sheets.rows import Row
from regiewijzer.register.exchange.sheets.sheet import Values
from regiewijzer.register.organisations.models import Scheme
from regiewijzer.science import facts
from regiewijzer.science.finding import Finding
from regiewijzer.science.governance import from_scale
from regiewijzer.science.likeness import corpus
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.science.overlap import Pair, pairs
from regiewijzer.science.rules import find_all
from regiewijzer.tools.effect.public import LEVELS
from regiewijzer.tools.governance.public import CONDITIONS
from regiewijzer.tools.steering.public import evaluation_of

LEAST_SHARED = 3


@dataclass(frozen=True, slots=True)
class Scan:
    """What a file says and what the rules find in it. `counts` are the rows that could be read."""

    register: facts.Register
    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    mistakes: tuple[Mistake, ...]
    remarks: tuple[Remark, ...]

    def overlaps(self, min_jaccard: float) -> tuple[Pair, ...]:
        """Pairs of running networks with three partners in common and at least this Jaccard, most alike first.

        By lot would be out of every organisation in the file.
        """
        running = self.register.running
        goals = corpus({network.ref: network.goal for network in running})
        territory = {organisation.ref for organisation in self.register.organisations}
        territory.update(partner for network in running for partner in network.partners)
        return pairs(
            running,
            population=len(territory),
            min_shared=LEAST_SHARED,
            min_jaccard=min_jaccard,
            goal_cosines=goals.cosine,
        )


def facts_of(path: Path, today: date) -> facts.Register:
    """The facts in the file or folder at this path. Refused when it is unusable; rows with a mistake are left out."""
    return scan_of(files_at(path), today).register


def scan_path(path: Path, today: date, within: Limits = UPLOAD) -> Scan:
    """Everything about the file or folder at this path. Refused when it is unusable."""
    return scan_of(files_at(path, within), today, within)


def scan_of(files: Sequence[File], today: date, within: Limits = UPLOAD) -> Scan:
    """Everything about these files. Refused when they are unusable."""
    plan = plan_against({}, read_files(files, within), today)
    rows = {each.sheet.code: each.entries for each in plan.sheets}
    register = _register(rows, plan, today)
    counted = ("organisations", "networks", "members", "instruments", "challenges")
    counts = {code: len(rows[code]) for code in counted}
    remarks = tuple(remark for remark in plan.remarks if remark.note is not Note.AS_OF_TODAY)
    return Scan(register, find_all(register, DEFAULTS), counts, plan.mistakes, remarks)


Rows = Mapping[str, Sequence[Row]]


def _register(rows: Rows, plan: Plan, today: date) -> facts.Register:
    """The same facts as `overview.facts` takes from the database, of what is not in the archive."""
    refs = _References(rows)
    return facts.Register(
        today=today,
        choices_known=False,
        organisations=tuple(_organisation(refs, entry) for entry in _current(rows["organisations"])),
        networks=tuple(_networks(refs, rows, plan, today)),
        instruments=tuple(_instruments(refs, rows)),
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


def _networks(refs: _References, rows: Rows, plan: Plan, today: date) -> Iterable[facts.Network]:
    members = _members(refs, rows, today)
    measurements = _by_subject(rows["measurements"], "network", "measured_on")
    results = _by_subject(rows["results"], "network", "evaluated_on")
    for entry in _current(rows["networks"]):
        values, latest = entry.values, results[entry.target][-1:]
        lead = values["lead"]
        yield facts.Network(
            ref=refs.of(entry.target),
            name=str(values["name"]),
            goal=str(values["goal"]),
            themes=_words(values["themes"]),
            target_groups=_words(values["target_groups"]),
            origin=facts.Origin(str(values["origin"])),
            mandated_by=str(values["mandated_by"]),
            started=_day(values["started"]),
            ended=_day(values["ended"]),
            form=facts.Form(str(values["form"])) if values["form"] else None,
            lead=refs.of(lead) if lead else None,
            lead_name=plan.name_of(lead) if isinstance(lead, Target) else "",
            members=members.get(entry.target, ()),
            measurements=tuple(_measurement(each) for each in measurements[entry.target]),
            results=frozenset(level for each in latest for key, level in LEVELS.items() if each[key]),
            results_known=bool(latest),
            as_of=_as_of(entry),
        )


def _members(refs: _References, rows: Rows, today: date) -> Mapping[Value, tuple[facts.Member, ...]]:
    """Partners of today."""
    resting = {entry.target for entry in rows["organisations"] if entry.values[ARCHIVED]}
    found: dict[Value, list[tuple[str, str]]] = defaultdict(list)
    for entry in rows["members"]:
        values = entry.values
        if _holds(values, today) and values["organisation"] not in resting:
            found[values["network"]].append((refs.of(values["organisation"]), str(values["action"] or "")))
    return {network: facts.members_with(seats) for network, seats in found.items()}


def _holds(values: Values, today: date) -> bool:
    started, ended = _day(values["started"]), _day(values["ended"])
    return (started is None or started <= today) and (ended is None or ended > today)


def _instruments(refs: _References, rows: Rows) -> Iterable[facts.Instrument]:
    evaluations = _by_subject(rows["evaluations"], "instrument", "measured_on")
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
            evaluations=tuple(evaluation_of(each) for each in evaluations[entry.target]),
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


def _measurement(values: Values) -> facts.FormMeasurement:
    scores: dict[str, Any] = {condition: _share(values[condition]) for condition in CONDITIONS}
    return facts.FormMeasurement(
        measured_on=_day(values["measured_on"]) or date.min,
        participants=_whole(values["participants"]) or 0,
        source=facts.InputSource(str(values["source"])),
        answers=_whole(values["answers"]),
        invited=_whole(values["invited"]),
        **scores,
    )


def _by_subject(entries: Sequence[Row], subject: str, day: str) -> Mapping[Value, list[Values]]:
    """Rows of a growing sheet by what they are about, from old to new."""
    found: dict[Value, list[Values]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: str(entry.values[day])):
        found[entry.values[subject]].append(entry.values)
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


def _share(value: Value) -> float | None:
    return from_scale(float(value)) if isinstance(value, Decimal) else None
