"""Everything the page of one finding says: why, how sure, from where, about what, and what was answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.library.finding_text import FindingText
from regiewijzer.library.together import Tied
from regiewijzer.library.weighing import heaviest_first
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.queries.lines import (
    FindingRow,
    SubjectRows,
    answer_of,
    findings_about,
    rows_of,
    subject_of,
)
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
    together: SubjectRows | None

    @property
    def is_first(self) -> bool:
        """Whether this is the one to decide first of those about its subject."""
        return self.together is None or self.together.first.stored.pk == self.stored.pk

    @property
    def waits(self) -> bool:
        """Whether this hangs on another that is decided first."""
        return self.together is not None and any(
            each.relation is not None and each.finding.stored.pk == self.stored.pk for each in self.together.others
        )

    @property
    def others(self) -> tuple[Tied[FindingRow], ...]:
        """The others that hang on the one to decide first."""
        if self.together is None:
            return ()
        return tuple(each for each in self.together.others if each.finding.stored.pk != self.stored.pk)


def stored_finding(pk: int) -> StoredFinding:
    """The finding, standing or gone, or 404."""
    return get_object_or_404(StoredFinding, pk=pk)


def opened(stored: StoredFinding, authority: Authority) -> OpenedFinding:
    """Everything about one finding."""
    answers = standing_answers()
    return OpenedFinding(
        stored=stored,
        text=stored.text(limits_of(authority)),
        answer=answer_of(stored, answers),
        subjects=subject_links(stored.subjects, authority),
        decisions=of_finding(*stored.keys),
        together=_together_with(stored, answers),
    )


def _together_with(stored: StoredFinding, answers: Mapping[str, Decision]) -> SubjectRows | None:
    """The open findings about the subject of this one, with itself; None when it is answered, gone or alone."""
    if not stored.subjects or stored.gone_on is not None:
        return None
    about = stored.subjects[0]
    found = heaviest_first(findings_about(about["kind"], about["ref"]))
    rows = [row for row in rows_of(found, answers) if row.answer is None and row.stored.subjects[0] == about]
    return subject_of(rows) if len(rows) > 1 and stored.pk in [row.stored.pk for row in rows] else None


def subject_links(subjects: Iterable[Mapping[str, Any]], authority: Authority) -> list[SubjectLink]:
    """The records a finding or the answer to one is about, as links."""
    return [
        SubjectLink(subject["kind"], subject["name"], _page_of(subject["kind"], subject["ref"], authority))
        for subject in subjects
    ]


def _page_of(kind: str, ref: int | str, authority: Authority) -> str:
    name = PAGES_OF_SUBJECTS.get(kind)
    return reverse(name, args=[authority.slug, ref]) if name and str(ref).isdigit() else ""
