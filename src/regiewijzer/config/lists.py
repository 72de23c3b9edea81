"""The command that reads somebody's own list, without a server, an account or a database."""

import json
import sys
from pathlib import Path
from typing import NoReturn

import click
from django.utils import timezone, translation
from django.utils.translation import gettext

from regiewijzer.config.options import json_option, language_option, print_object
from regiewijzer.register.exchange.files.limits import Refused
from regiewijzer.register.exchange.files.reading import files_at, read_files
from regiewijzer.register.exchange.lists import wording
from regiewijzer.register.exchange.lists.proposal import Chosen, chosen_in
from regiewijzer.register.exchange.lists.reading import propose
from regiewijzer.register.exchange.wording import refusal

UNUSABLE = 2


@click.command()
@click.argument("path", metavar="LIST", type=click.Path(path_type=Path))
@click.option(
    "--mapping",
    type=click.Path(path_type=Path, dir_okay=False),
    help="JSON with sheet, heading and becomes for columns that mean something else, as --json gives it.",
)
@json_option
@language_option
def read(path: Path, mapping: Path | None, as_json: bool, language: str) -> None:
    """Read somebody's own list of networks, whatever its headings.

    LIST is a workbook (.xlsx or .ods), a CSV file, or a text file with cells between tabs. Prints what each column
    means and why, the networks, organisations and contacts, and what should be asked. Stores nothing. Ends with 2 when
    there is no network in it.
    """
    with translation.override(language):
        try:
            sheets = read_files(files_at(path))
        except Refused as refused:
            _refuse(refusal(refused))
        found = propose(sheets, today=timezone.localdate(), chosen=_chosen(mapping))
        if as_json:
            print_object(found.to_json())
        elif not found.problem:
            click.echo(wording.as_page(found))
        if found.problem:
            _refuse(wording.problem(found))


def _chosen(mapping: Path | None) -> Chosen:
    if mapping is None:
        return {}
    try:
        return chosen_in(json.loads(mapping.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, ValueError) as wrong:
        _refuse(gettext("“%(file)s” is no mapping: %(wrong)s") % {"file": mapping.name, "wrong": wrong})


def _refuse(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(UNUSABLE)
