"""What does a finding say altogether? Its sentence, why, the rule, the sources, and how sure we are."""

from dataclasses import dataclass

from regiewijzer.library import catalogue, sentences
from regiewijzer.library.entries import WeightLevel
from regiewijzer.library.sentences import Advice, Sentence
from regiewijzer.science.finding import Finding
from regiewijzer.science.limits import Limits


@dataclass(frozen=True, slots=True)
class RuleTold:
    """A rule in words with the limits that hold, on what it rests, and its sources in full."""

    text: Sentence
    basis: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroundTold:
    """A reason to be more (`holds`) or less sure."""

    holds: bool
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class FindingTold:
    """Everything one finding says, in one language."""

    finding: Finding
    sentence: Sentence
    explanation: Sentence
    level: WeightLevel
    rule: RuleTold
    certainty: str
    grounds: tuple[GroundTold, ...]
    ways: tuple[Advice, ...]


def rule_told(rule: str, limits: Limits, lang: str) -> RuleTold:
    """A rule, whether or not it fired. KeyError for an unknown rule."""
    kind = catalogue.finding_type(rule)
    return RuleTold(
        text=sentences.rule_text(rule, limits, lang),
        basis=catalogue.word(kind.basis, "bases").text.in_language(lang),
        references=tuple(catalogue.source(key).reference.in_language(lang) for key in kind.sources),
    )


def told(finding: Finding, limits: Limits, lang: str) -> FindingTold:
    """A finding that the rules gave today."""
    return FindingTold(
        finding=finding,
        sentence=sentences.sentence(finding, lang),
        explanation=sentences.explanation(finding, lang),
        level=catalogue.finding_type(finding.rule).level,
        rule=rule_told(finding.rule, limits, lang),
        certainty=catalogue.word(finding.certainty, "certainties").text.in_language(lang),
        grounds=tuple(GroundTold(each.holds, sentences.ground(each, lang)) for each in finding.grounds),
        ways=sentences.options(finding, lang),
    )
