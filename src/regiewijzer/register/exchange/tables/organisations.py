"""The sheet Partners: organisations with their numbers and expertise."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.files.cells import Raw
from regiewijzer.register.exchange.sheets.choices import SomeOf
from regiewijzer.register.exchange.sheets.kinds import Kind, NameOf, Prose, Value
from regiewijzer.register.exchange.sheets.mistakes import Fault, Wrong
from regiewijzer.register.exchange.sheets.rows import Row
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import BATCH, ImportContext, grouped
from regiewijzer.register.exchange.tables.columns import ARCHIVED, AS_OF, NOTE, TEXTS, columns_of, not_in_future
from regiewijzer.register.exchange.tables.records import RecordTable
from regiewijzer.register.organisations.models import Identifier, Organisation, Scheme, clean_number

LONGEST_NUMBER = 40
SCHEMES = tuple(scheme.value for scheme in Scheme)
_ALLOWED = {
    Scheme.KBO: Text(
        nl="tien cijfers met een geldige controle, zoals 0207.508.932",
        en="ten digits with a valid check, such as 0207.508.932",
    ),
    Scheme.OVO: Text(nl="OVO en zes cijfers, zoals OVO001992", en="OVO and six digits, such as OVO001992"),
    Scheme.NIS: Text(nl="vijf cijfers, zoals 41002", en="five digits, such as 41002"),
    Scheme.KVK: Text(nl="acht cijfers, zoals 12345678", en="eight digits, such as 12345678"),
    Scheme.RSIN: Text(
        nl="negen cijfers met een geldige controle, zoals 111222333",
        en="nine digits with a valid check, such as 111222333",
    ),
    Scheme.OIN: Text(
        nl="twintig cijfers, zoals 00000001001234567000", en="twenty digits, such as 00000001001234567000"
    ),
}


@dataclass(frozen=True, slots=True)
class NumberOf(Kind):
    """A number in the scheme of whoever gave it, kept in its plain form."""

    scheme: Scheme

    def read(self, raw: Raw) -> str:
        try:
            return clean_number(self.scheme, Prose(LONGEST_NUMBER).read(raw))
        except ValidationError as wrong:
            raise Wrong(Fault.WRONG_NUMBER, scheme=self.scheme.value.upper()) from wrong

    def written(self, value: Value, name_of: NameOf) -> str:
        return Identifier(scheme=self.scheme, value=str(value)).written

    @property
    def nothing(self) -> str:
        return ""

    @property
    def allowed(self) -> Text:
        return _ALLOWED[self.scheme]


def _number(scheme: Scheme) -> Column:
    return Column(scheme.value, NumberOf(scheme))


ORGANISATIONS = described(
    Sheet(
        code="organisations",
        columns=columns_of(
            Organisation,
            "name",
            _number(Scheme.KBO),
            _number(Scheme.OVO),
            "kind",
            Column("domains", SomeOf("domains")),
            "speaks_for_users",
            "is_own",
            "municipality",
            "website",
            NOTE,
            AS_OF,
            ARCHIVED,
            _number(Scheme.NIS),
            _number(Scheme.KVK),
            _number(Scheme.RSIN),
            _number(Scheme.OIN),
        ),
        key=("name",),
        numbers=SCHEMES,
        told_by=SCHEMES,
        checks=(not_in_future("as_of"),),
    ),
    TEXTS / "organisations.yaml",
)


class OrganisationTable(RecordTable):
    """Organisations and their numbers, in and out of a workbook."""

    sheet = ORGANISATIONS
    model = Organisation
    also = (Identifier,)

    def clean(self, text: str) -> str:
        try:
            return clean_number(Scheme.KBO, text)
        except ValidationError:
            return ""

    def more_stored(self) -> Any:
        rows = Identifier.objects.values_list("organisation", "scheme", "value")
        numbers = grouped((organisation, (scheme, value)) for organisation, scheme, value in rows)
        return lambda pk: {**dict.fromkeys(SCHEMES, ""), **dict(numbers[pk])}

    def save_more(self, new: Sequence[Row], changed: Sequence[Row], context: ImportContext) -> None:
        """Numbers that are taken away or replaced go first: two partners may exchange theirs."""
        renewed = [(entry, [scheme for scheme in SCHEMES if scheme in entry.changed]) for entry in changed]
        for entry, schemes in renewed:
            if schemes:
                Identifier.objects.filter(organisation=entry.pk, scheme__in=schemes).delete()
        Identifier.objects.bulk_create(
            (
                Identifier(
                    authority_id=context.authority,
                    organisation_id=context.pk(entry.target),
                    scheme=scheme,
                    value=str(entry.values[scheme]),
                )
                for entry, schemes in (*((entry, SCHEMES) for entry in new), *renewed)
                for scheme in schemes
                if entry.values[scheme]
            ),
            BATCH,
        )
