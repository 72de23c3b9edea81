"""Which form does each network have, which fits, and where is input missing or old?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import as_facts, fact_of
from regiewijzer.science import facts, governance
from regiewijzer.science.facts import Form, FormMeasurement, latest
from regiewijzer.science.governance import Condition, Verdict
from regiewijzer.science.limits import Limits
from regiewijzer.science.upkeep import stale_for
from regiewijzer.tools.governance.display.grid import FITS
from regiewijzer.tools.governance.queries.measurements import measurements, of_network, to_fact

WORST_FIRST = (Verdict.SHORT, Verdict.UNKNOWN, Verdict.NARROW, Verdict.FITS)


@dataclass(frozen=True, slots=True)
class JudgedForm:
    """A network with how its form stands; None without a form."""

    network: facts.Network
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class FormLine:
    """One network in the list of forms. `verdict` is None without a form; `old` months when the input is too old."""

    network: facts.Network
    verdict: Verdict | None
    state: str
    short: tuple[Condition, ...]
    advised: Form | None
    none_fits: bool
    missing: tuple[Condition, ...]
    measured: FormMeasurement | None
    old: int | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many networks have a form that holds, that falls short, and that nobody can judge yet."""

    holding: int
    short: int
    unknown: int

    @property
    def total(self) -> int:
        return self.holding + self.short + self.unknown


def network_on(network: Network) -> facts.Network:
    """One network as the rules on form see it today."""
    base = fact_of(network)
    series = tuple(to_fact(each) for each in reversed(of_network(network)))
    return replace(base, measurements=series)


def judged_on(today: date, limits: Limits) -> tuple[JudgedForm, ...]:
    """Every running network, those that fall short first."""
    measured = measurements()
    known = as_facts(Network.objects.running(today), today)
    networks = [replace(network, measurements=measured.get(pk, ())) for pk, network in known.items()]
    judged = [JudgedForm(network, _verdict(network, limits)) for network in networks]
    return tuple(sorted(judged, key=lambda each: (_rank(each.verdict), each.network.name)))


def forms_on(today: date, limits: Limits) -> tuple[FormLine, ...]:
    """The same, with what a line of the list says of each."""
    return tuple(line_of(judged, today, limits) for judged in judged_on(today, limits))


def counted_forms(networks: Sequence[facts.Network], limits: Limits) -> Counted:
    """How the forms of these networks stand, in three numbers for a sentence."""
    return counted([_verdict(network, limits) for network in networks])


def counted(verdicts: Sequence[Verdict | None]) -> Counted:
    """The same, once they are judged."""
    short = verdicts.count(Verdict.SHORT)
    holding = verdicts.count(Verdict.FITS) + verdicts.count(Verdict.NARROW)
    return Counted(holding, short, len(verdicts) - short - holding)


def is_of(line: FormLine, only: str) -> bool:
    """Whether a line belongs to a selection: falls short, measured too little, or another form fits. Else all do."""
    return {
        "short": line.verdict is Verdict.SHORT,
        "input": bool(line.missing) or line.old is not None,
        "other": line.advised is not None and line.advised is not line.network.form,
    }.get(only, True)


def as_if(network: facts.Network, tried: governance.Conditions) -> facts.Network:
    """The network as if these conditions had been measured."""
    last = latest(network.measurements)
    day = last.measured_on if last else date.min
    measurement = FormMeasurement(
        day, tried.participants or 0, tried.trust, tried.consensus, tried.need, tried.trust_in_lead
    )
    return replace(network, members=(), measurements=(measurement,))


def line_of(judged: JudgedForm, today: date, limits: Limits) -> FormLine:
    """What the list says of one network."""
    network, verdict = judged.network, judged.verdict
    conditions = governance.conditions_now(network)
    advice = governance.advise(conditions, limits)
    shortages = governance.shortages(network.form, conditions, limits) if network.form else ()
    last = latest(network.measurements)
    return FormLine(
        network=network,
        verdict=verdict,
        state=str(FITS[verdict or Verdict.UNKNOWN]),
        short=tuple(check.condition for check in shortages),
        advised=advice.form if advice.settled else None,
        none_fits=advice.strategic_question,
        missing=tuple(condition for condition in Condition if conditions.of(condition) is None),
        measured=last,
        old=stale_for(last.measured_on, today, limits) if last else None,
    )


def _verdict(network: facts.Network, limits: Limits) -> Verdict | None:
    if network.form is None:
        return None
    return governance.verdict(network.form, governance.conditions_now(network), limits)


def _rank(verdict: Verdict | None) -> int:
    return WORST_FIRST.index(verdict or Verdict.UNKNOWN)
