"""Findings as a page shows them: in the reader's language, with who answered them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.library import catalogue, sentences
from regiewijzer.library.entries import Basis, FindingType, WeightLevel
from regiewijzer.library.sentences import Advice, Sentence
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.wording import language
from regiewijzer.register.decisions.models import Decision, Outcome, Review
from regiewijzer.register.decisions.queries import of_finding, reviews_of, standing_answers
from regiewijzer.science.finding import Certainty, Ground

A_WEEK = timedelta(days=7)
SUREST_FIRST = (Certainty.GREAT, Certainty.FAIR, Certainty.LIMITED)
LEVELS = (WeightLevel.FIRST, WeightLevel.NEXT, WeightLevel.WATCH)
MARKS = {WeightLevel.FIRST: 3, WeightLevel.NEXT: 2, WeightLevel.WATCH: 1}
PAGES_OF_SUBJECTS = {
    "network": "network",
    "instrument": "instrument",
    "organisation": "organisation",
    "challenge": "challenge",
    "decision": "decision",
}


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
class Side:
    """One of several rules that tell the same fact: what it says, on which numbers, how sure and from where."""

    sentence: Sentence
    label: str
    rule_text: Sentence
    basis: str
    references: list[str]
    certainty: str
    grounds: list["ShownGround"]
    measured_on: date | None


@dataclass(frozen=True, slots=True)
class SubjectLink:
    """A record a finding is about, with its page when it has one."""

    kind: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class ShownGround:
    """Why we are more or less sure."""

    holds: bool
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class OpenedFinding:
    """Everything the page of one finding says."""

    stored: StoredFinding
    line: ShownFinding
    subjects: list[SubjectLink]
    explanation: Sentence
    rule_text: Sentence
    basis: str
    references: list[str]
    certainty: str
    grounds: list[ShownGround]
    ways: tuple[Advice, ...]
    decisions: list[Decision]
    sides: list[Side]


def shown(stored: StoredFinding, answer: Decision | None) -> ShownFinding:
    """A stored finding in the reader's language."""
    kind = catalogue.finding_type(stored.rule)
    return ShownFinding(
        pk=stored.pk,
        key=stored.key,
        rule=stored.rule,
        level=kind.level,
        sentence=sentences.sentence(stored, language()),
        label=catalogue.subject_label(stored.rule).in_language(language()),
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
    return tuple(source.short.in_language(language()) for source in outside[:2])


@dataclass(frozen=True, slots=True)
class Standing:
    """A finding that stands, with its answer, before it is put in words: a list of many shows few at once."""

    stored: StoredFinding
    answer: Decision | None

    @property
    def level(self) -> WeightLevel:
        return catalogue.finding_type(self.stored.rule).level


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
            label = catalogue.word(level, "weight_levels").short.in_language(language())
            told = [shown(finding.stored, finding.answer) for finding in inside[: limits.get(level)]]
            groups.append(Group(level, label, MARKS[level], told))
    return groups


def stored_finding(pk: int) -> StoredFinding:
    """The finding, standing or gone, or 404."""
    return get_object_or_404(StoredFinding, pk=pk)


def opened(stored: StoredFinding, authority: Authority) -> OpenedFinding:
    """Everything about one finding."""
    answers = standing_answers()
    side = _side(stored.rule, stored.numbers, stored.certainty, stored.grounds, stored.measured_on, authority)
    return OpenedFinding(
        stored=stored,
        line=shown(stored, answer_of(stored, answers)),
        subjects=subject_links(stored, authority),
        explanation=sentences.explanation(stored, language()),
        rule_text=side.rule_text,
        basis=side.basis,
        references=side.references,
        certainty=side.certainty,
        grounds=side.grounds,
        ways=sentences.options(stored, language()),
        decisions=of_finding(*stored.keys),
        sides=[_other_side(other, authority) for other in stored.also],
    )


def _other_side(other: dict[str, Any], authority: Authority) -> Side:
    measured_on = date.fromisoformat(other["measured_on"]) if other["measured_on"] else None
    return _side(other["rule"], other["numbers"], other["certainty"], other["grounds"], measured_on, authority)


def _side(
    rule: str,
    numbers: dict[str, Any],
    certainty: str,
    grounds: list[dict[str, Any]],
    measured_on: date | None,
    authority: Authority,
) -> Side:
    kind = catalogue.finding_type(rule)
    reasons = [Ground(ground["code"], ground["holds"], ground["numbers"]) for ground in grounds]
    return Side(
        sentence=sentences.sentence_of(rule, numbers, language()),
        label=catalogue.subject_label(rule).in_language(language()),
        rule_text=sentences.rule_text(rule, limits_of(authority), language()),
        basis=catalogue.word(kind.basis, "bases").text.in_language(language()),
        references=[catalogue.source(key).reference.in_language(language()) for key in kind.sources],
        certainty=catalogue.word(Certainty(certainty), "certainties").text.in_language(language()),
        grounds=[ShownGround(ground.holds, sentences.ground(ground, language())) for ground in reasons],
        measured_on=measured_on,
    )


def subject_links(stored: StoredFinding, authority: Authority) -> list[SubjectLink]:
    """The records a finding is about, as links."""
    return [
        SubjectLink(subject["kind"], subject["name"], _page_of(subject["kind"], subject["ref"], authority))
        for subject in stored.subjects
    ]


def _page_of(kind: str, ref: int | str, authority: Authority) -> str:
    name = PAGES_OF_SUBJECTS.get(kind)
    return reverse(name, args=[authority.slug, ref]) if name and str(ref).isdigit() else ""


def came_and_went(today: date) -> tuple[int, int]:
    """How many findings appeared, and how many disappeared, in the last seven days."""
    came = StoredFinding.objects.standing().filter(found_on__gt=today - A_WEEK).count()
    return came, StoredFinding.objects.filter(gone_on__gt=today - A_WEEK).count()


def numbers_now(key: str) -> dict[str, Any] | None:
    """What a finding rests on today; None when it no longer stands."""
    stored = StoredFinding.objects.standing().telling(key).first()
    return stored.numbers_of(key) if stored else None


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """What a decision's finding said then, and says now; `after` is None when the finding is gone."""

    before: Sentence
    after: Sentence | None
    closed: bool


def before_after(decision: Decision) -> BeforeAfter | None:
    """None for a decision that answers no finding."""
    if not decision.finding or not decision.numbers:
        return None
    closed = decision.reviewed_on is not None
    numbers = decision.review_numbers if closed else numbers_now(decision.finding)
    return BeforeAfter(
        before=sentences.sentence_of(decision.rule, decision.numbers, language()),
        after=None if numbers is None else sentences.sentence_of(decision.rule, numbers, language()),
        closed=closed,
    )


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a decision, with what its finding said that day; None when it was gone, or there is none."""

    review: Review
    said: Sentence | None


def looks_at(decision: Decision) -> list[Look]:
    """Every look at a decision, newest first."""
    return [
        Look(review, sentences.sentence_of(decision.rule, review.numbers, language()) if review.numbers else None)
        for review in reviews_of(decision)
    ]


def how_decisions_did() -> tuple[int, int]:
    """How many reviewed decisions helped, of how many."""
    reviewed = (
        Decision.objects.filter(archived_at=None).exclude(reviewed_on=None).exclude(outcome__in=["", Outcome.UNKNOWN])
    )
    outcomes = list(reviewed.values_list("outcome", flat=True))
    return sum(outcome in (Outcome.HELPED, Outcome.PARTLY) for outcome in outcomes), len(outcomes)
