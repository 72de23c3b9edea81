"""What tools, surveys, workshops and the overview may use of questionnaires.

`questionnaire` gives what is asked; `start` begins a form; `results` and `outcome` give an `Outcome`: score, agreement,
band and its words per dimension, never a total. `measured` turns it into what a tool records itself. A survey or a
workshop brings its own answers as `Response`s and passes them to `outcome`; who may see what it then shows is for it to
guard.

Pages of questions: `parts_of` here, `PartForm` in `forms.answers`, and the templates `questionnaires/_question.html`
and `questionnaires/_outcome.html`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from regiewijzer.inquiry.questionnaires.actions.sittings import AlreadyDone, Filled, finish, keep, start
from regiewijzer.inquiry.questionnaires.models import OwnVersion, Privacy, Sitting, Subject, Way
from regiewijzer.inquiry.questionnaires.queries import catalogue, own
from regiewijzer.inquiry.questionnaires.queries.answers import NO_ANSWER, NotAnAnswer, read_answer
from regiewijzer.inquiry.questionnaires.queries.catalogue import (
    UnknownQuestionnaire,
    check_file,
    decision_tree,
    decision_trees,
    questionnaires,
)
from regiewijzer.inquiry.questionnaires.queries.entries import DecisionTree, Question, Questionnaire
from regiewijzer.inquiry.questionnaires.queries.gathered import Gathered, gathered_in_sittings
from regiewijzer.inquiry.questionnaires.queries.outcomes import (
    DimensionOutcome,
    ItemOutcome,
    Outcome,
    outcome,
    outcome_of_counts,
)
from regiewijzer.inquiry.questionnaires.queries.outcomes import outcome_of as results
from regiewijzer.inquiry.questionnaires.queries.own import OwnCopy, copy_of, own_of, own_questionnaires
from regiewijzer.inquiry.questionnaires.queries.released import ServiceCoverage, service_coverage
from regiewijzer.inquiry.questionnaires.queries.sheets import Part, parts_of
from regiewijzer.inquiry.questionnaires.queries.sittings import done_about, numbers_around, shared
from regiewijzer.inquiry.questionnaires.queries.subjects import About, ways_open_to
from regiewijzer.science.scoring.respondents import Response

UNDER_WAY = (Sitting,)  # tables that change without a line in the trail

__all__ = [
    "HIGH",
    "MEASURES",
    "NO_ANSWER",
    "UNDER_WAY",
    "About",
    "AlreadyDone",
    "DecisionTree",
    "DimensionOutcome",
    "Filled",
    "Gathered",
    "ItemOutcome",
    "NotAnAnswer",
    "Outcome",
    "OwnCopy",
    "Part",
    "Privacy",
    "Question",
    "Questionnaire",
    "Response",
    "ServiceCoverage",
    "Sitting",
    "Subject",
    "UnknownQuestionnaire",
    "Way",
    "check_file",
    "copy_of",
    "decision_tree",
    "decision_trees",
    "done_about",
    "finish",
    "gathered_in_sittings",
    "keep",
    "levels_reached",
    "measured",
    "numbers_around",
    "outcome",
    "outcome_of_counts",
    "own_of",
    "own_questionnaires",
    "parts_of",
    "questionnaire",
    "questionnaires",
    "read_answer",
    "results",
    "service_coverage",
    "shared",
    "start",
    "ways_open_to",
]

HIGH = "high"

MEASURES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "governance-conditions": {name: name for name in ("trust", "consensus", "need", "trust_in_lead")},
        "instrument-evaluation": {
            **{name: name for name in ("goal_reached", "take_up", "right_actors", "relation", "effort", "fit")},
            "power_used": "power.used",
            "power_needed": "power.needed",
        },
        "network-effect": {name: name for name in ("community", "network", "organisations")},
    }
)
"""What a tool calls a measure (the fields of `science.facts`) -> the dimension or question that measures it."""


def questionnaire(key: str, version: int | None = None, own_version: int | None = None) -> Questionnaire:
    """What is asked: the newest version unless another is named, or one version of an authority's own copy.

    `own_version` is the key of an OwnVersion, and must be read inside the wall. UnknownQuestionnaire when there is no
    such thing.
    """
    if own_version is None:
        return catalogue.questionnaire(key, version)
    found = OwnVersion.objects.filter(pk=own_version, own__key=key).select_related("own").first()
    if found is None:
        raise UnknownQuestionnaire(f"There is no own version {own_version} of {key!r}.")
    return own.as_asked(found)


def measured(told: Outcome) -> dict[str, float | None]:
    """The scores by the names a tool uses, on the scale people see; None is 'not measured'.

    A questionnaire without a mapping in MEASURES gives every scored dimension by its own id.
    """
    names = MEASURES.get(told.questionnaire.key)
    if names is None:
        names = {each.worded.id: each.worded.id for each in told.dimensions if each.ends is not None}
    return {name: told.score(asked) for name, asked in names.items()}


def levels_reached(told: Outcome) -> frozenset[str]:
    """The dimensions in their highest band, such as the levels on which a network has effect."""
    return frozenset(each.worded.id for each in told.dimensions if each.result.band == HIGH)
