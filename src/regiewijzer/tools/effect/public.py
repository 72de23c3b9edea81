"""What the overview may use of the effect tool."""

from functools import partial

from regiewijzer.register.measurements.actions import MeasurementFields, import_measurement
from regiewijzer.register.tool import FieldsByNetwork, Tool, by_network
from regiewijzer.tools.effect.actions.importing import import_evaluation
from regiewijzer.tools.effect.actions.looking import choose, conclude, evaluate
from regiewijzer.tools.effect.display import levels_in_words, life
from regiewijzer.tools.effect.models import (
    Choice,
    Conclusion,
    Evaluation,
    MemberSatisfaction,
    Scored,
    UserSatisfaction,
)
from regiewijzer.tools.effect.queries.criteria import CHOICES
from regiewijzer.tools.effect.queries.criteria import asked as questionnaire_on_effect
from regiewijzer.tools.effect.queries.criteria import standing_criteria as criteria
from regiewijzer.tools.effect.queries.evaluations import EVALUATIONS, ShownEvaluation, results
from regiewijzer.tools.effect.queries.page import CONCLUSIONS, NetworkEffect, effect_of
from regiewijzer.tools.effect.queries.satisfaction import members, users
from regiewijzer.tools.effect.sections import section_of
from regiewijzer.tools.effect.tables import LEVELS, TABLES

__all__ = [
    "LEVELS",
    "TOOL",
    "Choice",
    "Conclusion",
    "Evaluation",
    "MemberSatisfaction",
    "NetworkEffect",
    "Scored",
    "ShownEvaluation",
    "UserSatisfaction",
    "choose",
    "conclude",
    "effect_of",
    "evaluate",
    "levels_in_words",
    "life",
    "questionnaire_on_effect",
    "section_of",
]

_ASPECTS = {
    kind: MeasurementFields(kind, {aspect: aspect for aspect in kind.SCORES})
    for kind in (UserSatisfaction, MemberSatisfaction)
}


def _network_facts() -> FieldsByNetwork:
    """What each network is judged on, what it was seen to bring about, and what people say of it."""
    found = results()
    return by_network(
        results=found,
        results_known=dict.fromkeys(found, True),
        criteria=criteria(),
        users=users(),
        member_satisfaction=members(),
    )


TOOL = Tool(
    name="effect",
    network_facts=_network_facts,
    imports={
        "network-effect": import_evaluation,
        "user-satisfaction": partial(import_measurement, fields=_ASPECTS[UserSatisfaction]),
        "member-satisfaction": partial(import_measurement, fields=_ASPECTS[MemberSatisfaction]),
    },
    tables=TABLES,
    rows=(CHOICES, EVALUATIONS, CONCLUSIONS),
)
