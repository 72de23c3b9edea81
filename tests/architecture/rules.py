"""The rules of the code base as functions over names: which layer something lives in, and what it may know there."""

import re
import tomllib
from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "regiewijzer"
CONTRACTS: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
    "contracts"
]
LAYERS: list[str] = next(contract["layers"] for contract in CONTRACTS if contract["id"] == "layers")


def app_of(module: str) -> str:
    """`tools.effect` of `regiewijzer.tools.effect.models`; the layer alone for what lies directly in it."""
    return ".".join(module.removeprefix("regiewijzer.").split(".")[:2])


def layer_of(app: str) -> str:
    return app.split(".", maxsplit=1)[0]


def wrong_arrow(user: str, used: str) -> str:
    """Why one app may not know another, by rules 1 and 2; empty when it may."""
    if user == used:
        return ""
    above, below = layer_of(user), layer_of(used)
    if LAYERS.index(above) > LAYERS.index(below):
        return f"{user} looks up to {used}"
    if above == below == "tools":
        return f"{user} knows another tool, {used}"
    return ""


def circle(arrows: Iterable[tuple[str, str]]) -> str:
    """A circle of apps, as a sentence; empty when there is none."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for user, used in arrows:
        if user != used:
            sorter.add(user, used)
    try:
        sorter.prepare()
    except CycleError as found:
        return f"A circle: {' > '.join(found.args[1])}"
    return ""


def python_files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*.py") if "__pycache__" not in path.parts)


def template_files(root: Path) -> list[Path]:
    """Templates of our own apps; those under `cotton/` are components."""
    return sorted(path for path in root.rglob("*") if "templates" in path.parts and path.suffix in (".html", ".txt"))


def app_of_file(path: Path, root: Path) -> str:
    """`register.networks` of register/networks/templates/networks/list.html, `ui` of ui/templates/ui/base.html."""
    parts = path.relative_to(root).parts
    folders = parts[: parts.index("templates")] if "templates" in parts else parts[:-1]
    return ".".join(folders[:2])


def words_of(text: str, pattern: str) -> list[str]:
    return re.findall(pattern, text)
