"""Why does a screen say this? The rule in words, what it rests on, how sure we are, and the source."""

from dataclasses import dataclass

from regiewijzer.library import catalogue, sentences
from regiewijzer.library.sentences import Advice, Sentence
from regiewijzer.science.finding import Finding
from regiewijzer.science.limits import Limits


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in words, and where it comes from."""

    text: Sentence
    basis: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A finding that was just made, with everything that answers 'why?'."""

    finding: Finding
    sentence: Sentence
    explanation: Sentence
    rule: Rule
    certainty: str
    grounds: tuple[tuple[bool, Sentence], ...]
    ways: tuple[Advice, ...]


def told(finding: Finding, limits: Limits) -> Told:
    """A finding in the reader's language."""
    return Told(
        finding=finding,
        sentence=sentences.sentence(finding),
        explanation=sentences.explanation(finding),
        rule=rule_of(finding.rule, limits),
        certainty=str(catalogue.word(finding.certainty, "certainties").text),
        grounds=tuple((ground.holds, sentences.ground(ground)) for ground in finding.grounds),
        ways=sentences.options(finding),
    )


def rule_of(rule: str, limits: Limits) -> Rule:
    """The rule with the limits of this authority."""
    kind = catalogue.finding_type(rule)
    return Rule(
        text=sentences.rule_text(rule, limits),
        basis=str(catalogue.word(kind.basis, "bases").text),
        sources=tuple(str(catalogue.source(key).reference) for key in kind.sources),
    )
