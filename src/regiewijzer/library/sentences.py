"""How does a finding read? Its numbers set into the sentence of its rule, with what is bold kept apart.

The parts are given as text and never as HTML, so a page can show them without trusting them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from regiewijzer.library.catalogue import finding_type, ground_type
from regiewijzer.library.entries import Option
from regiewijzer.library.formatters import AS_LIMIT, LIMIT_NAME, Numbers, Value, decimals_to_tell_apart, formatter_named
from regiewijzer.library.patterns import Pattern, Placeholder, read_pattern
from regiewijzer.library.texts import Text
from regiewijzer.science.limits import Limits

NONE = Text(nl="geen", en="no")


class FindingLike(Protocol):
    """Anything with a rule and its numbers: a finding of today, or one that was stored."""

    @property
    def rule(self) -> str: ...

    @property
    def numbers(self) -> Numbers: ...


class Grounded(FindingLike, Protocol):
    """The same with what it rests on."""

    @property
    def grounds(self) -> Iterable["GroundLike"]: ...


class GroundLike(Protocol):
    """Anything with a code of a ground and its numbers."""

    @property
    def code(self) -> str: ...

    @property
    def numbers(self) -> Numbers: ...


class Part(NamedTuple):
    """A run of plain text, bold or not."""

    text: str
    bold: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A filled sentence; neighbouring parts always differ in being bold."""

    parts: tuple[Part, ...]

    @property
    def plain(self) -> str:
        return "".join(part.text for part in self.parts)

    def __str__(self) -> str:
        return self.plain

    def __bool__(self) -> bool:
        return bool(self.parts)


@dataclass(frozen=True, slots=True)
class Advice:
    """One option, filled: a short lead, a sentence, and what to mind if there is something."""

    title: Sentence
    text: Sentence
    caution: Sentence | None


def sentence(finding: FindingLike) -> Sentence:
    """What a finding says. KeyError when its rule is unknown or a number its sentence needs is missing."""
    return sentence_of(finding.rule, finding.numbers)


def sentence_of(rule: str, numbers: Numbers) -> Sentence:
    """The same, for a rule and its numbers apart."""
    kind = finding_type(rule)
    counts_one = kind.counter is not None and numbers.get(kind.counter, 1) == 1  # kept before it counted: of one
    return _filled(kind.text_one if kind.text_one and counts_one else kind.text, numbers, rule)


def explanation(finding: FindingLike) -> Sentence:
    """Why this matters, in one or two sentences."""
    return _filled(finding_type(finding.rule).explanation, finding.numbers, finding.rule)


def options(finding: Grounded) -> tuple[Advice, ...]:
    """What could be done, the first thought first."""
    known = {reason.code for reason in finding.grounds}
    options = finding_type(finding.rule).options
    return tuple(_advice(each, finding) for each in options if each.only_with in (None, *known))


def rule_text(rule: str, limits: Limits) -> Sentence:
    """The rule in words, with the limits that hold for this authority."""
    values = {name: getattr(limits, name) for name in limits_named(rule)}
    return _filled(finding_type(rule).rule_text, values, rule)


def limits_named(rule: str) -> frozenset[str]:
    """The names of the limits that stand in the rule in words."""
    return read_pattern(finding_type(rule).rule_text.nl).names


def ground(reason: GroundLike) -> Sentence:
    """Why we are more or less sure; an item of a list, so without a capital or a full stop."""
    return _filled(ground_type(reason.code).text, reason.numbers, reason.code)


def needed(pattern: Pattern) -> frozenset[str]:
    """The names of the numbers without which a sentence cannot be filled."""
    limits = any(placeholder.formatter == AS_LIMIT for placeholder in pattern.placeholders)
    return pattern.names | {LIMIT_NAME} if limits else pattern.names


def _advice(option: Option, finding: FindingLike) -> Advice:
    return Advice(
        title=_filled(option.title, finding.numbers, finding.rule),
        text=_filled(option.text, finding.numbers, finding.rule),
        caution=_filled(option.caution, finding.numbers, finding.rule) if option.caution else None,
    )


def _filled(text: Text, numbers: Numbers, where: str) -> Sentence:
    pattern = read_pattern(str(text))
    missing = sorted(needed(pattern) - numbers.keys())
    if missing:
        raise KeyError(f"{where} needs a value for {', '.join(missing)} and got only {', '.join(sorted(numbers))}.")
    parts: list[Part] = []
    for content, bold in pattern.segments:
        shown = content if isinstance(content, str) else _shown(content, pattern, numbers)
        if parts and parts[-1].bold is bold:
            shown = parts.pop().text + shown
        parts.append(Part(shown, bold))
    return Sentence(tuple(parts))


def _shown(placeholder: Placeholder, pattern: Pattern, numbers: Numbers) -> str:
    value, formatter = numbers[placeholder.name], formatter_named(placeholder.formatter, numbers)
    decimals = decimals_to_tell_apart(_floats_beside(placeholder, pattern, numbers), formatter)
    written = formatter(value, decimals)
    return _counted(value, written, placeholder) if placeholder.many else written


def _counted(value: Value, written: str, placeholder: Placeholder) -> str:
    """A number with its unit: 'geen partners', '1 partner', '14 partners'."""
    if value == 0:
        return f"{NONE} {placeholder.many}"
    return f"{written} {placeholder.one if value == 1 else placeholder.many}"


def _floats_beside(placeholder: Placeholder, pattern: Pattern, numbers: Numbers) -> set[float]:
    """The numbers a reader will compare: those shown in the same formatter in the same sentence."""
    alike = (numbers[other.name] for other in pattern.placeholders if other.formatter == placeholder.formatter)
    return {value for value in alike if isinstance(value, float)}
