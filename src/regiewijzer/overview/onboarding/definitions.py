"""Which networks may a municipality have by rule, and which associations may it be in? Proposed, never assumed.

From the mandates of the library and the file of municipalities; what may be wrong by now is marked to be looked at.
"""

from dataclasses import dataclass

from regiewijzer.library import catalogue
from regiewijzer.library.entries import Duty, Mandate, MandateStatus
from regiewijzer.library.municipalities import Association, Municipality

OLD_AFTER = 10  # years since a rule was read, from which somebody should look again: our proposal
DUTIES = (Duty.ALWAYS, Duty.WHEN_RECOGNISED)
KBO = "kbo-"


@dataclass(frozen=True, slots=True)
class Proposed:
    """One network that is proposed. `checked`: it was seen in a source that is not old, and sources agree."""

    code: str
    name: str
    rule: str
    who: tuple[str, ...]
    meetings: int | None
    origin: str
    compulsory: bool
    checked: bool
    year: int | None = None


def of_mandates(year: int) -> list[Proposed]:
    """What rules ask for, the compulsory first, and those that were looked at before those to look at."""
    asked = [mandate for mandate in catalogue.mandates() if mandate.duty in DUTIES]
    found = [_of_mandate(mandate, year) for mandate in asked]
    return sorted(found, key=lambda each: (not each.compulsory, not each.checked, each.name))


def _of_mandate(mandate: Mandate, year: int) -> Proposed:
    seen = mandate.status is MandateStatus.SEEN and not mandate.contested and year - mandate.year < OLD_AFTER
    return Proposed(
        code=mandate.key,
        name=mandate.title.nl,
        rule=mandate.regulation,
        who=tuple(str(seat.role) for seat in mandate.seats),
        meetings=mandate.meetings_per_year,
        origin=mandate.origin.value,
        compulsory=mandate.duty is Duty.ALWAYS,
        checked=seen,
        year=mandate.year,
    )


def of_associations(municipality: Municipality) -> list[Proposed]:
    """Associations the municipality or its welfare centre was a member of."""
    return [_of_association(each) for each in municipality.associations]


def _of_association(association: Association) -> Proposed:
    return Proposed(
        code=f"{KBO}{association.kbo}",
        name=association.name,
        rule=association.kind,
        who=(),
        meetings=None,
        origin="other",
        compulsory=False,
        checked=False,
    )
