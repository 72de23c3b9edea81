"""Which partners make the smallest good table? Every contribution its holders, with as few partners as can be.

Set cover with several holders per contribution and a largest size, as an integer programme, in this order: required
partners always in; as many places of holders filled as can be, at most the number wanted of each contribution; as few
partners as can be; and where the largest size leaves places empty, as many contributions as can be with at least one
holder. Our proposal: a second holder counts as much as a first one, until the table is full.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice

from regiewijzer.science.integer_programme import Rule, Solved, solve

MOST_ALTERNATIVES = 10
MOST_PROVEN = 60  # candidates up to which we search on until no further table of equal value exists
Table = tuple[int, ...]  # places of candidates, ascending


@dataclass(frozen=True, slots=True)
class Candidate:
    """A partner that could sit there, with what it contributes."""

    contributions: frozenset[str]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """A contribution, and how many holders it should have."""

    contribution: str
    holders: int = 1


@dataclass(frozen=True, slots=True)
class Shortage:
    """A contribution that does not reach its number: how many were wanted, exist, and sit at the table."""

    contribution: str
    wanted: int
    existing: int
    seated: int


@dataclass(frozen=True, slots=True)
class Cover:
    """A table. `proven`: none is better. `alternatives` are worth the same; `all_alternatives`: there are no more.

    `over`: how many more partners are required than may sit there.
    """

    table: Table
    shortages: tuple[Shortage, ...]
    proven: bool
    over: int = 0
    alternatives: tuple[Table, ...] = ()
    all_alternatives: bool = True


@dataclass(frozen=True, slots=True)
class _Task:
    """What is asked: who holds each contribution, how many are wanted of those that exist, and the largest size."""

    number: int
    holders: tuple[frozenset[int], ...]
    wanted: tuple[int, ...]
    required: frozenset[int]
    most: int

    def worth(self, table: Set[int]) -> tuple[int, int, int]:
        """Places of holders filled, partners (fewer is better, so negative), contributions with a holder."""
        seated = [len(holders & table) for holders in self.holders]
        filled = sum(min(there, wanted) for there, wanted in zip(seated, self.wanted, strict=True))
        held = sum(there > 0 for there, wanted in zip(seated, self.wanted, strict=True) if wanted)
        return filled, -len(table), held


def cover(
    candidates: Sequence[Candidate],
    needs: Sequence[Need],
    most: int | None = None,
    alternatives: int = MOST_ALTERNATIVES,
) -> Cover:
    """The smallest good table of at most `most` partners (None: of any size), and some `alternatives` of equal value.

    Needs with one contribution count once, with the highest number. ValueError for a negative number.
    """
    wanted = _once(needs)
    if min([0 if most is None else most, *wanted.values()], default=0) < 0:
        raise ValueError("Nobody can want fewer than no holders, or a table of fewer than nobody.")
    holders = tuple(
        frozenset(place for place, each in enumerate(candidates) if contribution in each.contributions)
        for contribution in wanted
    )
    required = frozenset(place for place, each in enumerate(candidates) if each.required)
    largest = len(candidates) if most is None else most
    task = _Task(
        number=len(candidates),
        holders=holders,
        wanted=tuple(min(number, len(able)) for number, able in zip(wanted.values(), holders, strict=True)),
        required=required,
        most=max(largest, len(required)),
    )
    solved = _best(task)
    table = frozenset(place for place, value in enumerate(solved.values) if value)
    found = Cover(
        table=tuple(sorted(table)),
        shortages=tuple(_shortages(wanted.items(), holders, table)),
        proven=solved.proven,
        over=max(0, len(required) - largest),
    )
    return _with_alternatives(task, table, found, alternatives)


def _once(needs: Iterable[Need]) -> dict[str, int]:
    wanted: dict[str, int] = {}
    for need in needs:
        wanted[need.contribution] = max(need.holders, wanted.get(need.contribution, need.holders))
    return wanted


def _shortages(wanted: Iterable[tuple[str, int]], holders: Sequence[Set[int]], table: Set[int]) -> Iterator[Shortage]:
    for (contribution, number), able in zip(wanted, holders, strict=True):
        if (seated := len(able & table)) < number:
            yield Shortage(contribution, number, len(able), seated)


def _best(task: _Task) -> Solved:
    """The smallest table where everybody wanted sits; the best of the largest size when that is too small for it."""
    smallest = _smallest(task)
    if sum(smallest.values) <= task.most:
        return smallest
    return _fullest(task)


def _smallest(task: _Task) -> Solved:
    full = [
        Rule(dict.fromkeys(holders, 1.0), least=number)
        for holders, number in zip(task.holders, task.wanted, strict=True)
        if number
    ]
    return _solved([1.0] * task.number, [1] * task.number, full, _seated(task, 0))


def _fullest(task: _Task) -> Solved:
    """Numbers behind the candidates: places filled per contribution, then whether it has any holder.

    As long as a place is empty somebody could fill it, so the best tables are as large as they may be.
    """
    kinds = len(task.holders)
    costs = [0.0] * task.number + [-float(kinds + 1)] * kinds + [-1.0] * kinds
    highest = [1] * task.number + list(task.wanted) + [min(1, number) for number in task.wanted]
    rules = [Rule(dict.fromkeys(range(task.number), 1.0), most=task.most)]
    for nr, holders in enumerate(task.holders):
        seated = dict.fromkeys(holders, 1.0)
        rules.append(Rule(seated | {task.number + nr: -1.0}, least=0))
        rules.append(Rule(seated | {task.number + kinds + nr: -1.0}, least=0))
    found = _solved(costs, highest, rules, _seated(task, 2 * kinds))
    return replace(found, values=found.values[: task.number])


def _seated(task: _Task, others: int) -> list[int]:
    return [int(place in task.required) for place in range(task.number)] + [0] * others


def _solved(costs: Sequence[float], highest: Sequence[int], rules: Sequence[Rule], lowest: Sequence[int]) -> Solved:
    found = solve(costs, highest, rules, lowest=lowest)
    return Solved(tuple(highest), proven=False) if found is None else found


def _with_alternatives(task: _Task, table: frozenset[int], found: Cover, number: int) -> Cover:
    """Tables of equal value: first those one swap away from one we have, then any other that exists."""
    known = [table]
    for each in known:
        fresh = (other for other in _swapped(task, each) if other not in known)
        known += list(islice(fresh, number + 1 - len(known)))
    complete = not table
    while len(known) <= number and task.number <= MOST_PROVEN and found.proven and not complete:
        other = _another(task, known)
        if other is None:
            complete = True
        else:
            known.append(other)
    return replace(
        found, alternatives=tuple(sorted(tuple(sorted(each)) for each in known[1:])), all_alternatives=complete
    )


def _swapped(task: _Task, table: frozenset[int]) -> Iterator[frozenset[int]]:
    """One partner out, another in, worth the same."""
    worth = task.worth(table)
    others = [place for place in range(task.number) if place not in table]
    for out in sorted(table - task.required):
        left = table - {out}
        for place in others:
            if task.worth(changed := left | {place}) == worth:
                yield changed


def _another(task: _Task, known: Sequence[frozenset[int]]) -> frozenset[int] | None:
    """A table of equal value that is not among these; None when there is none, or none was found."""
    filled, fewer, held = task.worth(known[0])
    kinds = len(task.holders)
    rules = [Rule(dict.fromkeys(range(task.number), 1.0), least=-fewer, most=-fewer)]
    rules.append(Rule(dict.fromkeys(range(task.number, task.number + kinds), 1.0), least=filled))
    rules.append(Rule(dict.fromkeys(range(task.number + kinds, task.number + 2 * kinds), 1.0), least=held))
    for nr, holders in enumerate(task.holders):
        seated = dict.fromkeys(holders, 1.0)
        rules.append(Rule(seated | {task.number + nr: -1.0}, least=0))
        rules.append(Rule(seated | {task.number + kinds + nr: -1.0}, least=0))
    rules += [Rule(dict.fromkeys(table, 1.0), most=-fewer - 1) for table in known if table]
    highest = [1] * task.number + list(task.wanted) + [min(1, number) for number in task.wanted]
    found = solve([0.0] * len(highest), highest, rules, lowest=_seated(task, 2 * kinds))
    return (
        None if found is None else frozenset(place for place, value in enumerate(found.values[: task.number]) if value)
    )
