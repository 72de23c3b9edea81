"""Findings as a page shows them, with who answered them."""

from regiewijzer.overview.findings.queries.afterwards import (
    BeforeAfter,
    Look,
    before_after,
    evidence_now,
    how_decisions_did,
    looks_at,
    then_and_now,
    weekly_change,
)
from regiewijzer.overview.findings.queries.lines import (
    FindingRow,
    Group,
    answer_of,
    findings_about,
    findings_by_record,
    grouped,
    open_findings,
    rows_of,
    standing_findings,
)
from regiewijzer.overview.findings.queries.opened import (
    OpenedFinding,
    SubjectLink,
    opened,
    stored_finding,
    subject_links,
)

__all__ = [
    "BeforeAfter",
    "FindingRow",
    "Group",
    "Look",
    "OpenedFinding",
    "SubjectLink",
    "answer_of",
    "before_after",
    "evidence_now",
    "findings_about",
    "findings_by_record",
    "grouped",
    "how_decisions_did",
    "looks_at",
    "open_findings",
    "opened",
    "rows_of",
    "standing_findings",
    "stored_finding",
    "subject_links",
    "then_and_now",
    "weekly_change",
]
