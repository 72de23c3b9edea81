"""What the overview may use of the steering tool."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from regiewijzer.register.measurements.actions import MeasurementFields, import_measurement
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.register.tool import NavItem, Part, Tool
from regiewijzer.science.facts import Pitfall
from regiewijzer.tools.steering.models import Evaluation, Stance
from regiewijzer.tools.steering.queries.axis import columns, heading, row_of
from regiewijzer.tools.steering.queries.evaluations import ShownEvaluation, shown_evaluations
from regiewijzer.tools.steering.queries.mixes import MixInShort, mix_in_short
from regiewijzer.tools.steering.queries.stances import stances
from regiewijzer.tools.steering.queries.standing import instruments
from regiewijzer.tools.steering.sections import section_of
from regiewijzer.tools.steering.tables.evaluations import TABLE, evaluation_of
from regiewijzer.tools.steering.tables.stances import StanceTable

__all__ = [
    "TOOL",
    "MixInShort",
    "ShownEvaluation",
    "Stance",
    "columns",
    "evaluation_of",
    "heading",
    "mix_in_short",
    "row_of",
    "shown_evaluations",
]

YES = "yes"
_CONTEXT = ("partners_present", "replaceable", "willingness", "expertise", "access")


def _pitfalls(inquiry: CompletedInquiry) -> dict[str, list[str]]:
    """Those that more than half of those who knew saw."""
    return {"pitfalls": [each.value for each in Pitfall if inquiry.most_said(f"pitfalls.{each}") == YES]}


TOOL = Tool(
    name="steering",
    nav=(NavItem("stances", _("How you steer"), under=("stance",), after="exchange"),),
    facts={"instruments": instruments, "stances": stances},
    imports={
        "instrument-evaluation": partial(
            import_measurement,
            fields=MeasurementFields(
                Evaluation,
                {
                    **{name: name for name in Evaluation.SCORES},
                    "power_used": "power.used",
                    "power_needed": "power.needed",
                },
                beside={"ever_used": "power.ever_used", **{name: f"context.{name}" for name in _CONTEXT}},
                evidence="seen",
                more=_pitfalls,
            ),
        ),
        "director-type": partial(
            import_measurement,
            fields=MeasurementFields(
                Stance, {name: name for name in (*Stance.SIDES, *Stance.COMPONENTS)}, evidence="seen"
            ),
        ),
    },
    tables=(TABLE, StanceTable()),
    section=section_of,
    part=Part.GOAL,
    finds=("instrument", "steering"),
)
