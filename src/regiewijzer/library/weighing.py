"""Which finding comes first? The weight of its rule, and how large it is; our proposal.

What lies just beyond its limit weighs one less than its rule, what lies far beyond it one more: nine partners against
eight do not weigh as much as forty. What may be chance never comes first. Within a level what was measured or is large
comes first. At most five subjects of an authority come first: who is told that everything is urgent, can do nothing
with it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from typing import Protocol, TypeVar

from regiewijzer.library import catalogue
from regiewijzer.library.entries import FIRST_FROM, HEAVIEST, LIGHTEST, NEXT_FROM, WeightLevel
from regiewijzer.science.finding import Certainty, Finding, Ground
from regiewijzer.science.limits import at_least
from regiewijzer.science.rules.grounds import FAR, is_measured
from regiewijzer.science.rules.vocabulary import Reason

LEVELS = tuple(WeightLevel)  # the heaviest first
SUREST_FIRST = (Certainty.GREAT, Certainty.FAIR, Certainty.LIMITED)
MOST_SUBJECTS_FIRST = 5


class Sized(Protocol):
    """A rule that fired, and how far beyond its limit."""

    @property
    def rule(self) -> str: ...

    @property
    def size(self) -> float | None: ...


class Telling(Sized, Protocol):
    """The same with what it rests on."""

    @property
    def grounds(self) -> Iterable[Ground]: ...


class Weighed(Sized, Protocol):
    """A finding that was stored, or the text of one."""

    @property
    def weight(self) -> int: ...

    @property
    def certainty(self) -> str: ...

    @property
    def measured(self) -> bool: ...


F = TypeVar("F", bound=Weighed)


def own_weight(tellings: Iterable[Telling]) -> int:
    """Of one finding, from 1 to 5, whatever the others are: the heaviest of the rules that tell it, by their size."""
    return max(_sized(telling) for telling in tellings)


def weights(findings: Sequence[Finding], settled: Set[str] = frozenset()) -> dict[str, int]:
    """Of all findings of an authority, by key: at most five subjects come first, the others wait.

    `settled` are keys of findings that were answered: they keep their weight and take no place.
    """
    own = {finding.key: own_weight((finding, *finding.also)) for finding in findings}
    waiting = [finding for finding in findings if not settled & set(finding.keys)]
    pressing = [finding for finding in waiting if WeightLevel.of(own[finding.key]) is WeightLevel.FIRST]
    seated: set[object] = set()
    for finding in sorted(pressing, key=lambda each: _order(each, own[each.key], measured=is_measured(each.grounds))):
        subject = finding.subjects[:1]
        if len(seated) < MOST_SUBJECTS_FIRST:
            seated.add(subject)
        elif subject not in seated:
            own[finding.key] = NEXT_FROM
    return own


def heaviest_first(findings: Iterable[F]) -> list[F]:
    """By level, then what was measured or is large, then by weight, size and certainty; alike stays as it was."""
    return sorted(findings, key=lambda each: _order(each, each.weight, measured=each.measured))


def each_rule_in_turn(findings: Iterable[F]) -> list[F]:
    """Heaviest first, but within a level each rule in turn: what differs comes before it repeats itself."""
    times: Counter[str] = Counter()
    turns = []
    for finding in heaviest_first(findings):
        turns.append((_level(finding.weight), times[finding.rule], finding))
        times[finding.rule] += 1
    return [finding for _place, _turn, finding in sorted(turns, key=lambda turn: turn[:2])]


def _sized(finding: Telling) -> int:
    weight = _beyond_limit(finding)
    by_chance = any(ground.code == Reason.MAY_BE_CHANCE for ground in finding.grounds)
    return min(weight, FIRST_FROM - 1) if by_chance else weight


def _beyond_limit(finding: Sized) -> int:
    weight = catalogue.finding_type(finding.rule).weight
    if finding.size is None:
        return weight
    if at_least(1, finding.size):
        return max(LIGHTEST, weight - 1)
    return min(HEAVIEST, weight + 1) if at_least(finding.size, FAR) else weight


class _Certain(Sized, Protocol):
    @property
    def certainty(self) -> str: ...


def _order(finding: _Certain, weight: int, *, measured: bool) -> tuple[int, bool, int, float, int]:
    size = finding.size or 0.0
    stands_out = measured or at_least(size, FAR)
    return (_level(weight), not stands_out, -weight, -size, SUREST_FIRST.index(Certainty(finding.certainty)))


def _level(weight: int) -> int:
    return LEVELS.index(WeightLevel.of(weight))
