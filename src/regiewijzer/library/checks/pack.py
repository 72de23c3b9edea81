"""What stands in a content folder? Its YAML files and pages as they were read, and what cannot be read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from regiewijzer.library.located import Entry, Fault, Mistakes, open_source


@dataclass(frozen=True, slots=True)
class Pack:
    """The mappings of every YAML file, the whole file first, and the pages, by their path in the folder."""

    files: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    unreadable: tuple[Fault, ...] = ()

    def spots(self) -> Iterator[Entry]:
        """Every mapping in every YAML file."""
        for entries in self.files.values():
            yield from entries

    def entries(self, file: str, key: str) -> list[Entry]:
        """The entries of a list in one file, or in every file of a folder."""
        return [
            each
            for name, (whole, *_inside) in self.files.items()
            if name == file or name.startswith(f"{file}/")
            for each in whole.entries(key)
        ]

    def names(self, file: str, key: str) -> set[str]:
        return {entry.name for entry in self.entries(file, key)}


def read_pack(folder: Path) -> Pack:
    """Every YAML file and page in a folder; a file that cannot be read becomes a fault."""
    files: dict[str, tuple[Entry, ...]] = {}
    unreadable: list[Fault] = []
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        entries, faults = _read(name, path.read_text(encoding="utf-8"))
        unreadable += faults
        if entries:
            files[name] = entries
    pages = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in (folder / "knowledge").glob("*.md")
    }
    return Pack(files, dict(sorted(pages.items())), tuple(unreadable))


@lru_cache(maxsize=64)
def _read(name: str, source: str) -> tuple[tuple[Entry, ...], tuple[Fault, ...]]:
    """One file; kept, because whoever looks for faults changes one file and looks again."""
    mistakes = Mistakes(name)
    whole = open_source(source, mistakes)
    entries = tuple(whole.walk()) if whole else ()
    return entries, tuple(dict.fromkeys(mistakes.found))
