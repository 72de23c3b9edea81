"""Which sheets does a register travel in, and which tables stay here, and why?"""

from collections.abc import Mapping
from types import MappingProxyType

from regiewijzer.inquiry.questionnaires import public as questionnaires
from regiewijzer.overview.findings.tables import FindingTable
from regiewijzer.overview.tools import TOOLS
from regiewijzer.register.exchange.tables.base import Table
from regiewijzer.register.exchange.tables.challenges import ChallengeTable
from regiewijzer.register.exchange.tables.decisions import DecisionTable
from regiewijzer.register.exchange.tables.history import FormTable, GoalTable, PhaseTable, PlacingTable, ReviewTable
from regiewijzer.register.exchange.tables.instruments import InstrumentTable
from regiewijzer.register.exchange.tables.meetings import (
    ActionTable,
    AgendaTable,
    AgreementTable,
    MeetingTable,
    PresenceTable,
)
from regiewijzer.register.exchange.tables.members import MemberTable
from regiewijzer.register.exchange.tables.networks import NetworkTable
from regiewijzer.register.exchange.tables.organisations import OrganisationTable
from regiewijzer.register.exchange.tables.persons import PersonTable
from regiewijzer.register.exchange.tables.policy import PolicyCodeTable
from regiewijzer.register.exchange.tables.relations import RelationTable
from regiewijzer.register.exchange.tables.required_seats import RequiredSeatTable
from regiewijzer.register.exchange.tables.seats import SeatTable

# Each after those it points at: so they are planned and saved.
TABLES: tuple[Table, ...] = (
    ChallengeTable(),
    OrganisationTable(),
    PersonTable(),
    NetworkTable(),
    MemberTable(),
    SeatTable(),
    RequiredSeatTable(),
    InstrumentTable(),
    RelationTable(),
    DecisionTable(),
    MeetingTable(),
    AgendaTable(),
    PresenceTable(),
    AgreementTable(),
    ActionTable(),
    GoalTable(),
    FormTable(),
    PhaseTable(),
    PlacingTable(),
    ReviewTable(),
    PolicyCodeTable(),
    *(table for tool in TOOLS for table in tool.tables),
    *questionnaires.TABLES,
    FindingTable(),
)
SHEETS = tuple(table.sheet for table in TABLES)

_ACCOUNTS = "who has an account here, and what they may do"
_ANSWERS = "raw answers and who gave them: what was measured with them travels as a measurement"
LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        "audit.Entry": "the trail stays where things were done",
        "search.SearchEntry": "made again from the records",
        "networks.Management": _ACCOUNTS,
        "networks.GuestSeat": _ACCOUNTS,
        "questionnaires.Sitting": "tests of persons, and answers: what was measured with them travels as a measurement",
        "roles.Offer": "what somebody offers themselves, and takes back themselves",
        "roles.Beginner": "what somebody says of themselves, and takes back themselves",
        "surveys": _ANSWERS,
        "workshops": _ANSWERS,
        "measurements.Imported": "says which answers became a measurement, and the answers stay here",
        "meetings.CalendarFeed": _ACCOUNTS,
        "meetings.ActionLink": "opens this database alone, for somebody who got the link",
        "confirmations.Confirmation": "links open this database alone; what was taken over is in the register",
        "meetings.MeetingMail": "what became of mails that went out here",
        "meetings.MinutesDraft": "minutes under way: once they are closed they are on the sheet of meetings",
        "findings.Refresh": "how far findings were computed",
        "merges.Merge": "what can be put back as it was, for a month",
        "merges.Apart": "which pairs are not asked about again",
        "practice.SharedCase": "what others may read, until it is withdrawn: each shares its own again",
        "submissions.Submission": "which forms were sent, for two days",
        "exchange_pages.ImportDraft": "a file under way",
        "exchange_pages.ListHeading": "what somebody's own headings mean to the import, not a fact of the authority",
        "onboarding.RefusedProposal": "an answer to what a file here proposes",
        "onboarding.HiddenSteps": "that a page here is put away",
        "reports.Report": "made again when somebody asks",
    }
)
"""Tables of an authority that are on no sheet, each with its reason; the name of an app is all of its tables."""
