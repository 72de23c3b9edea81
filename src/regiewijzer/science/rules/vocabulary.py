"""Which rules can fire and which grounds can they give?

The library keeps their sentences, under these names. A finding or ground may carry more numbers than its sentence
shows; never fewer.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Rule(StrEnum):
    """Every rule about the facts in the register, by subject."""

    TOO_MANY_PARTICIPANTS = "form.too_many_participants"
    TOO_MANY_FOR_LEAD = "form.too_many_for_lead"
    TRUST_TOO_LOW = "form.trust_too_low"
    TRUST_NOT_SPREAD = "form.trust_not_spread"
    CONSENSUS_TOO_LOW = "form.consensus_too_low"
    COMPETENCE_NEED_TOO_HIGH = "form.competence_need_too_high"
    LEADER_NOT_ACCEPTED = "form.leader_not_accepted"
    NO_FORM_FITS = "form.no_form_fits"
    LIGHTER_FORM_POSSIBLE = "form.lighter_form_possible"
    DRIFT = "form.drift"

    POWER_TOO_STRONG = "instrument.power_too_strong"
    POWER_TOO_WEAK = "instrument.power_too_weak"
    DETERRENT_WORKS = "instrument.deterrent_works"
    RELATION_DECLINED = "instrument.relation_declined"
    RELATION_WEAKER = "instrument.relation_weaker"
    HARDLY_USED = "instrument.hardly_used"
    WRONG_ACTORS = "instrument.wrong_actors"
    GOAL_MISSED = "instrument.goal_missed"
    PITFALL = "instrument.pitfall"
    CONFLICTS = "instrument.conflicts"
    FITS_BADLY = "instrument.fits_badly"
    NEED_UNMET = "instrument.need_unmet"
    MIX_TOO_LIGHT = "instrument.mix_too_light"
    NO_LIGHTER_STEP = "instrument.no_lighter_step"
    BOTH_STAND = "instrument.both_stand"

    GOAL_TOO_BROAD = "goal.too_broad"
    GOAL_NAMES_TOO_MUCH = "goal.names_too_much"
    GOAL_LOW = "goal.low"
    OWN_PART_UNCLEAR = "goal.own_part_unclear"

    COOPERATION_LOW = "cooperation.low"
    COOPERATION_SPLIT = "cooperation.split"
    BRINGS_MORE = "cooperation.brings_more"
    GETS_MORE = "cooperation.gets_more"
    ONE_CARRIES = "cooperation.one_carries"

    ONE_DOMAIN_DOMINATES = "composition.one_domain_dominates"
    NO_USER_VOICE = "composition.no_user_voice"

    INSIGHT_NONE_RECENT = "insight.none_recent"
    INSIGHT_SEAT_ALONE = "insight.seat_alone"
    INSIGHT_UNUSED = "insight.unused"
    INSIGHT_GOAL_WITHOUT = "insight.goal_without"
    INSIGHT_MANY_HANDS = "insight.many_hands"

    CORE_ABSENT = "arena.core_absent"
    CORE_WITHOUT_PERSON = "arena.core_without_person"
    NOT_NEEDED_IN_ACTION = "arena.not_needed_in_action"
    GREAT_DEPENDENCE = "arena.great_dependence"
    MISSING_CONTRIBUTION = "arena.missing_contribution"
    REQUIRED_SEAT_EMPTY = "arena.required_seat_empty"

    ROLE_GAP = "people.role_gap"
    NETWORK_UNCOVERED = "people.network_uncovered"
    OVERLOAD = "people.overload"
    INEXPERIENCED_ALONE = "people.inexperienced_alone"

    SAME_PARTNERS_SAME_GOAL = "overlap.same_partners_same_goal"
    MANDATED_CROSSES_LOCAL = "overlap.mandated_crosses_local"
    SAME_PARTNERS = "overlap.same_partners"
    GROUP = "overlap.group"
    MEMBER_LOAD = "overlap.member_load"
    MANY_LOADED = "overlap.many_loaded"
    MANDATED_HOURS = "load.mandated_hours"

    TWO_YEARS_NO_RESULT = "effect.two_years_no_result"
    SATISFACTION_DIP = "effect.satisfaction_dip"
    CRITERION_MISFIT = "effect.criterion_misfit"
    MEMBERS_LEAVING = "effect.members_leaving"

    COMPONENT_WEAK = "steering.component_weak"
    NOT_RECORDED = "choice.not_recorded"
    MANY_NOT_RECORDED = "choice.many_not_recorded"
    COULD_DO_ALONE = "choice.could_do_alone"
    EXISTING_NETWORK = "choice.existing_network"
    NOT_COOPERATION = "choice.not_cooperation"

    LAYER_GAP = "readiness.layer_gap"
    NOT_READY = "readiness.not_ready"

    STALE = "register.stale"
    MANY_STALE = "register.many_stale"
    REVIEW_DUE = "decision.review_due"

    ACTION_OVERDUE = "action.overdue"
    ACTION_NOBODY = "action.nobody"
    ACTION_OWNER_LEFT = "action.owner_left"
    TOO_FEW_MEETINGS = "meeting.too_few"
    PARTNER_AWAY = "meeting.partner_away"
    MEETINGS_WITHOUT_ACTION = "meeting.without_action"

    STUCK_WITHOUT_TRY = "breakthrough.stuck_without_try"
    TRY_WITHOUT_EFFECT = "breakthrough.try_without_effect"


_SECOND = (
    Rule.RELATION_WEAKER,
    Rule.ONE_DOMAIN_DOMINATES,
    Rule.SAME_PARTNERS_SAME_GOAL,
    Rule.MANDATED_CROSSES_LOCAL,
    Rule.SAME_PARTNERS,
    Rule.SATISFACTION_DIP,
    Rule.TWO_YEARS_NO_RESULT,
    Rule.LAYER_GAP,
    Rule.NOT_READY,
    Rule.EXISTING_NETWORK,
    Rule.TOO_MANY_PARTICIPANTS,
    Rule.TRUST_TOO_LOW,
    Rule.NO_FORM_FITS,
    Rule.LIGHTER_FORM_POSSIBLE,
    Rule.DRIFT,
)
VERSIONS: Mapping[str, int] = MappingProxyType({rule.value: 2 for rule in _SECOND} | {Rule.NO_USER_VOICE.value: 3})
"""Rules that draw their line otherwise than they first did, with their version. Raise it when a rule that stands would
fire, or not, on the same facts and the same limits: a decision is then not compared across it in silence.
"""


def version_of(rule: str) -> int:
    """The version of a rule; the first unless it changed since."""
    return VERSIONS.get(rule, 1)


class Reason(StrEnum):
    """Every ground to be more or less sure of a finding."""

    ANSWERS_OF_INVITED = "answers_of_invited"
    ANSWERS_ONLY = "answers_only"
    ANSWERS_UNCOUNTED = "answers_uncounted"
    ANSWERS_FALL_APART = "answers_fall_apart"
    OWN_ESTIMATE = "own_estimate"
    MEASURED_MONTHS_AGO = "measured_months_ago"
    JUDGED_MONTHS_AGO = "judged_months_ago"
    MEMBERS_DATED = "members_dated"
    MEMBERS_UNDATED = "members_undated"
    OWN_SERVICES_AS_ONE = "own_services_as_one"
    FACTS_DATED = "facts_dated"
    FACTS_UNDATED = "facts_undated"
    DAY_ON_RECORD = "day_on_record"
    FAR_FROM_LIMIT = "far_from_limit"
    NEAR_LIMIT = "near_limit"
    NEARLY_FITS = "nearly_fits"
    BEYOND_CONDITION = "beyond_condition"
    CLOSE_TO_LIMIT = "close_to_limit"
    BEYOND_LIMIT = "beyond_limit"
    FAR_BEYOND_LIMIT = "far_beyond_limit"
    STEPS_APART = "steps_apart"
    SEVERAL_SHORTAGES = "several_shortages"
    LIMIT_WITHIN_INTERVAL = "limit_within_interval"
    LIMIT_WITHIN_EVEN_SPREAD = "limit_within_even_spread"
    ADVICE_TURNS = "advice_turns"
    ADVICE_NEVER_TURNS = "advice_never_turns"
    TRUST_SPREAD_UNKNOWN = "trust_spread_unknown"
    CONDITION_FAILS = "condition_fails"
    MEASUREMENTS_IN_A_ROW = "measurements_in_a_row"
    COMPARED_WITH_BEFORE = "compared_with_before"
    CONDITION_BEFORE = "condition_before"
    DIP_EXPECTED = "dip_expected"
    ACTIONS_UNRECORDED = "actions_unrecorded"
    DOMAINS_UNKNOWN = "domains_unknown"
    LEVEL_NOT_LOOKED_AT = "level_not_looked_at"
    ONE_EVALUATION = "one_evaluation"
    START_IN_PART = "start_in_part"
    NOT_RECORDED_ONLY = "not_recorded_only"
    FEW_MEMBERS = "few_members"
    SAME_THEME = "same_theme"
    SAME_TARGET_GROUP = "same_target_group"
    GOALS_ALIKE = "goals_alike"
    GOALS_UNLIKE = "goals_unlike"
    GOALS_UNKNOWN = "goals_unknown"
    BEYOND_CHANCE = "beyond_chance"
    MAY_BE_CHANCE = "may_be_chance"
    PAIRS_OF_GROUP = "pairs_of_group"
    MANDATED_IN_GROUP = "mandated_in_group"
    HOURS_KNOWN = "hours_known"
    BROADEST_PART = "broadest_part"
    SAID_BY_PARTNERS = "said_by_partners"
    SAID_ITSELF = "said_itself"
    ESTIMATED_FOR_PARTNER = "estimated_for_partner"
    PARTNERS_UNKNOWN = "partners_unknown"
    FILLED_IN_TOGETHER = "filled_in_together"
    PEOPLE_UNCOUNTED = "people_uncounted"
    RECORDED_RELATION = "recorded_relation"
    CHOICE_DATED = "choice_dated"
    LAYERS_UNASKED = "layers_unasked"
    LAYERS_ANSWERED = "layers_answered"
    ONE_SPOKE_FOR_A_LAYER = "one_spoke_for_a_layer"
    DAYS_OVERDUE = "days_overdue"
    RULE_READ = "rule_read"
    SEAT_READ = "seat_read"
    TESTS_TAKEN = "tests_taken"
    TASKS_WRITTEN = "tasks_written"
    RULE_CONTESTED = "rule_contested"
    MEETINGS_BEFORE_UNKNOWN = "meetings_before_unknown"
    INSIGHTS_ASSUMED = "insights_assumed"
    PRESENCE_ON_RECORD = "presence_on_record"
    MINUTES_SETTLED = "minutes_settled"
