"""The load as a workbook: every network with its hours, sums by origin, rule and theme, and partners by name."""

from collections.abc import Sequence

from django.utils.translation import gettext

from regiewijzer.overview.load.sections import Load, rule_in_words, theme_in_words
from regiewijzer.register.exchange.files.cells import Raw
from regiewijzer.register.exchange.files.writing import Heading, Written, workbook
from regiewijzer.register.records.wording import label_of_code
from regiewijzer.science.facts import Network
from regiewijzer.science.load import Hours, by_rule, by_theme


def workbook_of(load: Load) -> bytes:
    """An .xlsx; a cell of which the hours are unknown is empty, and how many are stands beside every sum."""
    by_origin = {label_of_code(origin, "origins"): hours for origin, hours in load.origins.items()}
    by_rules = {rule_in_words(*key): hours for key, hours in by_rule(load.hours).items()}
    by_themes = {theme_in_words(code): hours for code, hours in by_theme(load.hours).items()}
    return workbook(
        [
            _networks(load.hours.networks),
            _sums(gettext("By origin"), gettext("Origin"), by_origin),
            _sums(gettext("By rule"), gettext("Rule"), by_rules),
            _sums(gettext("By theme"), gettext("Theme"), by_themes),
            _partners(load),
        ]
    )


def _networks(networks: Sequence[Network]) -> Written:
    titles = (
        gettext("Network"),
        gettext("Origin"),
        gettext("Rule"),
        gettext("Theme"),
        gettext("Meetings per year"),
        gettext("Hours per year"),
    )
    rows: list[Sequence[Raw]] = [
        (
            network.name,
            label_of_code(network.origin, "origins"),
            rule_in_words(network.mandate, "" if network.mandate else network.mandated_by) if network.mandated else "",
            theme_in_words(network.themes[0] if network.themes else ""),
            _or_empty(network.meetings_per_year),
            _or_empty(network.hours_per_year),
        )
        for network in networks
    ]
    return Written(gettext("Networks"), tuple(map(Heading, titles)), rows)


def _sums(title: str, first: str, found: dict[str, Hours]) -> Written:
    titles = (first, gettext("Networks"), gettext("Of which unknown"), gettext("Hours per year"))
    rows: list[Sequence[Raw]] = [
        (name, len(hours.networks), hours.unknown, _or_empty(hours.total)) for name, hours in found.items()
    ]
    return Written(title, tuple(map(Heading, titles)), rows)


def _partners(load: Load) -> Written:
    titles = (
        gettext("Partner"),
        gettext("Networks"),
        gettext("Of which imposed"),
        gettext("Meetings per year"),
        gettext("Of which unknown"),
    )
    rows: list[Sequence[Raw]] = [
        (each.partner.name, len(each.networks), each.mandated, _or_empty(each.meetings), each.silent)
        for each in load.seats
    ]
    return Written(gettext("Partners"), tuple(map(Heading, titles)), rows)


def _or_empty(number: int | None) -> Raw:
    return "" if number is None else number
