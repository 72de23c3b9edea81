"""The day of whoever looks after the program: commands beside a program that runs."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from regiewijzer.config import backup
from tests.letterbox import Letterbox
from tests.load.program import Program


def test_an_authority_is_made_kept_and_deleted_with_proof_while_the_program_runs(
    running_program: Program, post: Letterbox, tmp_path: Path
) -> None:
    environment = {
        **os.environ,
        "EXAMPLE": "1",
        "DATA_DIR": str(running_program.data),
        "PORT": str(urlsplit(running_program.address).port),
        "EMAIL_URL": post.url,
        "DJANGO_SETTINGS_MODULE": "regiewijzer.config.settings",
    }

    def run(*arguments: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "regiewijzer.config.command", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    one, everything = tmp_path / "one.zip", tmp_path / "everything.zip"
    assert "/account/uitnodiging/" in run("authority", "beheerstad", "Beheerstad", "ann@beheerstad.example")[1]
    assert run("backup", "--authority", "beheerstad", str(one))[0] == 0
    assert run("backup", str(everything))[0] == 0
    code, told = run("authority-delete", "beheerstad", "--confirm", "beheerstad")
    still_runs = run("restore", str(one))
    healthy = run("doctor")

    assert code == 0, told
    assert "Nothing is left of beheerstad" in told
    assert {line.rsplit(": ", 1)[1] for line in told.splitlines() if "_" in line} == {"0"}
    assert backup.checked(one).authority == "beheerstad"
    assert int(backup.checked(everything).tables["authorities_authority"][0]) >= 3
    assert still_runs[0] == 1
    assert "already runs" in still_runs[1]
    assert healthy == (0, "Nothing wrong was found.\n"), healthy
