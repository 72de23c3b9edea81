"""Where does a piece of the content pack stand? YAML read with line numbers, and faults that name the place."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

NAMING = ("id", "code", "group")  # the fields that name an entry


class Placed(dict[str, Any]):
    """A mapping that knows its line and the keys that were written twice."""

    line: int = 1
    repeated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong. `entry` is the id or code of the entry, or empty."""

    file: str
    line: int
    entry: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.entry}: {self.message}".replace(" : ", " ")


@dataclass(frozen=True, slots=True)
class Spot:
    """A mapping in a file, the entry it belongs to, and the key it stands under."""

    file: str
    entry: str
    key: str
    mapping: Placed

    def fault(self, message: str) -> Fault:
        return Fault(self.file, self.mapping.line, self.entry, message)


@dataclass(frozen=True, slots=True)
class Pack:
    """A content folder as it was read: YAML files and pages by their path in the folder."""

    files: dict[str, Placed] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    unreadable: tuple[Fault, ...] = ()

    def spots(self) -> Iterator[Spot]:
        """Every mapping in every YAML file."""
        for file, data in self.files.items():
            yield from _walk(data, file, "", "")

    def entries(self, file: str, key: str) -> list[Spot]:
        """The entries of a list in one file, or in every file of a folder."""
        return [
            Spot(name, _name(each, ""), key, each)
            for name, data in self.files.items()
            if name == file or name.startswith(f"{file}/")
            for each in data.get(key, ())
        ]

    def names(self, file: str, key: str) -> set[str]:
        return {spot.entry for spot in self.entries(file, key)}


def read_pack(folder: Path) -> Pack:
    """Every YAML file and page in a folder; a file that cannot be read becomes a fault."""
    files: dict[str, Placed] = {}
    unreadable = []
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        try:
            files[name] = _read(path.read_text(encoding="utf-8"))
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            unreadable.append(Fault(name, line, "", f"this is no YAML: {error.problem}"))
    pages = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in (folder / "knowledge").glob("*.md")
    }
    return Pack(files, dict(sorted(pages.items())), tuple(unreadable))


@lru_cache(maxsize=64)
def _read(source: str) -> Placed:
    """One file; kept, because whoever looks for faults changes one file and looks again."""
    placed: Placed = yaml.load(source, Loader=_PlacingLoader)  # noqa: S506  a safe loader
    return placed


class _PlacingLoader(yaml.SafeLoader):
    """Reads mappings as `Placed`."""


def _construct(loader: _PlacingLoader, node: yaml.MappingNode) -> Placed:
    placed = Placed({str(key): value for key, value in loader.construct_mapping(node, deep=True).items()})
    placed.line = node.start_mark.line + 1
    counts = Counter(str(key.value) for key, _ in node.value)
    placed.repeated = tuple(key for key, count in counts.items() if count > 1)
    return placed


_PlacingLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _construct)


def _walk(value: object, file: str, entry: str, key: str) -> Iterator[Spot]:
    if isinstance(value, Placed):
        entry = _name(value, entry)
        yield Spot(file, entry, key, value)
        for name, child in value.items():
            yield from _walk(child, file, entry, str(name))
    elif isinstance(value, list):
        for child in value:
            yield from _walk(child, file, entry, key)


def _name(mapping: Placed, otherwise: str) -> str:
    return next((str(mapping[key]) for key in NAMING if key in mapping), otherwise)
