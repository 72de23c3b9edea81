"""A second reading: what the register knows of the conditions for effectiveness, and what somebody saw."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from regiewijzer.register.networks.models import FormPeriod, Membership, Network
from regiewijzer.register.networks.queries import SEATS, RowsOfNetworks, age_of, began_at_latest, form_of
from regiewijzer.science.effectiveness import MATURE_MONTHS, Requirement, Seen, Standing, mature_on, read
from regiewijzer.science.facts import Form
from regiewijzer.science.upkeep import add_months
from regiewijzer.tools.governance.models import EffectivenessCheck
from regiewijzer.ui.pictures.marks import Fit

LOOK_BACK = 24  # months of coming and going that say something about stability: ours
STATES = {Standing.HOLDS: Fit.OK, Standing.LACKS: Fit.SHORT, Standing.UNKNOWN: Fit.UNKNOWN}
ANSWERED = {
    Requirement.STABILITY: "stable",
    Requirement.INTEGRATION: "integrated",
    Requirement.MEANS_OR_NAO: "means",
}

READINGS = RowsOfNetworks("form_readings", lambda: EffectivenessCheck.objects.select_related("read_by__user"))


@dataclass(frozen=True, slots=True)
class Signs:
    """What the register knows. Counts are over the last LOOK_BACK months; None where nothing is recorded."""

    months: int | None
    mature_on: date | None
    joined: int
    left: int
    members: int
    forms: int
    lead: str
    form: Form | None
    hours: int | None


@dataclass(frozen=True, slots=True)
class ShownRequirement:
    """One condition: how it stands, and what somebody saw that shows it."""

    requirement: Requirement
    standing: Standing
    state: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ShownReading:
    """The reading of a network; `latest` is None when nobody answered by hand."""

    requirements: tuple[ShownRequirement, ...]
    together: bool
    by_nao: bool
    latest: EffectivenessCheck | None
    signs: Signs

    @property
    def lacking(self) -> int:
        return sum(each.standing is Standing.LACKS for each in self.requirements)

    @property
    def unknown(self) -> int:
        return sum(each.standing is Standing.UNKNOWN for each in self.requirements)


def shown_reading(network: Network) -> ShownReading:
    """How the network stands to what went together in effective networks, today."""
    today = timezone.localdate()
    signs, latest = signs_of(network, today), latest_of(network)
    found = read(began_at_latest(network, today), today, signs.form, seen_in(latest))
    return ShownReading(
        requirements=_requirements(found.standing, latest),
        together=found.together,
        by_nao=found.by_nao,
        latest=latest,
        signs=signs,
    )


def requirements_of(network: Network) -> tuple[ShownRequirement, ...]:
    """How the network stands to each of them today."""
    period, latest = form_of(network), latest_of(network)
    form = Form(period.form) if period else None
    today = timezone.localdate()
    found = read(began_at_latest(network, today), today, form, seen_in(latest))
    return _requirements(found.standing, latest)


def latest_of(network: Network) -> EffectivenessCheck | None:
    """What somebody last answered by hand."""
    return next(iter(READINGS.of(network)), None)


def _requirements(
    standings: tuple[tuple[Requirement, Standing], ...], latest: EffectivenessCheck | None
) -> tuple[ShownRequirement, ...]:
    return tuple(
        ShownRequirement(requirement, standing, str(STATES[standing]), _evidence(latest, requirement))
        for requirement, standing in standings
    )


def seen_in(reading: EffectivenessCheck | None) -> Seen:
    """What somebody answered, as the rules take it."""
    if reading is None:
        return Seen()
    return Seen(stable=reading.stable, integrated=reading.integrated, means=reading.means)


def signs_of(network: Network, today: date) -> Signs:
    """What the register knows about age, coming and going, who leads, and hours."""
    since = add_months(today, -LOOK_BACK)
    memberships = Membership.objects.filter(network=network)
    period = form_of(network)
    return Signs(
        months=age_of(network, today),
        mature_on=mature_on(began) if (began := began_at_latest(network, today)) else None,
        joined=memberships.begun(after=since, until=today).count(),
        left=memberships.left(after=since, until=today).count(),
        members=len(SEATS.of(network)),
        forms=FormPeriod.objects.begun(after=since, until=today).filter(network=network).count(),
        lead=period.lead.name if period and period.lead else "",
        form=Form(period.form) if period else None,
        hours=network.hours_per_year,
    )


def is_mature(signs: Signs) -> bool:
    """Whether the network is as old as the effective ones were."""
    return signs.months is not None and signs.months >= MATURE_MONTHS


def _evidence(reading: EffectivenessCheck | None, requirement: Requirement) -> str:
    answered = ANSWERED.get(requirement)
    return str(getattr(reading, f"{answered}_evidence")) if reading and answered else ""
