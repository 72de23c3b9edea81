"""What do organisations.csv and memberships.csv say? Needs no more than the register."""

from collections.abc import Iterable
from datetime import date

from regiewijzer.overview.scan.facts.register import Scan, scan_of
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.plans.planning import plan_of
from regiewijzer.register.exchange.tables.members import MemberTable
from regiewijzer.register.exchange.tables.networks import NetworkTable
from regiewijzer.register.exchange.tables.organisations import OrganisationTable
from regiewijzer.register.exchange.tables.two_files import read_two_files

TABLES = (OrganisationTable(), NetworkTable(), MemberTable())


def scan_two_files(raws: Iterable[RawSheet], today: date) -> Scan:
    """Everything about the two files. Refused when they are not there."""
    numbers = {table.sheet.code: table.clean for table in TABLES}
    return scan_of(plan_of([table.sheet for table in TABLES], read_two_files(raws), {}, today, numbers), today)
