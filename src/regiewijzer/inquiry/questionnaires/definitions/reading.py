"""Reading one file: a questionnaire or a decision tree, or everything that is wrong with it."""

import re
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from regiewijzer.inquiry.questionnaires.definitions.questionnaires import read_questionnaire
from regiewijzer.inquiry.questionnaires.definitions.trees import read_tree
from regiewijzer.inquiry.questionnaires.definitions.values import DecisionTree, Questionnaire
from regiewijzer.inquiry.questionnaires.models import Privacy, Subject
from regiewijzer.library.located import Entry, Fault, Mistakes, open_source
from regiewijzer.library.texts import Text

QUESTIONNAIRE, DECISION_TREE = "regiewijzer/questionnaire/2", "regiewijzer/decision-tree/2"
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_KEY = 60
TAKEN = frozenset({"eigen", "beurt"})  # first words of addresses of the program itself


class FileMistakes(Exception):
    """The file holds mistakes and cannot be used. `faults` has each, with its line."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))


def read_document(path: Path, name: str = "") -> Questionnaire | DecisionTree:
    """The questionnaire or decision tree in a file; FileMistakes with every mistake when there is one.

    `name` is what the mistakes call the file.
    """
    mistakes = Mistakes(name or str(path), _)
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
    entry = open_source(source, mistakes)
    if entry is None:
        return None
    schema = entry.word("schema")
    if schema == DECISION_TREE:
        return read_tree(entry, _heading(entry))
    if schema != QUESTIONNAIRE:
        entry.check("schema", [schema], [QUESTIONNAIRE, DECISION_TREE])
        return None
    return read_questionnaire(entry, _heading(entry))


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
