import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from regiewijzer.config.command import COMMANDS, main
from regiewijzer.config.command import loaded as loaded_command

HEAVY = {"django", "psycopg", "allauth", "regiewijzer.register", "regiewijzer.science"}


def _imported(program: str) -> set[str]:
    """What is in memory after this program, in a process of its own."""
    command = [sys.executable, "-c", f"import sys; {program}; print(*sys.modules)"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1].split())


def test_help_names_every_command_that_is_not_hidden() -> None:
    done = CliRunner().invoke(main, ["--help"])

    assert done.exit_code == 0
    for name, listed in COMMANDS.items():
        assert (f"  {name} " in done.output) is bool(listed.help)


def test_help_loads_no_command() -> None:
    imported = _imported("from regiewijzer.config.command import main; main(['--help'], standalone_mode=False)")

    assert "click" in imported
    assert not HEAVY & imported


def test_the_supervisor_loads_no_framework() -> None:
    assert not (HEAVY | {"click"}) & _imported("import regiewijzer.config.supervise")


def test_a_look_at_two_files_loads_no_tool_and_no_login(tmp_path: Path) -> None:
    (tmp_path / "organisations.csv").write_text("kbo,name,classification\n0207508932,A,Gemeente\n")
    (tmp_path / "memberships.csv").write_text("member_kbo,association_kbo\n0207508932,0207508932\n")

    imported = _imported(
        "import os; os.environ.pop('DJANGO_SETTINGS_MODULE', None); from regiewijzer.config.command import main; "
        f"main(['scan', {str(tmp_path)!r}], standalone_mode=False)"
    )

    assert "regiewijzer.overview.scan.facts.two_files" in imported
    assert not {"allauth", "regiewijzer.tools", "regiewijzer.inquiry", "typst"} & imported


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_itself_what_the_table_says_of_it(name: str) -> None:
    listed = COMMANDS[name]

    command = loaded_command(listed)

    assert command.name == name
    assert command.hidden is not bool(listed.help)
    assert (command.help or "").replace("\n", " ").startswith(listed.help.rstrip("."))


def test_a_command_that_does_not_exist_is_refused() -> None:
    done = CliRunner().invoke(main, ["dance"])

    assert done.exit_code == 2
    assert "No such command" in done.output
