"""How do the files of one authority become its story? A file may hold any of the lists; together they are the story."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

import yaml

from regiewijzer.overview.example.queries.checking import mistakes_in
from regiewijzer.overview.example.queries.entries import Place, value_of
from regiewijzer.overview.example.queries.mistakes import StoryMistakes, meant
from regiewijzer.overview.example.queries.story import Story

CONTENT = Path(__file__).parent.parent / "content"
AUTHORITIES = ("vliermonde", "scheldekouter")  # the first is the one to look at

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where PyYAML was built with its C part
_PARTS = {each.name for each in fields(Story)}


def read_story(folder: Path) -> Story:
    """The story in the files under this folder. StoryMistakes with every mistake when there is one."""
    mistakes: list[str] = []
    parts: dict[str, Any] = {}
    for name, value in _read(folder, mistakes):
        parts[name] = parts[name] + value if name in parts and isinstance(value, tuple) else value
    if not mistakes and "authority" not in parts:
        mistakes.append(f"{folder.name}: “authority” is missing.")
    if not mistakes:
        story = Story(**parts)
        mistakes.extend(mistakes_in(story))
    if mistakes:
        raise StoryMistakes(mistakes)
    return story


def _read(folder: Path, mistakes: list[str]) -> Iterator[tuple[str, Any]]:
    """The lists in every file, each with the name of its part of the story."""
    hints = get_type_hints(Story)
    for path in sorted(folder.rglob("*.yaml")):
        place = Place(str(path.relative_to(folder)), mistakes)
        for name, raw in _file(path, place).items():
            if name in _PARTS:
                yield name, value_of(hints[name], raw, place)
            else:
                place.note(f"“{name}” is not a part of the story.{meant(name, _PARTS)}")


def _file(path: Path, place: Place) -> dict[str, Any]:
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  both are safe loaders
    except yaml.YAMLError as reason:
        place.note(f"this is not YAML: {reason}")
        return {}
    if not isinstance(loaded, dict):
        place.note("a file must hold lists with a name, such as “networks:”.")
        return {}
    return loaded
