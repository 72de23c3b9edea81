"""Real input: who is a member of which Flemish association, as the Flemish organisation register tells it."""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


def flanders() -> Path:
    """The folder with organisations.csv and memberships.csv; a test without it says that it did not run."""
    shared = Path(os.environ.get("REGIEWIJZER_SHARED") or REPOSITORY.parent / "shared")
    folder = shared / "data" / "flanders"
    if not folder.is_dir():
        pytest.skip(f"The Flemish data are not in {folder}; set REGIEWIJZER_SHARED.")
    return folder
