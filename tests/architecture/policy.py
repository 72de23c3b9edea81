"""Who may open and use which address: one row per address. An address without a row fails the test.

A row says which roles may read (GET) and which may write (POST). `manager_own` is a network manager on a network they
manage; `guest_own` a guest partner on a network their organisation sits in.
"""

from dataclasses import dataclass

EVERYBODY_INSIDE = frozenset({"administrator", "coordinator", "manager", "contributor", "reader", "facilitator"})
READERS_WHO_TAKE_OUT = EVERYBODY_INSIDE - {"facilitator"}
PARTNER_EDITORS = frozenset({"administrator", "coordinator", "manager", "contributor"})
EDITORS = frozenset({"administrator", "coordinator", "contributor"})
DECIDERS = frozenset({"administrator", "coordinator"})
ADMINISTRATOR = frozenset({"administrator"})
WHO_MADE_IT = ADMINISTRATOR  # the administrator made the papers of tests/world.py
GUEST = frozenset({"guest"})
NOBODY: frozenset[str] = frozenset()
FACILITATORS = DECIDERS | {"facilitator"}
A_QUESTIONNAIRE = (("key", "goal-quality"),)


@dataclass(frozen=True)
class Row:
    """`get` and `post`: roles that may; `own`: whether the manager of the network, or its guest, also may.

    `target`: the kind of record in the address; empty for a page without one. `also`: other parts of the address.
    """

    get: frozenset[str] = NOBODY
    post: frozenset[str] = NOBODY
    target: str = ""
    also: tuple[tuple[str, str], ...] = ()
    manager_own: bool = False
    guest_own: bool = False


def reading(target: str = "") -> Row:
    return Row(get=EVERYBODY_INSIDE, target=target)


def editing(roles: frozenset[str], target: str = "") -> Row:
    return Row(get=roles, post=roles, target=target)


def doing(roles: frozenset[str], target: str, **also: str) -> Row:
    return Row(post=roles, target=target, also=tuple(also.items()))


def on_network(*, get: bool = True, **also: str) -> Row:
    roles = EDITORS
    return Row(get=roles if get else NOBODY, post=roles, target="network", also=tuple(also.items()), manager_own=True)


def on_mandate(*, post: bool = True, **also: str) -> Row:
    """Seen and changed by the same: the coordinator and the manager of the network; and by whoever sits there."""
    parts = {"membership": "membership", **also}
    return Row(
        get=DECIDERS,
        post=DECIDERS if post else NOBODY,
        target="network",
        also=tuple(parts.items()),
        manager_own=True,
    )


def on_insight(*, get: bool = True, post: bool = True, **also: str) -> Row:
    """A persona or a journey: changed like its network. Interviews and diaries have tests of their own."""
    parts = {"insight": "insight", **also}
    roles = EDITORS
    return Row(
        get=roles if get else NOBODY,
        post=roles if post else NOBODY,
        target="network",
        also=tuple(parts.items()),
        manager_own=True,
    )


def on_meeting(*, get: bool = False, **also: str) -> Row:
    roles = EDITORS
    return Row(get=roles if get else NOBODY, post=roles, target="meeting", also=tuple(also.items()), manager_own=True)


def on_workshop(target: str = "workshop", *, get: bool = True, post: bool = True, **also: str) -> Row:
    """Prepared and led by who leads workshops, and by the manager of the network it is about."""
    return Row(
        get=FACILITATORS if get else NOBODY,
        post=FACILITATORS if post else NOBODY,
        target=target,
        also=tuple(also.items()),
        manager_own=True,
    )


def record(one: str, many: str, roles: frozenset[str], *, confirm: bool = True) -> dict[str, Row]:
    """The addresses every kind of record has."""
    rows = {
        many: reading(),
        one: reading(one),
        f"{one}_add": editing(roles),
        f"{one}_edit": editing(roles, one),
        f"{one}_archive": doing(roles, one),
        f"{one}_restore": doing(roles, one),
    }
    return rows | ({f"{one}_confirm": doing(roles, one)} if confirm else {})


POLICY: dict[str, Row] = {
    "home_of": Row(get=EVERYBODY_INSIDE | GUEST),
    "week": Row(get=EVERYBODY_INSIDE | GUEST),
    "overview": reading(),
    "onboarding": Row(get=DECIDERS),
    "onboarding_hide": Row(post=DECIDERS),
    "onboarding_proposals": editing(EDITORS),
    "onboarding_seen": reading(),
    "onboarding_fill": Row(post=EDITORS, also=(("what", "doelen"),)),
    "findings": reading(),
    "finding": Row(get=EVERYBODY_INSIDE, post=DECIDERS, target="finding", manager_own=True),
    "decision": reading("decision"),
    "findings_do": Row(post=EVERYBODY_INSIDE),  # who may not decide about one is refused it
    "decision_undo": Row(post=DECIDERS, target="decision", manager_own=True),
    "decision_review": Row(get=DECIDERS, post=DECIDERS, target="decision", manager_own=True),
    "search": reading(),
    "overlaps": reading(),
    "overlap_group": Row(get=EVERYBODY_INSIDE, post=DECIDERS, target="network", manager_own=True),
    "likely_doubles": Row(get=EDITORS),
    "network_merge": editing(EDITORS, "network"),
    "network_stop": on_network(),
    "network_merge_undo": doing(EDITORS, "network", merge="network_merge"),
    "who_with_whom": reading(),
    "map_file": Row(get=READERS_WHO_TAKE_OUT),
    "map_pdf": Row(get=READERS_WHO_TAKE_OUT),
    "load": reading(),
    "year": reading(),
    "policy_codes": reading(),
    "policy_code_remove": doing(EDITORS, "policy_code"),
    "year_pdf": Row(get=READERS_WHO_TAKE_OUT),
    "load_workbook": Row(get=READERS_WHO_TAKE_OUT),
    "load_pdf": Row(get=READERS_WHO_TAKE_OUT),
    **record("challenge", "challenges", EDITORS),
    **record("instrument", "instruments", EDITORS),
    **record("organisation", "organisations", PARTNER_EDITORS),
    **record("person", "persons", PARTNER_EDITORS),
    "doubles": Row(get=EDITORS),
    "organisation_merge": editing(EDITORS, "organisation"),
    "organisation_merge_with": Row(get=EDITORS, post=EDITORS, target="organisation", also=(("other", "newcomer"),)),
    "organisation_merge_undo": doing(EDITORS, "organisation", merge="organisation_merge"),
    "person_merge": editing(EDITORS, "person"),
    "person_merge_with": Row(get=EDITORS, post=EDITORS, target="person", also=(("other", "namesake"),)),
    "person_merge_undo": doing(EDITORS, "person", merge="person_merge"),
    "person_erase": editing(ADMINISTRATOR, "person"),
    "person_colleague": editing(DECIDERS, "person"),
    **record("decision", "decisions", DECIDERS, confirm=False),
    **record("meeting", "meetings", EDITORS, confirm=False),
    "meeting_add": editing(PARTNER_EDITORS),
    "meeting_edit": on_meeting(get=True),
    "meeting_archive": on_meeting(),
    "meeting_restore": on_meeting(),
    "meeting_series": editing(PARTNER_EDITORS),
    "meeting_series_take_back": on_meeting(),
    "meeting_agenda_take": on_meeting(),
    "meeting_item_add": on_meeting(),
    "meeting_item": on_meeting(item="agenda_item"),
    "meeting_item_move": on_meeting(item="agenda_item"),
    "meeting_item_remove": on_meeting(item="agenda_item"),
    "meeting_presence": on_meeting(),
    "meeting_approve": on_meeting(),
    "meeting_minutes": on_meeting(get=True),
    "meeting_minutes_save": on_meeting(),
    "meeting_minutes_close": on_meeting(),
    "meeting_invite": on_meeting(),
    "meeting_minutes_send": on_meeting(),
    "meeting_minutes_word": Row(get=READERS_WHO_TAKE_OUT, target="meeting_held"),
    "meeting_minutes_pdf": Row(get=READERS_WHO_TAKE_OUT, target="meeting_held"),
    "meeting_on_one_page": Row(get=READERS_WHO_TAKE_OUT, target="meeting"),
    "meeting_invitation": Row(get=EDITORS, target="meeting", manager_own=True),
    "calendars": editing(EVERYBODY_INSIDE),
    "network_action_links": on_network(),
    "network_confirmations": on_network(),
    "network_confirmation": on_network(get=False, confirmation="confirmation"),
    "confirmations": editing(PARTNER_EDITORS),
    **record("action", "actions", EDITORS, confirm=False),
    "action_add": editing(PARTNER_EDITORS),
    "action_edit": Row(get=EDITORS, post=EDITORS, target="action", manager_own=True),
    "action_archive": Row(post=EDITORS, target="action", manager_own=True),
    "action_restore": Row(post=EDITORS, target="action", manager_own=True),
    "action_tick": Row(post=EDITORS, target="action", manager_own=True),
    **record("network", "networks", EDITORS),
    "network_edit": on_network(),
    "network_confirm": on_network(get=False),
    "network_archive": on_network(get=False),
    "network_restore": on_network(get=False),
    "network_members": reading("network"),
    "network_member_add": on_network(get=False),
    "network_member": on_network(membership="membership"),
    "network_member_end": on_network(get=False, membership="membership"),
    "network_member_rejoin": on_network(get=False, membership="membership"),
    "network_delegate_add": on_network(get=False, membership="membership"),
    "network_delegate_remove": on_network(get=False, delegate="delegate"),
    "network_delegate_return": on_network(get=False, membership="membership", person="person"),
    "network_seat": on_network(delegate="delegate"),
    "network_phase": on_network(),
    "network_phase_remove": on_network(get=False),
    "network_arena": reading("network"),
    "network_composition": reading("network"),
    "network_arena_begin": on_network(get=False),
    "network_arena_add": on_network(phase="goals"),
    "network_arena_partner": on_network(phase="goals", organisation="organisation"),
    "network_arena_remove": on_network(get=False, phase="goals", organisation="organisation"),
    "network_arena_need": on_network(phase="goals"),
    "network_arena_back": on_network(get=False, phase="goals", arena="arena"),
    "network_insights": Row(get=EVERYBODY_INSIDE, target="network", guest_own=True),
    "network_insight": Row(get=EVERYBODY_INSIDE, target="network", also=(("insight", "insight"),), guest_own=True),
    "insight_pdf": Row(get=EVERYBODY_INSIDE, target="network", also=(("insight", "insight"),), guest_own=True),
    "network_insight_add": on_network(),
    "network_insight_room": Row(post=FACILITATORS & EDITORS, target="network", manager_own=True),
    "network_insight_edit": on_insight(),
    "network_insight_withdraw": on_insight(get=False),
    "network_insight_use": on_insight(),
    "network_insight_use_back": on_insight(get=False, use="use"),
    "network_insight_part_add": on_insight(insight="journey"),
    "network_insight_part": on_insight(insight="journey", part="part"),
    "network_insight_part_out": on_insight(get=False, insight="journey", part="part"),
    "network_insight_part_move": on_insight(get=False, insight="journey", part="part"),
    "network_stuck": Row(get=EVERYBODY_INSIDE, post=EDITORS, target="network", manager_own=True),
    "network_stuck_draw": Row(post=EVERYBODY_INSIDE, target="network"),
    "network_stuck_room": Row(post=FACILITATORS, target="network", manager_own=True),
    "tries": reading(),
    "network_try_add": on_network(),
    "network_try": Row(get=EVERYBODY_INSIDE, target="network", also=(("attempt", "try"),)),
    "network_try_effect": on_network(attempt="try"),
    "practice": reading(),
    "practice_case": Row(get=EVERYBODY_INSIDE, also=(("key", "lokano"),)),
    "practice_shared": Row(get=EVERYBODY_INSIDE, also=(("shared", "shared_case"),)),
    "practice_add": editing(EDITORS),
    "practice_own": reading("practice_case"),
    "practice_edit": editing(EDITORS, "practice_case"),
    "practice_remove": doing(EDITORS, "practice_case"),
    "practice_share": editing(DECIDERS, "practice_case"),
    "practice_withdraw": doing(DECIDERS, "practice_case"),
    "my_mandates": Row(get=EVERYBODY_INSIDE | GUEST),
    "network_mandates": Row(get=DECIDERS, target="network", manager_own=True, guest_own=True),
    "network_mandate": on_mandate(post=False),
    "network_mandate_card": on_mandate(),
    "network_promise_add": on_mandate(),
    "network_promise": on_mandate(promise="promise"),
    "network_seats": reading("network"),
    "network_seats_take": on_network(get=False),
    "network_required_seat_add": on_network(),
    "network_required_seat": on_network(seat="required_seat"),
    "network_required_seat_remove": on_network(get=False, seat="required_seat"),
    "my_roles": Row(get=EVERYBODY_INSIDE | GUEST, post=EVERYBODY_INSIDE | GUEST),
    "staffing": Row(get=DECIDERS),
    "network_roles": reading("network"),
    "network_role_give": on_network(),
    "network_role_take": on_network(get=False, task="role_task"),
    "network_form": on_network(),
    "network_form_remove": on_network(get=False),
    "network_measure": on_network(),
    "network_goal": reading("network"),
    "network_goal_measure": on_network(),
    "network_goal_split": on_network(),
    "network_goal_split_begin": on_network(get=False),
    "network_sub_goal_add": on_network(get=False),
    "network_sub_goal": on_network(sub_goal="sub_goal"),
    "network_sub_goal_remove": on_network(get=False, sub_goal="sub_goal"),
    "network_goal_split_adopt": on_network(get=False),
    "network_goal_split_withdraw": on_network(get=False),
    "network_goal_split_reopen": on_network(get=False, split="split"),
    "network_cooperation": reading("network"),
    "network_cooperation_measure": on_network(),
    "network_give_and_take": on_network(membership="membership"),
    "network_give_and_take_undo": on_network(get=False, membership="membership", statement="statement"),
    "network_forms": reading(),
    "network_governance": reading("network"),
    "network_form_try": reading("network"),
    "network_form_decide": Row(get=DECIDERS, post=DECIDERS, target="network", manager_own=True),
    "network_form_reading": on_network(),
    "network_effect": reading("network"),
    "network_effect_criteria": on_network(),
    "network_effect_score": on_network(),
    "network_effect_users": on_network(),
    "network_effect_members": on_network(),
    "network_effect_conclude": Row(get=DECIDERS, post=DECIDERS, target="network", manager_own=True),
    "network_managers": editing(EDITORS, "network"),
    "network_manager_remove": doing(EDITORS, "network", management="management"),
    "instrument_links": Row(get=EDITORS, target="instrument"),
    "instrument_aim_add": doing(EDITORS, "instrument"),
    "instrument_aim_remove": doing(EDITORS, "instrument", aim="aim"),
    "instrument_relation_add": doing(EDITORS, "instrument"),
    "instrument_relation_remove": doing(EDITORS, "instrument", relation="relation"),
    "instrument_evaluate": editing(EDITORS, "instrument"),
    "instrument_evaluations": reading("instrument"),
    "instrument_move": editing(EDITORS, "instrument"),
    "instrument_move_back": doing(EDITORS, "instrument"),
    "axis": reading(),
    "challenge_mix": reading("challenge"),
    "stances": reading(),
    "stance_add": editing(EDITORS),
    "stance_name": doing(EDITORS, "stance"),
    "choices": reading(),
    "choice_start": editing(PARTNER_EDITORS),
    "choice": Row(get=EVERYBODY_INSIDE, post=DECIDERS, target="choice"),
    "choice_step": Row(get=EDITORS, post=EDITORS, target="choice", also=(("step", "processes"),)),
    "choice_own": editing(EDITORS, "choice"),
    "choice_reopen": doing(EDITORS, "choice"),
    "choice_invite": doing(EDITORS, "choice"),
    "choice_go_on": doing(EDITORS, "choice"),
    "choice_remove": doing(EDITORS, "choice"),
    "choice_network": editing(EDITORS, "choice"),
    "readiness": reading(),
    "readiness_measure": editing(EDITORS),
    "not_steering": reading(),
    "network_place": on_network(),
    "reports": Row(get=READERS_WHO_TAKE_OUT),
    "report_order": Row(post=READERS_WHO_TAKE_OUT),
    "report": Row(get=READERS_WHO_TAKE_OUT, target="report"),
    "report_pdf": Row(get=READERS_WHO_TAKE_OUT, target="report"),
    "report_remove": doing(DECIDERS, "report"),
    "report_network": Row(get=READERS_WHO_TAKE_OUT, target="network"),
    "exchange": Row(get=READERS_WHO_TAKE_OUT),
    "exchange_template": Row(get=READERS_WHO_TAKE_OUT),
    "exchange_export": Row(post=READERS_WHO_TAKE_OUT),
    "exchange_export_csv": Row(post=READERS_WHO_TAKE_OUT),
    "exchange_upload": Row(post=DECIDERS),
    "exchange_type": editing(DECIDERS),
    "exchange_preview": Row(get=WHO_MADE_IT, target="upload"),
    "exchange_columns": editing(WHO_MADE_IT, "own_list"),
    "exchange_names": editing(WHO_MADE_IT, "own_list"),
    "exchange_undo": doing(WHO_MADE_IT, "upload"),
    "exchange_confirm": doing(WHO_MADE_IT, "upload"),
    "exchange_discard": doing(WHO_MADE_IT, "upload"),
    "surveys": reading(),
    "survey_add": editing(PARTNER_EDITORS),
    "survey": reading("survey"),
    "survey_edit": Row(get=EDITORS, post=EDITORS, target="draft_survey", manager_own=True),
    "survey_launch": Row(post=EDITORS, target="draft_survey", manager_own=True),
    "survey_remind": Row(post=EDITORS, target="open_survey", manager_own=True),
    "survey_close": Row(post=EDITORS, target="open_survey", manager_own=True),
    "survey_remove": Row(post=EDITORS, target="draft_survey", manager_own=True),
    "survey_json": Row(get=READERS_WHO_TAKE_OUT, target="survey"),
    "survey_xlsx": Row(get=READERS_WHO_TAKE_OUT, target="survey"),
    "survey_pdf": Row(get=READERS_WHO_TAKE_OUT, target="survey"),
    "questionnaires": reading(),
    "questionnaire": Row(get=EVERYBODY_INSIDE, also=A_QUESTIONNAIRE),
    "questionnaire_copy": Row(get=EDITORS, post=EDITORS, also=A_QUESTIONNAIRE),
    "sitting_start": Row(get=PARTNER_EDITORS, post=PARTNER_EDITORS, also=A_QUESTIONNAIRE),
    "own_questionnaire": reading("own_questionnaire"),
    "own_sitting_start": editing(PARTNER_EDITORS, "own_questionnaire"),
    "questionnaire_edit": editing(EDITORS, "own_questionnaire"),
    "questionnaire_item_add": editing(EDITORS, "own_questionnaire"),
    "questionnaire_item_remove": doing(EDITORS, "own_questionnaire", item="own.1"),
    "own_questionnaire_archive": doing(EDITORS, "own_questionnaire"),
    "own_questionnaire_restore": doing(EDITORS, "own_questionnaire"),
    "sitting": editing(WHO_MADE_IT, "draft"),
    "sitting_criteria": editing(WHO_MADE_IT, "draft"),
    "sitting_done": editing(WHO_MADE_IT, "draft"),
    "sitting_save": doing(WHO_MADE_IT, "draft"),
    "sitting_remove": doing(WHO_MADE_IT, "draft"),
    "sitting_result": reading("sitting"),
    "workshops": reading(),
    "workshop_add": editing(FACILITATORS),
    "workshop": on_workshop(post=False),
    "workshop_edit": on_workshop(),
    "workshop_remove": on_workshop(get=False),
    "workshop_copy": on_workshop("workshop_ended", get=False),
    "workshop_subject_add": editing(FACILITATORS, "workshop"),
    "workshop_subject_remove": doing(FACILITATORS, "workshop", subject="workshop_subject"),
    "workshop_questionnaire": on_workshop(),
    "workshop_question_add": on_workshop(kind="scale"),
    "workshop_question_edit": on_workshop(question="workshop_question"),
    "workshop_question_remove": on_workshop(get=False, question="workshop_question"),
    "workshop_question_copy": on_workshop(get=False, question="workshop_question"),
    "workshop_question_move": on_workshop(get=False, question="workshop_question"),
    "workshop_open": on_workshop(get=False),
    "workshop_lead": on_workshop("workshop_open", post=False),
    "workshop_screen": on_workshop("workshop_open", post=False),
    "workshop_go_to": on_workshop("workshop_open", get=False),
    "workshop_voting": on_workshop("workshop_open", get=False),
    "workshop_show": on_workshop("workshop_open", get=False),
    "workshop_lock": on_workshop("workshop_open", get=False),
    "workshop_end": on_workshop("workshop_open", get=False),
    "workshop_group": on_workshop("workshop_open", get=False, question="text_question"),
    "workshop_group_vote": on_workshop("workshop_open", get=False, question="text_question"),
    "workshop_account": reading("workshop_ended"),
    "guest": Row(get=GUEST),
    "guest_network": Row(get=NOBODY, target="network", guest_own=True),
    "knowledge": Row(get=EVERYBODY_INSIDE | GUEST),
    "knowledge_page": Row(get=EVERYBODY_INSIDE | GUEST, also=(("key", "three-forms"),)),
    "help": Row(get=EVERYBODY_INSIDE | GUEST),
    "help_page": Row(get=EVERYBODY_INSIDE | GUEST, also=(("key", "help-import"),)),
    "help_glossary": Row(get=EVERYBODY_INSIDE | GUEST),
    "help_sources": Row(get=EVERYBODY_INSIDE | GUEST),
    "team": editing(ADMINISTRATOR),
    "team_role": editing(ADMINISTRATOR, "position"),
    "team_end": doing(ADMINISTRATOR, "position"),
    "guests": editing(ADMINISTRATOR),
    "guest_unseat": doing(ADMINISTRATOR, "position"),
    "team_erase": editing(ADMINISTRATOR, "position"),
    "invitation_withdraw": doing(ADMINISTRATOR, "invitation"),
    "settings": editing(ADMINISTRATOR),
    "trail": Row(get=PARTNER_EDITORS),
}

# Addresses outside an authority: anybody may knock; what they show is tested where they live.
OUTSIDE = frozenset(
    {"home", "begin", "begin_asked", "example_enter", "language", "preferences", "session_end", "invitation"}
) | {
    "survey_answer",
    "survey_mangled",
    "survey_thanks",
    "calendar_feed",
    "own_actions",
    "confirmation_answer",
    "digest_off",
    "join",
    "room",
    "room_enter",
    "room_answer",  # of phones in a room, by their key
}
