"""Why does a screen say this? The rule in words, what it rests on, how sure we are, and the source."""

from dataclasses import dataclass

from django.utils.translation import get_language

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
    language = get_language() or "nl"
    return Told(
        finding=finding,
        sentence=sentences.sentence(finding, language),
        explanation=sentences.explanation(finding, language),
        rule=rule_of(finding.rule, limits),
        certainty=catalogue.word(finding.certainty, "certainties").text.in_language(language),
        grounds=tuple((ground.holds, sentences.ground(ground, language)) for ground in finding.grounds),
        ways=sentences.options(finding, language),
    )


def rule_of(rule: str, limits: Limits) -> Rule:
    """The rule with the limits of this authority."""
    language, kind = get_language() or "nl", catalogue.finding_type(rule)
    return Rule(
        text=sentences.rule_text(rule, limits, language),
        basis=catalogue.word(kind.basis, "bases").text.in_language(language),
        sources=tuple(catalogue.source(key).reference.in_language(language) for key in kind.sources),
    )
