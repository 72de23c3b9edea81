"""Options that several commands share, and how an object is printed. No framework."""

import json

import click

from regiewijzer.library.texts import Language

language_option = click.option(
    "--language",
    type=click.Choice([language.value for language in Language]),
    default=Language.DUTCH.value,
    show_default=True,
    help="Language of the sentences.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")


def print_object(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
