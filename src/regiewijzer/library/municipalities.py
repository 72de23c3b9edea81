"""Which municipalities are there, and of which associations is each a member? As the data file says, with its date.

The file is made by `regiewijzer municipalities FOLDER`; what it says of members is from before the mergers of 2025.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from regiewijzer.science.names import compared

CONTENT = Path(__file__).parent / "content" / "municipalities.json"
_KIND = re.compile(r"^(stad|gemeente|ocmw|lokaal bestuur|gemeentebestuur|stadsbestuur)\s+(van\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Association:
    """An association of municipalities or welfare centres."""

    kbo: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality of today. `merged`: since 2025, so its associations are those of the ones it was."""

    name: str
    nis: str
    province: str
    region: str
    kbo: str
    merged: bool
    associations: tuple[Association, ...]


@dataclass(frozen=True, slots=True)
class Municipalities:
    """All of them by name, where the file comes from, and of when what it says of members is."""

    all: tuple[Municipality, ...]
    source: str
    as_of: str


@cache
def municipalities() -> Municipalities:
    """Read once in each process."""
    return read(json.loads(CONTENT.read_text("utf-8")))


def read(stored: Any) -> Municipalities:
    """The file as values. KeyError, TypeError or ValueError when it is another file."""
    associations = [Association(*row) for row in stored["associations"]]
    found = tuple(
        Municipality(name, nis, province, region, kbo, merged, tuple(associations[place] for place in places))
        for name, nis, province, region, kbo, merged, places in stored["municipalities"]
    )
    return Municipalities(found, stored["source"], stored["as_of"])


def municipality_called(authority: str) -> Municipality | None:
    """The municipality an authority is named after: Gemeente Aalst, Stad Aalst, Aalst; None when it is none of them."""
    name = compared(_KIND.sub("", authority))
    return next((each for each in municipalities().all if compared(each.name) == name), None)
