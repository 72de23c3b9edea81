"""How does a file of the content pack become entries? Plain YAML in, frozen values out.

The files are ours and guarded by `validation`, so a mistake in one fails here with Python's own words.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from regiewijzer.library.entries import (
    Basis,
    FindingType,
    GroundType,
    Impasse,
    Introduction,
    Option,
    PracticeCase,
    Principle,
    Source,
    Term,
    Theme,
    ThemeKind,
    Word,
)
from regiewijzer.library.texts import Text

CONTENT = Path(__file__).parent / "content"

Raw = Mapping[str, Any]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where PyYAML was built with its C part


@cache
def read_file(path: Path) -> Raw:
    """The mapping in one YAML file."""
    loaded: Raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  both are safe loaders
    return loaded


def text(raw: Raw) -> Text:
    return Text(nl=raw["nl"].strip(), en=raw["en"].strip())


def texts(raw: list[Raw]) -> tuple[Text, ...]:
    return tuple(text(each) for each in raw)


def source(raw: Raw) -> Source:
    return Source(raw["id"], text(raw["short"]), text(raw["reference"]), Basis(raw["basis"]))


def word(raw: Raw) -> Word:
    name = text(raw["text"])
    return Word(
        code=raw["code"],
        text=name,
        short=text(raw["short"]) if "short" in raw else Text(_capitalised(name.nl), _capitalised(name.en)),
        plural=text(raw["plural"]) if "plural" in raw else name,
        meaning=text(raw["meaning"]) if "meaning" in raw else None,
    )


def finding_type(raw: Raw) -> FindingType:
    return FindingType(
        rule=raw["id"],
        capability=raw["capability"],
        subject=raw["subject"],
        basis=Basis(raw["basis"]),
        weight=raw["weight"],
        weight_reason=text(raw["weight_reason"]),
        text=text(raw["text"]),
        text_one=text(raw["text_one"]) if "text_one" in raw else None,
        explanation=text(raw["explanation"]),
        rule_text=text(raw["rule"]),
        options=tuple(option(each) for each in raw["options"]),
        sources=tuple(raw["source"]),
    )


def option(raw: Raw) -> Option:
    return Option(text(raw["title"]), text(raw["text"]), text(raw["caution"]) if "caution" in raw else None)


def ground_type(raw: Raw) -> GroundType:
    return GroundType(raw["code"], text(raw["text"]))


def term(raw: Raw) -> Term:
    return Term(raw["id"], text(raw["term"]), text(raw["definition"]), tuple(raw["source"]))


def theme(raw: Raw, kind: ThemeKind) -> Theme:
    return Theme(raw["id"], kind, text(raw["title"]), tuple(raw["source"]))


def introduction(raw: Raw) -> Introduction:
    return Introduction(text(raw["title"]), texts(raw["notes"]))


def principle(raw: Raw) -> Principle:
    return Principle(
        key=raw["id"],
        number=raw["number"],
        title=text(raw["title"]),
        original_name=raw["original_name"],
        meaning=text(raw["meaning"]),
        sign=text(raw["sign"]),
        examples=texts(raw["examples"]),
        starting_question=text(raw["starting_question"]),
        sources=tuple(raw["source"]),
    )


def impasse(raw: Raw) -> Impasse:
    return Impasse(
        key=raw["id"],
        title=text(raw["title"]),
        description=text(raw["description"]),
        signs=texts(raw["signs"]),
        principles=tuple(raw["principles"]),
        sources=tuple(raw["source"]),
    )


def practice_case(raw: Raw, known: Text) -> PracticeCase:
    return PracticeCase(raw["id"], text(raw["title"]), tuple(raw["themes"]), known, tuple(raw["source"]))


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]
