"""What docs/running.md tells to type can be typed: every command is there, and takes what stands behind it."""

import re
import shlex
from copy import copy
from pathlib import Path

import click
import pytest
from django.conf import settings

from regiewijzer.config.command import COMMANDS, loaded

PAGE: Path = settings.PACKAGE.parents[1] / "docs" / "running.md"
SNIPPETS = re.compile(r"`regiewijzer ([^`\n]+)`|^regiewijzer (.+)$", re.MULTILINE)


def _typed() -> list[str]:
    found = ((one or other).strip() for one, other in SNIPPETS.findall(PAGE.read_text()))
    return sorted({text for text in found if text != "--help"})


@pytest.fixture(autouse=True)
def files_of_the_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the files that the examples name."""
    monkeypatch.chdir(tmp_path)
    for name in ("FILE", "LIST", "PATH"):
        (tmp_path / name).write_text("")


def faults_of(typed: str) -> list[str]:
    """What is wrong with a command as it is typed; one that stands alone is only named. Nothing is done or asked."""
    name, *arguments = shlex.split(re.sub(r"\$\([^)]*\)", "x", typed))
    if name not in COMMANDS:
        return [f"there is no command {name}"]
    command = copy(loaded(COMMANDS[name]))
    command.params = [_not_asked(each) for each in command.params]
    try:
        command.make_context(name, list(arguments))  # which takes them away one by one
    except click.UsageError as wrong:
        return [wrong.format_message()] if arguments else []
    return []


def _not_asked(parameter: click.Parameter) -> click.Parameter:
    if not isinstance(parameter, click.Option):
        return parameter
    quiet = copy(parameter)
    quiet.prompt, quiet.required = None, False
    return quiet


@pytest.mark.parametrize("typed", _typed())
def test_a_command_of_the_document_is_there_and_takes_what_it_is_given(typed: str) -> None:
    assert faults_of(typed) == []


@pytest.mark.parametrize("typed", ["dance", "backup FILE --everything", "authority SLUG NAME", "authority a b c d"])
def test_one_that_could_not_be_typed_is_noticed(typed: str) -> None:
    assert faults_of(typed)


def test_every_command_for_whoever_looks_after_the_program_stands_in_the_document() -> None:
    named = {text.split()[0] for text in _typed()}
    theirs = {name for name, entry in COMMANDS.items() if entry.help and entry.module in ("operating", "dependencies")}

    assert theirs - named == set()
    assert {"backup", "restore", "prepare", "migrate", "check", "run", "daily"} <= named
