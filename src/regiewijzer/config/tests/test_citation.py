"""How the program asks to be cited: Citation File Format 1.2.0, and the version that is told everywhere."""

import tomllib
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).resolve().parents[4]
REQUIRED = {"cff-version", "message", "title", "authors"}
KNOWN = REQUIRED | {
    "abstract",
    "type", "version", "date-released", "license", "url", "repository-code", "keywords", "doi", "references",
    "identifiers", "contact", "preferred-citation", "commit",
}  # fmt: skip


def _read(name: str) -> dict[str, Any]:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text) if name.endswith(".toml") else yaml.safe_load(text)
    return found


def test_the_citation_holds_what_the_format_asks_and_nothing_it_does_not_know() -> None:
    citation = _read("CITATION.cff")

    assert citation["cff-version"] == "1.2.0"
    assert citation.keys() >= REQUIRED
    assert citation.keys() <= KNOWN
    assert citation["type"] in ("software", "dataset")
    assert all(author.get("name") or author.get("family-names") for author in citation["authors"])
    assert all(isinstance(word, str) for word in citation["keywords"])


def test_one_version_and_one_licence_are_told_everywhere() -> None:
    project, citation, code = _read("pyproject.toml")["project"], _read("CITATION.cff"), _read("publiccode.yml")

    assert project["version"] == citation["version"] == code["softwareVersion"]
    assert project["license"] == citation["license"] == code["legal"]["license"]
    assert citation["url"] == code["url"]
