"""What does the program consist of, and has any part of it a known hole? From what is installed; nothing is asked.

The bill of materials is CycloneDX 1.6 in JSON. Known holes come from a file in the format of OSV, as a database of
advisories gives it; where that may be fetched is for whoever runs the command.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path
from typing import Any

import click
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

OURS = "regiewijzer"
KNOWN_HOLES = Path(__file__).parents[3] / "requirements" / "advisories.json"
FOUND = 1


@dataclass(frozen=True, slots=True)
class Part:
    """One package as it is installed."""

    name: str
    version: str
    licence: str

    @property
    def purl(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version}"


@dataclass(frozen=True, slots=True)
class Hole:
    """A hole that is known in a part. `mended_in`: the first version without it; empty when there is none."""

    part: Part
    id: str
    about: str
    mended_in: str


@click.command()
def bill() -> None:
    """Write the bill of materials.

    Every package the program needs, and what those need, as CycloneDX in JSON.
    """
    click.echo(json.dumps(bill_of_materials(list(parts_of(OURS)), distribution(OURS).version), indent=1))


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), default=KNOWN_HOLES)
def advisories(file: Path) -> None:
    """Hold every installed package against the known holes in FILE.

    FILE is a list in the format of OSV; without it, the list that goes with this version. Ends with 1 when a package
    has one.
    """
    parts = [_part(each) for each in distributions()]
    holes = list(holes_in(parts, json.loads(file.read_text())))
    for hole in holes:
        remedy = f"mended in {hole.mended_in}" if hole.mended_in else "not mended yet"
        click.echo(f"{hole.part.name} {hole.part.version}: {hole.id}, {hole.about} ({remedy})", err=True)
    if holes:
        raise SystemExit(FOUND)
    click.echo(f"{len(parts)} packages, none with a hole that stands in {file.name}.")


def parts_of(name: str) -> Iterator[Part]:
    """What a package needs here, and what that needs, each once, by name; extras where they are asked for."""
    waiting: list[tuple[str, frozenset[str]]] = [(name, frozenset())]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        known, extras = waiting.pop()
        for needed in (Requirement(text) for text in distribution(known).requires or ()):
            if needed.marker is None or any(needed.marker.evaluate({"extra": each}) for each in ("", *extras)):
                found = (canonicalize_name(needed.name), frozenset(needed.extras))
                waiting += [found] if found not in seen else []
                seen.add(found)
    yield from (_part(distribution(each)) for each in sorted({known for known, _extras in seen}))


def _part(found: Distribution) -> Part:
    told = found.metadata.json
    licence = str(told.get("license_expression") or told.get("license") or "").split("\n")[0]
    return Part(canonicalize_name(found.metadata["Name"]), found.version, licence)


def bill_of_materials(parts: Iterable[Part], version: str) -> dict[str, Any]:
    """The bill, in the order of the names; the same installation gives the same bill."""
    components = []
    for part in parts:
        component: dict[str, Any] = {
            "type": "library",
            "name": part.name,
            "version": part.version,
            "purl": part.purl,
            "bom-ref": part.purl,
        }
        if part.licence:
            component["licenses"] = [{"license": {"name": part.licence}}]
        components.append(component)
    ours = {"type": "application", "name": OURS, "version": version, "bom-ref": OURS}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": ours},
        "components": components,
        "dependencies": [{"ref": OURS, "dependsOn": [each["bom-ref"] for each in components]}],
    }


def holes_in(parts: Iterable[Part], known: Iterable[dict[str, Any]]) -> Iterator[Hole]:
    """Every known hole that a part has. `known`: OSV records. Withdrawn ones count no more."""
    by_name: dict[str, list[dict[str, Any]]] = {}
    for record in known:
        for affected in record.get("affected", ()):
            package = affected.get("package", {})
            if package.get("ecosystem") == "PyPI" and not record.get("withdrawn"):
                by_name.setdefault(canonicalize_name(package["name"]), []).append({**record, "affected": [affected]})
    for part in sorted(parts, key=lambda each: each.name):
        for record in by_name.get(part.name, ()):
            (affected,) = record["affected"]
            if _has_it(part.version, affected):
                about = re.sub(r"\s+", " ", record.get("summary") or record.get("details", ""))[:120]
                yield Hole(part, record["id"], about, _mended_in(part.version, affected))


def _has_it(version: str, affected: dict[str, Any]) -> bool:
    try:
        ours = Version(version)
    except InvalidVersion:
        return version in affected.get("versions", ())
    if version in affected.get("versions", ()):
        return True
    return any(_within(ours, each["events"]) for each in affected.get("ranges", ()) if each["type"] == "ECOSYSTEM")


def _within(version: Version, events: Iterable[dict[str, str]]) -> bool:
    """Whether a version lies in a range: from `introduced` on, before `fixed`, up to `last_affected`."""
    inside = False
    for event in events:
        ((what, when),) = event.items()
        if what == "introduced":
            inside = inside or when == "0" or version >= Version(when)
        elif (what == "fixed" and version >= Version(when)) or (what == "last_affected" and version > Version(when)):
            inside = False
    return inside


def _mended_in(version: str, affected: dict[str, Any]) -> str:
    later = [
        event["fixed"]
        for each in affected.get("ranges", ())
        for event in each["events"]
        if "fixed" in event and Version(event["fixed"]) > Version(version)
    ]
    return min(later, key=Version, default="")
