"""Everything the page of one finding says: why, how sure, from where, about what, and what was answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
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
from regiewijzer.science.rules.vocabulary import Rule

PAGES_OF_SUBJECTS = {
    "network": "network",
    "instrument": "instrument",
    "organisation": "organisation",
    "challenge": "challenge",
    "decision": "decision",
}


# The page on which the first advice of a rule is carried out, for the record it is about.
PAGES_OF_ADVICE: Mapping[Rule, str] = MappingProxyType(
    {
        Rule.TOO_MANY_PARTICIPANTS: "network_form_decide",
        Rule.TOO_MANY_FOR_LEAD: "network_form_decide",
        Rule.LEADER_NOT_ACCEPTED: "network_form_decide",
        Rule.NO_FORM_FITS: "network_form_decide",
        Rule.LIGHTER_FORM_POSSIBLE: "network_form_decide",
        Rule.DRIFT: "network_form_decide",
        Rule.COMPETENCE_NEED_TOO_HIGH: "network_form_decide",
        Rule.TRUST_TOO_LOW: "network_cooperation",
        Rule.TRUST_NOT_SPREAD: "network_cooperation",
        Rule.CONSENSUS_TOO_LOW: "network_goal",
        Rule.GOAL_TOO_BROAD: "network_goal_split",
        Rule.GOAL_NAMES_TOO_MUCH: "network_goal_split",
        Rule.GOAL_LOW: "network_goal",
        Rule.OWN_PART_UNCLEAR: "network_goal",
        Rule.COOPERATION_LOW: "network_cooperation",
        Rule.COOPERATION_SPLIT: "network_cooperation",
        Rule.BRINGS_MORE: "network_cooperation",
        Rule.GETS_MORE: "network_cooperation",
        Rule.ONE_CARRIES: "network_cooperation",
        Rule.TWO_YEARS_NO_RESULT: "network_effect_conclude",
        Rule.SATISFACTION_DIP: "network_effect",
        Rule.MEMBERS_LEAVING: "network_effect",
        Rule.CRITERION_MISFIT: "network_effect_criteria",
        Rule.POWER_TOO_STRONG: "instrument_move",
        Rule.POWER_TOO_WEAK: "instrument_move",
        Rule.REVIEW_DUE: "decision_review",
    }
)
LISTS_OF_ADVICE: Mapping[Rule, str] = MappingProxyType(
    {
        Rule.ACTION_OVERDUE: "actions",
        Rule.ACTION_NOBODY: "actions",
        Rule.ACTION_OWNER_LEFT: "actions",
        Rule.TOO_FEW_MEETINGS: "meeting_add",
        Rule.NOT_RECORDED: "choice_start",
        Rule.MANY_NOT_RECORDED: "choices",
    }
)


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
    advice: str = ""  # the page on which the first advice is carried out

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
        advice=_page_of_advice(stored, authority),
    )


def _page_of_advice(stored: StoredFinding, authority: Authority) -> str:
    """Empty where there is no page that does what is advised."""
    for rule, page in PAGES_OF_ADVICE.items():
        if rule == stored.rule and stored.subjects:
            return reverse(page, args=[authority.slug, stored.subjects[0]["ref"]])
    lists = (page for rule, page in LISTS_OF_ADVICE.items() if rule == stored.rule)
    return next((reverse(page, args=[authority.slug]) for page in lists), "")


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
