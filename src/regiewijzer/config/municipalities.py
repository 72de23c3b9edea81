"""The command that makes the data file of municipalities and associations that an authority begins with."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

SOURCE = "Organisatieportaal van Vlaanderen (lblod/app-organization-portal, MIT); NIS: Statbel"
AS_OF = "2023-2024"
MERGERS = 2025
MUNICIPALITY, WELFARE = "Gemeente", "OCMW"
Row = Mapping[str, str]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--source", default=SOURCE, show_default=True, help="Where the files come from.")
@click.option("--as-of", default=AS_OF, show_default=True, help="Of when what they say of members is.")
def municipalities(folder: Path, source: str, as_of: str) -> None:
    """Write municipalities, and the associations each is a member of, as one JSON file.

    FOLDER holds flemish_municipalities_2025.csv, municipality_reference_region.csv, nis_2019_to_2025.csv,
    organisations.csv and memberships.csv. The program reads it from library/content/municipalities.json.
    """
    click.echo(json.dumps(gathered(folder, source, as_of), ensure_ascii=False, indent=0, separators=(",", ":")))


def gathered(folder: Path, source: str, as_of: str) -> dict[str, Any]:
    """What the files say: municipalities of today by name, associations, and who was a member through which of old."""
    rows = {path.stem: list(csv.DictReader(path.open(encoding="utf-8", newline=""))) for path in folder.glob("*.csv")}
    regions = {row["nis"]: row["reference_region"] for row in rows["municipality_reference_region"]}
    today = {row["name_2019_nl"]: row["nis_2025"] for row in rows["nis_2019_to_2025"]}
    of_old = {row["kbo"]: row for row in rows["organisations"]}
    members = _members(rows["memberships"], of_old, today)
    named = sorted({kbo for kbos in members.values() for kbo in kbos}, key=lambda kbo: of_old[kbo]["name"])
    place = {kbo: index for index, kbo in enumerate(named)}
    return {
        "source": source,
        "as_of": as_of,
        "before_mergers_of": MERGERS,
        "associations": [[kbo, of_old[kbo]["name"], of_old[kbo]["classification"]] for kbo in named],
        "municipalities": [
            [
                row["name_nl"], row["nis"], row["province_nl"], regions.get(row["nis"], ""), row["kbo"],
                bool(row["merged_from_nis2019"]), sorted(place[kbo] for kbo in members[row["nis"]]),
            ]
            for row in sorted(rows["flemish_municipalities_2025"], key=lambda row: row["name_nl"])
        ],
    }  # fmt: skip


def _members(rows: Iterable[Row], of_old: Mapping[str, Row], today: Mapping[str, str]) -> dict[str, set[str]]:
    """The associations of each municipality of today, by NIS: its own, of its welfare centre, and of those it was."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        member = of_old[row["member_kbo"]]
        if member["classification"] in (MUNICIPALITY, WELFARE) and member["name"] in today:
            found[today[member["name"]]].add(row["association_kbo"])
    return found
