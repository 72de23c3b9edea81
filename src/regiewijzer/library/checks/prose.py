"""Is a text there in both languages, with the same placeholders, in characters and words of the house?"""

import re
from collections.abc import Collection, Iterator

from regiewijzer.library.checks.pack import Pack
from regiewijzer.library.formatters import AS_LIMIT, FORMATTERS
from regiewijzer.library.located import Entry, Fault
from regiewijzer.library.patterns import Pattern, read_pattern
from regiewijzer.library.texts import Language

WITH_PLACEHOLDERS = ("findings/", "grounds.yaml")  # where a text may have placeholders and bold
PROSE = frozenset({"text", "title", "definition", "explanation", "meaning", "rule", "reference", "description"})
WORD_FORMS = frozenset({"text", "short", "plural", "label"})

# The letters of the font that travels with the program: Latin, with the signs of good typography.
_STRANGE = re.compile(r"[^\x20-\x7e\n\u00a0-\u00ffŒœ‘’“”–…€]")
_STRAIGHT = re.compile(r"[\"']")
_HOUSE_WORDS_NL = re.compile(r"\b(scores?|ranking|dashboard|tool|feedback|stakeholders?|kunt|kun je)\b", re.IGNORECASE)
_MACHINE_PATH = re.compile(r"(?<![\w.:/])/[a-z]+/[a-z]")


def check_texts(pack: Pack) -> Iterator[Fault]:
    """Every text of every YAML file."""
    groups = pack.names("words.yaml", "groups") | {"themes", "principles", "impasses"}
    for spot in pack.spots():
        if "nl" in spot.plain or "en" in spot.plain:
            yield from (spot.fault(message) for message in _in_both(spot, groups))
        else:
            yield from (
                spot.fault(f"{key} has no languages")
                for key, value in spot.plain.items()
                if key in PROSE and isinstance(value, str)
            )


def faults_of_language(text: str, language: Language) -> Iterator[str]:
    """What is wrong with the letters and words of a text."""
    for found in sorted(set(_STRANGE.findall(text))):
        yield f"{language}: the character {found!r} is not in our font"
    if _STRAIGHT.search(text):
        yield f"{language}: a straight quote, where ‘ ’ or “ ” belongs"
    if _MACHINE_PATH.search(text):
        yield f"{language}: a path of a machine"
    if language is Language.DUTCH and (found_word := _HOUSE_WORDS_NL.search(text)):
        yield f"nl: {found_word[0]!r} is not a word of this house"


def _in_both(spot: Entry, groups: Collection[str]) -> Iterator[str]:
    missing = [language for language in Language if not str(spot.plain.get(language) or "").strip()]
    if missing:
        yield f"{spot.key}: no text in {', '.join(missing)}"
        return
    texts = {language: str(spot.plain[language]) for language in Language}
    for language, text in texts.items():
        yield from faults_of_language(text, language)
    try:
        dutch, english = (read_pattern(text) for text in texts.values())
    except ValueError as error:
        yield f"{spot.key}: {error}"
        return
    yield from (f"{spot.key}: {message}" for message in _faults_of_patterns(spot, dutch, english, groups))


def _faults_of_patterns(spot: Entry, dutch: Pattern, english: Pattern, groups: Collection[str]) -> Iterator[str]:
    placeholders = [
        sorted({(placeholder.name, placeholder.formatter) for placeholder in pattern.placeholders})
        for pattern in (dutch, english)
    ]
    if placeholders[0] != placeholders[1]:
        yield "the placeholders differ between nl and en"
    if _bold_segments(dutch) != _bold_segments(english):
        yield "nl and en differ in how much is bold"
    if (placeholders[0] or _bold_segments(dutch)) and not spot.mistakes.file.startswith(WITH_PLACEHOLDERS):
        yield "a placeholder or bold, where a text is shown as it is"
    for placeholder in (*dutch.placeholders, *english.placeholders):
        if (
            placeholder.formatter != AS_LIMIT
            and placeholder.formatter not in FORMATTERS
            and not _names_words(placeholder.formatter, groups)
        ):
            yield f"no formatter or group of words is called {placeholder.formatter!r}"


def _bold_segments(pattern: Pattern) -> int:
    """How often bold begins."""
    bold = [segment.bold for segment in pattern.segments]
    return sum(now and not before for before, now in zip([False, *bold], bold, strict=False))


def _names_words(formatter: str, groups: Collection[str]) -> bool:
    group, _, form = formatter.partition(".")
    return group in groups and (form or "text") in WORD_FORMS
