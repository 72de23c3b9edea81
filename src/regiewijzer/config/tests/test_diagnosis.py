import shutil
import smtplib
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from click.testing import CliRunner
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.accounts import Member
from tests.databases import as_superuser

from regiewijzer.config import backup, diagnosis
from regiewijzer.config.command import COMMANDS, loaded
from regiewijzer.config.roles import PROGRAM
from regiewijzer.foundation.accounts.adapters import sealer


@pytest.fixture
def healthy(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    settings.DATA_DIR, settings.EXAMPLE = tmp_path, True
    monkeypatch.setattr(diagnosis, "of_the_program", lambda: iter(()))
    return settings


def _said() -> str:
    return "\n".join(diagnosis.complaints())


def test_a_healthy_installation_gets_no_complaint(healthy: Any, manager: Member) -> None:
    done = CliRunner().invoke(loaded(COMMANDS["doctor"]))

    assert (done.exit_code, done.output) == (0, "Nothing wrong was found.\n")


def test_each_complaint_is_a_line_and_the_command_fails(healthy: Any, db: None, tmp_path: Path) -> None:
    healthy.DATA_DIR = tmp_path / "weg"

    done = CliRunner().invoke(loaded(COMMANDS["doctor"]))

    assert done.exit_code == 1
    assert done.output.startswith(f"- The data folder {tmp_path / 'weg'} is not there.")


def test_unsafe_settings_are_named_in_production(healthy: Any, db: None) -> None:
    healthy.EXAMPLE, healthy.DEBUG = False, True

    assert "DEBUG" in _said()


def test_a_database_that_logs_statements_is_named(healthy: Any, transactional_db: None) -> None:
    here = f'alter role {PROGRAM} in database "{connection.settings_dict["NAME"]}"'
    with as_superuser("postgres") as admin:
        admin.execute(f"{here} set log_min_duration_statement = 0")
        try:
            connection.close()
            connection.close_pool()
            said = _said()
        finally:
            admin.execute(f"{here} reset log_min_duration_statement")
            connection.close()
            connection.close_pool()

    assert "would hold names and answers (log_min_duration_statement)" in said


def test_a_disk_that_is_nearly_full_is_named(healthy: Any, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: shutil._ntuple_diskusage(1 << 40, 1 << 40, 300 << 20))

    assert "has 300 MB left" in _said()


def test_a_key_that_others_can_read_is_named(healthy: Any, db: None, tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("k")
    (tmp_path / "secret_key").chmod(0o644)

    assert "chmod 600" in _said()


def test_tables_of_another_version_are_named(healthy: Any, db: None) -> None:
    MigrationRecorder.Migration.objects.create(app="audit", name="9999_later")

    assert "audit.9999_later" in _said()


def test_tables_that_are_behind_are_named(healthy: Any, db: None) -> None:
    MigrationRecorder.Migration.objects.filter(app="audit").delete()

    assert "changes of tables are waiting" in _said()


def test_a_trail_that_does_not_hold_is_named(healthy: Any, manager: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "broken_link", lambda: 7)

    assert "The audit trail of vliermonde does not hold together at line 7" in _said()


def test_second_steps_under_another_key_are_named(healthy: Any, manager: Member) -> None:
    sealed = sealer("another key").encrypt(b"JBSWY3DP").decode()
    Authenticator.objects.create(user=manager.user, type=Authenticator.Type.TOTP, data={"secret": sealed})

    assert "1 second steps cannot be read with this SECRET_KEY" in _said()


def test_work_that_nobody_takes_is_named(healthy: Any, db: None) -> None:
    waiting = DBTaskResult.objects.create(task_path="x", args_kwargs={"args": [], "kwargs": {}}, backend_name="default")
    assert "wait for more than" not in _said()

    DBTaskResult.objects.filter(pk=waiting.pk).update(enqueued_at=timezone.now() - timedelta(hours=1))

    assert "1 reports, imports or mails wait for more than 10 minutes" in _said()


def test_a_machine_that_can_make_no_backup_is_named(healthy: Any, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_name: str, _major: int) -> Path:
        raise backup.Unusable("No pg_dump is here.")

    monkeypatch.setattr(backup, "program_of", none)

    assert "No backup can be made here. No pg_dump is here." in _said()


def test_a_mail_server_that_refuses_us_is_named(healthy: Any, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    healthy.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"

    def refused(*_arguments: Any, **_options: Any) -> Any:
        raise smtplib.SMTPAuthenticationError(535, b"no")

    monkeypatch.setattr(diagnosis, "get_connection", refused)

    assert "does not take our mail" in _said()


@pytest.fixture
def answering(settings: Any) -> Iterator[list[int]]:
    """Something on the port of the program, which answers the status in the list."""
    status = [200]

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status[0])
            self.end_headers()

        def log_message(self, *_arguments: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    settings.HOST, settings.PORT = "127.0.0.1", server.server_port
    yield status
    server.shutdown()
    server.server_close()


def test_a_program_that_is_not_ready_is_named(answering: list[int]) -> None:
    fine = [*diagnosis.of_the_program()]
    answering[0] = 503

    (complaint,) = diagnosis.of_the_program()

    assert fine == []
    assert "is not ready (it answers 503)" in complaint


def test_a_program_that_does_not_run_is_named(answering: list[int], settings: Any) -> None:
    settings.PORT = 1

    (complaint,) = diagnosis.of_the_program()

    assert "Nothing listens on 127.0.0.1:1" in complaint
