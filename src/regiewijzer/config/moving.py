"""Commands that move a register in and out, or look at a questionnaire before it is offered."""

import sys
from pathlib import Path

import click
from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext, ngettext

from regiewijzer.config.options import language_option
from regiewijzer.config.scanning import refuse
from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.public import check_file
from regiewijzer.overview.exchange import queries as exchange
from regiewijzer.overview.exchange.actions import RegisterMoved, name_of, save_plan
from regiewijzer.overview.findings.actions import refresh_when_needed
from regiewijzer.register.exchange import wording
from regiewijzer.register.exchange.files.limits import Refused
from regiewijzer.register.exchange.files.reading import files_at, read_files
from regiewijzer.register.exchange.files.writing import zipped

NOT_DONE = 1
authority_option = click.option(
    "--authority", "slug", required=True, help="Address of the authority, as in the browser."
)


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
            refuse(refused)
        except RegisterMoved:
            click.echo(gettext("Somebody changed the register in between. Nothing was saved; try again."), err=True)
            sys.exit(NOT_DONE)
        with inside(authority.pk):
            refresh_when_needed(authority=authority, today=today)
        click.echo(ngettext("Saved: %(rows)s row.", "Saved: %(rows)s rows.", plan.rows) % {"rows": plan.rows})


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


def _authority(slug: str) -> Authority:
    if settings.EMBEDDED is not None:
        settings.EMBEDDED.start()
    found = Authority.objects.filter(slug=slug).first()
    if found is None:
        raise click.ClickException(gettext("No authority has the address “%(slug)s”.") % {"slug": slug})
    return found
