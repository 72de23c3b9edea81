"""What several commands share: options, how an object is printed, and how a file is refused."""

import json
import sys
from typing import NoReturn

import click
from django.conf import settings

from regiewijzer.register.exchange import wording
from regiewijzer.register.exchange.files.limits import Refused

UNUSABLE, NOT_DONE = 2, 1

language_option = click.option(
    "--language",
    type=click.Choice([code for code, _name in settings.LANGUAGES]),
    default="nl",
    show_default=True,
    help="Language of the sentences.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")


def refuse(refused: Refused) -> NoReturn:
    """Say why the file cannot be read, and end."""
    click.echo(wording.refusal(refused), err=True)
    sys.exit(UNUSABLE)


def print_object(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
