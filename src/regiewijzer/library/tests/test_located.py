from dataclasses import dataclass, field
from enum import StrEnum

import pytest

from regiewijzer.library.located import Mistakes, open_own, open_source
from regiewijzer.library.texts import Text


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True)
class Part:
    code: str
    share: float = 1


@dataclass(frozen=True)
class Thing:
    key: str = field(metadata={"key": "id"})
    size: Size
    title: Text
    parts: tuple[Part, ...]
    remark: Text | None
    sizes: tuple[Size, ...] = ()
    number: int = 0


SOUND = """\
id: chair
size: large
title: {nl: stoel, en: chair}
parts:
- code: no
- {code: leg, share: 0.5}
"""


def _read(source):
    mistakes = Mistakes("things.yaml")
    found = open_source(source, mistakes).value(Thing)
    return found, [(fault.line, fault.entry, fault.message) for fault in mistakes.found]


def test_a_mapping_becomes_a_value_by_its_types():
    found, mistakes = _read(SOUND)

    assert mistakes == []
    assert found == Thing("chair", Size.LARGE, Text("stoel", "chair"), (Part("no"), Part("leg", 0.5)), None)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("size: large", "size: larg", 2, "size: “larg” is not known here; use small, large. Did you mean “large”?"),
        ("size: large\n", "", 1, "“size” is missing."),
        ("size: large", "size: large\nnumber: x", 3, "“number” must be a whole number, not “x”."),
        ("size: large", "size: large\nsizes: [small, big]", 3, "sizes: “big” is not known here; use small, large."),
        ("share: 0.5", "shar: 0.5", 6, "the field “shar” is not known here. Did you mean “share”?"),
        ("nl: stoel, ", "", 3, "“nl” is missing."),
        ("- code: no", "- just words", 5, "“parts” must hold entries with fields only."),
    ],
)
def test_a_mistake_keeps_its_line_field_value_and_what_is_allowed(old, new, line, message):
    _found, mistakes = _read(SOUND.replace(old, new))

    assert [(at, said) for at, _entry, said in mistakes] == [(line, message)]


def test_a_mistake_is_told_in_the_language_of_whoever_reads():
    mistakes = Mistakes("things.yaml", lambda text: text.replace("is missing", "ontbreekt"))

    open_source(SOUND.replace("size: large\n", ""), mistakes).value(Thing)

    assert [str(fault) for fault in mistakes.found] == ["things.yaml:1 chair: “size” ontbreekt."]


def test_a_mistake_in_a_file_of_our_own_is_an_error_at_once(tmp_path):
    path = tmp_path / "things.yaml"
    path.write_text(SOUND.replace("large", "huge"), encoding="utf-8")

    with pytest.raises(ValueError, match=r"things\.yaml:2 chair: size: “huge” is not known here"):
        open_own(path).value(Thing)
