"""What does a finding say? Its sentence, why it matters, its rule, the sources, how sure we are and what could be done.

Every part is put in words when it is asked for, in the active language: a list of many asks little of each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, Self

from regiewijzer.library import catalogue, sentences
from regiewijzer.library.entries import Basis, WeightLevel
from regiewijzer.library.figures import month_in_words
from regiewijzer.library.formatters import Numbers
from regiewijzer.library.sentences import Advice, Sentence
from regiewijzer.library.texts import Text
from regiewijzer.library.weighing import own_weight, weights
from regiewijzer.science.finding import Certainty, Finding, Ground, size_of
from regiewijzer.science.limits import DEFAULTS, Limits, Threshold, Whose, thresholds, whose
from regiewijzer.science.limits import Basis as LimitBasis
from regiewijzer.science.rules.evidence import evidence_of
from regiewijzer.science.rules.grounds import is_measured

MOST_SHORT_SOURCES = 2
_WHOSE = MappingProxyType(
    {Whose.OURS: "limit_is_ours", Whose.YOURS: "limit_is_yours", Whose.SOURCE: "limit_is_from_source"}
)


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule with the limits that hold, whether or not it fired. KeyError for an unknown rule."""

    code: str
    limits: Limits = DEFAULTS

    @property
    def level(self) -> WeightLevel:
        return catalogue.finding_type(self.code).level

    @property
    def label(self) -> Text:
        """What it is about, in a word."""
        return catalogue.subject_label(self.code)

    @property
    def sentence(self) -> Sentence:
        return sentences.rule_text(self.code, self.limits)

    @property
    def thresholds(self) -> tuple[Threshold, ...]:
        """The limits it draws: those its sentence of the rule names."""
        named = sentences.limits_named(self.code)
        return tuple(threshold for threshold in thresholds() if threshold.name in named)

    @property
    def basis(self) -> Text:
        """On what it rests: the framework, the literature or ourselves, and which part of it is ours."""
        group = "bases"
        if self.is_partly_ours:
            numbers = any(threshold.basis is LimitBasis.OURS for threshold in self.thresholds)
            group = "bases_with_our_numbers" if numbers else "bases_with_our_part"
        return catalogue.word(catalogue.finding_type(self.code).basis, group).text

    @property
    def is_partly_ours(self) -> bool:
        """Whether something in it is a proposal of ours."""
        return any(catalogue.source(key).basis is Basis.OURS for key in catalogue.finding_type(self.code).sources)

    @property
    def sources(self) -> tuple[Text, ...]:
        """Its sources in a few words: the one it rests on first, or else the literature; ours only when alone."""
        kind = catalogue.finding_type(self.code)
        found = [catalogue.source(key) for key in kind.sources]
        outside = [source for source in found if source.basis is not Basis.OURS] or found
        outside.sort(key=lambda source: source.basis is not Basis.LITERATURE)
        own = next((source for source in outside if source.basis is kind.basis), outside[0])
        outside.sort(key=lambda source: source is not own)
        return tuple(source.short for source in outside[:MOST_SHORT_SOURCES])

    @property
    def references(self) -> tuple[Text, ...]:
        """Its sources in full."""
        return tuple(catalogue.source(key).reference for key in catalogue.finding_type(self.code).sources)


class Reason(NamedTuple):
    """Why we are more (`holds`) or less sure."""

    holds: bool
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class FindingText:
    """A finding of today, or one that was stored. `others` are of rules that say the same fact.

    `belongs_to` is the key of its first subject; empty without one.
    """

    rule: str
    numbers: Numbers
    certainty: Certainty
    grounds: tuple[Ground, ...] = ()
    measured_on: date | None = None
    others: tuple["FindingText", ...] = ()
    limits: Limits = DEFAULTS
    limits_used: Mapping[str, float] = field(default_factory=dict)
    given_weight: int | None = None
    belongs_to: str = ""

    @classmethod
    def of(cls, finding: Finding, limits: Limits = DEFAULTS, weight: int | None = None) -> Self:
        """What a finding says that the rules gave just now; its `weight` among others, where it stands among others."""
        others = tuple(cls.of(other, limits) for other in finding.also)
        return cls(
            finding.rule,
            finding.numbers,
            finding.certainty,
            finding.grounds,
            finding.measured_on,
            others,
            limits,
            finding.limits_used,
            weight,
            subject_key(finding.subjects[0].kind, finding.subjects[0].ref) if finding.subjects else "",
        )

    @property
    def sentence(self) -> Sentence:
        return sentences.sentence(self)

    @property
    def explanation(self) -> Sentence:
        return sentences.explanation(self)

    @property
    def rule_text(self) -> RuleText:
        return RuleText(self.rule, self.limits)

    @property
    def weight(self) -> int:
        """From 1 to 5: the one it was given among others, or else its own."""
        return self.given_weight or own_weight((self, *self.others))

    @property
    def level(self) -> WeightLevel:
        return WeightLevel.of(self.weight)

    @property
    def size(self) -> float | None:
        """How far it lies beyond its limit, as so many times what counts as near."""
        return size_of(self.grounds)

    @property
    def measured(self) -> bool:
        return is_measured(self.grounds)

    @property
    def label(self) -> Text:
        return self.rule_text.label

    @property
    def sources(self) -> tuple[Text, ...]:
        """Of each rule that says it, in a few words."""
        found = (source for text in (self, *self.others) for source in text.rule_text.sources)
        return tuple(dict.fromkeys(found))

    @property
    def sure(self) -> Text:
        """How sure we are, in a word."""
        return catalogue.word(self.certainty, "certainties").text

    @property
    def dated(self) -> str:
        """Of when what it rests on is, by what that is: 'measured in October 2026'; empty when it has no day."""
        if self.measured_on is None:
            return ""
        kind = evidence_of(self.rule, self.grounds, self.measured_on)
        return f"{catalogue.word(kind, 'evidences').text} {month_in_words(self.measured_on)}"

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return tuple(Reason(ground.holds, sentences.ground(ground)) for ground in self.grounds)

    @property
    def owners(self) -> tuple[Text, ...]:
        """Whose numbers its limits are, or that a rule without one is ours, in a few words for beside the sentence."""
        told = (self, *self.others)
        found = {whose(name, value) for text in told for name, value in text.limits_used.items()}
        limits = tuple(catalogue.word(owner, "limit_owners").text for owner in Whose if owner in found)
        ours = any(not text.limits_used and text.rule_text.is_partly_ours for text in told)
        return (*limits, catalogue.word(Whose.OURS, "rule_owners").text) if ours else limits

    @property
    def whose_limits(self) -> tuple[Sentence, ...]:
        """The same of each of its own limits, in a sentence."""
        return tuple(_whose(name, value) for name, value in self.limits_used.items())

    @property
    def ways(self) -> tuple[Advice, ...]:
        """What could be done, the first thought first."""
        return sentences.options(self)


def _whose(name: str, value: float) -> Sentence:
    numbers = {"limit_name": name, "limit": value, "default": getattr(DEFAULTS, name)}
    return sentences.ground(Ground(_WHOSE[whose(name, value)], holds=True, numbers=numbers))


def subject_key(kind: str, ref: object) -> str:
    """The record a finding belongs to, as one text."""
    return f"{kind}:{ref}"


def texts_of(findings: Sequence[Finding], limits: Limits = DEFAULTS) -> list[FindingText]:
    """What these findings of one authority say, each with its weight among the others."""
    given = weights(findings)
    return [FindingText.of(finding, limits, given[finding.key]) for finding in findings]
