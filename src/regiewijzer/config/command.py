"""The `regiewijzer` command: run the program, move data in and out, and look at a workbook without a server.

One table of commands: what stands in it is loaded when it is called, so that help and a look at a file do not wait for
the whole program. Nowhere else is anything loaded by its name.
"""

import importlib
import os
from dataclasses import dataclass
from typing import Any

import click

PROGRAM, OFFLINE = "regiewijzer.config.settings", "regiewijzer.config.offline_settings"


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """Where a command is, what help says of it, and the settings it is loaded with when nobody gave others.

    Without settings it knows no framework.
    """

    module: str
    function: str
    help: str = ""
    settings: str = PROGRAM


COMMANDS = {
    "account-disable": CommandEntry("operating", "account_disable", "Let an account in no more, and end its sessions."),
    "account-reset-two-steps": CommandEntry(
        "operating",
        "account_reset_two_steps",
        "Forget the second steps of somebody who lost them.",
    ),
    "advisories": CommandEntry(
        "dependencies", "advisories", "Hold every installed package against the known holes in FILE.", settings=""
    ),
    "arena": CommandEntry("people", "arena", "Find the smallest good table of each phase of a network.", OFFLINE),
    "authority": CommandEntry(
        "serving", "authority", "Make a local authority and print the invitation of its first administrator."
    ),
    "authorities": CommandEntry("operating", "authorities", "Show every local authority."),
    "authority-delete": CommandEntry("operating", "authority_delete", "Delete a local authority with all it holds."),
    "authority-export": CommandEntry(
        "operating", "authority_export", "Write everything of one authority to FILE, a zip that others can read."
    ),
    "backup": CommandEntry("serving", "backup_", "Write everything to FILE, checked against what the tables hold."),
    "bill": CommandEntry("dependencies", "bill", "Write the bill of materials.", settings=""),
    "check": CommandEntry("serving", "check", "Judge the settings for production; each unsafe one gets a sentence."),
    "check-questionnaire": CommandEntry(
        "moving", "check_questionnaire", "Look at a questionnaire in a YAML file before it is offered."
    ),
    "collect": CommandEntry("serving", "collect", "Gather, hash and compress the style sheets, scripts and fonts."),
    "daily": CommandEntry(
        "serving", "daily", "What the day changes: compute findings again where facts grew old or a decision is due."
    ),
    "data-model": CommandEntry("data_model", "data_model", "Write the data model as a page, from the models."),
    "delete-authority": CommandEntry("operating", "delete_authority"),
    "doctor": CommandEntry("operating", "doctor", "Say what is wrong with this installation."),
    "example": CommandEntry("serving", "example", "Build the example: Vliermonde, a town that does not exist."),
    "export": CommandEntry("moving", "export_", "Write the register of an authority to PATH."),
    "form": CommandEntry("advice", "form", "Advise a governance form after Provan and Kenis (2008).", OFFLINE),
    "graph": CommandEntry("graphing", "graph", "Write networks, members and measures as a graph."),
    "import": CommandEntry(
        "moving",
        "import_",
        "Bring a workbook, a folder of CSV files or the two-file form into the register of an authority.",
    ),
    "measures": CommandEntry(
        "measuring", "measures", "Measure a network in a matrix, an edge list, GraphML or GEXF.", OFFLINE
    ),
    "method": CommandEntry(
        "method", "method", "Write how every finding is made as a page, from the rules and the library.", OFFLINE
    ),
    "migrate": CommandEntry("serving", "migrate", "Bring the tables up to date, as the role that owns them."),
    "minutes": CommandEntry(
        "minutes",
        "minutes",
        "Read minutes in a text file: what is marked in them as an action or a decision.",
        settings="",
    ),
    "municipalities": CommandEntry(
        "municipalities",
        "municipalities",
        "Write municipalities, and the associations each is a member of, as one JSON file.",
        settings="",
    ),
    "prepare": CommandEntry("serving", "prepare", "Make the roles and the database on a PostgreSQL server."),
    "read": CommandEntry(
        "lists",
        "read",
        "Read somebody's own list of networks, whatever its headings.",
        OFFLINE,
    ),
    "remove-example": CommandEntry("serving", "take_example_away"),
    "restore": CommandEntry(
        "serving", "restore_", "Bring a backup back in place of what is there, which stays under another name."
    ),
    "run": CommandEntry("serving", "run", "Serve the program: database, migrations, pages, live streams and tasks."),
    "scan": CommandEntry(
        "offline",
        "scan",
        "Look at a workbook, a folder of CSV files, or organisations.csv with memberships.csv.",
        settings="",
    ),
    "scan-sheets": CommandEntry("scanning_sheets", "scan_any_sheets"),
    "scan-two-files": CommandEntry("scanning", "scan_register", settings=OFFLINE),
    "secret-rotate": CommandEntry(
        "operating", "secret_rotate", "Make a new SECRET_KEY in FILE, encrypt with it what the old one kept closed."
    ),
    "staff": CommandEntry("people", "staff", "Divide the roles of networks over who offers them.", OFFLINE),
    "texts": CommandEntry("serving", "texts", "Make the Dutch and English texts ready to read."),
}


class Table(click.Group):
    """Loads a command when it is called, and says in one sentence what a database that does not answer would say."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return loaded(COMMANDS[cmd_name]) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items() if entry.help])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Exception as wrong:
            if not any(kind.__name__ == "OperationalError" for kind in type(wrong).__mro__):  # of psycopg or of Django
                raise
            reason = str(wrong).splitlines()[0]
            raise click.ClickException(f"The database does not answer: {reason}") from wrong


def loaded(entry: CommandEntry) -> click.Command:
    """The command, once its settings are read."""
    if entry.settings:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", entry.settings)
        importlib.import_module("django").setup()
    command = getattr(importlib.import_module(f"regiewijzer.config.{entry.module}"), entry.function)
    assert isinstance(command, click.Command)
    return command


@click.group(cls=Table)
@click.version_option(package_name="regiewijzer")
def main() -> None:
    """Regiewijzer: steer what you do not own.

    `regiewijzer scan PATH` looks at a workbook, a folder of CSV files or organisations.csv with memberships.csv, and
    needs no server and no account. `regiewijzer run` serves the program.
    """


if __name__ == "__main__":
    main()
