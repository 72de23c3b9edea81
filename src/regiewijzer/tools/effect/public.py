"""What the overview may use of the effect tool."""

from datetime import date
from functools import partial

from regiewijzer.register.measurements.actions import MeasurementFields, import_measurement
from regiewijzer.register.tool import FieldsByNetwork, Part, Tool, by_network
from regiewijzer.tools.effect.actions.importing import import_evaluation
from regiewijzer.tools.effect.display import levels_in_words, life
from regiewijzer.tools.effect.models import (
    Choice,
    MemberSatisfaction,
    UserSatisfaction,
)
from regiewijzer.tools.effect.queries.criteria import CHOICES
from regiewijzer.tools.effect.queries.criteria import standing_criteria as criteria
from regiewijzer.tools.effect.queries.evaluations import EVALUATIONS, ShownEvaluation, latest_of, results
from regiewijzer.tools.effect.queries.page import CONCLUSIONS
from regiewijzer.tools.effect.queries.satisfaction import members, users
from regiewijzer.tools.effect.sections import results_in_words, section_of
from regiewijzer.tools.effect.tables import LEVELS, TABLES

__all__ = [
    "LEVELS",
    "TOOL",
    "Choice",
    "ShownEvaluation",
    "latest_of",
    "levels_in_words",
    "life",
    "results_in_words",
]

_ASPECTS = {
    kind: MeasurementFields(kind, {aspect: aspect for aspect in kind.SCORES})
    for kind in (UserSatisfaction, MemberSatisfaction)
}


def _network_facts(_today: date) -> FieldsByNetwork:
    """What each network is judged on, what it was seen to bring about, and what people say of it."""
    found, looked = results()
    return by_network(
        results=found,
        results_known=looked,
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
    section=section_of,
    part=Part.FORWARD,
    finds=("effect",),
)
