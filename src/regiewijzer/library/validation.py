"""Is the content pack sound? Every fault in a folder of content, with the file and line where it stands."""

from pathlib import Path

from regiewijzer.library.checks.entries import check_entries
from regiewijzer.library.checks.knowledge import check_pages
from regiewijzer.library.checks.pack import read_pack
from regiewijzer.library.checks.prose import check_texts
from regiewijzer.library.located import Fault
from regiewijzer.library.reading import CONTENT


def find_faults(folder: Path = CONTENT) -> tuple[Fault, ...]:
    """What is wrong with a folder of content, by file and line; empty when it is sound."""
    pack = read_pack(folder)
    return tuple(sorted([*pack.unreadable, *check_texts(pack), *check_entries(pack), *check_pages(pack)]))
