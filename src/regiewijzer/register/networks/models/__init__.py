"""Networks with their goals, forms, phases and members; seats that a rule asks for; who manages them or comes in."""

from regiewijzer.register.networks.models.access import GuestSeat, Management
from regiewijzer.register.networks.models.networks import (
    Delegate,
    FormPeriod,
    GoalVersion,
    MemberRole,
    Membership,
    Network,
    PhaseStart,
    ends_after_start,
)
from regiewijzer.register.networks.models.required_seats import RequiredSeat, SeatHolder

__all__ = [
    "Delegate",
    "FormPeriod",
    "GoalVersion",
    "GuestSeat",
    "Management",
    "MemberRole",
    "Membership",
    "Network",
    "PhaseStart",
    "RequiredSeat",
    "SeatHolder",
    "ends_after_start",
]
