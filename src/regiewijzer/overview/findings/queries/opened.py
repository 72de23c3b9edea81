"""Everything the page of one finding says: why, how sure, from where, about what, and what was answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.library.finding_text import FindingText
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.queries.lines import answer_of
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import of_finding, standing_answers

PAGES_OF_SUBJECTS = {
    "network": "network",
    "instrument": "instrument",
    "organisation": "organisation",
    "challenge": "challenge",
    "decision": "decision",
}


@dataclass(frozen=True, slots=True)
class SubjectLink:
    """A record a finding is about, with its page when it has one."""

    kind: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class OpenedFinding:
    """Everything the page of one finding shows."""

    stored: StoredFinding
    text: FindingText
    answer: Decision | None
    subjects: list[SubjectLink]
    decisions: list[Decision]


def stored_finding(pk: int) -> StoredFinding:
    """The finding, standing or gone, or 404."""
    return get_object_or_404(StoredFinding, pk=pk)


def opened(stored: StoredFinding, authority: Authority) -> OpenedFinding:
    """Everything about one finding."""
    return OpenedFinding(
        stored=stored,
        text=stored.text(limits_of(authority)),
        answer=answer_of(stored, standing_answers()),
        subjects=subject_links(stored.subjects, authority),
        decisions=of_finding(*stored.keys),
    )


def subject_links(subjects: Iterable[Mapping[str, Any]], authority: Authority) -> list[SubjectLink]:
    """The records a finding or the answer to one is about, as links."""
    return [
        SubjectLink(subject["kind"], subject["name"], _page_of(subject["kind"], subject["ref"], authority))
        for subject in subjects
    ]


def _page_of(kind: str, ref: int | str, authority: Authority) -> str:
    name = PAGES_OF_SUBJECTS.get(kind)
    return reverse(name, args=[authority.slug, ref]) if name and str(ref).isdigit() else ""
