"""Reading one file: a questionnaire or a decision tree, or everything that is wrong with it."""

import re
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from regiewijzer.inquiry.questionnaires.models import Privacy, Subject, Way
from regiewijzer.inquiry.questionnaires.queries.entries import DecisionTree, Questionnaire, Reading
from regiewijzer.inquiry.questionnaires.queries.files.coherence import Places, check
from regiewijzer.inquiry.questionnaires.queries.files.entry import Entry, Mistakes, open_file, unknown_word
from regiewijzer.inquiry.questionnaires.queries.files.patterns import Names, read_patterns
from regiewijzer.inquiry.questionnaires.queries.files.questions import (
    Known,
    named,
    read_dimensions,
    read_questions,
    read_rankings,
    reading,
)
from regiewijzer.inquiry.questionnaires.queries.files.scales import read_scales
from regiewijzer.inquiry.questionnaires.queries.files.trees import read_tree
from regiewijzer.library import catalogue as library
from regiewijzer.library.checks.placed import Fault
from regiewijzer.library.texts import Text
from regiewijzer.science.scoring.coverage import Coverage
from regiewijzer.science.scoring.definitions import Scheme, Strength
from regiewijzer.science.scoring.selection import Selection, Stage

QUESTIONNAIRE, DECISION_TREE = "regiewijzer/questionnaire/2", "regiewijzer/decision-tree/2"
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_KEY = 60
TAKEN = frozenset({"eigen", "beurt"})  # first words of addresses of the program itself
ORDERS = ("given", "shuffled")


class FileMistakes(Exception):
    """The file holds mistakes and cannot be used. `faults` has each, with its line."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))


def read_document(path: Path, name: str = "") -> Questionnaire | DecisionTree:
    """The questionnaire or decision tree in a file; FileMistakes with every mistake when there is one.

    `name` is what the mistakes call the file.
    """
    mistakes = Mistakes(name or str(path))
    document = _read(path, mistakes)
    if mistakes.found or document is None:
        raise FileMistakes(tuple(sorted(mistakes.found)))
    return document


def _read(path: Path, mistakes: Mistakes) -> Questionnaire | DecisionTree | None:
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as reason:
        mistakes.note(1, "", _("this file cannot be read: %(reason)s") % {"reason": reason})
        return None
    entry = open_file(source, mistakes)
    if entry is None:
        return None
    schema = entry.word("schema")
    if schema == DECISION_TREE:
        return read_tree(entry, _heading(entry))
    if schema != QUESTIONNAIRE:
        entry.note(f"schema: {unknown_word(schema, [QUESTIONNAIRE, DECISION_TREE])}", "schema")
        return None
    return _questionnaire(entry, _heading(entry))


def _heading(entry: Entry) -> dict[str, Any]:
    """What every document says of itself."""
    return {
        "key": _key(entry),
        "version": entry.whole("version", least=1),
        "licence": entry.word("licence"),
        "title": entry.text("title"),
        "purpose": entry.text("purpose"),
        "filled_by": entry.text("filled_by"),
        "minutes": entry.whole("minutes", least=1),
        "privacy": entry.one_of("privacy", Privacy),
        "subject": entry.one_of("subject", Subject),
        "sources": entry.words("sources", required=True),
        "references": _references(entry),
        "warnings": entry.texts("warnings"),
    }


def _references(document: Entry) -> dict[str, Text]:
    found = {}
    for entry in document.entries("references"):
        found[entry.word("id")] = entry.text("reference")
        entry.nothing_else()
    return found


def _key(entry: Entry) -> str:
    key = entry.word("id")
    if key and (not KEY.fullmatch(key) or len(key) > LONGEST_KEY or key in TAKEN):
        entry.note(_("“%(key)s” cannot be the id of a questionnaire: use words with - between.") % {"key": key}, "id")
    return key


def _questionnaire(entry: Entry, heading: dict[str, Any]) -> Questionnaire | None:
    scales, dimensions = read_scales(entry), read_dimensions(entry)
    layers, stages = _titles(entry, "layers"), _stages(entry)
    known = Known(scales, {name: at for name, (at, _dimension) in dimensions.items()}, tuple(stages))
    questions, facts = read_questions(entry, "items", known), read_questions(entry, "facts", known)
    rankings = read_rankings(entry, known)
    worded = {name: dimension for name, (_at, dimension) in dimensions.items()}
    patterns = read_patterns(entry, Names(worded, tuple(layers)))
    selection, selection_text = _selection(entry, tuple(worded))
    parts = {
        "ways": _ways(entry),
        "scales": scales,
        "dimensions": tuple(worded.values()),
        "questions": tuple(question for _at, question in questions),
        "facts": tuple(question for _at, question in facts),
        "rankings": tuple(ranking for _at, ranking in rankings),
        "layers": layers,
        "stages": {name: title for name, (_stage, title) in stages.items()},
        "selection": selection_text,
        "patterns": {name: said for name, (_pattern, said) in patterns.items()},
        "coverage": _coverage(entry),
        "intro": entry.maybe_text("intro"),
        "shuffled": _shuffled(entry),
    }
    strength = _strength(entry)
    check(
        Places(
            document=entry,
            subject=heading["subject"],
            ways=parts["ways"],
            scales=scales,
            dimensions=tuple(dimensions.values()),
            questions=(*questions, *facts),
            rankings=tuple(rankings),
            known_sources=_known_sources(heading["references"]),
        )
    )
    entry.nothing_else()
    if entry.mistakes.found:
        return None
    scheme = Scheme(
        items=tuple(question.item for question in (*parts["questions"], *parts["facts"])),
        dimensions=tuple(each.dimension for each in parts["dimensions"]),
        rankings=tuple(each.ranking for each in parts["rankings"]),
        patterns=tuple(pattern for pattern, _said in patterns.values()),
        layers=tuple(layers),
        stages=tuple(stage for stage, _title in stages.values()),
        selection=selection,
        strength=strength,
    )
    return Questionnaire(**heading, **parts, scheme=scheme)


def _known_sources(references: dict[str, Text]) -> frozenset[str]:
    return frozenset(source.key for source in library.sources()) | frozenset(references)


def _ways(entry: Entry) -> tuple[Way, ...]:
    words = entry.words("ways", required=True)
    for word in words:
        if word not in list(Way):
            entry.note(f"ways: {unknown_word(word, list(Way))}", "ways")
    return tuple(Way(word) for word in words if word in list(Way))


def _titles(document: Entry, field: str) -> dict[str, Text]:
    found = {}
    for entry in document.entries(field):
        found[named(entry)] = entry.text("title")
        entry.nothing_else()
    return found


def _stages(document: Entry) -> dict[str, tuple[Stage, Text]]:
    found = {}
    for entry in document.entries("stages"):
        months = entry.entry("months", required=True)
        start = months.whole("from") if months else 0
        end = months.whole("to", least=start + 1) if months and months.has("to") else None
        name = named(entry)
        found[name] = Stage(name, start, end), entry.text("title")
        entry.nothing_else()
    return found


def _selection(document: Entry, dimensions: tuple[str, ...]) -> tuple[Selection | None, Text | None]:
    entry = document.entry("selection")
    if entry is None:
        return None, None
    needed = entry.word("at_least_one_of", "")
    if needed and needed not in dimensions:
        entry.note(f"at_least_one_of: {unknown_word(needed, dimensions)}", "at_least_one_of")
    least = entry.whole("minimum", least=1)
    selection, text = Selection(least, entry.whole("maximum", least=least), needed), entry.text("text")
    entry.words("source", required=True)
    entry.nothing_else()
    return selection, text


def _coverage(document: Entry) -> dict[Coverage, Reading]:
    found = {}
    for entry in document.entries("coverage"):
        found[entry.one_of("id", Coverage)] = reading(entry)
        entry.nothing_else()
    if found and len(found) < len(Coverage):
        document.note(_("“coverage” needs an entry for each of %(all)s.") % {"all": ", ".join(Coverage)}, "coverage")
    return found


def _shuffled(document: Entry) -> bool:
    order = document.word("order", ORDERS[0])
    if order not in ORDERS:
        document.note(f"order: {unknown_word(order, ORDERS)}", "order")
    return order == ORDERS[1]


def _strength(document: Entry) -> Strength | None:
    entry = document.entry("strong")
    if entry is None:
        return None
    strength = Strength(entry.number("at_least"), entry.whole("among_top", least=1))
    entry.nothing_else()
    return strength
