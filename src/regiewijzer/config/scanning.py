"""How is a file looked at and told of? And the look that needs the register alone."""

import sys
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from datetime import date
from typing import NoReturn

import click
from django.utils import timezone, translation

from regiewijzer.config.options import print_object
from regiewijzer.overview.scan.facts.two_files import scan_two_files
from regiewijzer.overview.scan.public import Scan, as_object, as_page, complaints
from regiewijzer.register.exchange import wording
from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.files.raw import RawSheet

REFUSED, UNUSABLE = 1, 2
Reading = Future[tuple[RawSheet, ...]]


@click.command("scan-two-files", hidden=True)
def scan_register(
    reading: Reading, min_jaccard: float, skip_bad: bool, as_json: bool, language: str, **_asked: object
) -> None:
    """Look at organisations.csv with memberships.csv."""
    with translation.override(language):
        found = look(reading, scan_two_files)
        print_scan(found, min_jaccard, as_json)
    end(found, skip_bad)


def look(reading: Reading, scan: Callable[[Iterable[RawSheet], date], Scan]) -> Scan:
    """What is found in a file that is being read; what is wrong in it is told at once."""
    try:
        found = scan(reading.result(), timezone.localdate())
    except Refused as refused:
        refuse(refused)
    for complaint in complaints(found):
        click.echo(complaint, err=True)
    if not found.rows:
        refuse(Refused(Reason.NO_ROW))
    return found


def print_scan(found: Scan, min_jaccard: float, as_json: bool) -> None:
    if as_json:
        print_object(as_object(found, min_jaccard=min_jaccard))
    else:
        click.echo(as_page(found, min_jaccard=min_jaccard))


def end(found: Scan, skip_bad: bool) -> None:
    """Let a program know that something of ours was refused, unless it said to go on."""
    if found.mistakes and not skip_bad:
        sys.exit(REFUSED)


def refuse(refused: Refused) -> NoReturn:
    """Say why the file cannot be read, and end."""
    click.echo(wording.refusal(refused), err=True)
    sys.exit(UNUSABLE)
