"""The sheet Mensen: persons who work at, or for, an organisation."""

from typing import Any

from regiewijzer.register.exchange.sheets.kinds import Email, Prose, Whole, YesNo
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.columns import ARCHIVED, AS_OF, NAME, TEXTS, TO_ORGANISATION, not_in_future
from regiewijzer.register.exchange.tables.records import RecordTable
from regiewijzer.register.organisations.models import Person

LONGEST_CAREER = 70

PERSONS = described(
    Sheet(
        code="persons",
        columns=(
            NAME,
            Column("organisation", TO_ORGANISATION, required=True),
            Column("function", Prose(150)),
            Column("email", Email()),
            Column("phone", Prose(40)),
            Column("experience_years", Whole(0, LONGEST_CAREER)),
            Column("critical_voice", YesNo()),
            Column("note", Prose(2000)),
            AS_OF,
            ARCHIVED,
        ),
        key=("name", "organisation"),
        told_by=("organisation",),
        checks=(not_in_future("as_of"),),
    ),
    TEXTS / "persons.yaml",
)


class PersonTable(RecordTable):
    """Persons, in and out of a workbook."""

    sheet = PERSONS
    model = Person
    fields = ("name", "function", "email", "phone", "experience_years", "critical_voice", "note", "as_of")
    links = {"organisation": "organisations"}

    def for_search(self) -> Any:
        return Person.objects.select_related("organisation")
