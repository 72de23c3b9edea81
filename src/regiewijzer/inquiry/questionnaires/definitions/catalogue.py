"""Which questionnaires are there? Every YAML file of the folders, read once per change; the newest version is offered.

A file that is dropped in a folder is there at the next look. An authority's server keeps its own under
`questionnaires` in the data folder; what ships with the program goes first. A file with mistakes is not offered, and
`faults` says why.
"""

from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.utils.translation import gettext as _

from regiewijzer.inquiry.questionnaires.definitions.reading import FileMistakes, read_document
from regiewijzer.inquiry.questionnaires.definitions.values import DecisionTree, Document, Questionnaire
from regiewijzer.library.located import Fault

SHIPPED = Path(__file__).parent.parent / "content"
MOST_FILES = 1000  # read documents that are kept

Kind = TypeVar("Kind", bound=Document)


class UnknownQuestionnaire(LookupError):
    """No file holds this questionnaire in this version."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the folders hold: documents by key and version, files with mistakes, and files that say nothing new."""

    documents: dict[tuple[str, int], Questionnaire | DecisionTree] = field(default_factory=dict)
    broken: dict[str, Path] = field(default_factory=dict)
    double: dict[str, tuple[str, int]] = field(default_factory=dict)


def folders() -> tuple[Path, ...]:
    """Where questionnaires stand: those of the program, then those of this server."""
    return SHIPPED, Path(settings.DATA_DIR) / "questionnaires"


def questionnaires() -> tuple[Questionnaire, ...]:
    """The newest version of every questionnaire, by key."""
    return _newest(Questionnaire)


def decision_trees() -> tuple[DecisionTree, ...]:
    """The newest version of every decision tree, by key."""
    return _newest(DecisionTree)


def questionnaire(key: str, version: int | None = None) -> Questionnaire:
    """One questionnaire, in its newest version unless another is asked. UnknownQuestionnaire when it is not there."""
    return _one(Questionnaire, key, version)


def title_of(key: str) -> str:
    """What a questionnaire or a decision tree is called, in its newest version; its key when it is no longer there."""
    found = [document for document in (*questionnaires(), *decision_trees()) if document.key == key]
    return str(found[0].title) if found else key


def decision_tree(key: str, version: int | None = None) -> DecisionTree:
    """One decision tree, in its newest version unless another is asked. UnknownQuestionnaire when it is not there."""
    return _one(DecisionTree, key, version)


def versions(key: str) -> tuple[int, ...]:
    """The versions of one document, newest first; empty when there is none."""
    return tuple(sorted((version for name, version in _shelf().documents if name == key), reverse=True))


def faults() -> tuple[Fault, ...]:
    """What is wrong with files that are therefore not offered, in the reader's language."""
    shelf = _shelf()
    found = [fault for name, path in shelf.broken.items() for fault in check_file(path, name)]
    for name, (key, version) in shelf.double.items():
        message = _("“%(key)s” version %(version)s is there already, in another file.")
        found.append(Fault(name, 1, key, message % {"key": key, "version": version}))
    return tuple(found)


def check_file(path: Path, name: str = "") -> tuple[Fault, ...]:
    """What is wrong with one file, by line; empty when it can be used. `name` is what the mistakes call the file."""
    try:
        read_document(path, name)
    except FileMistakes as mistakes:
        return mistakes.faults
    return ()


def _newest(kind: type[Kind]) -> tuple[Kind, ...]:
    newest = {
        key: document for (key, _version), document in sorted(_shelf().documents.items(), key=lambda each: each[0])
    }
    return tuple(document for document in newest.values() if isinstance(document, kind))


def _one(kind: type[Kind], key: str, version: int | None) -> Kind:
    wanted = version if version is not None else next(iter(versions(key)), None)
    document = _shelf().documents.get((key, wanted)) if wanted is not None else None
    if not isinstance(document, kind):
        raise UnknownQuestionnaire(f"There is no questionnaire {key!r} in version {wanted or 1}.")
    return document


def _shelf() -> Shelf:
    """The shelf as the folders are now: a changed, new or removed file of this server makes another."""
    return _filled(tuple(file for folder in folders() for file in (_shipped() if folder == SHIPPED else _in(folder))))


@cache
def _shipped() -> tuple[tuple[Path, Path, int, int], ...]:
    """Looked at once: what ships with the program changes with the program, which is then started again."""
    return _in(SHIPPED)


def _in(folder: Path) -> tuple[tuple[Path, Path, int, int], ...]:
    """Folder, path, moment of the last change in nanoseconds and size in bytes of every file in a folder."""
    paths = sorted(folder.rglob("*.yaml"))
    return tuple((folder, path, path.stat().st_mtime_ns, path.stat().st_size) for path in paths)


@lru_cache(maxsize=4)
def _filled(files: tuple[tuple[Path, Path, int, int], ...]) -> Shelf:
    shelf = Shelf()
    for folder, path, changed, _size in files:
        name = path.relative_to(folder).as_posix()
        try:
            document = _read(path, name, changed)
        except FileMistakes:
            shelf.broken[name] = path
            continue
        place = document.key, document.version
        if place in shelf.documents:
            shelf.double[name] = place
        else:
            shelf.documents[place] = document
    return shelf


@lru_cache(maxsize=MOST_FILES)
def _read(path: Path, name: str, changed: int) -> Questionnaire | DecisionTree:
    """One file as it was at this moment; `changed` makes another reading of another content."""
    return read_document(path, name)
