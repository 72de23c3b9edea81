"""What do the rules look at? The facts of an authority as frozen values, from a database or from a workbook alike.

`ref` is whatever names a record to the caller (a database key, a KBO number); the rules only compare and return it.
"""

from regiewijzer.science.facts.authority import Challenge, Choice, Decision, LayerMeasurement, Stance
from regiewijzer.science.facts.codes import (
    ActionState,
    Advice,
    Attitude,
    Form,
    InputSource,
    InstrumentStatus,
    Interplay,
    Layer,
    Level,
    Origin,
    Phase,
    Pitfall,
    Power,
    PowerUse,
    Presence,
    Ref,
)
from regiewijzer.science.facts.goal_lists import NO_LISTS, GoalLists
from regiewijzer.science.facts.instruments import Context, Evaluation, Instrument, Relation
from regiewijzer.science.facts.latest import latest
from regiewijzer.science.facts.meetings import LeastMeetings, Meeting, OpenAction
from regiewijzer.science.facts.networks import (
    AUTHORITY,
    Criterion,
    FormMeasurement,
    GiveAndTake,
    Member,
    MemberRatings,
    Network,
    Organisation,
    Rating,
    Satisfaction,
    SubGoal,
    members_with,
    parties,
)
from regiewijzer.science.facts.register import Register

__all__ = [
    "AUTHORITY",
    "NO_LISTS",
    "ActionState",
    "Advice",
    "Attitude",
    "Challenge",
    "Choice",
    "Context",
    "Criterion",
    "Decision",
    "Evaluation",
    "Form",
    "FormMeasurement",
    "GiveAndTake",
    "GoalLists",
    "InputSource",
    "Instrument",
    "InstrumentStatus",
    "Interplay",
    "Layer",
    "LayerMeasurement",
    "LeastMeetings",
    "Level",
    "Meeting",
    "Member",
    "MemberRatings",
    "Network",
    "OpenAction",
    "Organisation",
    "Origin",
    "Phase",
    "Pitfall",
    "Power",
    "PowerUse",
    "Presence",
    "Rating",
    "Ref",
    "Register",
    "Relation",
    "Satisfaction",
    "Stance",
    "SubGoal",
    "latest",
    "members_with",
    "parties",
]
