"""Commands that run the program and look after its database."""

import fcntl
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from socket import AF_INET, AF_INET6, SO_REUSEADDR, SOL_SOCKET, socket
from typing import NoReturn

import click
import dj_database_url
import psycopg
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.urls import reverse
from django.utils import timezone

from regiewijzer.config import backup, checks, messages, one_authority, roles
from regiewijzer.config.daily import once
from regiewijzer.config.embedded import SUPERUSER, DatabaseDoesNotStart
from regiewijzer.foundation.audit.actions import keep_heads
from regiewijzer.foundation.audit.queries import heads_in
from regiewijzer.foundation.team.actions import first_administrator
from regiewijzer.overview.example.actions import build_example_if_missing, remove_example

KEY_FILE_RIGHTS = 0o600


@click.command()
@click.option("--port", default=settings.PORT, show_default=True, help="Where to listen.")
@click.option("--live-port", type=int, help="Where streams of workshops come from; the next port unless you say.")
@click.option(
    "--host",
    default=settings.HOST,
    show_default=True,
    help="Address to listen on; loopback unless a proxy stands in front.",
)
def run(port: int, live_port: int | None, host: str) -> None:
    """Serve the program: database, migrations, pages, live streams and tasks. Ctrl-C stops it."""
    streams = live_port or (settings.LIVE_PORT if port == settings.PORT else port + 1)
    refuse([*faults_of_ports(host, port, streams), *hold_data_folder(settings.DATA_DIR)])
    if settings.EXAMPLE:
        refuse([*checks.faults_in_example(host)])
        _keep_key()
        _prepare_database()
        in_new_process("example", "--if-missing")
    else:
        refuse([*checks.faults_in_settings()])
        _prepare_database()
        refuse(checks.faults())
    click.echo(f"Regiewijzer: http://{host}:{port}")
    os.environ.update(PORT=str(port), LIVE_PORT=str(streams), HOST=host)
    _become_supervisor(host, port, streams)


@click.command()
def migrate() -> None:
    """Bring the tables up to date, as the role that owns them."""
    _prepare_database()


@click.command()
def check() -> None:
    """Judge the settings for production; each unsafe one gets a sentence, and the command then fails."""
    start_embedded()
    refuse(checks.faults())
    click.echo("These settings are safe for production.")


@click.command()
@click.argument("administrator")
def prepare(administrator: str) -> None:
    """Make the roles and the database on a PostgreSQL server.

    ADMINISTRATOR is a connection string of a superuser, such as "host=/var/run/postgresql user=postgres". Names and
    passwords come from DATABASE_URL, DATABASE_OWNER_URL and, when it is there, DATABASE_BACKUP_URL.
    """
    refuse([*faults_of_urls()])
    passwords = {database["USER"]: database["PASSWORD"] for database in settings.DATABASE_USERS}
    try:
        roles.prepare(administrator, _database(), passwords)
    except psycopg.OperationalError as reason:
        raise click.ClickException(
            f"The server does not let this account in as administrator: {str(reason).splitlines()[0]} On Debian run "
            "the command as the account postgres, or give a password in ADMINISTRATOR."
        ) from reason
    for role in roles.ATTRIBUTES:
        click.echo(f"{role}: {'with the password of the settings' if passwords.get(role) else 'without a password'}")
    click.echo(f"Roles and the database {_database()} are ready. Next: regiewijzer migrate")


def faults_of_urls() -> Iterator[str]:
    """Why the settings do not say which database on a server is meant: then none is made, and none guessed."""
    found = {name: dict(dj_database_url.parse(url)) for name, url in settings.DATABASE_URLS.items() if url}
    for name, role in (("DATABASE_URL", roles.PROGRAM), ("DATABASE_OWNER_URL", roles.OWNER)):
        if name not in found:
            yield (
                f"{name} is missing: say which database is meant, such as postgresql://{role}:...@db/regiewijzer, in "
                f"the environment or in {settings.SETTINGS_FILE}."
            )
        elif found[name]["USER"] != role:
            yield f"{name} names the role {found[name]['USER'] or '(none)'}; this command makes {role}."
    if len({database["NAME"] for database in found.values()}) > 1:
        yield "DATABASE_URL and DATABASE_OWNER_URL name different databases."


@click.command()
@click.option("--if-missing", is_flag=True, help="Say nothing when it is already there.")
@click.option("--remove", is_flag=True, help="Take the example authorities away instead.")
def example(*, if_missing: bool, remove: bool) -> None:
    """Build the example: Vliermonde, a town that does not exist, with two years of history."""
    start_embedded()
    if remove:
        in_new_process("remove-example", AS_OWNER="1")
        return
    made = build_example_if_missing(today=timezone.localdate())
    if not if_missing:
        click.echo("Vliermonde is ready." if made else "Vliermonde was already there.")


@click.command("remove-example", hidden=True)
def take_example_away() -> None:
    """Runs as the owner: the audit trail refuses anybody else."""
    click.echo(f"{remove_example()} example authorities removed.")


@click.command()
@click.argument("slug")
@click.argument("name")
@click.argument("email")
def authority(slug: str, name: str, email: str) -> None:
    """Make a local authority and print the invitation of its first administrator.

    SLUG is the first word of its addresses, such as vliermonde.
    """
    start_embedded()
    try:
        _authority, code = first_administrator(slug=slug, name=name, email=email)
    except ValidationError as wrong:
        raise click.ClickException(" ".join(wrong.messages)) from wrong
    click.echo(f"{name} is there. Pass this link on to {email}; it works once, for seven days:")
    click.echo(settings.PUBLIC_URL + reverse("invitation", args=[code]))


authority_option = click.option("--authority", "slug", help="Only this one: its address, as in the browser.")
administrator_option = click.option(
    "--administrator",
    default="",
    help='Connection string of a superuser, such as "host=/var/run/postgresql user=postgres". Not needed for the '
    "embedded database.",
)


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@authority_option
@administrator_option
def backup_(file: Path, slug: str | None, administrator: str) -> None:
    """Write everything to FILE, checked against what the tables hold.

    The program may go on meanwhile. With --authority it is one authority and the accounts of its people. Passwords and
    second steps are in it as the database keeps them: look after the file as you do after the database.
    """
    made_at = timezone.now().isoformat(timespec="seconds")
    try:
        if slug:
            start_embedded()
            manifest = one_authority.write(owner_place(), slug, file, made_at)
        else:
            manifest = backup.back_up(administrator_place(administrator), _database(), file, made_at)
    except FileExistsError as reason:
        raise click.ClickException(f"{file} is there already; a backup writes over nothing.") from reason
    except (backup.Unusable, OSError) as reason:
        raise click.ClickException(str(reason)) from reason
    rows = sum(int(count) for count, _sum in manifest.tables.values())
    click.echo(f"{file}: {len(manifest.tables)} tables, {rows} rows, PostgreSQL {manifest.server}.")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@authority_option
@administrator_option
def restore_(file: Path, slug: str | None, administrator: str) -> None:
    """Bring a backup back in place of what is there, which stays under another name.

    The program must be stopped. Nothing is touched before the file was checked and what came back is the same. With
    --authority, or from a backup of one, only that one goes back to what it was; what it became since is gone.
    """
    refuse([*hold_data_folder(settings.DATA_DIR)])
    try:
        manifest = backup.checked(file)
        refuse([*faults_of_version({(app, name) for app, name in manifest.migrations})])
        if slug or manifest.authority:
            _restore_one(slug or manifest.authority or "", file, manifest, administrator)
            return
        aside = f"{_database()}_before_{timezone.now():%Y%m%d_%H%M%S}"
        backup.restore(administrator_place(administrator), _database(), file, aside)
    except (backup.Unusable, OSError) as reason:
        raise click.ClickException(str(reason)) from reason
    click.echo(f"{file} is back, as it was on {manifest.made_at}. What was there is kept as the database {aside}.")
    click.echo("Next: regiewijzer migrate, and start the program.")


def _restore_one(slug: str, file: Path, manifest: backup.Manifest, administrator: str) -> None:
    """From a backup of that authority, or from one of everything, opened beside the database."""
    if manifest.authority not in (None, slug):
        raise backup.Unusable(f"{file} holds {manifest.authority}, not {slug}. Nothing was changed.")
    start_embedded()
    if manifest.authority:
        one_authority.read(owner_place(), file)
    else:
        with (
            tempfile.TemporaryDirectory() as folder,
            backup.opened(administrator_place(administrator), _database(), file) as there,
        ):
            one_authority.write(there, slug, part := Path(folder) / "part.zip", manifest.made_at)
            one_authority.read(owner_place(), part)
    with connection.cursor() as cursor:  # its trail is from now on that of the backup
        cursor.execute("select id from authorities_authority where slug = %s", [slug])
        (number,) = cursor.fetchone()
    heads = {authority: link for authority, link in heads_in(settings.DATA_DIR).items() if authority != number}
    keep_heads(settings.DATA_DIR, heads)
    click.echo(f"{slug} is back, as it was on {manifest.made_at}. Next: start the program.")


def owner_place() -> str:
    """How to reach the database as the owner of the tables."""
    if settings.EMBEDDED is not None:
        return f"host={settings.EMBEDDED.host} user={roles.OWNER} dbname={_database()}"
    return str(settings.DATABASE_OWNER_URL or settings.DATABASE_URL)


def _database() -> str:
    return str(settings.DATABASES["default"]["NAME"])


def administrator_place(given: str) -> str:
    """How to reach the server as one who passes the wall."""
    if settings.EMBEDDED is not None:
        start_embedded()
        return f"host={settings.EMBEDDED.host} user={SUPERUSER}"
    if not given:
        raise click.ClickException(
            'This database is on a server: say who may read all of it, with --administrator "host=... user=postgres".'
        )
    return given


@click.command()
def daily() -> None:
    """What the day changes: compute findings again where facts grew old or a decision is due. For a timer."""
    start_embedded()
    click.echo(f"Findings computed again for {once()} authorities.")


@click.command()
@click.option("--gather", is_flag=True, help="Also gather new texts from templates and code into locale/.")
def texts(gather: bool) -> None:
    """Make the Dutch and English texts ready to read."""
    if gather:
        click.echo(messages.gather())
    click.echo(messages.compile_all())


@click.command()
def collect() -> None:
    """Gather, hash and compress the style sheets, scripts and fonts."""
    call_command("collectstatic", interactive=False, verbosity=0)


def faults_of_ports(host: str, *ports: int) -> Iterator[str]:
    """What stands in the way of listening there. Two programs could else share a port, each with its own database."""
    for port in ports:
        with closing(socket(AF_INET6 if ":" in host else AF_INET)) as trial:
            trial.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)  # one that has just stopped is not in the way
            try:
                trial.bind((host, port))
            except OSError as reason:
                yield (
                    f"Port {port} of {host} cannot be used: {reason.strerror or reason}. Stop the program that listens "
                    "there, or give another with PORT=8010 or --port 8010 (the next number is for live streams)."
                )


def hold_data_folder(folder: Path) -> Iterator[str]:
    """What stands in the way of being the one program of this folder. The lock goes along into the supervisor."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(folder / "program.lock", os.O_RDWR | os.O_CREAT, KEY_FILE_RIGHTS)
    except OSError as reason:
        yield f"The data folder {folder} cannot be written: {reason.strerror}. Choose another with DATA_DIR."
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        yield f"Regiewijzer already runs with the data folder {folder}. Stop that one, or choose another with DATA_DIR."
        return
    os.set_inheritable(lock, True)


def _become_supervisor(host: str, port: int, live_port: int) -> NoReturn:
    """This process goes on as the one that watches the others, without the program that made everything ready."""
    data = [str(settings.DATA_DIR)] if settings.EMBEDDED else []
    arguments = [host, str(port), str(live_port), str(settings.WORKERS), *data]
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "regiewijzer.config.supervise", *arguments])  # noqa: S606 - nor do we want one


def refuse(faults: list[str]) -> None:
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        sys.exit(1)


def start_embedded() -> None:
    if settings.EMBEDDED is None:
        return
    try:
        settings.EMBEDDED.start()
    except DatabaseDoesNotStart as reason:
        raise click.ClickException(str(reason)) from reason


def _prepare_database() -> None:
    """Embedded: start it and make its roles. Then migrate in a process of its own, as the owner."""
    start_embedded()
    administrator = f"host={settings.EMBEDDED.host} user={SUPERUSER}" if settings.EMBEDDED else ""
    if administrator:
        roles.prepare(administrator)
    else:
        psycopg.connect(settings.DATABASE_OWNER_URL or settings.DATABASE_URL).close()  # or say that it does not answer
    refuse(
        [*faults_of_version(_migrations_done(administrator or settings.DATABASE_OWNER_URL or settings.DATABASE_URL))]
    )
    in_new_process("migrate", "--no-input", "--verbosity", "0", module="regiewijzer.config.manage", AS_OWNER="1")
    roles.close_migrations(administrator or settings.DATABASE_OWNER_URL, settings.DATABASES["default"]["NAME"])


def _migrations_done(administrator: str) -> set[tuple[str, str]]:
    """App and name of every migration this database has had; none when it is new."""
    database = settings.DATABASES["default"]["NAME"]
    with psycopg.connect(administrator, dbname=database) as connection:
        found = connection.execute("select to_regclass('public.django_migrations')").fetchone()
        if found is None or found[0] is None:
            return set()
        return set(connection.execute("select app, name from public.django_migrations").fetchall())


def faults_of_version(done: set[tuple[str, str]]) -> Iterator[str]:
    """Whether this database was made by another version: code that does not know its tables must not touch them."""
    known = MigrationLoader(None, ignore_no_migrations=True)
    ours = {label for label, _name in known.disk_migrations}
    unknown = sorted(
        (label, name) for label, name in done if label in ours and (label, name) not in known.disk_migrations
    )
    if unknown:
        label, name = unknown[0]
        yield (
            f"This database was made by another version of Regiewijzer, which knows {label}.{name}; this one, version "
            f"{version('regiewijzer')}, does not. Start the newer program, or restore a backup that this version made."
        )


def in_new_process(*arguments: str, module: str = "regiewijzer.config.command", **environment: str) -> None:
    done = subprocess.run([sys.executable, "-m", module, *arguments], env={**os.environ, **environment}, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def _keep_key() -> None:
    """The example makes its own key once, so that a restart keeps people logged in."""
    path = settings.DATA_DIR / "secret_key"
    if not settings.SECRET_KEY_GIVEN:
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            Path(path).touch(mode=KEY_FILE_RIGHTS)
            path.write_text(secrets.token_urlsafe(50))
        os.environ["SECRET_KEY_FILE"] = str(path)
