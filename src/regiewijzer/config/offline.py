"""The command that looks at a file without a server, an account or a database."""

import gc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from regiewijzer.config.command import COMMANDS, loaded
from regiewijzer.config.options import Share, json_option, language_option
from regiewijzer.register.exchange.files.limits import OWN_FILE, UPLOAD, Limits
from regiewijzer.register.exchange.files.pairs import may_be_two_files
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.files.reading import files_at, read_files


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Also write a two-page report as PDF.")
@click.option(
    "--min-jaccard",
    type=Share(),
    default=0.5,
    show_default=True,
    help="Least part of all their partners together that two networks must share to be listed.",
)
@click.option("--large", is_flag=True, help="Read a file of any size; only for one that you trust.")
@click.option("--skip-bad", is_flag=True, help="End with 0 although rows were refused; they are left out either way.")
@json_option
@language_option
@click.pass_context
def scan(context: click.Context, /, path: Path, report: Path | None, large: bool, **_asked: object) -> None:
    """Look at a workbook, a folder of CSV files, or organisations.csv with memberships.csv.

    Needs no server, no account and no database, and stores nothing. PATH is a file or a folder. Prints what was read,
    the findings and the networks that share at least three partners. Rows with a mistake are named on standard error
    with their cell, and left out. Sheets and columns that are not ours are named there too.

    Ends with 0 when everything of ours was read, whatever else is in the file; with 1 when a row, heading or sheet of
    ours was refused, unless --skip-bad; with 2 when no row could be read at all.
    """
    name = "scan-two-files" if report is None and may_be_two_files(path) else "scan-sheets"
    collecting = gc.isenabled()
    gc.disable()  # what is read is kept to the end and has no circles; it would be walked over and over
    try:
        with ThreadPoolExecutor(1) as beside:  # another process reads the file while this one loads what it needs
            reading = beside.submit(_read, path, OWN_FILE if large else UPLOAD)
            context.invoke(loaded(COMMANDS[name]), reading=reading, **context.params)
    finally:
        if collecting:
            gc.freeze()  # nor is it walked over when the program ends
            gc.enable()


def _read(path: Path, within: Limits) -> tuple[RawSheet, ...]:
    return read_files(files_at(path, within), within)
