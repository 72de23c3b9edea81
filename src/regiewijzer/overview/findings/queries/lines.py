"""Which findings stand, in which order, and which weigh alike?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.db.models import QuerySet
from django.utils import timezone

from regiewijzer.library import catalogue
from regiewijzer.library.entries import WeightLevel
from regiewijzer.library.finding_text import FindingText
from regiewijzer.library.texts import Text
from regiewijzer.library.together import Tied, hang_together
from regiewijzer.library.weighing import LEVELS, each_rule_in_turn, heaviest_first
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.wording import others_in_words, together_in_words
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import standing_answers

# Of hundreds; what else they hold is read of those shown.
ENOUGH_TO_SORT = (
    "key",
    "rule",
    "subjects",
    "weight",
    "certainty",
    "size",
    "measured",
    "also",
    "owner",
    "not_now_until",
    "found_on",
)


class State(StrEnum):
    """Where a finding stands in the work: open, put off, or answered."""

    OPEN = "open"
    LATER = "later"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One line in a list of findings: what was found, and the decision that answers it."""

    stored: StoredFinding
    answer: Decision | None

    @property
    def state(self) -> State:
        if self.answer is not None:
            return State.ANSWERED
        return State.LATER if self.stored.later(timezone.localdate()) else State.OPEN

    @property
    def rule(self) -> str:
        return self.stored.rule

    @property
    def weight(self) -> int:
        return self.stored.weight

    @property
    def certainty(self) -> str:
        return self.stored.certainty

    @property
    def size(self) -> float | None:
        return self.stored.size

    @property
    def measured(self) -> bool:
        return self.stored.measured

    @property
    def belongs_to(self) -> str:
        return self.stored.belongs_to

    @property
    def text(self) -> FindingText:
        return self.stored.text()


@dataclass(frozen=True, slots=True)
class SubjectRows:
    """The open findings about one subject: the one to decide first, and what hangs on it. `name` is of the subject."""

    name: str
    first: FindingRow
    others: tuple[Tied[FindingRow], ...]
    conversations: int
    tied: int
    against: int

    @property
    def rows(self) -> tuple[FindingRow, ...]:
        return (self.first, *(each.finding for each in self.others))

    @property
    def heading(self) -> str:
        """Buurt in Balans: six findings, one conversation; empty for a subject with one finding."""
        return together_in_words(self.name, len(self.rows), self.conversations) if self.others else ""

    @property
    def summary(self) -> str:
        """What hangs on the first, counted."""
        return others_in_words(self.tied, self.against, len(self.others) - self.tied)


@dataclass(frozen=True, slots=True)
class Group:
    """Subjects of which the heaviest finding has one weight."""

    level: WeightLevel
    label: Text
    subjects: list[SubjectRows]

    @property
    def findings(self) -> list[FindingRow]:
        return [row for subject in self.subjects for row in subject.rows]


def answer_of(stored: StoredFinding, answers: Mapping[str, Decision]) -> Decision | None:
    """The decision that answers the fact, whichever of its rules spoke for it when the decision was taken."""
    return next((answers[key] for key in stored.keys if key in answers), None)


def open_findings() -> list[FindingRow]:
    """Findings that stand, were not answered and not put off, heaviest first, in a level each rule in turn."""
    return each_rule_in_turn(row for row in standing_findings() if row.state is State.OPEN)


def standing_findings() -> list[FindingRow]:
    """All findings that stand, heaviest first, with their answer; no finding moves about from day to day."""
    answers = standing_answers()
    found = sorted(StoredFinding.objects.standing().only(*ENOUGH_TO_SORT), key=lambda stored: stored.key)
    return rows_of(heaviest_first(found), answers)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings somebody wants to work at; what is empty does not choose.

    `subject` is the key of a network, `kind` a kind of record, `owner` the key of a position, `since` a day.
    """

    state: str = ""
    text: str = ""
    network: int | None = None
    kind: str = ""
    level: str = ""
    owner: int | None = None
    since: date | None = None

    def __bool__(self) -> bool:
        return bool(self.text or self.network or self.kind or self.level or self.owner or self.since)


def chosen(rows: Iterable[FindingRow], wanted: Wanted) -> list[FindingRow]:
    """Those that are wanted, in the order they come in."""
    found = [row for row in rows if wanted.state in ("all", row.state) and _wants(wanted, row.stored)]
    if not wanted.text:
        return found
    words = wanted.text.casefold().split()
    whole = StoredFinding.objects.in_bulk([row.stored.pk for row in found])
    return [row for row in found if all(word in _words_of(whole[row.stored.pk]) for word in words)]


def _wants(wanted: Wanted, stored: StoredFinding) -> bool:
    about = [(subject["kind"], subject["ref"]) for subject in stored.subjects]
    return (
        (wanted.network is None or ("network", wanted.network) in about)
        and (not wanted.kind or [kind for kind, _ref in about[:1]] == [wanted.kind])
        and (not wanted.level or stored.level == wanted.level)
        and (wanted.owner is None or stored.owner_id == wanted.owner)
        and (wanted.since is None or stored.found_on >= wanted.since)
    )


def _words_of(stored: StoredFinding) -> str:
    text = stored.text()
    names = " ".join(str(subject["name"]) for subject in stored.subjects)
    return f"{names} {text.sentence.plain} {text.label}".casefold()


def next_open(after: StoredFinding) -> StoredFinding | None:
    """What to decide after this one: the next about its subject, else the first there is."""
    rows = [row.stored for row in open_findings() if row.stored.pk != after.pk]
    about = after.subjects[:1]
    return next((stored for stored in rows if stored.subjects[:1] == about), next(iter(rows), None))


def findings_about(kind: str, ref: int) -> QuerySet[StoredFinding]:
    """Findings in which this record occurs, heaviest first; `rows_of` says which are answered."""
    return StoredFinding.objects.standing().filter(subjects__contains=[{"kind": kind, "ref": ref}])


def rows_of(found: Iterable[StoredFinding], answers: Mapping[str, Decision]) -> list[FindingRow]:
    """Each with the decision that answers it."""
    return [FindingRow(stored, answer_of(stored, answers)) for stored in found]


def findings_by_record(kind: str) -> dict[int, list[FindingRow]]:
    """The same for every record of a kind, read at once."""
    answers, found = standing_answers(), defaultdict[int, list[FindingRow]](list)
    for stored in StoredFinding.objects.standing():
        for ref in {subject["ref"] for subject in stored.subjects if subject["kind"] == kind}:
            found[ref].append(FindingRow(stored, answer_of(stored, answers)))
    return found


def open_by_record(kind: str) -> Counter[int]:
    """How many findings wait for an answer about each record of a kind; none stands for a record without any."""
    asking = (row.stored for row in standing_findings() if row.state is State.OPEN)
    return Counter(
        ref for stored in asking for ref in {subject["ref"] for subject in stored.subjects if subject["kind"] == kind}
    )


def grouped(subjects: Iterable[list[FindingRow]], most: dict[WeightLevel, int] | None = None) -> list[Group]:
    """Subjects by the weight of their heaviest finding, at most so many of each; empty groups are left out."""
    limits = most or {}
    by_level: dict[WeightLevel, list[list[FindingRow]]] = {level: [] for level in LEVELS}
    for rows in subjects:
        by_level[max(rows, key=lambda row: row.weight).stored.level].append(rows)
    shown = {level: inside[: limits.get(level)] for level, inside in by_level.items() if inside}
    pks = [row.stored.pk for inside in shown.values() for rows in inside for row in rows]
    whole = StoredFinding.objects.select_related("owner__user").in_bulk(pks)
    return [
        Group(
            level,
            catalogue.word(level, "weight_levels").short,
            [subject_of([replace(row, stored=whole[row.stored.pk]) for row in rows]) for rows in inside],
        )
        for level, inside in shown.items()
    ]


def subject_of(rows: Sequence[FindingRow]) -> SubjectRows:
    """What hangs together in the findings about one subject."""
    together = hang_together(rows)
    about = together.first.stored.subjects[:1]
    name = about[0]["name"] if about else ""
    return SubjectRows(name, together.first, together.others, together.conversations, together.tied, together.against)
