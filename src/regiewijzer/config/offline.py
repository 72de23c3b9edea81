"""The command that looks at a file without a server, an account or a database."""

import gc
from pathlib import Path

import click
from django.utils import timezone, translation
from django.utils.translation import gettext

from regiewijzer.config.options import json_option, language_option, print_object, refuse
from regiewijzer.overview.reports.documents.files_report import board_report
from regiewijzer.overview.scan.public import Scan, as_object, as_page, complaints, scan_path
from regiewijzer.register.exchange.files.limits import OWN_FILE, UPLOAD, Limits, Refused


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Also write a two-page report as PDF.")
@click.option(
    "--min-jaccard",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    help="Least part of all their partners together that two networks must share to be listed.",
)
@click.option("--large", is_flag=True, help="Read a file of any size; only for one that you trust.")
@json_option
@language_option
def scan(path: Path, report: Path | None, min_jaccard: float, large: bool, as_json: bool, language: str) -> None:
    """Look at a workbook, a folder of CSV files, or organisations.csv with memberships.csv.

    Needs no server, no account and no database, and stores nothing. PATH is a file or a folder. Prints what was read,
    the findings and the networks that share at least three partners. Rows with a mistake are named on standard error
    with their cell, and left out. Ends with 2 when the file cannot be read at all.
    """
    collecting = gc.isenabled()
    if large:
        gc.disable()  # millions of rows without a circle among them would be walked over and over
    try:
        _look(path, report, min_jaccard, OWN_FILE if large else UPLOAD, as_json=as_json, language=language)
    finally:
        if collecting:
            gc.enable()


def _look(path: Path, report: Path | None, min_jaccard: float, within: Limits, *, as_json: bool, language: str) -> None:
    with translation.override(language):
        found = _scanned(path, within)
        for complaint in complaints(found):
            click.echo(complaint, err=True)
        if report is not None:
            title = gettext("What stands out in %(file)s") % {"file": path.name}
            report.write_bytes(board_report(found.register, found.findings, title=title))
        if as_json:
            print_object(as_object(found, min_jaccard=min_jaccard))
        else:
            click.echo(as_page(found, min_jaccard=min_jaccard))


def _scanned(path: Path, within: Limits) -> Scan:
    try:
        return scan_path(path, timezone.localdate(), within)
    except Refused as refused:
        refuse(refused)
