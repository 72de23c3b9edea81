"""How do the findings about one subject hang together: which to decide first, and what does that do to the others?

Relations between rules are declared in `relations.yaml`, each with a reason; they are proposals of ours. The one to
decide first is the one that most of the others wait for. What is tied by relations, whatever the kind, is one
conversation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from regiewijzer.library import catalogue
from regiewijzer.library.entries import Relation, Tie


class Ruled(Protocol):
    """Anything a rule found."""

    @property
    def rule(self) -> str: ...


R = TypeVar("R", bound=Ruled)


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
    def against(self) -> int:
        """How many of the others pull against the first."""
        return sum(each.relation is not None and each.relation.kind is Tie.AGAINST for each in self.others)


def hang_together(findings: Sequence[R]) -> Together[R]:
    """The findings about one subject, heaviest first, with what ties them. ValueError without a finding."""
    if not findings:
        raise ValueError("Nothing hangs together without findings.")
    waiting = [sum(catalogue.relation(one.rule, other.rule) is not None for other in findings) for one in findings]
    first = findings[waiting.index(max(waiting))]
    others = tuple(Tied(each, catalogue.relation(first.rule, each.rule)) for each in findings if each is not first)
    return Together(first, others, _conversations(findings))


def _conversations(findings: Sequence[Ruled]) -> int:
    """How many groups there are that no relation ties to each other."""
    group = list(range(len(findings)))
    for one, first in enumerate(findings):
        for other, second in enumerate(findings):
            if catalogue.relation(first.rule, second.rule) is not None:
                group = [group[one] if each == group[other] else each for each in group]
    return len(set(group))
