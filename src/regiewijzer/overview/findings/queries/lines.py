"""Which findings stand, in which order, and which weigh alike?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from regiewijzer.library import catalogue
from regiewijzer.library.entries import WeightLevel
from regiewijzer.library.finding_text import FindingText
from regiewijzer.library.texts import Text
from regiewijzer.library.weighing import LEVELS, each_rule_in_turn, heaviest_first
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import standing_answers

# Of hundreds; what else they hold is read of those shown.
ENOUGH_TO_SORT = ("key", "rule", "weight", "certainty", "size", "measured", "also")


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One line in a list of findings: what was found, and the decision that answers it."""

    stored: StoredFinding
    answer: Decision | None

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
    def text(self) -> FindingText:
        return self.stored.text()


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one weight."""

    level: WeightLevel
    label: Text
    findings: list[FindingRow]


def answer_of(stored: StoredFinding, answers: Mapping[str, Decision]) -> Decision | None:
    """The decision that answers the fact, whichever of its rules spoke for it when the decision was taken."""
    return next((answers[key] for key in stored.keys if key in answers), None)


def open_findings() -> list[FindingRow]:
    """Findings that stand and were not answered, heaviest first, in a level each rule in turn."""
    return each_rule_in_turn(row for row in standing_findings() if row.answer is None)


def standing_findings() -> list[FindingRow]:
    """All findings that stand, heaviest first, with their answer; no finding moves about from day to day."""
    answers = standing_answers()
    found = sorted(StoredFinding.objects.standing().only(*ENOUGH_TO_SORT), key=lambda stored: stored.key)
    return rows_of(heaviest_first(found), answers)


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


def grouped(rows: Iterable[FindingRow], most: dict[WeightLevel, int] | None = None) -> list[Group]:
    """Findings by weight, at most so many of each; empty groups are left out."""
    limits = most or {}
    by_level: dict[WeightLevel, list[FindingRow]] = {level: [] for level in LEVELS}
    for row in rows:
        by_level[row.stored.level].append(row)
    shown = {level: inside[: limits.get(level)] for level, inside in by_level.items() if inside}
    whole = StoredFinding.objects.in_bulk([row.stored.pk for inside in shown.values() for row in inside])
    return [
        Group(
            level,
            catalogue.word(level, "weight_levels").short,
            [replace(row, stored=whole[row.stored.pk]) for row in inside],
        )
        for level, inside in shown.items()
    ]
