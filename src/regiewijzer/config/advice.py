"""The command that advises a governance form, without a file."""

from typing import Any

import click
from django.utils import translation

from regiewijzer.config.options import Share, json_option, language_option, print_object
from regiewijzer.overview.scan.wording import advice_as_object, advice_as_page
from regiewijzer.science.governance import Conditions


@click.command()
@click.option("--trust", type=Share(), help="Trust among the members, from 0 to 1.")
@click.option("--participants", type=click.IntRange(0), help="Number of organisations in the network.")
@click.option("--consensus", type=Share(), help="Agreement on the goal, from 0 to 1.")
@click.option("--need", type=Share(), help="Need for network competences, from 0 to 1.")
@click.option("--trust-in-lead", type=Share(), help="Trust in who leads, from 0 to 1.")
@json_option
@language_option
def form(as_json: bool, language: str, **measured: Any) -> None:
    """Advise a governance form after Provan and Kenis (2008).

    The advice is the lightest form without a shortage, or none. What you leave out was not measured: a form that needs
    it neither fits nor is short, unless something else is short already.
    """
    conditions = Conditions(**measured)
    with translation.override(language):
        if as_json:
            print_object(advice_as_object(conditions))
        else:
            click.echo(advice_as_page(conditions))
