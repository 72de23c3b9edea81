"""Commands for whoever looks after the program: authorities, accounts, the secret key, and what is wrong."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import click
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from regiewijzer.config import backup, diagnosis, one_authority
from regiewijzer.config.serving import (
    KEY_FILE_RIGHTS,
    hold_data_folder,
    in_new_process,
    owner_place,
    refuse,
    start_embedded,
)
from regiewijzer.foundation.accounts.models import Position, User
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.team import actions
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange.queries import export_workbook
from regiewijzer.register.exchange.files.writing import zipped

LENGTH_OF_KEY = 50
WORKBOOK = "register.xlsx"
yes_option = click.option("--yes", is_flag=True, help="Do not ask again; for a script.")
email_argument = click.argument("email")


@click.command()
def authorities() -> None:
    """Show every local authority.

    Its address, its name, how many people work there, and when it was made.
    """
    start_embedded()
    found = list(Authority.objects.all())
    if not found:
        click.echo('There is none yet. Make one: regiewijzer authority SLUG "NAME" E-MAIL')
    for each in found:
        people = Position.objects.active().filter(authority=each).count()
        example = ", example" if each.is_example else ""
        click.echo(f"{each.slug}: {each.name}, people: {people}, since {each.created_at:%Y-%m-%d}{example}")


@click.command("authority-export")
@click.argument("slug")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def authority_export(slug: str, file: Path) -> None:
    """Write everything of one authority to FILE, a zip that others can read: the workbook and a CSV of every table.

    Without passwords, codes and what people answered under a promise. To bring it back as it was, make a backup.
    """
    if file.exists():
        raise click.ClickException(f"{file} is there already; an export writes over nothing.")
    found = _authority(slug)
    with inside(found.pk):
        workbook = export_workbook()
    try:
        tables = one_authority.tables_for_reading(owner_place(), slug)
        file.touch(mode=KEY_FILE_RIGHTS)
        file.write_bytes(zipped([(WORKBOOK, workbook), *((f"tables/{name}", data) for name, data in tables)]))
    except (backup.Unusable, OSError) as reason:
        raise click.ClickException(str(reason)) from reason
    click.echo(f"{file}: the workbook and {len(tables)} tables of {found.name}.")


@click.command("authority-delete")
@click.argument("slug")
@click.option("--confirm", prompt="Everything of it goes for good. Type the address again", help="The same SLUG.")
def authority_delete(slug: str, confirm: str) -> None:
    """Delete a local authority with all it holds, and the people who work nowhere else.

    Prints of every table how many rows are left of it, and ends with 1 when that is not 0. Backups that were made
    before still hold it, until you throw them away.
    """
    found = _authority(slug)
    if confirm != slug:
        raise click.ClickException("That is another address. Nothing was deleted.")
    number = found.pk
    in_new_process("delete-authority", str(number), AS_OWNER="1")
    left = one_authority.left_of(owner_place(), number)
    for table, rows in left.items():
        click.echo(f"{table}: {rows}")
    if any(left.values()):
        raise click.ClickException(f"Something of {slug} is left.")
    click.echo(f"Nothing is left of {slug} in {len(left)} tables. Backups of before still hold it.")


@click.command("delete-authority", hidden=True)
@click.argument("number", type=int)
def delete_authority(number: int) -> None:
    """Runs as the owner: the audit trail refuses anybody else."""
    with transaction.atomic():
        actions.delete_authority(authority=Authority.objects.get(pk=number))
        DBTaskResult.objects.filter(args_kwargs__args__0=number).delete()


@click.command("account-disable")
@email_argument
@click.option("--undo", is_flag=True, help="Let the account in again.")
def account_disable(email: str, undo: bool) -> None:
    """Let an account in no more, and end its sessions. What its owner did stays; its authorities can read it.

    An authority keeps no administrator by this: it is told when the account was the last one.
    """
    user = _account(email)
    actions.set_account(user=user, active=undo)
    if undo:
        click.echo(f"{user.email} can log in again.")
        return
    click.echo(f"{user.email} is logged out everywhere and cannot log in any more.")
    for each in without_administrator(user):
        click.echo(f"{each.name} ({each.slug}) has no other administrator.", err=True)


@click.command("account-reset-two-steps")
@email_argument
@yes_option
def account_reset_two_steps(email: str, yes: bool) -> None:
    """Forget the second steps of somebody who lost them.

    Their sessions end; the password stays. Be sure who asks: call back at a number you already had.
    """
    user = _account(email)
    if not yes:
        click.confirm(f"Are you sure that {user.name} <{user.email}> asks this?", abort=True)
    forgotten = actions.forget_two_steps(user=user)
    if not forgotten:
        click.echo(f"{user.email} had no second steps; the sessions ended.")
    else:
        click.echo(f"{user.email} logs in with the password alone, and should set up two steps again.")


@click.command("secret-rotate")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def secret_rotate(file: Path) -> None:
    """Make a new SECRET_KEY in FILE, encrypt with it what the old one kept closed.

    Every session ends. The program must be stopped. Afterwards let SECRET_KEY_FILE name FILE, or copy it to SECRET_KEY.
    """
    refuse([*hold_data_folder(settings.DATA_DIR), *_faults_of_key()])
    start_embedded()
    if file.exists():
        raise click.ClickException(f"{file} is there already; a new key writes over nothing.")
    new = secrets.token_urlsafe(LENGTH_OF_KEY)
    try:
        file.touch(mode=KEY_FILE_RIGHTS)
        file.write_text(f"{new}\n")
    except OSError as reason:
        raise click.ClickException(f"{file} cannot be written: {reason.strerror}. Nothing was changed.") from reason
    try:
        changed, ended = actions.change_key(old=settings.SECRET_KEY, new=new)
    except InvalidToken as reason:
        file.unlink()
        raise click.ClickException(
            "The secrets of second steps were encrypted with another SECRET_KEY than this one. Nothing was changed."
        ) from reason
    click.echo(f"Encrypted again: {changed}. Sessions ended: {ended}.")
    click.echo(f"Before you start the program, set SECRET_KEY_FILE={file.resolve()} and take the old key away.")


@click.command()
def doctor() -> None:
    """Say what is wrong with this installation.

    Each in a sentence, with what to do. Ends with 1 when anything is.
    """
    start_embedded()
    found = [*diagnosis.complaints()]
    for each in found:
        click.echo(f"- {each}")
    if found:
        raise SystemExit(1)
    click.echo("Nothing wrong was found.")


def without_administrator(user: User) -> Iterator[Authority]:
    """The authorities in which nobody but this person is administrator."""
    for position in user.positions.filter(ended_at=None, role="administrator").select_related("authority"):
        others = Position.objects.active().filter(authority=position.authority_id, role="administrator")
        if not others.exclude(user=user).exists():
            yield position.authority


def _faults_of_key() -> Iterator[str]:
    if not settings.SECRET_KEY_GIVEN:
        yield "SECRET_KEY is missing: there is no key to change. Make one of fifty characters or more."


def _authority(slug: str) -> Authority:
    start_embedded()
    found = Authority.objects.filter(slug=slug).first()
    if found is None:
        raise click.ClickException(f"No authority has the address “{slug}”. `regiewijzer authorities` shows them all.")
    return found


def _account(email: str) -> User:
    start_embedded()
    found = User.objects.filter(email__iexact=email).first()
    if found is None:
        raise click.ClickException(f"Nobody has an account with the address {email}.")
    return found
