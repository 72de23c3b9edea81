"""Rules 1 to 5: each contract of import-linter is seen to catch what it forbids, on a small code base of its own."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.rules import CONTRACTS, ROOT

NAMES = {contract["id"]: contract["name"] for contract in CONTRACTS}
MODULES = {
    "urls": "from regiewijzer.{app} import views",
    "views": "from regiewijzer.{app} import actions",
    "forms": "from regiewijzer.{app} import queries",
    "actions": "from regiewijzer.{app} import queries",
    "documents": "from regiewijzer.{app} import sections",
    "sections": "from regiewijzer.{app} import queries",
    "queries": "from regiewijzer.{app} import models",
    "models": "from django.db import models",
    "wording": "NONE = ''",
}
APPS = (
    "overview.findings",
    "tools.effect",
    "tools.steering",
    "inquiry.surveys",
    "register.networks",
    "register.organisations",
    "foundation.accounts",
)


@dataclass(frozen=True)
class Violation:
    """A line somebody writes in a file, and the contracts that must say no."""

    file: str
    line: str
    contracts: tuple[str, ...]


VIOLATIONS = {
    "science looks up": Violation("science/power.py", "from regiewijzer.ui import listing", ("layers",)),
    "the register looks up": Violation(
        "register/networks/queries.py", "from regiewijzer.tools.effect.public import x", ("layers",)
    ),
    "somebody imports the settings": Violation(
        "foundation/accounts/queries.py", "from regiewijzer.config import settings", ("layers",)
    ),
    "a folder without a layer": Violation("attic/__init__.py", "", ("layers",)),
    "a tool knows a tool": Violation(
        "tools/effect/actions.py", "from regiewijzer.tools.steering.public import x", ("strangers",)
    ),
    "science uses the framework": Violation("science/power.py", "from django.db import models", ("pure",)),
    "science opens a file": Violation("science/power.py", "from pathlib import Path", ("pure",)),
    "science throws dice": Violation("science/power.py", "import random", ("pure",)),
    "science asks the clock": Violation("science/power.py", "import time", ("pure",)),
    "the library uses the framework": Violation(
        "library/catalogue.py", "from django.conf import settings", ("library-without-framework",)
    ),
    "the overview enters a tool by its models": Violation(
        "overview/findings/queries.py", "from regiewijzer.tools.effect.models import x", ("front-door",)
    ),
    "the overview enters a tool by its sections": Violation(
        "overview/dossier/queries.py", "from regiewijzer.tools.effect.sections import x", ("front-door",)
    ),
    "the overview enters an inquiry app by its queries": Violation(
        "overview/findings/queries.py", "from regiewijzer.inquiry.surveys.queries import x", ("front-door",)
    ),
    "a tool enters an inquiry app by its models": Violation(
        "tools/effect/queries.py", "from regiewijzer.inquiry.surveys.models import x", ("inquiry-door",)
    ),
    "queries import sections": Violation(
        "tools/effect/queries.py", "from regiewijzer.tools.effect import sections", ("modules", "cycles")
    ),
    "models import queries": Violation(
        "register/networks/models.py", "from regiewijzer.register.networks import queries", ("modules",)
    ),
    "actions import a form": Violation(
        "tools/effect/actions.py", "from regiewijzer.tools.effect import forms", ("modules",)
    ),
    "a module of no name we know": Violation("tools/effect/services.py", "", ("modules",)),
    "two apps know each other": Violation(
        "register/organisations/queries.py", "from regiewijzer.register.networks import models", ("cycles",)
    ),
}


@pytest.fixture(scope="module")
def codebase(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A code base with a module of every kind, that keeps every contract of ours."""
    root = tmp_path_factory.mktemp("codebase")
    shutil.copy(ROOT / "pyproject.toml", root)
    for app in APPS:
        for module, line in MODULES.items():
            _write(root, f"{app.replace('.', '/')}/{module}.py", line.format(app=app))
        if app.startswith(("tools.", "inquiry.")):
            _write(root, f"{app.replace('.', '/')}/public.py", f"from regiewijzer.{app} import queries")
    for module in ("config/settings", "config/urls", "ui/listing", "library/catalogue", "science/power"):
        _write(root, f"{module}.py", "")
    _write(root, "config/urls.py", "from regiewijzer.overview.findings import urls")
    _write(root, "overview/findings/actions.py", "from regiewijzer.tools.effect import public")
    _write(root, "register/networks/queries.py", "from regiewijzer.register.organisations import models")
    _write(root, "science/tests/test_overlap_published.py", "from pathlib import Path")  # excepted by name
    return root


def _write(root: Path, file: str, text: str) -> Path:
    path = root / "src" / "regiewijzer" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    for folder in path.relative_to(root / "src").parents:
        if folder.name:
            (root / "src" / folder / "__init__.py").touch()
    path.write_text(text + "\n")
    return path


def _broken(root: Path) -> set[str]:
    """The contracts that say no."""
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo"],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "PATH": os.environ["PATH"], "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    broken = {key for key, name in NAMES.items() if f"{name} BROKEN" in done.stdout}
    assert all(f"{name} KEPT" in done.stdout for key, name in NAMES.items() if key not in broken), done.stdout
    assert bool(done.returncode) == bool(broken), done.stdout
    return broken


def test_a_codebase_that_keeps_the_rules_passes(codebase: Path) -> None:
    assert _broken(codebase) == set()


@pytest.mark.parametrize("wrong", VIOLATIONS.values(), ids=VIOLATIONS.keys())
def test_a_codebase_that_breaks_a_rule_is_caught(codebase: Path, tmp_path: Path, wrong: Violation) -> None:
    root = shutil.copytree(codebase, tmp_path / "codebase")
    path = root / "src" / "regiewijzer" / wrong.file
    _write(root, wrong.file, (path.read_text() if path.exists() else "") + wrong.line)

    assert _broken(root) == set(wrong.contracts)


def test_every_contract_has_a_planted_violation() -> None:
    caught = {contract for wrong in VIOLATIONS.values() for contract in wrong.contracts}

    assert caught == set(NAMES)


def test_our_own_codebase_keeps_the_rules() -> None:
    assert _broken(ROOT) == set()
