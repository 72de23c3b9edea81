"""What does a finding say altogether? Its sentence, why, the rule, the sources, and how sure we are."""

from dataclasses import dataclass

from regiewijzer.library import catalogue, sentences
from regiewijzer.library.entries import WeightLevel
from regiewijzer.library.sentences import Advice, Sentence
from regiewijzer.library.texts import Text
from regiewijzer.science.finding import Finding
from regiewijzer.science.limits import Limits


@dataclass(frozen=True, slots=True)
class RuleTold:
    """A rule in words with the limits that hold, on what it rests, and its sources in full."""

    text: Sentence
    basis: Text
    references: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class GroundTold:
    """A reason to be more (`holds`) or less sure."""

    holds: bool
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class FindingTold:
    """Everything one finding says, in the active language."""

    finding: Finding
    sentence: Sentence
    explanation: Sentence
    level: WeightLevel
    rule: RuleTold
    certainty: Text
    grounds: tuple[GroundTold, ...]
    ways: tuple[Advice, ...]


def rule_told(rule: str, limits: Limits) -> RuleTold:
    """A rule, whether or not it fired. KeyError for an unknown rule."""
    kind = catalogue.finding_type(rule)
    return RuleTold(
        text=sentences.rule_text(rule, limits),
        basis=catalogue.word(kind.basis, "bases").text,
        references=tuple(catalogue.source(key).reference for key in kind.sources),
    )


def told(finding: Finding, limits: Limits) -> FindingTold:
    """A finding that the rules gave today."""
    return FindingTold(
        finding=finding,
        sentence=sentences.sentence(finding),
        explanation=sentences.explanation(finding),
        level=catalogue.finding_type(finding.rule).level,
        rule=rule_told(finding.rule, limits),
        certainty=catalogue.word(finding.certainty, "certainties").text,
        grounds=tuple(GroundTold(each.holds, sentences.ground(each)) for each in finding.grounds),
        ways=sentences.options(finding),
    )
