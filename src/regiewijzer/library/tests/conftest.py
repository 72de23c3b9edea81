from collections.abc import Callable

import pytest

from regiewijzer.library import texts


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Callable[[str | None], None]:
    """Make a language active for the rest of a test."""

    def choose(tag: str | None) -> None:
        monkeypatch.setattr(texts._Provider, "tag", staticmethod(lambda: tag))

    return choose
