"""The cheapest whole numbers that keep every rule: an integer programme, solved by HiGHS (Huangfu & Hall 2018).

Branch and bound, so that the answer is the best there is and not only a good one. Searching ends after so many parts
of the tree; the same programme always gives the same answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

MOST_NODES = 20_000  # parts of the search tree; our programmes need a few, hard ones some hundreds
_NO_GAP = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """The sum of numbers times their weight keeps between two bounds; None is no bound."""

    weights: Mapping[int, float]
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Solved:
    """Whole numbers that keep the rules. `proven`: none cheaper exist."""

    values: tuple[int, ...]
    proven: bool


def solve(
    costs: Sequence[float], highest: Sequence[int], rules: Sequence[Rule], *, lowest: Sequence[int] | None = None
) -> Solved | None:
    """The numbers from `lowest` (0) to `highest` that keep the rules and cost least together.

    None when no numbers keep them, or none were found in the parts of the tree that were searched.
    """
    if not costs:
        return Solved((), proven=True)
    programme = highspy.Highs()  # type: ignore[no-untyped-call]  # half of it is typed
    for name, value in (
        ("output_flag", False),
        ("mip_rel_gap", _NO_GAP),
        ("mip_abs_gap", _NO_GAP),
        ("mip_max_nodes", MOST_NODES),
        ("mip_allow_restart", False),  # on programmes of some hundred numbers a restart only costs
    ):
        programme.setOptionValue(name, value)
    programme.passModel(_model(costs, lowest or [0] * len(costs), highest, rules))
    programme.run()
    information = programme.getInfo()
    if information.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    values = tuple(round(value) for value in programme.getSolution().col_value)
    return Solved(values, proven=programme.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def _model(
    costs: Sequence[float], lowest: Sequence[int], highest: Sequence[int], rules: Sequence[Rule]
) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(costs), len(rules)
    model.col_cost_ = np.array(costs, dtype=float)
    model.col_lower_, model.col_upper_ = np.array(lowest, dtype=float), np.array(highest, dtype=float)
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(costs)
    model.row_lower_ = np.array([-highspy.kHighsInf if rule.least is None else rule.least for rule in rules], float)
    model.row_upper_ = np.array([highspy.kHighsInf if rule.most is None else rule.most for rule in rules], float)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(rule.weights) for rule in rules)])
    model.a_matrix_.index_ = np.array([column for rule in rules for column in rule.weights], dtype=np.int32)
    model.a_matrix_.value_ = np.array([weight for rule in rules for weight in rule.weights.values()], dtype=float)
    return model
