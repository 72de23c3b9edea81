"""Everything the page of one finding says: why, how sure, from where, about what, and what was answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.library import catalogue
from regiewijzer.library.entries import PracticeCase, Principle
from regiewijzer.library.finding_text import FindingText
from regiewijzer.library.pages import KnowledgePage, PageKind
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
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science.breakthrough import put_forward, seen_in
from regiewijzer.science.rules.vocabulary import Rule
from regiewijzer.tools.arena.public import placed_in, shown_arena
from regiewijzer.tools.practice.public import Case, cases_of_sources, own_cases

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
        Rule.CORE_ABSENT: "network_arena",
        Rule.MISSING_CONTRIBUTION: "network_arena",
        Rule.GREAT_DEPENDENCE: "network_arena",
        Rule.NOT_NEEDED_IN_ACTION: "network_arena",
        Rule.REQUIRED_SEAT_EMPTY: "network_seats",
        Rule.ONE_DOMAIN_DOMINATES: "network_composition",
        Rule.STUCK_WITHOUT_TRY: "network_stuck",
        Rule.TRY_WITHOUT_EFFECT: "network_stuck",
        Rule.MEETINGS_WITHOUT_ACTION: "network_stuck",
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


# The theme of knowledge pages that a subject of findings belongs to; the upkeep of the register has no page.
THEMES_OF_SUBJECTS: Mapping[str, str] = MappingProxyType(
    {
        "form": "form",
        "power": "power",
        "instrument": "instruments",
        "choice": "choice",
        "goal": "goal",
        "arena": "composition",
        "composition": "composition",
        "people": "people",
        "mandate": "mandate",
        "cooperation": "form",
        "overlap": "overlap",
        "result": "effect",
        "users": "users",
        "breakthrough": "breakthrough",
        "meeting": "breakthrough",
        "readiness": "steering",
        "steering": "steering",
        "survey": "survey",
    }
)
ABSENT_APART = ", "  # between the names of those who are not at the table
MOST_BESIDE = 3  # of each kind: more is a library, and that is one click away


@dataclass(frozen=True, slots=True)
class SubjectLink:
    """A record a finding is about, with its page when it has one."""

    kind: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What else fits a finding: pages of its subject, principles of the situations it is a sign of, and cases with a
    theme of its network.
    """

    pages: tuple[KnowledgePage, ...]
    principles: tuple[Principle, ...]
    own: tuple[Case, ...]
    cases: tuple[PracticeCase, ...]
    network: int | None

    @property
    def anything(self) -> bool:
        return bool(self.pages or self.principles or self.own or self.cases)


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
    beside: "Beside | None" = None

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
        beside=beside(stored),
    )


def beside(stored: StoredFinding) -> Beside:
    """What fits its rule, and the themes of the first network it is about."""
    refs = [subject["ref"] for subject in stored.subjects if subject["kind"] == Network.KIND]
    network = Network.objects.filter(pk__in=refs[:1]).first()
    themes = set(network.themes) if network else set()
    sources = set(catalogue.finding_type(stored.rule).sources)
    subject = THEMES_OF_SUBJECTS.get(catalogue.finding_type(stored.rule).subject, "")
    pages = [page for page in catalogue.knowledge_pages(PageKind.KNOWLEDGE) if subject in page.themes]
    pages.sort(key=lambda page: -len(sources & set(page.sources)))
    suggested = [catalogue.impasse(impasse).principles for impasse in seen_in(stored.rules)]
    return Beside(
        pages=tuple(pages[:MOST_BESIDE]),
        principles=tuple(catalogue.principle(key) for key in put_forward(suggested)),
        own=tuple(case for case in own_cases() if themes & set(case.themes))[:MOST_BESIDE] if themes else (),
        cases=tuple(case for case in cases_of_sources() if themes & set(case.themes))[:MOST_BESIDE],
        network=network.pk if network else None,
    )


def _page_of_advice(stored: StoredFinding, authority: Authority) -> str:
    """Empty where there is no page that does what is advised."""
    if stored.rule == Rule.INSIGHT_MANY_HANDS:
        return _arena_for(stored, authority)
    for rule, page in PAGES_OF_ADVICE.items():
        if rule == stored.rule and stored.subjects:
            return reverse(page, args=[authority.slug, stored.subjects[0]["ref"]])
    lists = (page for rule, page in LISTS_OF_ADVICE.items() if rule == stored.rule)
    return next((reverse(page, args=[authority.slug]) for page in lists), "")


def _arena_for(stored: StoredFinding, authority: Authority) -> str:
    """The arena of the network: the place of the first who does not sit at the table, or where it is proposed."""
    network = Network.objects.get(pk=stored.subjects[0]["ref"])
    names = str(stored.numbers["absent"]).split(ABSENT_APART)
    of_first = [ABSENT_APART.join(names[:count]) for count in range(1, len(names) + 1)]  # a name may hold a comma
    found = max(Organisation.objects.current().filter(name__in=of_first), key=lambda each: len(each.name), default=None)
    arena = shown_arena(network)
    if found is None or arena is None:
        return reverse("network_arena", args=[authority.slug, network.pk])
    at = [authority.slug, network.pk, arena.phase]
    if placed_in(arena, found.pk):
        return reverse("network_arena_partner", args=[*at, found.pk])
    return f"{reverse('network_arena_add', args=at)}?partner={found.pk}"


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
