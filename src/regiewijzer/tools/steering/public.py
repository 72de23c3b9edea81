"""What the overview may use of the steering tool."""

from regiewijzer.tools.steering.actions.adopting import ADOPTED as ADOPTS
from regiewijzer.tools.steering.actions.adopting import adopt
from regiewijzer.tools.steering.actions.evaluating import take_stance
from regiewijzer.tools.steering.models import Stance
from regiewijzer.tools.steering.queries.axis import columns, heading, row_of
from regiewijzer.tools.steering.queries.evaluations import ShownEvaluation, shown_evaluations
from regiewijzer.tools.steering.queries.mixes import MixInShort, mix_in_short
from regiewijzer.tools.steering.queries.stances import StancesPage, stances, stances_page
from regiewijzer.tools.steering.queries.standing import instruments
from regiewijzer.tools.steering.sections import section_of
from regiewijzer.tools.steering.tables.evaluations import EVALUATIONS, EvaluationTable, evaluation_of

__all__ = [
    "ADOPTS",
    "EVALUATIONS",
    "EvaluationTable",
    "MixInShort",
    "ShownEvaluation",
    "Stance",
    "StancesPage",
    "adopt",
    "columns",
    "evaluation_of",
    "heading",
    "instruments",
    "mix_in_short",
    "row_of",
    "section_of",
    "shown_evaluations",
    "stances",
    "stances_page",
    "take_stance",
]
