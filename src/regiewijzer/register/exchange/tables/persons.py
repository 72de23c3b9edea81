"""The sheet Mensen: persons who work at, or for, an organisation."""

from dataclasses import replace
from typing import Any

from regiewijzer.register.exchange.sheets.kinds import Phone, Prose, Whole
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.columns import (
    ARCHIVED,
    AS_OF,
    NOTE,
    TEXTS,
    TO_COLLEAGUE,
    columns_of,
    not_in_future,
)
from regiewijzer.register.exchange.tables.records import RecordTable
from regiewijzer.register.organisations.models import Person

LONGEST_CAREER = 70

PERSONS = described(
    Sheet(
        code="persons",
        columns=columns_of(
            Person,
            "name",
            "organisation",
            "function",
            "email",
            Column("phone", Phone()),
            Column("experience_years", Whole(0, LONGEST_CAREER)),
            replace(NOTE, kind=Prose(2000)),
            AS_OF,
            ARCHIVED,
            Column("colleague", TO_COLLEAGUE),
        ),
        key=("name", "organisation"),
        told_by=("organisation",),
        confidential=("email", "phone", "note"),  # how to reach somebody stays with who steers
        checks=(not_in_future("as_of"),),
    ),
    TEXTS / "persons.yaml",
)


class PersonTable(RecordTable):
    """Persons, in and out of a workbook."""

    sheet = PERSONS
    model = Person

    def for_search(self) -> Any:
        return Person.objects.select_related("organisation")
