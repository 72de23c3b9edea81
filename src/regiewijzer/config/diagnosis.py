"""What is wrong with this installation? Each thing gets a sentence that says what to do."""

import shutil
import smtplib
from collections.abc import Iterator
from datetime import timedelta
from socket import create_connection
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.core.mail import get_connection
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from regiewijzer.config import backup, checks
from regiewijzer.config.serving import KEY_FILE_RIGHTS, faults_of_version
from regiewijzer.foundation.accounts.adapters import SECRETS_OF_STEPS, TwoStepsAdapter
from regiewijzer.foundation.audit.queries import broken_link, heads_in, stands
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside

LEAST_ROOM = 1 << 30
LONGEST_QUEUE = timedelta(minutes=10)
SECONDS = 5.0
MOST_APART = timedelta(minutes=1)


def complaints() -> Iterator[str]:
    """Everything that is wrong, what stands in the way of the rest first. The database has been started."""
    if not settings.EXAMPLE:
        yield from checks.faults_in_settings()
    yield from of_the_folder()
    try:
        connection.ensure_connection()
    except Error as reason:
        yield f"The database does not answer: {str(reason).splitlines()[0]} See that it runs, and read DATABASE_URL."
        return
    yield from of_the_database()
    yield from of_mail()
    yield from of_the_program()


def of_the_folder() -> Iterator[str]:
    """Whether the data folder is there, has room, and keeps its key to itself."""
    folder = settings.DATA_DIR
    if not folder.is_dir():
        yield f"The data folder {folder} is not there. Make it, or choose another with DATA_DIR."
        return
    if (free := shutil.disk_usage(folder).free) < LEAST_ROOM:
        yield f"The disk of {folder} has {free >> 20} MB left. Make room: a full disk stops the database."
    key = folder / "secret_key"
    if key.exists() and key.stat().st_mode & 0o777 & ~KEY_FILE_RIGHTS:
        yield f"{key} can be read by others on this machine: chmod 600 {key}"


def of_the_database() -> Iterator[str]:
    """Whether the tables are those of this program, the walls stand, and what it holds is as it was written."""
    done = {(each.app, each.name) for each in MigrationRecorder(connection).migration_qs}
    if newer := [*faults_of_version(done)]:
        yield from newer
        return
    executor = MigrationExecutor(connection)
    if waiting := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield f"{len(waiting)} changes of tables are waiting: stop the program and run `regiewijzer migrate`."
        return
    yield from checks.faults_in_database()
    yield from _of_trails()
    yield from _of_second_steps()
    yield from _of_tasks()
    yield from _of_the_log()
    with connection.cursor() as cursor:
        cursor.execute("select now(), current_setting('server_version_num')::int / 10000")
        now, major = cursor.fetchone()
    apart = abs(now - timezone.now())
    if apart > MOST_APART:
        yield f"The clocks of this machine and of the database are {int(apart.total_seconds())} seconds apart."
    try:
        for program in ("pg_dump", "pg_restore"):
            backup.program_of(program, major)
    except backup.Unusable as reason:
        yield f"No backup can be made here. {reason}"


def _of_the_log() -> Iterator[str]:
    """Whether PostgreSQL keeps to itself what stands in the statements of the program."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select name from pg_settings where (name, setting) in "
            "(('log_statement', 'all'), ('log_statement', 'mod'), ('log_error_verbosity', 'verbose'), "
            "('log_error_verbosity', 'default')) "
            "or (name = 'log_min_error_statement' and setting <> 'panic') "
            "or (name in ('log_min_duration_statement', 'log_min_duration_sample') and setting <> '-1') order by name"
        )
        told = [name for (name,) in cursor.fetchall()]
    if told:
        yield (
            f"The log of PostgreSQL would hold names and answers ({', '.join(told)}): run `regiewijzer prepare`, "
            "and leave its logging of statements off for the roles of the program."
        )


def _of_trails() -> Iterator[str]:
    heads = heads_in(settings.DATA_DIR)
    for authority in Authority.objects.all():
        with inside(authority.pk):
            head = heads.get(authority.pk)
            if head is not None and not stands(head):
                yield (
                    f"The audit trail of {authority.slug} was rewritten or cut, at line {head.number} or before. "
                    "Compare it with a backup."
                )
            if (number := broken_link()) is not None:
                yield (
                    f"The audit trail of {authority.slug} does not hold together at line {number}: it was changed "
                    "outside the program, or came back from elsewhere. Compare it with a backup."
                )


def _of_second_steps() -> Iterator[str]:
    kept = [each.data for each in Authenticator.objects.all()]
    unread = sum(any(not _readable(data[name]) for name in SECRETS_OF_STEPS if name in data) for data in kept)
    if unread:
        yield (
            f"{unread} second steps cannot be read with this SECRET_KEY: bring the old key back, or give each person "
            "a new start with `regiewijzer account-reset-two-steps E-MAIL`."
        )


def _readable(sealed: str) -> bool:
    try:
        TwoStepsAdapter().decrypt(sealed)
    except InvalidToken:
        return False
    return True


def _of_tasks() -> Iterator[str]:
    waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=timezone.now() - LONGEST_QUEUE).count()
    if waiting:
        minutes = int(LONGEST_QUEUE.total_seconds() // 60)
        yield (
            f"{waiting} reports, imports or mails wait for more than {minutes} minutes: no worker takes them. "
            "Start the program, or read its log."
        )


def of_mail() -> Iterator[str]:
    """Whether the mail server lets us in. Nothing is sent."""
    if settings.EMAIL_BACKEND != checks.SMTP:
        return
    try:
        server = get_connection(timeout=SECONDS)
        server.open()
        server.close()
    except (OSError, smtplib.SMTPException) as reason:
        yield (
            f"The mail server {settings.EMAIL_HOST}:{settings.EMAIL_PORT} does not take our mail ({reason}): "
            "see EMAIL_URL."
        )


def of_the_program() -> Iterator[str]:
    """Whether what listens on our port is ready. A program that does not run is no fault of the installation."""
    host = "127.0.0.1" if settings.HOST == "0.0.0.0" else settings.HOST  # noqa: S104 - only compared
    try:
        create_connection((host, settings.PORT), SECONDS).close()
    except OSError:
        yield f"Nothing listens on {host}:{settings.PORT}: the program does not run. systemctl status regiewijzer"
        return
    try:
        urlopen(f"http://{host}:{settings.PORT}/readyz", timeout=SECONDS).close()
    except HTTPError as answer:
        yield f"The program on {host}:{settings.PORT} is not ready (it answers {answer.code}): read its log."
    except (URLError, OSError) as reason:
        yield f"The program on {host}:{settings.PORT} does not answer in {SECONDS:g} seconds ({reason})."
