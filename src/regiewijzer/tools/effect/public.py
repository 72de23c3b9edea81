"""What the overview may use of the effect tool."""

from regiewijzer.tools.effect.actions.adopting import ADOPTS, adopt
from regiewijzer.tools.effect.actions.concluding import conclude
from regiewijzer.tools.effect.actions.looking import choose, evaluate, tell
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
from regiewijzer.tools.effect.sections import section_of

__all__ = [
    "ADOPTS",
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
    "adopt",
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
    "section_of",
    "tell",
    "users",
]
