"""How much of a thing do we know: is there nothing to know, was nothing looked at, part of it, or all?

What was not looked at is unknown, not good. Which questions have to be answered before a network or an instrument
counts as looked at is our proposal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from regiewijzer.science.effect import two_year_mark
from regiewijzer.science.facts import Network, Register
from regiewijzer.science.governance import Condition, conditions_now
from regiewijzer.science.interplay import STANDING
from regiewijzer.science.limits import DEFAULTS, Limits

ASKED = (Condition.TRUST, Condition.PARTICIPANTS, Condition.CONSENSUS, Condition.NEED)


class Coverage(StrEnum):
    """How much is known of a thing; each is told in a sentence of its own."""

    EMPTY = "empty"  # there is nothing to look at
    COMPUTING = "computing"  # facts changed since we computed
    UNMEASURED = "unmeasured"
    PARTLY = "partly"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Looked:
    """Of how many networks the form was measured and a result was looked for, and how many instruments were evaluated.

    `networks` are those that run, `instruments` those that stand.
    """

    networks: int = 0
    forms: int = 0
    results: int = 0
    instruments: int = 0
    evaluated: int = 0

    @property
    def coverage(self) -> Coverage:
        """Never COMPUTING: facts do not tell when they were computed with."""
        return coverage(self.forms + self.results + self.evaluated, 2 * self.networks + self.instruments)


def coverage(known: int, total: int) -> Coverage:
    """How much is known when so many of so many things are."""
    if not total:
        return Coverage.EMPTY
    if not known:
        return Coverage.UNMEASURED
    return Coverage.WHOLE if known >= total else Coverage.PARTLY


def looked_at(register: Register) -> Looked:
    """What was looked at of all that an authority runs."""
    standing = [instrument for instrument in register.instruments if instrument.status in STANDING]
    return Looked(
        networks=len(register.running),
        forms=sum(_form_is_measured(network) for network in register.running),
        results=sum(bool(network.results_known) for network in register.running),
        instruments=len(standing),
        evaluated=sum(bool(instrument.evaluations) for instrument in standing),
    )


def past_mark(networks: Sequence[Network], today: date, limits: Limits = DEFAULTS) -> tuple[Network, ...]:
    """The networks of which a result may be expected by now: their start is known and two years have passed."""
    return tuple(each for each in networks if each.started and two_year_mark(each.started, limits) <= today)


def looked_at_network(network: Network | None) -> Looked:
    """The same of one network; of one at whose table nobody sits there is nothing to look at."""
    if network is None or not (network.members or network.measurements or network.results_known):
        return Looked()
    return Looked(networks=1, forms=_form_is_measured(network), results=int(bool(network.results_known)))


def _form_is_measured(network: Network) -> bool:
    """Every condition that each form asks of was measured, last or before."""
    return bool(network.measurements) and all(conditions_now(network).of(condition) is not None for condition in ASKED)
