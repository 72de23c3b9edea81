"""What the overview may use of the effect tool."""

from collections.abc import Mapping
from functools import partial

from regiewijzer.register.measurements.actions import Importer, MeasurementFields, import_measurement
from regiewijzer.tools.effect.actions.concluding import conclude
from regiewijzer.tools.effect.actions.importing import import_evaluation
from regiewijzer.tools.effect.actions.looking import choose, evaluate
from regiewijzer.tools.effect.models import (
    Choice,
    Conclusion,
    Evaluation,
    MemberSatisfaction,
    Scored,
    UserSatisfaction,
)
from regiewijzer.tools.effect.queries.criteria import asked as questionnaire_on_effect
from regiewijzer.tools.effect.queries.criteria import standing_criteria as criteria
from regiewijzer.tools.effect.queries.evaluations import ShownEvaluation, results
from regiewijzer.tools.effect.queries.page import NetworkEffect, effect_of
from regiewijzer.tools.effect.queries.pictures import levels_in_words, life
from regiewijzer.tools.effect.queries.satisfaction import members, users
from regiewijzer.tools.effect.queries.sheets import (
    LEVELS,
    MEMBERS,
    RESULTS,
    USERS,
    MemberTable,
    ResultTable,
    UserTable,
)

__all__ = [
    "IMPORTS",
    "LEVELS",
    "MEMBERS",
    "RESULTS",
    "USERS",
    "Choice",
    "Conclusion",
    "Evaluation",
    "MemberSatisfaction",
    "MemberTable",
    "NetworkEffect",
    "ResultTable",
    "Scored",
    "ShownEvaluation",
    "UserSatisfaction",
    "UserTable",
    "choose",
    "conclude",
    "criteria",
    "effect_of",
    "evaluate",
    "levels_in_words",
    "life",
    "members",
    "questionnaire_on_effect",
    "results",
    "users",
]

_ASPECTS = {
    kind: MeasurementFields(kind, {aspect: aspect for aspect in kind.ASPECTS})
    for kind in (UserSatisfaction, MemberSatisfaction)
}

IMPORTS: Mapping[str, Importer] = {
    "network-effect": import_evaluation,
    "user-satisfaction": partial(import_measurement, fields=_ASPECTS[UserSatisfaction]),
    "member-satisfaction": partial(import_measurement, fields=_ASPECTS[MemberSatisfaction]),
}
