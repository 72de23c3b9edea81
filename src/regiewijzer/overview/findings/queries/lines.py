"""Which findings stand, in which order, and how does a list put them in words?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from regiewijzer.library import catalogue, sentences
from regiewijzer.library.entries import Basis, FindingType, WeightLevel
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import standing_answers
from regiewijzer.science.finding import Certainty

SUREST_FIRST = (Certainty.GREAT, Certainty.FAIR, Certainty.LIMITED)
LEVELS = (WeightLevel.FIRST, WeightLevel.NEXT, WeightLevel.WATCH)
MARKS = {WeightLevel.FIRST: 3, WeightLevel.NEXT: 2, WeightLevel.WATCH: 1}


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One line in a list of findings."""

    pk: int
    key: str
    rule: str
    level: WeightLevel
    sentence: Sentence
    label: str
    sources: tuple[str, ...]
    found_on: date
    measured_on: date | None
    answer: Decision | None

    @property
    def marks(self) -> int:
        """How many of the three bars are filled."""
        return MARKS[self.level]


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one weight."""

    level: WeightLevel
    label: str
    marks: int
    findings: list[ShownFinding]


@dataclass(frozen=True, slots=True)
class Standing:
    """A finding that stands, with its answer, before it is put in words: a list of many shows few at once."""

    stored: StoredFinding
    answer: Decision | None

    @property
    def level(self) -> WeightLevel:
        return catalogue.finding_type(self.stored.rule).level


def shown(stored: StoredFinding, answer: Decision | None) -> ShownFinding:
    """A stored finding in the reader's language."""
    kind = catalogue.finding_type(stored.rule)
    return ShownFinding(
        pk=stored.pk,
        key=stored.key,
        rule=stored.rule,
        level=kind.level,
        sentence=sentences.sentence(stored),
        label=str(catalogue.subject_label(stored.rule)),
        sources=sources_of(stored),
        found_on=stored.found_on,
        measured_on=stored.measured_on,
        answer=answer,
    )


def answer_of(stored: StoredFinding, answers: dict[str, Decision]) -> Decision | None:
    """The decision that answers the fact, whichever of its rules told it when the decision was taken."""
    return next((answers[key] for key in stored.keys if key in answers), None)


def sources_of(stored: StoredFinding) -> tuple[str, ...]:
    """Sources under a finding: of each rule that tells it."""
    found = [source for rule in stored.rules for source in short_sources(catalogue.finding_type(rule))]
    return tuple(dict.fromkeys(found))


def short_sources(kind: FindingType) -> tuple[str, ...]:
    """Sources under a finding: the literature first; 'our proposal' only when there is nothing else."""
    found = [catalogue.source(key) for key in kind.sources]
    outside = [source for source in found if source.basis is not Basis.OURS] or found
    outside.sort(key=lambda source: source.basis is not Basis.LITERATURE)
    return tuple(str(source.short) for source in outside[:2])


def most_telling(findings: list[Standing]) -> list[Standing]:
    """The same findings, each rule in turn: the first screen shows what differs before it repeats itself."""
    times: Counter[str] = Counter()
    turns = []
    for finding in findings:
        turns.append((times[finding.stored.rule], finding))
        times[finding.stored.rule] += 1
    return [finding for _turn, finding in sorted(turns, key=lambda turn: turn[0])]


def open_findings() -> list[Standing]:
    """Findings that stand and were not answered, heaviest first."""
    return [finding for finding in standing_findings() if finding.answer is None]


def standing_findings() -> list[Standing]:
    """All findings that stand, heaviest first, with their answer."""
    answers = standing_answers()
    found = sorted(StoredFinding.objects.standing(), key=_heaviest_first)
    return [Standing(stored, answer_of(stored, answers)) for stored in found]


def _heaviest_first(stored: StoredFinding) -> tuple[int, int, str]:
    """By weight, then by how sure we are, then by name: no finding moves about from day to day."""
    return -stored.weight, SUREST_FIRST.index(Certainty(stored.certainty)), stored.key


def findings_about(kind: str, ref: int) -> list[ShownFinding]:
    """Findings in which this record occurs, heaviest first."""
    answers = standing_answers()
    found = StoredFinding.objects.standing().filter(subjects__contains=[{"kind": kind, "ref": ref}])
    return [shown(stored, answer_of(stored, answers)) for stored in found]


def grouped(findings: Iterable[Standing], most: dict[WeightLevel, int] | None = None) -> list[Group]:
    """Findings by weight, at most so many of each; empty groups are left out."""
    limits, standing = most or {}, list(findings)
    groups = []
    for level in LEVELS:
        inside = [finding for finding in standing if finding.level is level]
        if inside:
            label = str(catalogue.word(level, "weight_levels").short)
            told = [shown(finding.stored, finding.answer) for finding in inside[: limits.get(level)]]
            groups.append(Group(level, label, MARKS[level], told))
    return groups
