"""What was decided, changed and stopped in a year, and which years are there?"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from regiewijzer.foundation.reading import Select, read_at_once
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import for_list
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, Network


@dataclass(frozen=True, slots=True)
class Year:
    """One calendar year, in the order of its days. Nothing in it is judged or added up to a mark."""

    year: int
    decided: Sequence[Decision]
    reviewed: Sequence[Decision]
    begun: Sequence[Network]
    forms: Sequence[FormPeriod]
    goals: Sequence[GoalVersion]
    stopped: Sequence[Network]
    instruments: Sequence[Instrument]


def year_of(year: int) -> Year:
    """What the register knows of it, without what is in the archive."""
    decisions, networks = for_list().filter(archived_at=None), Network.objects.current().select_related("went_into")
    forms = FormPeriod.objects.filter(started__year=year, network__archived_at=None).select_related("network")
    worded = GoalVersion.objects.filter(valid_from__year=year, number__gt=1, network__archived_at=None)
    found = read_at_once(
        [
            Select.of(decisions.filter(decided_on__year=year).order_by("decided_on", "id")),
            Select.of(decisions.filter(reviewed_on__year=year).order_by("reviewed_on", "id")),
            Select.of(networks.filter(started__year=year).order_by("started", "name")),
            Select.of(forms.order_by("started", "id")),
            Select.of(worded.select_related("network").order_by("valid_from", "id")),
            Select.of(networks.filter(ended__year=year).order_by("ended", "name")),
            Select.of(Instrument.objects.current().filter(ended__year=year).order_by("ended", "name")),
        ]
    )
    return Year(year, *found)


def years() -> list[int]:
    """Those in which something was decided, and this one, the last first."""
    found = Decision.objects.filter(archived_at=None).values_list("decided_on__year", flat=True).distinct()
    return sorted({*found, timezone.localdate().year}, reverse=True)
