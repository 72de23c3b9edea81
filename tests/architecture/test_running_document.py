"""What docs/running.md tells to type can be typed: every command is there, and takes what stands behind it."""

import re
import shlex
from copy import copy
from pathlib import Path

import click
import psycopg
import pytest
from django.conf import settings

from regiewijzer.config import roles
from regiewijzer.config import settings as settings_module
from regiewijzer.config.command import COMMANDS, loaded
from regiewijzer.config.embedded import SUPERUSER

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


def test_every_setting_of_the_document_is_read() -> None:
    """A name in the table that nothing reads would be set in vain."""
    table = PAGE.read_text().partition("### Settings")[2].partition("\n\nA secret")[0]
    named = set(re.findall(r"`([A-Z][A-Z_]+)`(?=[^|]*\|)", "\n".join(re.findall(r"^\|[^|]*\|", table, re.MULTILINE))))
    read = set(re.findall(r'"([A-Z][A-Z_]+)"', Path(settings_module.__file__).read_text()))

    assert {"SECRET_KEY", "VISITORS_MAY_BEGIN", "METRICS"} <= named
    assert named - read == set()


def test_roles_made_by_hand_are_those_that_prepare_makes(django_db_setup: None, worker_id: str) -> None:
    """The statements of the document, typed as they stand there, under other names."""
    (block,) = re.findall(r"```sql\n(.*?)```", PAGE.read_text(), re.DOTALL)
    name = f"byhand{worker_id}"
    first, _connect, second = block.replace("regiewijzer", name).partition(f"\\c {name}\n")
    place = f"host={settings.EMBEDDED.host} user={SUPERUSER}"
    prepared = f"{name}_prepared"
    roles.prepare(place, prepared)
    try:
        for database, statements in (("postgres", first), (name, second)):
            with psycopg.connect(place, dbname=database, autocommit=True) as connection:
                for statement in filter(None, (each.strip() for each in statements.split(";"))):
                    connection.execute(statement.encode())

        assert _rights(place, name, name) == _rights(place, prepared, "regiewijzer")
    finally:
        with psycopg.connect(place, dbname="postgres", autocommit=True) as connection:
            for database in (name, prepared):
                connection.execute(f"drop database if exists {database} with (force)".encode())
            for role in roles.ATTRIBUTES:
                connection.execute(f"drop role if exists {role.replace('regiewijzer', name)}".encode())


ATTRIBUTES = ("rolcanlogin", "rolcreatedb", "rolsuper", "rolbypassrls", "rolcreaterole")


def _rights(place: str, database: str, name: str) -> list[tuple[str, ...]]:
    """What each of the three roles may by itself, in the schema and on tables to come; `name` is left out of names."""
    may = " || ".join(f"{each}::text" for each in ATTRIBUTES)
    asked = (
        f"select rolname, {may} from pg_roles where rolname ~ '^{name}_'",
        "select 'public', replace(unnest(nspacl)::text, '=', ' ') from pg_namespace where nspname = 'public'",
        "select 'temporary', has_database_privilege('public', current_database(), 'temporary')::text",
        "select pg_get_userbyid(defaclrole) || defaclobjtype::text, unnest(defaclacl)::text from pg_default_acl",
        "select 'owner', pg_get_userbyid(datdba) from pg_database where datname = current_database()",
    )
    with psycopg.connect(place, dbname=database) as connection:
        found = [row for question in asked for row in connection.execute(question.encode()).fetchall()]
    return sorted(tuple(value.replace(name, "") for value in row) for row in found)
