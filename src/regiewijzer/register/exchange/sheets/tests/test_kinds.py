from datetime import date
from decimal import Decimal

import pytest

from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.sheets.choices import OneOf, SomeOf, Tags, joined, split
from regiewijzer.register.exchange.sheets.kinds import Day, Decimals, Email, Kind, Prose, WebAddress, Whole, YesNo
from regiewijzer.register.exchange.sheets.links import Links
from regiewijzer.register.exchange.sheets.mistakes import Fault, Wrong

LINKS = Links("persons", Text(nl="", en=""))


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (Prose(10), " Huis\r\n", "Huis"),
        (Prose(10), 12, "12"),
        (Whole(0, 100), "70", 70),
        (Whole(0, 100), 70, 70),
        (Decimals(1, 5, 2), "3,25", Decimal("3.25")),
        (Decimals(1, 5, 2), 3.4, Decimal("3.4")),
        (Day(), date(2026, 12, 3), date(2026, 12, 3)),
        (Day(), "3/12/2026", date(2026, 12, 3)),
        (Day(), "3-12-2026", date(2026, 12, 3)),
        (Day(), "2026-12-03", date(2026, 12, 3)),
        (YesNo(), "Ja", True),
        (YesNo(), True, True),
        (YesNo(), "no", False),
        (Email(), "an@voorbeeld.be", "an@voorbeeld.be"),
        (WebAddress(), "https://voorbeeld.be", "https://voorbeeld.be"),
        (OneOf("forms"), "leiderorganisatie", "lead_organisation"),
        (OneOf("forms"), "Lead organisation", "lead_organisation"),
        (OneOf("forms"), "NAO", "nao"),
        (OneOf("organisation_kinds"), "OCMW's", "ocmw"),
        (SomeOf("domains"), "Zorg; wonen; zorg", ("health", "housing")),
        (SomeOf("themes"), "Werk, sociale economie en activering", ("work_activation",)),
        (Tags(3, 10), "ouders, jeugd", ("ouders", "jeugd")),
        (Tags(3, 10), "ouders; jeugd", ("ouders", "jeugd")),
        (LINKS, 'An; "Bo; Co"', ("An", "Bo; Co")),
    ],
)
def test_a_cell_is_read(kind: Kind, raw, value) -> None:
    assert kind.read(raw) == value


@pytest.mark.parametrize(
    ("kind", "raw", "fault"),
    [
        (Prose(10), "x" * 11, Fault.TOO_LONG),
        (Prose(10), date(2026, 5, 1), Fault.NOT_TEXT),
        (Prose(10), "a\x07b", Fault.UNREADABLE_SIGNS),
        (Whole(0, 100), "twaalf", Fault.NOT_WHOLE),
        (Whole(0, 100), 0.3, Fault.NOT_WHOLE),
        (Whole(0, 100), 101, Fault.OUT_OF_RANGE),
        (Whole(0, 100), "1e2", Fault.NOT_WHOLE),
        (Whole(0, 100), True, Fault.NOT_WHOLE),
        (Decimals(1, 5, 2), 3.333, Fault.TOO_MANY_DECIMALS),
        (Decimals(1, 5, 2), "nan", Fault.NOT_A_NUMBER),
        (Decimals(1, 5, 2), 6, Fault.OUT_OF_RANGE),
        (Day(), "31/02/2026", Fault.NO_SUCH_DAY),
        (Day(), "0206-01-01", Fault.NO_SUCH_DAY),
        (Day(), "gisteren", Fault.NOT_A_DAY),
        (Day(), 46000, Fault.DAY_AS_NUMBER),
        (YesNo(), "misschien", Fault.NOT_YES_OR_NO),
        (Email(), "an", Fault.NOT_AN_EMAIL),
        (WebAddress(), "javascript:alert(1)", Fault.NOT_A_WEB_ADDRESS),
        (OneOf("forms"), "vorm", Fault.NOT_A_CHOICE),
        (SomeOf("domains"), "Zorg; x", Fault.NOT_A_CHOICE),
        (Tags(3, 10), "a;b;c;d", Fault.TOO_MANY),
    ],
)
def test_a_cell_that_does_not_fit_says_what_is_wrong(kind: Kind, raw, fault: Fault) -> None:
    with pytest.raises(Wrong) as wrong:
        kind.read(raw)

    assert wrong.value.fault == fault
    assert kind.allowed.nl
    assert kind.allowed.en


@pytest.mark.parametrize("items", [("a", "b"), ("a; b", "c"), ('"a"', "b"), ("Huis “De Brug”", 'x"y')])
def test_a_list_in_a_cell_comes_apart_again(items: tuple[str, ...]) -> None:
    assert split(joined(items)) == items


def test_a_single_tag_with_a_comma_stays_one() -> None:
    kind = Tags(3, 40)

    assert kind.read(kind.written(("ouders, en jeugd",), lambda _: "")) == ("ouders, en jeugd",)
