"""How does a finding read? Its numbers set into the sentence of its rule, with what is bold kept apart.

The parts are given as text and never as HTML, so a page can show them without trusting them.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import NamedTuple, Protocol

from regiewijzer.library.catalogue import finding_type, ground_type, word
from regiewijzer.library.entries import Option
from regiewijzer.library.figures import MANNERS, Manner, Value, as_written, decimals_to_tell_apart
from regiewijzer.library.patterns import Hole, Pattern, Stretch, read_pattern
from regiewijzer.library.texts import Text

Numbers = Mapping[str, Value]


class Said(Protocol):
    """Anything with a rule and its numbers: a finding of today, or one that was stored."""

    @property
    def rule(self) -> str: ...

    @property
    def numbers(self) -> Numbers: ...


class Reason(Protocol):
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


@dataclass(frozen=True, slots=True)
class Advice:
    """One option, filled: a short lead and a sentence."""

    title: Sentence
    text: Sentence


def sentence(finding: Said, lang: str) -> Sentence:
    """What a finding says. KeyError when a number its rule needs is missing, or a code has no word."""
    return sentence_of(finding.rule, finding.numbers, lang)


def sentence_of(rule: str, numbers: Numbers, lang: str) -> Sentence:
    """The same, for a rule and its numbers apart."""
    kind = finding_type(rule)
    counts_one = kind.counter is not None and numbers.get(kind.counter) == 1
    return _filled(kind.text_one if kind.text_one and counts_one else kind.text, numbers, lang, rule)


def explanation(finding: Said, lang: str) -> Sentence:
    """Why this matters, in one or two sentences."""
    return _filled(finding_type(finding.rule).explanation, finding.numbers, lang, finding.rule)


def options(finding: Said, lang: str) -> tuple[Advice, ...]:
    """What could be done, the first thought first."""
    return tuple(_advice(option, finding, lang) for option in finding_type(finding.rule).options)


def rule_text(rule: str, limits: object, lang: str) -> Sentence:
    """The rule in words with the limits that hold here: a mapping or a frozen dataclass with the names of the limits."""
    values = limits if isinstance(limits, Mapping) else asdict(limits)  # type: ignore[call-overload]
    return _filled(finding_type(rule).rule_text, values, lang, rule)


def ground(reason: Reason, lang: str) -> Sentence:
    """Why we are more or less sure."""
    return _filled(ground_type(reason.code).text, reason.numbers, lang, reason.code)


def _advice(option: Option, finding: Said, lang: str) -> Advice:
    return Advice(
        title=_filled(option.title, finding.numbers, lang, finding.rule),
        text=_filled(option.text, finding.numbers, lang, finding.rule),
    )


def _filled(text: Text, numbers: Numbers, lang: str, where: str) -> Sentence:
    pattern = read_pattern(text.in_language(lang))
    values = {hole.name: _value(hole.name, numbers, where) for hole in pattern.holes}
    parts: list[Part] = []
    for stretch in pattern.stretches:
        shown = _shown(stretch, pattern, values, lang)
        if parts and parts[-1].bold == stretch.bold:
            shown = parts.pop().text + shown
        parts.append(Part(shown, stretch.bold))
    return Sentence(tuple(parts))


def _value(name: str, numbers: Numbers, where: str) -> Value:
    try:
        return numbers[name]
    except KeyError:
        raise KeyError(f"{where} needs a value for {name!r} and got only {sorted(numbers)}.") from None


def _shown(stretch: Stretch, pattern: Pattern, values: Numbers, lang: str) -> str:
    hole = stretch.content
    if isinstance(hole, str):
        return hole
    value = values[hole.name]
    manner = _manner(hole)
    decimals = decimals_to_tell_apart(_floats_beside(hole, pattern, values), manner)
    written = manner(value, lang, decimals)
    return f"{written} {hole.one if value == 1 else hole.many}" if hole.many else written


def _manner(hole: Hole) -> Manner:
    if not hole.manner:
        return as_written
    return MANNERS.get(hole.manner) or _in_words(hole.manner)


def _in_words(manner: str) -> Manner:
    group, _, form = manner.partition(".")

    def write(value: Value, lang: str, _decimals: int) -> str:
        found = word(str(value), group)
        texts = {"": found.text, "short": found.short, "plural": found.plural}
        return texts[form].in_language(lang)

    return write


def _floats_beside(hole: Hole, pattern: Pattern, values: Numbers) -> set[float]:
    """The numbers a reader will compare: those shown in the same manner in the same sentence."""
    alike = (values[other.name] for other in pattern.holes if other.manner == hole.manner)
    return {value for value in alike if isinstance(value, float)}
