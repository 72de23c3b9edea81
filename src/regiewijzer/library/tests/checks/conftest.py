import shutil
from pathlib import Path

import pytest

from regiewijzer.library.reading import CONTENT
from regiewijzer.library.validation import find_faults


@pytest.fixture
def content(tmp_path) -> Path:
    """A copy of the content, to be damaged."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def broken(content):
    """Changes one thing in a copy of the content and tells what is found."""

    def change(file, old, new):
        path = content / file
        before = path.read_text(encoding="utf-8")
        assert old in before
        path.write_text(before.replace(old, new, 1), encoding="utf-8")
        return find_faults(content)

    return change
