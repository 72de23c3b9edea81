"""Options that several commands share, and how an object is printed. No framework."""

import json
from math import isnan
from typing import Any

import click

from regiewijzer.library.texts import Language


class Share(click.FloatRange):
    """A number from 0 to 1; what is no number is refused too, and lies outside no range."""

    def __init__(self) -> None:
        super().__init__(0, 1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        found = super().convert(value, param, ctx)
        if isnan(found):
            self.fail(f"{value!r} is not a number.", param, ctx)
        return found


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
