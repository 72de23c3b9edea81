"""What does each form have to balance, and to which side does it lean?

Provan & Kenis 2008, the propositions on the three tensions: the self-regulating form leans to inclusiveness, standing
among its members and flexibility; the lead organisation to efficiency, standing outside and stability; the network
administrative organisation is the more balanced one, leans to efficiency and is stable. Their last proposition: a
network goes from a lighter to a heavier form more easily than back.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from regiewijzer.science.facts import Form


class Tension(StrEnum):
    """What every form has to balance (Provan & Kenis 2008)."""

    EFFICIENCY_INCLUSIVENESS = "efficiency_inclusiveness"
    INTERNAL_EXTERNAL_LEGITIMACY = "internal_external_legitimacy"
    FLEXIBILITY_STABILITY = "flexibility_stability"


class Leaning(StrEnum):
    """The side of a tension a form leans to."""

    EFFICIENCY = "efficiency"
    INCLUSIVENESS = "inclusiveness"
    MOSTLY_EFFICIENCY = "mostly_efficiency"
    INTERNAL = "internal"
    EXTERNAL = "external"
    BOTH_LEGITIMACIES = "both_legitimacies"
    FLEXIBILITY = "flexibility"
    STABILITY = "stability"


LEANINGS: Mapping[Form, Mapping[Tension, Leaning]] = MappingProxyType(
    {
        Form.SELF_REGULATING: MappingProxyType(
            {
                Tension.EFFICIENCY_INCLUSIVENESS: Leaning.INCLUSIVENESS,
                Tension.INTERNAL_EXTERNAL_LEGITIMACY: Leaning.INTERNAL,
                Tension.FLEXIBILITY_STABILITY: Leaning.FLEXIBILITY,
            }
        ),
        Form.LEAD_ORGANISATION: MappingProxyType(
            {
                Tension.EFFICIENCY_INCLUSIVENESS: Leaning.EFFICIENCY,
                Tension.INTERNAL_EXTERNAL_LEGITIMACY: Leaning.EXTERNAL,
                Tension.FLEXIBILITY_STABILITY: Leaning.STABILITY,
            }
        ),
        Form.NAO: MappingProxyType(
            {
                Tension.EFFICIENCY_INCLUSIVENESS: Leaning.MOSTLY_EFFICIENCY,
                Tension.INTERNAL_EXTERNAL_LEGITIMACY: Leaning.BOTH_LEGITIMACIES,
                Tension.FLEXIBILITY_STABILITY: Leaning.STABILITY,
            }
        ),
    }
)
