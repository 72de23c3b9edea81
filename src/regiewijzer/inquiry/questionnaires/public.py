"""What tools, surveys, workshops and the overview may use of questionnaires.

`questionnaire` gives what is asked; `start` begins a form; `results` and `outcome` give an `Outcome`: score, agreement,
band and its words per dimension, never a total. `completed` is an outcome as a tool can keep it. A survey brings its
own answers as `Response`s and passes them to `outcome`, a workshop its counts to `outcome_of_counts`; who may see what
it then shows is for it to guard.

Pages of questions: `parts_of` here, `PartForm` in `forms.answers`, and the templates `questionnaires/_question.html`
and `questionnaires/_outcome.html`.
"""

from regiewijzer.inquiry.questionnaires.actions.sittings import Filled, finish, keep, start
from regiewijzer.inquiry.questionnaires.definitions import catalogue
from regiewijzer.inquiry.questionnaires.definitions.answers import NO_ANSWER, NotAnAnswer, read_answer
from regiewijzer.inquiry.questionnaires.definitions.catalogue import (
    UnknownQuestionnaire,
    check_file,
    decision_tree,
    questionnaires,
    title_of,
)
from regiewijzer.inquiry.questionnaires.definitions.parts import Part, parts_of
from regiewijzer.inquiry.questionnaires.definitions.values import DecisionTree, Question, Questionnaire
from regiewijzer.inquiry.questionnaires.models import OwnVersion, Privacy, Sitting, Subject, Way
from regiewijzer.inquiry.questionnaires.queries import own
from regiewijzer.inquiry.questionnaires.queries.completed import completed, completed_sittings
from regiewijzer.inquiry.questionnaires.queries.outcomes import (
    ItemOutcome,
    Outcome,
    outcome,
    outcome_of_counts,
)
from regiewijzer.inquiry.questionnaires.queries.outcomes import outcome_of as results
from regiewijzer.inquiry.questionnaires.queries.own import copy_of, own_questionnaires
from regiewijzer.inquiry.questionnaires.queries.released import service_coverage
from regiewijzer.inquiry.questionnaires.queries.sittings import numbers_around
from regiewijzer.inquiry.questionnaires.queries.subjects import About
from regiewijzer.inquiry.questionnaires.tables import TABLES
from regiewijzer.inquiry.questionnaires.wording import NOT_VALIDATED
from regiewijzer.science.scoring.respondents import Response

UNDER_WAY = (Sitting,)  # tables that change without a line in the trail

__all__ = [
    "NOT_VALIDATED",
    "NO_ANSWER",
    "TABLES",
    "UNDER_WAY",
    "About",
    "DecisionTree",
    "Filled",
    "ItemOutcome",
    "NotAnAnswer",
    "Outcome",
    "Part",
    "Privacy",
    "Question",
    "Questionnaire",
    "Response",
    "Sitting",
    "Subject",
    "UnknownQuestionnaire",
    "Way",
    "check_file",
    "completed",
    "completed_sittings",
    "copy_of",
    "decision_tree",
    "finish",
    "keep",
    "numbers_around",
    "outcome",
    "outcome_of_counts",
    "own_questionnaires",
    "parts_of",
    "questionnaire",
    "questionnaires",
    "read_answer",
    "results",
    "service_coverage",
    "start",
    "title_of",
]


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
