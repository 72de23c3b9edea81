"""Which rules can fire and which grounds can they give, and what do their sentences need?

The sentences themselves are kept by the library, under these names and with these placeholders. A finding or ground may
carry more numbers than its sentence shows; never fewer.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Rule(StrEnum):
    """Every rule about the facts in the register, by subject."""

    TOO_MANY_PARTICIPANTS = "form.too_many_participants"
    TOO_MANY_FOR_LEAD = "form.too_many_for_lead"
    TRUST_TOO_LOW = "form.trust_too_low"
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

    SAME_PARTNERS_SAME_GOAL = "overlap.same_partners_same_goal"
    MANDATED_CROSSES_LOCAL = "overlap.mandated_crosses_local"
    SAME_PARTNERS = "overlap.same_partners"
    MEMBER_LOAD = "overlap.member_load"
    MANY_LOADED = "overlap.many_loaded"

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


class Reason(StrEnum):
    """Every ground to be more or less sure of a finding."""

    ANSWERS_OF_INVITED = "answers_of_invited"
    ANSWERS_ONLY = "answers_only"
    ANSWERS_UNCOUNTED = "answers_uncounted"
    OWN_ESTIMATE = "own_estimate"
    MEASURED_MONTHS_AGO = "measured_months_ago"
    MEMBERS_DATED = "members_dated"
    MEMBERS_UNDATED = "members_undated"
    FACTS_DATED = "facts_dated"
    FACTS_UNDATED = "facts_undated"
    LIMIT_IS_OURS = "limit_is_ours"
    LIMIT_IS_YOURS = "limit_is_yours"
    LIMITS_ARE_OURS = "limits_are_ours"
    LIMITS_ARE_YOURS = "limits_are_yours"
    FAR_FROM_LIMIT = "far_from_limit"
    NEAR_LIMIT = "near_limit"
    SEVERAL_SHORTAGES = "several_shortages"
    CONDITION_FAILS = "condition_fails"
    MEASUREMENTS_IN_A_ROW = "measurements_in_a_row"
    COMPARED_WITH_BEFORE = "compared_with_before"
    CONDITION_BEFORE = "condition_before"
    RULE_OF_THUMB = "rule_of_thumb"
    ACTIONS_UNRECORDED = "actions_unrecorded"
    DOMAINS_UNKNOWN = "domains_unknown"
    FEW_MEMBERS = "few_members"
    SAME_THEME = "same_theme"
    SAME_TARGET_GROUP = "same_target_group"
    GOALS_ALIKE = "goals_alike"
    GOALS_UNLIKE = "goals_unlike"
    GOALS_UNKNOWN = "goals_unknown"
    BEYOND_CHANCE = "beyond_chance"
    MAY_BE_CHANCE = "may_be_chance"
    BROADEST_PART = "broadest_part"
    SAID_BY_PARTNERS = "said_by_partners"
    PARTNERS_UNKNOWN = "partners_unknown"
    SEEN_BY_SEVERAL = "seen_by_several"
    FILLED_IN_TOGETHER = "filled_in_together"
    PEOPLE_UNCOUNTED = "people_uncounted"
    RECORDED_RELATION = "recorded_relation"
    CHOICE_DATED = "choice_dated"
    LAYERS_UNASKED = "layers_unasked"
    LAYERS_ANSWERED = "layers_answered"
    ONE_SPOKE_FOR_A_LAYER = "one_spoke_for_a_layer"


PLACEHOLDERS: Mapping[Rule, frozenset[str]] = MappingProxyType(
    {
        Rule.TOO_MANY_PARTICIPANTS: frozenset({"count", "limit", "network"}),
        Rule.TOO_MANY_FOR_LEAD: frozenset({"count", "limit", "network"}),
        Rule.TRUST_TOO_LOW: frozenset({"answers", "form", "limit", "network", "value"}),
        Rule.CONSENSUS_TOO_LOW: frozenset({"form", "limit", "network", "value"}),
        Rule.COMPETENCE_NEED_TOO_HIGH: frozenset({"form", "limit", "network", "value"}),
        Rule.LEADER_NOT_ACCEPTED: frozenset({"leader", "limit", "network", "value"}),
        Rule.NO_FORM_FITS: frozenset({"network"}),
        Rule.LIGHTER_FORM_POSSIBLE: frozenset({"advised_form", "form", "network"}),
        Rule.DRIFT: frozenset({"advised_form", "form", "network"}),
        Rule.POWER_TOO_STRONG: frozenset({"instrument", "needed", "used"}),
        Rule.POWER_TOO_WEAK: frozenset({"instrument", "needed", "used"}),
        Rule.DETERRENT_WORKS: frozenset({"instrument"}),
        Rule.RELATION_DECLINED: frozenset({"instrument", "partner_count"}),
        Rule.RELATION_WEAKER: frozenset({"instrument", "value"}),
        Rule.HARDLY_USED: frozenset({"instrument", "value"}),
        Rule.WRONG_ACTORS: frozenset({"instrument"}),
        Rule.GOAL_MISSED: frozenset({"instrument", "value"}),
        Rule.PITFALL: frozenset({"instrument", "pitfall"}),
        Rule.CONFLICTS: frozenset({"challenge", "instrument", "other"}),
        Rule.FITS_BADLY: frozenset({"instrument", "value"}),
        Rule.NEED_UNMET: frozenset({"instrument", "other", "status"}),
        Rule.MIX_TOO_LIGHT: frozenset({"challenge", "count", "needed", "reach"}),
        Rule.NO_LIGHTER_STEP: frozenset({"challenge", "count"}),
        Rule.BOTH_STAND: frozenset({"instrument", "other"}),
        Rule.GOAL_TOO_BROAD: frozenset({"active", "count", "domains", "groups", "network"}),
        Rule.GOAL_NAMES_TOO_MUCH: frozenset({"domains", "groups", "network"}),
        Rule.GOAL_LOW: frozenset({"dimension", "network", "value"}),
        Rule.OWN_PART_UNCLEAR: frozenset({"network", "value"}),
        Rule.COOPERATION_LOW: frozenset({"network", "theme", "value"}),
        Rule.COOPERATION_SPLIT: frozenset({"agreement", "network", "theme"}),
        Rule.BRINGS_MORE: frozenset({"count", "network", "partner"}),
        Rule.GETS_MORE: frozenset({"count", "network", "partner"}),
        Rule.ONE_CARRIES: frozenset({"network", "partner", "percent"}),
        Rule.ONE_DOMAIN_DOMINATES: frozenset({"count", "domain", "network", "total"}),
        Rule.NO_USER_VOICE: frozenset({"network"}),
        Rule.SAME_PARTNERS_SAME_GOAL: frozenset({"network", "other", "shared", "total"}),
        Rule.MANDATED_CROSSES_LOCAL: frozenset({"local", "mandated", "origin", "shared", "total"}),
        Rule.SAME_PARTNERS: frozenset({"network", "other", "shared", "total"}),
        Rule.MEMBER_LOAD: frozenset({"count", "partner"}),
        Rule.MANY_LOADED: frozenset({"count", "limit", "most", "partner"}),
        Rule.TWO_YEARS_NO_RESULT: frozenset({"months", "network"}),
        Rule.COMPONENT_WEAK: frozenset({"component", "domain", "value"}),
        Rule.SATISFACTION_DIP: frozenset({"after", "before", "network", "what", "year"}),
        Rule.CRITERION_MISFIT: frozenset({"criterion", "network", "reason"}),
        Rule.MEMBERS_LEAVING: frozenset({"network", "value"}),
        Rule.NOT_RECORDED: frozenset({"network"}),
        Rule.MANY_NOT_RECORDED: frozenset({"count", "total"}),
        Rule.COULD_DO_ALONE: frozenset({"challenge", "network"}),
        Rule.EXISTING_NETWORK: frozenset({"network", "other", "shared"}),
        Rule.NOT_COOPERATION: frozenset({"challenge", "kind"}),
        Rule.LAYER_GAP: frozenset({"authority", "layer_a", "layer_b", "question", "value_a", "value_b"}),
        Rule.NOT_READY: frozenset({"authority", "count"}),
        Rule.STALE: frozenset({"months", "subject"}),
        Rule.MANY_STALE: frozenset({"count", "kind", "months", "total"}),
        Rule.REVIEW_DUE: frozenset({"date", "subject"}),
    }
)

REASON_PLACEHOLDERS: Mapping[Reason, frozenset[str]] = MappingProxyType(
    {
        Reason.ANSWERS_OF_INVITED: frozenset({"answers", "invited", "percent"}),
        Reason.ANSWERS_ONLY: frozenset({"answers"}),
        Reason.ANSWERS_UNCOUNTED: frozenset(),
        Reason.OWN_ESTIMATE: frozenset(),
        Reason.MEASURED_MONTHS_AGO: frozenset({"date", "months"}),
        Reason.MEMBERS_DATED: frozenset({"date", "months"}),
        Reason.MEMBERS_UNDATED: frozenset(),
        Reason.FACTS_DATED: frozenset({"date", "months"}),
        Reason.FACTS_UNDATED: frozenset(),
        Reason.LIMIT_IS_OURS: frozenset({"limit", "limit_name"}),
        Reason.LIMIT_IS_YOURS: frozenset({"default", "limit", "limit_name"}),
        Reason.LIMITS_ARE_OURS: frozenset(),
        Reason.LIMITS_ARE_YOURS: frozenset({"count"}),
        Reason.FAR_FROM_LIMIT: frozenset({"condition", "limit", "value"}),
        Reason.NEAR_LIMIT: frozenset({"condition", "limit", "value"}),
        Reason.SEVERAL_SHORTAGES: frozenset({"count"}),
        Reason.CONDITION_FAILS: frozenset({"condition", "form", "limit", "value"}),
        Reason.MEASUREMENTS_IN_A_ROW: frozenset({"count"}),
        Reason.COMPARED_WITH_BEFORE: frozenset({"after", "before", "date"}),
        Reason.CONDITION_BEFORE: frozenset({"before", "condition", "date", "value"}),
        Reason.RULE_OF_THUMB: frozenset({"months"}),
        Reason.ACTIONS_UNRECORDED: frozenset({"count", "total"}),
        Reason.DOMAINS_UNKNOWN: frozenset({"count", "total"}),
        Reason.FEW_MEMBERS: frozenset({"count"}),
        Reason.SAME_THEME: frozenset({"theme"}),
        Reason.SAME_TARGET_GROUP: frozenset({"target_group"}),
        Reason.GOALS_ALIKE: frozenset({"percent"}),
        Reason.GOALS_UNLIKE: frozenset({"percent"}),
        Reason.GOALS_UNKNOWN: frozenset(),
        Reason.BEYOND_CHANCE: frozenset({"percent"}),
        Reason.MAY_BE_CHANCE: frozenset({"percent"}),
        Reason.BROADEST_PART: frozenset({"count"}),
        Reason.SAID_BY_PARTNERS: frozenset({"count", "total"}),
        Reason.PARTNERS_UNKNOWN: frozenset({"count", "total"}),
        Reason.SEEN_BY_SEVERAL: frozenset({"count"}),
        Reason.FILLED_IN_TOGETHER: frozenset({"answers"}),
        Reason.PEOPLE_UNCOUNTED: frozenset(),
        Reason.RECORDED_RELATION: frozenset(),
        Reason.CHOICE_DATED: frozenset({"date", "months"}),
        Reason.LAYERS_UNASKED: frozenset({"count"}),
        Reason.LAYERS_ANSWERED: frozenset({"count"}),
        Reason.ONE_SPOKE_FOR_A_LAYER: frozenset(),
    }
)
