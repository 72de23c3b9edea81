"""The commands that advise on partners at a table and on roles, from a file: no server, no account, no database."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from django.utils import translation
from django.utils.translation import gettext

from regiewijzer.config.options import json_option, language_option, print_object
from regiewijzer.config.scanning import REFUSED, refuse
from regiewijzer.register.exchange import wording
from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.files.reading import files_at, read_files
from regiewijzer.register.exchange.sheets.recognising import Read, read_sheets
from regiewijzer.register.exchange.sheets.sheet import Sheet
from regiewijzer.register.exchange.tables.arena import ARENA, NEEDED, OFFERS, ROLES, Arena, arenas, offers, places
from regiewijzer.science.cover import Cover, Shortage, Table, cover
from regiewijzer.science.staffing import MOST_ROLES, Place
from regiewijzer.science.staffing import staff as staffing

path_argument = click.argument("path", type=click.Path(path_type=Path))
skip_bad_option = click.option(
    "--skip-bad", is_flag=True, help="End with 0 although rows were refused; they are left out either way."
)


@click.command()
@path_argument
@skip_bad_option
@json_option
@language_option
def arena(path: Path, skip_bad: bool, as_json: bool, language: str) -> None:
    """Find the smallest good table of each phase of a network.

    PATH is a workbook or a folder of CSV files with the sheets Arena (Netwerk, Fase, Partner, Bijdrage, Belang,
    Vervangbaar, Verplicht) and Nodig (Netwerk, Fase, Bijdrage, Aantal, Hoogstens). Prints how much hangs on each
    partner, and the fewest partners with whom every contribution has its holders; required ones always sit there.

    Ends with 0 when every row was read; with 1 when one was refused, unless --skip-bad; with 2 when none could be read.
    """
    with translation.override(language):
        read = _read(path, (ARENA, NEEDED))
        found = arenas(read)
        _complain(read, empty=not found)
        covered = [(each, cover([placed.candidate for placed in each.placed], each.needs, each.most)) for each in found]
        if as_json:
            print_object({"rows": [row for each in found for row in _rows(each)], "cover": list(map(_cover, covered))})
        else:
            click.echo("\n".join(line for each in covered for line in _lines(*each)))
        _end(read, skip_bad)


@click.command()
@path_argument
@click.option(
    "--most",
    type=click.IntRange(0),
    default=MOST_ROLES,
    show_default=True,
    help="Roles of one person, over all networks.",
)
@skip_bad_option
@json_option
@language_option
def staff(path: Path, most: int, skip_bad: bool, as_json: bool, language: str) -> None:
    """Divide the roles of networks over who offers them.

    PATH is a workbook or a folder of CSV files with the sheets Aanbod (Persoon, Rol, Wens: graag or leren) and Rollen
    (Netwerk, Rol). As many roles as can be are covered, then as many as can be by who likes to do it, then the heaviest
    load is as light as can be. Nobody gets a role that nobody offered.

    Ends with 0 when every row was read; with 1 when one was refused, unless --skip-bad; with 2 when none could be read.
    """
    with translation.override(language):
        read = _read(path, (OFFERS, ROLES))
        offered, (asked, spelt) = offers(read), places(read)
        _complain(read, empty=not (offered or asked))
        found = staffing(offered, asked, most)
        if as_json:
            assigned = [{**_place(place, spelt), "person": person} for place, person in found.assigned]
            uncovered = [_place(place, spelt) for place in found.uncovered]
            print_object(
                {"assigned": assigned, "uncovered": uncovered, "load": dict(found.load), "proven": found.proven}
            )
        else:
            for place, person in found.assigned:
                click.echo(f"{place.network}, {spelt[place.role]}: {person}")
            nobody = gettext("nobody")
            for place in found.uncovered:
                click.echo(f"{place.network}, {spelt[place.role]}: {nobody}")
        _end(read, skip_bad)


def _read(path: Path, sheets: Sequence[Sheet]) -> Read:
    try:
        return read_sheets(sheets, read_files(files_at(path)))
    except Refused as refused:
        refuse(refused)


def _complain(read: Read, *, empty: bool) -> None:
    for reading in read.readings.values():
        for mistake in reading.mistakes:
            click.echo(wording.sentence(mistake), err=True)
        for remark in reading.remarks:
            click.echo(wording.remark(remark), err=True)
    for remark in read.remarks:
        click.echo(wording.remark(remark), err=True)
    if empty:
        refuse(Refused(Reason.NO_ROW))


def _end(read: Read, skip_bad: bool) -> None:
    if any(reading.mistakes for reading in read.readings.values()) and not skip_bad:
        sys.exit(REFUSED)


def _rows(arena: Arena) -> Iterable[dict[str, Any]]:
    for placed in arena.placed:
        yield {
            "network": arena.network,
            "phase": arena.phase,
            "partner": placed.partner,
            "dependence": placed.standing and placed.standing.dependence,
            "rank": placed.standing and placed.standing.rank,
        }


def _cover(covered: tuple[Arena, Cover]) -> dict[str, Any]:
    arena, found = covered
    return {
        "network": arena.network,
        "phase": arena.phase,
        "size": len(found.table),
        "partners": _names(arena, found.table),
        "uncovered": [shortage.contribution for shortage in found.shortages],
        "proven": found.proven,
        "alternatives": [_names(arena, table) for table in found.alternatives],
        "all_alternatives": found.all_alternatives,
        "why": list(_why(arena, found)),
    }


def _names(arena: Arena, table: Table) -> list[str]:
    return [arena.placed[place].partner for place in table]


def _why(arena: Arena, found: Cover) -> Iterable[str]:
    """What is impossible, and why."""
    if found.over:
        numbers = {"required": len(found.table), "most": arena.most}
        yield gettext("%(required)s partners are required and at most %(most)s may sit there.") % numbers
    if not arena.needs:
        yield gettext("Nobody wrote which contributions are needed: only required partners sit at this table.")
    yield from (_shortage(arena, shortage) for shortage in found.shortages)


def _shortage(arena: Arena, shortage: Shortage) -> str:
    numbers = {
        "contribution": shortage.contribution,
        "wanted": shortage.wanted,
        "existing": shortage.existing,
        "seated": shortage.seated,
        "most": arena.most,
    }
    if not shortage.existing:
        return gettext("Nobody brings %(contribution)s.") % numbers
    if shortage.seated < min(shortage.wanted, shortage.existing):
        return (
            gettext(
                "%(contribution)s: %(seated)s of the %(wanted)s wanted fit at a table of at most %(most)s partners."
            )
            % numbers
        )
    return gettext("%(contribution)s: %(wanted)s wanted, and only %(existing)s bring it.") % numbers


def _lines(arena: Arena, found: Cover) -> Iterable[str]:
    partners = ", ".join(_names(arena, found.table)) or gettext("nobody")
    yield f"{arena.network}, {arena.phase}: {partners}"
    yield from (f"  - {sentence}" for sentence in _why(arena, found))
    if found.alternatives:
        yield "  " + gettext("Tables that are worth the same:")
        yield from (f"    {', '.join(_names(arena, table))}" for table in found.alternatives)


def _place(place: Place, spelt: Mapping[str, str]) -> dict[str, str]:
    return {"network": place.network, "role": spelt[place.role]}
