"""Commands that move a register in and out, or look at a file or a form without a server."""

import json
import sys
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.public import check_file
from regiewijzer.overview.exchange import queries as exchange
from regiewijzer.overview.exchange.actions import RegisterMoved, name_of, save_plan
from regiewijzer.overview.findings.actions import refresh_when_needed
from regiewijzer.overview.reports.documents.files_report import board_report
from regiewijzer.overview.scan.public import (
    Scan,
    advice_as_object,
    advice_as_page,
    as_object,
    as_page,
    complaints,
    scan_path,
)
from regiewijzer.register.exchange import wording
from regiewijzer.register.exchange.files.limits import Refused
from regiewijzer.register.exchange.files.reading import files_at, read_files
from regiewijzer.register.exchange.files.writing import zipped
from regiewijzer.science.governance import Conditions

UNUSABLE, NOT_DONE = 2, 1
LANGUAGES = [code for code, _name in settings.LANGUAGES]

language_option = click.option(
    "--language", type=click.Choice(LANGUAGES), default="nl", show_default=True, help="Language of the sentences."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
authority_option = click.option(
    "--authority", "slug", required=True, help="Address of the authority, as in the browser."
)


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
@json_option
@language_option
def scan(path: Path, report: Path | None, min_jaccard: float, as_json: bool, language: str) -> None:
    """Look at a workbook, a folder of CSV files, or organisations.csv with memberships.csv.

    Needs no server, no account and no database, and stores nothing. PATH is a file or a folder. Prints what was read,
    the findings and the networks that share at least three partners. Rows with a mistake are named on standard error
    with their cell, and left out. Ends with 2 when the file cannot be read at all.
    """
    with translation.override(language):
        found = _scanned(path)
        for complaint in complaints(found):
            click.echo(complaint, err=True)
        if report is not None:
            title = gettext("What stands out in %(file)s") % {"file": path.name}
            report.write_bytes(board_report(found.register, found.findings, title=title))
        if as_json:
            _print_object(as_object(found, min_jaccard=min_jaccard))
        else:
            click.echo(as_page(found, min_jaccard=min_jaccard))


@click.command()
@click.option("--trust", type=click.FloatRange(0, 1), help="Trust among the members, from 0 to 1.")
@click.option("--participants", type=click.IntRange(0), help="Number of organisations in the network.")
@click.option("--consensus", type=click.FloatRange(0, 1), help="Agreement on the goal, from 0 to 1.")
@click.option("--need", type=click.FloatRange(0, 1), help="Need for network competences, from 0 to 1.")
@click.option("--trust-in-lead", type=click.FloatRange(0, 1), help="Trust in who leads, from 0 to 1.")
@json_option
@language_option
def form(as_json: bool, language: str, **measured: Any) -> None:
    """Advise a governance form after Provan and Kenis (2008).

    The advice is the lightest form without a shortage, or none. What you leave out was not measured: a form that needs
    it neither fits nor is short, unless something else is short already.
    """
    conditions = Conditions(**measured)
    with translation.override(language):
        if as_json:
            _print_object(advice_as_object(conditions))
        else:
            click.echo(advice_as_page(conditions))


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@authority_option
@click.option("--yes", is_flag=True, help="Save what is shown. Without this nothing is saved.")
@click.option("--without-bad-rows", is_flag=True, help="Save the good rows although others have mistakes.")
@language_option
def import_(path: Path, slug: str, yes: bool, without_bad_rows: bool, language: str) -> None:
    """Bring a workbook, a folder of CSV files or the two-file form into the register of an authority.

    First shows what is new, what changes, and every mistake with its cell. Saves only with --yes, all or nothing.
    Ends with 1 when there are mistakes and nothing was saved, with 2 when the file cannot be read at all.
    """
    authority = _authority(slug)
    today = timezone.localdate()
    with translation.override(language):
        try:
            files = files_at(path)
            raws = read_files(files)
            with inside(authority.pk):
                plan = exchange.planned(raws, today)
                click.echo(wording.plan_in_words(plan))
                if plan.mistakes and not without_bad_rows:
                    sys.exit(NOT_DONE)
                if not yes:
                    return
                name = path.name if path.is_dir() else name_of([file for file, _data in files])
                save_plan(plan=plan, digest=plan.digest, actor=Actor(authority.pk), today=today, file=name)
        except Refused as refused:
            _refuse(refused)
        except RegisterMoved:
            click.echo(gettext("Somebody changed the register in between. Nothing was saved; try again."), err=True)
            sys.exit(NOT_DONE)
        with inside(authority.pk):
            refresh_when_needed(authority=authority, today=today)
        click.echo(gettext("Saved: %(rows)s rows.") % {"rows": plan.rows})


@click.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@authority_option
def export_(path: Path, slug: str) -> None:
    """Write the register of an authority to PATH.

    A name that ends in .xlsx becomes a workbook, one that ends in .zip a zip file with CSV files, any other a folder
    with CSV files. The import reads each of them back without a change.
    """
    authority = _authority(slug)
    with inside(authority.pk):
        if path.suffix.lower() == ".xlsx":
            path.write_bytes(exchange.export_workbook())
            return
        files = exchange.export_csv()
    if path.suffix.lower() == ".zip":
        path.write_bytes(zipped(files))
        return
    path.mkdir(parents=True, exist_ok=True)
    for name, data in files:
        (path / name).write_bytes(data)


@click.command("check-questionnaire")
@click.argument("path", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@language_option
def check_questionnaire(path: Path, language: str) -> None:
    """Look at a questionnaire in a YAML file before it is offered.

    Names every mistake with its line. Ends with 1 when there is one. Needs no server, no account and no database.
    """
    with translation.override(language):
        faults = check_file(path, path.name)
        for fault in faults:
            click.echo(fault, err=True)
        if faults:
            sys.exit(NOT_DONE)
        click.echo(gettext("“%(file)s” can be used.") % {"file": path.name})


commands: tuple[click.Command, ...] = (scan, form, import_, export_, check_questionnaire)


def _scanned(path: Path) -> Scan:
    try:
        return scan_path(path, timezone.localdate())
    except Refused as refused:
        _refuse(refused)
        raise  # never reached; tells the reader of types that nothing comes back


def _refuse(refused: Refused) -> None:
    click.echo(wording.refusal(refused), err=True)
    sys.exit(UNUSABLE)


def _authority(slug: str) -> Authority:
    if settings.EMBEDDED is not None:
        settings.EMBEDDED.start()
    found = Authority.objects.filter(slug=slug).first()
    if found is None:
        raise click.ClickException(gettext("No authority has the address “%(slug)s”.") % {"slug": slug})
    return found


def _print_object(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
