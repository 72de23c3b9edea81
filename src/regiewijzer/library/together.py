"""How do the findings about one subject hang together: which to decide first, and what does that do to the others?

Relations between rules are declared in `relations.yaml`, each with a reason; they are proposals of ours. The one to
decide first is of the heaviest, and of those the one that most of the others wait for. What is tied by relations,
whatever the kind, is one conversation.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from regiewijzer.library import catalogue
from regiewijzer.library.entries import Relation, Tie, WeightLevel


class Ruled(Protocol):
    """Anything a rule found, with its weight from 1 to 5."""

    @property
    def rule(self) -> str: ...

    @property
    def weight(self) -> int: ...


class Belonging(Protocol):
    """A finding with the record it belongs to, as kind and number; empty where it belongs to none."""

    @property
    def belongs_to(self) -> str: ...


R = TypeVar("R", bound=Ruled)
B = TypeVar("B", bound=Belonging)


@dataclass(frozen=True, slots=True)
class Tied(Generic[R]):
    """Another finding about the subject, with how it hangs on the first; without a relation it stands apart."""

    finding: R
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class Together(Generic[R]):
    """The findings about one subject: the one to decide first, and the others in the order they came in."""

    first: R
    others: tuple[Tied[R], ...]
    conversations: int

    @property
    def findings(self) -> tuple[R, ...]:
        return (self.first, *(each.finding for each in self.others))

    @property
    def tied(self) -> int:
        """How many of the others hang on the first; the rest stand apart."""
        return sum(each.relation is not None for each in self.others)

    @property
    def against(self) -> int:
        """How many of the others clash with the first."""
        return sum(each.relation is not None and each.relation.kind is Tie.AGAINST for each in self.others)


def by_subject(findings: Iterable[B]) -> list[list[B]]:
    """The findings about each subject, in the order they come in; one that belongs to nothing stands alone."""
    found: dict[object, list[B]] = {}
    for nr, finding in enumerate(findings):
        found.setdefault(finding.belongs_to or nr, []).append(finding)
    return list(found.values())


def hang_together(findings: Sequence[R]) -> Together[R]:
    """The findings about one subject, heaviest first, with what ties them. ValueError without a finding."""
    if not findings:
        raise ValueError("Nothing hangs together without findings.")
    waiting = [sum(catalogue.relation(one.rule, other.rule) is not None for other in findings) for one in findings]
    levels = list(WeightLevel)
    places = [levels.index(WeightLevel.of(each.weight)) for each in findings]
    first = findings[min(range(len(findings)), key=lambda nr: (places[nr], -waiting[nr]))]
    others = tuple(Tied(each, _relation(first, each)) for each in findings if each is not first)
    return Together(first, others, _conversations(findings))


def _relation(first: Ruled, other: Ruled) -> Relation | None:
    """How the other hangs on the first. What is one question, or clashes, does so in either order; of what changes
    along, the relation says whether it does.
    """
    found = catalogue.relation(first.rule, other.rule)
    back = catalogue.relation(other.rule, first.rule)
    if found is not None or back is None:
        return found
    if back.kind in (Tie.SAME, Tie.AGAINST):
        return back
    return replace(back, reason=back.back) if back.back else None


def _conversations(findings: Sequence[Ruled]) -> int:
    """How many groups there are that no relation ties to each other."""
    group = list(range(len(findings)))
    for one, first in enumerate(findings):
        for other, second in enumerate(findings):
            if catalogue.relation(first.rule, second.rule) is not None:
                group = [group[one] if each == group[other] else each for each in group]
    return len(set(group))
