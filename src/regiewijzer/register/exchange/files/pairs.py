"""Is this the folder of the two-file form? Judged by headings alone, before anything else is loaded or read."""

import re
from pathlib import Path

from regiewijzer.register.exchange.files.folders import ENDING

MEMBER, ASSOCIATION = "member_kbo", "association_kbo"
LONGEST_HEADINGS = 4096


def may_be_two_files(path: Path) -> bool:
    """Whether a CSV file in this folder has the headings of pairs of members and associations.

    What cannot be opened has none; reading it says so.
    """
    try:
        return path.is_dir() and any(_has_headings(each) for each in path.iterdir() if each.suffix.lower() == ENDING)
    except OSError:
        return False


def _has_headings(file: Path) -> bool:
    with file.open("rb") as opened:
        first = opened.readline(LONGEST_HEADINGS).decode("latin-1")
    return {MEMBER, ASSOCIATION} <= set(re.split(r'[;,\t"\s]+', first.casefold()))
