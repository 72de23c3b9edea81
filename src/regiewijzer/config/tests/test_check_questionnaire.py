"""`regiewijzer check-questionnaire` names every mistake in a file with its line."""

import subprocess
import sys
from pathlib import Path

from django.conf import settings

SHIPPED = settings.PACKAGE / "inquiry/questionnaires/content/governance-conditions/1.yaml"


def _checked(path: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "regiewijzer.config.command", "check-questionnaire", str(path), "--language", "en"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_file_without_mistakes_can_be_used() -> None:
    done = _checked(SHIPPED)

    assert (done.returncode, done.stdout) == (0, "“1.yaml” can be used.\n")


def test_a_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    lines = SHIPPED.read_text().splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("privacy:"))
    lines[place] = "privacy: perhaps"
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("\n".join(lines))

    done = _checked(wrong)

    assert done.returncode == 1
    assert f"wrong.yaml:{place + 1}" in done.stderr.replace(", line ", ":").replace(" line ", ":")
    assert "perhaps" in done.stderr
