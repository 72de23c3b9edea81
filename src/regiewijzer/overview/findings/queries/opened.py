"""Everything the page of one finding says: why, how sure, from where, about what, and what was answered."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.library import catalogue, sentences
from regiewijzer.library.sentences import Advice, Sentence
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.queries.lines import ShownFinding, answer_of, shown
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import of_finding, standing_answers
from regiewijzer.science.finding import Certainty, Ground

PAGES_OF_SUBJECTS = {
    "network": "network",
    "instrument": "instrument",
    "organisation": "organisation",
    "challenge": "challenge",
    "decision": "decision",
}


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
    """Everything the page of one finding says. `side` is the rule that speaks, `others` those that tell the same."""

    stored: StoredFinding
    line: ShownFinding
    subjects: list[SubjectLink]
    explanation: Sentence
    side: Side
    others: list[Side]
    ways: tuple[Advice, ...]
    decisions: list[Decision]


def stored_finding(pk: int) -> StoredFinding:
    """The finding, standing or gone, or 404."""
    return get_object_or_404(StoredFinding, pk=pk)


def opened(stored: StoredFinding, authority: Authority) -> OpenedFinding:
    """Everything about one finding."""
    answers = standing_answers()
    return OpenedFinding(
        stored=stored,
        line=shown(stored, answer_of(stored, answers)),
        subjects=subject_links(stored, authority),
        explanation=sentences.explanation(stored),
        side=_side(stored.rule, stored.numbers, stored.certainty, stored.grounds, stored.measured_on, authority),
        others=[_other_side(other, authority) for other in stored.also],
        ways=sentences.options(stored),
        decisions=of_finding(*stored.keys),
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
        sentence=sentences.sentence_of(rule, numbers),
        label=str(catalogue.subject_label(rule)),
        rule_text=sentences.rule_text(rule, limits_of(authority)),
        basis=str(catalogue.word(kind.basis, "bases").text),
        references=[str(catalogue.source(key).reference) for key in kind.sources],
        certainty=str(catalogue.word(Certainty(certainty), "certainties").text),
        grounds=[ShownGround(ground.holds, sentences.ground(ground)) for ground in reasons],
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
