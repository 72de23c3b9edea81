"""Where does the content pack stand, and how does a word of it become an entry? The other entries are read by type.

The files are ours and guarded by `validation`, so a mistake in one fails here, with its line.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from regiewijzer.library.entries import Word
from regiewijzer.library.located import Entry, open_own
from regiewijzer.library.texts import Text

CONTENT = Path(__file__).parent / "content"

Raw = Mapping[str, Any]


@cache
def read_file(path: Path) -> Raw:
    """The mapping in one YAML file."""
    return open_own(path).plain


def text(raw: Raw) -> Text:
    return Text(nl=raw["nl"].strip(), en=raw["en"].strip())


def word(entry: Entry) -> Word:
    """A word; short it is the same with a capital, its plural the same and its label the short one, unless written."""
    name = entry.text("text")
    short = entry.maybe_text("short") or Text(_capitalised(name.nl), _capitalised(name.en))
    plural, label = entry.maybe_text("plural") or name, entry.maybe_text("label") or short
    return entry.value(Word, text=name, short=short, plural=plural, label=label)


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]
