"""What a person types in each form: enough to be right, and nothing more. By the name of the page."""

from collections.abc import Callable
from datetime import date, timedelta

from django.utils import timezone

Typed = dict[str, str | list[str]]


def day(shift: int = 0) -> str:
    """Today, or so many days from it, as a browser sends it."""
    return str(timezone.localdate() + timedelta(days=shift))


CHALLENGE: Typed = {"name": "Wachtlijsten", "status": "open", "result": "Niemand wacht", "target_groups": "gezinnen"}
ORGANISATION: Typed = {"name": "OCMW Elders", "kind": "ocmw", "municipality": "Elders"}
PERSON: Typed = {"name": "Ans Peeters", "organisation": "Partner 0", "function": "maatschappelijk werker"}
NETWORK: Typed = {"name": "Lokaal Overleg", "goal": "Elk kind een plek", "origin": "own", "started": "2024-01-01"}
INSTRUMENT: Typed = {"name": "Reglement", "legal": "100", "status": "in_use", "origin": "own"}
MEETING: Typed = {"network": "Kansrijk Opgroeien", "held_on": "2026-12-03", "starts": "13:30", "ends": "15:00"}
SERIES: Typed = {
    "network": "Kansrijk Opgroeien",
    "starts": "13:30",
    "ends": "15:00",
    "every": "weeks",
    "weeks": "2",
    "number": "2",
}
ACTION: Typed = {"name": "Wachttijden in kaart brengen", "network": "Kansrijk Opgroeien", "state": "open"}
DECISION: Typed = {"name": "Samenvoegen", "answer": "act", "decided_on": "2025-01-01"}
ANSWER: Typed = {"answer": "act", "name": "Een kleine kern", "responsible": "Hilde Maertens"}
SURVEY: Typed = {
    "questionnaire": "governance-conditions",
    "network": "Kansrijk Opgroeien",
    "privacy": "named",
    "people": "Els Wouters <els@example.org>; onderwijs",
    "why": "We bespreken het in maart",
}
MEASUREMENT: Typed = {"source": "estimate", "trust": "2.8", "participants": "10", "measured_on": "2025-06-01"}
PERSONA: Typed = {
    "name": "Sara",
    "made_on": "2025-06-01",
    "proof": "seen",
    "consent": "spoken",
    "keep_until": "2099-01-01",
}
CRITERIA = ["community.service_experience", "network.ties", "network.coordination"]


def record(kind: str, /, **more: str) -> Typed:
    """A whole record of one kind, as of today."""
    by_kind = {
        "challenge": CHALLENGE,
        "organisation": ORGANISATION,
        "person": PERSON,
        "network": NETWORK,
        "instrument": INSTRUMENT,
        "decision": DECISION,
        "meeting": {**MEETING, "state": "planned"},
        "action": ACTION,
    }
    return {**by_kind[kind], "as_of": day(), **more}


def answer(**more: str) -> Typed:
    return {**ANSWER, "due": day(30), "review_on": day(90), **more}


def series(**more: str | list[str]) -> Typed:
    """Two meetings, a fortnight apart, of which the days were shown and ticked."""
    days = [day(7), day(21)]
    return {**SERIES, "first": days[0], "shown": ",".join(days), "day": days, **more}


KINDS = ("challenge", "organisation", "person", "network", "instrument", "decision", "meeting", "action")

FORMS: dict[str, Callable[[], Typed]] = {
    **{f"{kind}_add": lambda kind=kind: record(kind) for kind in KINDS},
    **{f"{kind}_edit": lambda kind=kind: record(kind, seen_version="1") for kind in KINDS},
    "finding": answer,
    "meeting_series": series,
    "decision_review": lambda: {"seen_version": "1", "outcome": "helped", "note": "Het scheelde"},
    "network_member_add": lambda: {"organisation": "Buurtwerk", "role": "member"},
    "network_member": lambda: {"seen_version": "1", "role": "chair", "action": "We openen een loket"},
    "network_delegate_add": lambda: {"new_name": "Piet Nieuw"},
    "network_seat": lambda: {"seen_version": "1", "started": "2025-01-01", "appointed_by": "gemeenteraad"},
    "network_phase": lambda: {"phase": "action", "started": "2025-06-01"},
    "person_colleague": lambda: {"seen_version": "1", "colleague": "Karel Collega"},
    "network_arena_add": lambda: {"organisation": "Buurtwerk", "importance": "4", "replaceability": "1"},
    "network_arena_partner": lambda: {"seen": "4.1..0.", "importance": "3", "contributions": "Middelen"},
    "network_arena_need": lambda: {"contribution": "Toegang tot gezinnen", "holders": "2"},
    "network_stuck": lambda: {"seen_version": "1", "impasses": ["conflict", "energy_gone"], "words": "Niemand belt"},
    "network_try_add": lambda: {
        "principle": "strengths",
        "what": "Koffie op vrijdag",
        "until": day(60),
        "seen_by": "Er komen er tien",
        "on_agenda": "on",
    },
    "network_try_effect": lambda: {"seen_version": "1", "effect": "Er kwamen er twaalf.", "helped": "helped"},
    **dict.fromkeys(
        ("practice_add", "practice_edit"),
        lambda: {
            "seen_version": "1",
            "title": "Koffie op het plein",
            "challenge": "Wie kent wie?",
            "what": "Elke vrijdag koffie",
            "gave": "Twaalf bewoners",
            "did_not": "Jongeren kwamen niet",
            "contact": "Opbouwwerker",
        },
    ),
    "practice_share": lambda: {"reason": "Anderen vroegen ernaar"},
    "network_mandate_card": lambda: {"seen_version": "1", "decides": "yes", "agreed_on": "2025-06-01"},
    "network_promise_add": lambda: {"seen_version": "0", "text": "Een loket", "promised_on": "2025-06-01"},
    "network_promise": lambda: {"seen_version": "1", "text": "Een loket", "promised_on": "2025-06-01"},
    "network_required_seat_add": lambda: {"role": "CAW", "minimum": "1"},
    "network_required_seat": lambda: {"role": "OCMW", "looked_at": "2025-06-01"},
    "network_insight_add": lambda: {**PERSONA, "seen_version": "0"},
    "network_insight_edit": lambda: {**PERSONA, "seen_version": "1"},
    "network_insight_use": lambda: {"contribution": "Toegang", "changed": "Eén vraag vooraf", "used_on": day()},
    "network_insight_part_add": lambda: {"stage": "after", "name": "Belt met de gids", "feeling": "1"},
    "network_insight_part": lambda: {"stage": "during", "name": "Vertelt het weer", "feeling": "-1"},
    "my_roles": lambda: {
        "operator": "gladly",
        **dict.fromkeys(("promoter", "guardian", "thinker", "champion"), "not"),
    },
    "network_role_give": lambda: {"role": "thinker", "who": "Els Wouters"},
    "network_form": lambda: {"form": "nao", "started": str(date(2025, 1, 1))},
    "network_measure": lambda: MEASUREMENT,
    "network_sub_goal_add": lambda: {"text": "Ouders vinden raad", "themes": "children_families"},
    "network_sub_goal": lambda: {"text": "Elk kind een plek dichtbij", "themes": "children_families"},
    "network_cooperation_measure": lambda: {"measured_on": "2025-06-01", "source": "workshop", "returns": "3.4"},
    "network_give_and_take": lambda: {"brings": "Tijd", "brings_size": "2", "said_by": "table", "said_on": day()},
    "network_form_decide": lambda: {
        "form": "nao",
        "started": "2025-01-01",
        "reason": "Zo gaat het niet meer",
        "review_on": day(90),
    },
    "network_form_reading": lambda: {"read_on": "2025-06-01", "stable": "True", "stable_evidence": "Niemand vertrok"},
    "network_effect_criteria": lambda: {"criteria": CRITERIA, "chosen_on": "2025-06-01", "reason": "Dat telt hier"},
    "network_effect_users": lambda: {"measured_on": "2025-06-01", "source": "estimate", "access": "3.5"},
    "network_effect_members": lambda: {"measured_on": "2025-06-01", "source": "estimate", "stay": "2.2"},
    "network_effect_conclude": lambda: {"verdict": "continue", "learned": "Kleiner beginnen", "review_on": day(90)},
    "network_place": lambda: {"place": "steering", "reason": "Vijf partners doen zelf iets"},
    "choice_start": lambda: {"challenge": "Kinderarmoede"},
    "choice_step": lambda: {"processes": ["preparation", "execution"]},
    "readiness_measure": lambda: {"layer": "staff", "measured_on": "2025-06-01", "source": "estimate", "serving": "1"},
    "survey_add": lambda: {**SURVEY, "closes_on": day(14)},
    "survey_edit": lambda: {**SURVEY, "closes_on": day(21)},
    "instrument_evaluate": lambda: {"measured_on": "2025-06-01", "goal_reached": "4"},
    "instrument_move": lambda: {
        "market": "40",
        "legal": "60",
        "since": "2025-06-01",
        "reason": "Meer gesprek",
        "seen_version": "1",
    },
    "stance_add": lambda: {"policy_field": "housing", "measured_on": "2025-06-01", "script": "4", "overview": "2"},
    "instrument_aim_add": lambda: {"organisation": "Partner 4"},
    "instrument_relation_add": lambda: {"kind": "needs", "other": "Premie"},
    "team": lambda: {"email": "iemand@example.org", "role": "reader"},
    "team_role": lambda: {"role": "reader"},
    "workshop_add": lambda: {"title": "Regiedag", "held_on": "2026-12-01"},
    "workshop_edit": lambda: {"title": "Regiedag twee", "held_on": "2026-12-02"},
    "workshop_subject_add": lambda: {"kind": "service", "name": "Kinderopvang"},
    "workshop_question_add": lambda: {"text": "Wij vertrouwen elkaar.", "low": "oneens", "high": "eens"},
    "workshop_question_edit": lambda: {"text": "Wij kennen elkaar.", "low": "oneens", "high": "eens"},
    "settings": lambda: {
        "seen_version": "1",
        "name": "Vliermonde",
        "service": "Dienst",
        "accent": "beuk",
        "second_step": "administrators",
        "power_order": "legal_last",
    },
}
