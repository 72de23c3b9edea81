"""What the overview may use of cooperation."""

from decimal import Decimal

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.inquiry.questionnaires.public import Gathered
from regiewijzer.science.cooperation import Theme
from regiewijzer.tools.cooperation import actions
from regiewijzer.tools.cooperation.models import Measurement
from regiewijzer.tools.cooperation.queries import (
    Balance,
    CooperationPage,
    balance_of,
    cooperation_page,
    give_and_take_by_network,
    ratings_by_network,
)
from regiewijzer.tools.cooperation.sections import section_of

__all__ = [
    "ADOPTS",
    "Balance",
    "CooperationPage",
    "adopt",
    "balance_of",
    "cooperation_page",
    "give_and_take_by_network",
    "ratings_by_network",
    "section_of",
]

ADOPTS = frozenset({"cooperation-health"})
"""Questionnaires whose outcome becomes a measurement of this tool."""


def adopt(*, gathered: Gathered, actor: Actor) -> None:
    """Record what was told about a cooperation as a measurement; nothing without a score.

    Agreement is kept when more than one form was filled in: one form always agrees with itself.
    """
    told, network = gathered.outcome, gathered.network
    themes = {theme: told.dimension(theme).result for theme in Theme}
    if network is None or all(found.score is None for found in themes.values()):
        return
    measurement = Measurement(network=network, source=told.source, answers=told.answered, invited=told.invited)
    if told.held_on is not None:
        measurement.measured_on = told.held_on
    for theme, found in themes.items():
        agreed = found.consensus if told.forms > 1 else None
        setattr(measurement, theme, _rounded(found.score))
        setattr(measurement, f"{theme}_consensus", _rounded(agreed))
    actions.measure(measurement=measurement, actor=actor)


def _rounded(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(round(value, 2)))
