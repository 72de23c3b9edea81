"""When do two rules tell the same fact? Then it is one finding, with the numbers and the sources of both.

Which rules see the same is our judgement. We held all rules against each other, two by two, about the same record:
- who works in a network, what its goal names and what its members think of it are measured apart, but a goal that names
  too much and a goal that members cannot call concrete ask for one decision;
- agreement on the goal is a condition of the form and a theme of cooperation;
- a theme that is judged poor and one on which members are divided are one conversation, and so is what the table of
  bringing and getting says about the same division.
Left apart, because they ask for different decisions: each other shortage of a form, and that no form fits; too much
power and a relation that declined; one domain that dominates and no voice of users; two years without a result and
anything about the goal; a part of one's own that is unclear, which a narrow goal can have too. Told once by the rule
itself: pairs of networks and partners in many networks (`overlap`), a missed goal and too little power (`instrument`),
a planned network beside a running one (`choice`). A weak component of steering and a layer that is not ready are about
other things: a field and a layer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType

from regiewijzer.science.cooperation import Theme
from regiewijzer.science.finding import Finding, Subject
from regiewijzer.science.goals import Dimension
from regiewijzer.science.rules.vocabulary import Rule


class Fact(StrEnum):
    """Something about one record that several rules can see."""

    GOAL_TOO_WIDE = "goal_too_wide"
    NO_AGREEMENT_ON_GOAL = "no_agreement_on_goal"
    CONTRIBUTION_UNEVEN = "contribution_uneven"
    RETURNS_UNEVEN = "returns_uneven"


Seer = tuple[Rule, str]  # a rule and the aspect it must have

SEEN_BY: Mapping[Fact, tuple[Seer, ...]] = MappingProxyType(
    {
        Fact.GOAL_TOO_WIDE: (
            (Rule.GOAL_TOO_BROAD, ""),
            (Rule.GOAL_NAMES_TOO_MUCH, ""),
            (Rule.GOAL_LOW, Dimension.CONCRETE.value),
        ),
        Fact.NO_AGREEMENT_ON_GOAL: (
            (Rule.CONSENSUS_TOO_LOW, ""),
            (Rule.COOPERATION_LOW, Theme.AGREEMENT.value),
            (Rule.COOPERATION_SPLIT, Theme.AGREEMENT.value),
        ),
        Fact.CONTRIBUTION_UNEVEN: (
            (Rule.COOPERATION_LOW, Theme.POWER_CONTRIBUTION.value),
            (Rule.COOPERATION_SPLIT, Theme.POWER_CONTRIBUTION.value),
            (Rule.ONE_CARRIES, ""),
        ),
        Fact.RETURNS_UNEVEN: (
            (Rule.COOPERATION_LOW, Theme.RETURNS.value),
            (Rule.COOPERATION_SPLIT, Theme.RETURNS.value),
            (Rule.BRINGS_MORE, ""),
            (Rule.GETS_MORE, ""),
        ),
    }
)
"""Who can tell a fact; the first of those that do speaks for the others."""

_FACT_OF = {seer: fact for fact, seers in SEEN_BY.items() for seer in seers}
_TURN = {seer: turn for seers in SEEN_BY.values() for turn, seer in enumerate(seers)}


def deduplicated(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The same findings, with those that tell one fact about the same records behind the one that speaks for them.

    It stands where the first of them stood, and is as sure as the one that speaks: several rules often hear the same
    people on the same day, so that several see it is no reason to be surer.
    """
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_subject_matter(finding), []).append(finding)
    return tuple(_primary(group) for group in groups.values())


def _subject_matter(finding: Finding) -> tuple[object, ...]:
    """Alike for findings that tell the same fact; unlike for all others."""
    fact = _FACT_OF.get(_seer(finding))
    records: tuple[Subject, ...] = finding.subjects
    return (fact, records) if fact else (finding.key,)


def _seer(finding: Finding) -> Seer:
    return Rule(finding.rule), finding.aspect


def _primary(group: Sequence[Finding]) -> Finding:
    first, *others = sorted(group, key=lambda finding: _TURN.get(_seer(finding), 0))
    if not others:
        return first
    return replace(first, also=tuple(others))
