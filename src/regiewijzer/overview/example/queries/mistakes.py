"""What is wrong in the files of an example? Every mistake at once, each with its place and what is expected."""

from collections.abc import Iterable
from difflib import get_close_matches


class StoryMistakes(Exception):
    """The files hold mistakes; nothing was built. `mistakes` has a sentence for each."""

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


def meant(word: str, known: Iterable[str]) -> str:
    """A hint when the word looks like a known one; empty otherwise."""
    close = get_close_matches(word, list(known), n=1)
    return f" Did you mean “{close[0]}”?" if close else ""
