"""Files as people make them: what is clear is read, what can be two things is named with both."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.hostile.workbooks import odd_workbook

from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.files.reading import read_files
from regiewijzer.register.exchange.sheets.kinds import Decimals, Email, Phone, Prose, WebAddress, Whole
from regiewijzer.register.exchange.sheets.mistakes import Fault, Note, Wrong
from regiewijzer.register.exchange.sheets.reading import SheetRead, read_sheet
from regiewijzer.register.exchange.sheets.rows import State
from regiewijzer.register.exchange.sheets.sheet import Sheet
from regiewijzer.register.exchange.tables.challenges import CHALLENGES
from regiewijzer.register.exchange.tables.members import MEMBERS
from regiewijzer.register.exchange.tables.networks import NETWORKS
from regiewijzer.register.exchange.tables.organisations import ORGANISATIONS
from regiewijzer.register.exchange.tests.test_planning import _faults, _plan, _states, _stored


def _read(sheet: Sheet, *rows: Sequence[Any]) -> SheetRead:
    return read_sheet(sheet, RawSheet(sheet.code, sheet.code, tuple(enumerate(map(tuple, rows), start=1))))


def _file(name: str, content: bytes, sheet: Sheet) -> SheetRead:
    return read_sheet(sheet, read_files([(name, content)])[0])


def test_a_partner_with_its_accents_apart_is_the_same_partner() -> None:
    plan = _plan(Partners=[("Naam",), ("Café Crèche Zoé",), ("Cafe\u0301 Cre\u0300che Zoe\u0301",)])

    assert _faults(plan) == [(Fault.TWICE, "Partners!A3")]
    assert plan.sheets[1].entries[0].values["name"] == "Café Crèche Zoé"


@pytest.mark.parametrize(
    "written",
    [207508932, 207508932.0, "207508932", "BE 0207.508.932", "BTW BE0207508932", "0207-508-932",
     "0207\u00a0508\u00a0932", "0207/508/932"],
)  # fmt: skip
def test_a_number_of_the_kbo_is_one_number_however_it_is_written(written: Any) -> None:
    assert _read(ORGANISATIONS, ("Naam", "KBO-nummer"), ("A", written)).rows[0].given["kbo"] == "0207508932"


@pytest.mark.parametrize("written", ["2.216.843.191", "0207.508.933"])
def test_a_number_that_is_none_of_the_kbo_is_named_with_its_cell(written: str) -> None:
    (mistake,) = _read(ORGANISATIONS, ("Naam", "KBO-nummer"), ("A", written)).mistakes

    assert (mistake.fault, str(mistake.place)) == (Fault.WRONG_NUMBER, "organisations!B2")


@pytest.mark.parametrize("written", [
    date(2027, 3, 4), "04/03/2027", "4 maart 2027", "4 mrt 2027", "2027-03-04T00:00:00", "4.3.2027", "04/03/2027\u00a0",
    "04 / 03 / 2027",
])  # fmt: skip
def test_a_clear_day_is_read(written: Any) -> None:
    assert _read(CHALLENGES, ("Naam", "Tegen wanneer"), ("A", written)).rows[0].given["due"] == date(2027, 3, 4)


@pytest.mark.parametrize(("written", "fault", "reading"), [
    ("4/3/27", Fault.TWO_DAYS, {"one": "04/03/2027", "other": "04/03/1927"}),
    ("03/25/2027", Fault.MONTH_FIRST, {}),
    (46450, Fault.DAY_AS_NUMBER, {"day": "04/03/2027"}),
    (2027, Fault.NO_WHOLE_DAY, {"day": "01/01/2027"}),
    ("Q1 2027", Fault.NO_WHOLE_DAY, {"day": "01/01/2027"}),
    ("maart 2027", Fault.NO_WHOLE_DAY, {"day": "01/03/2027"}),
    ("31/02/2027", Fault.NO_SUCH_DAY, {}),
    (date(9999, 12, 31), Fault.NO_SUCH_DAY, {}),
    ("ooit", Fault.NOT_A_DAY, {}),
])  # fmt: skip
def test_a_day_that_is_none_or_two_says_what_it_was_read_as(
    written: Any, fault: Fault, reading: dict[str, str]
) -> None:
    (mistake,) = _read(CHALLENGES, ("Naam", "Tegen wanneer"), ("A", written)).mistakes

    assert (mistake.fault, mistake.numbers) == (fault, reading)


def test_one_day_with_its_month_first_makes_the_whole_column_doubtful() -> None:
    reading = _read(
        CHALLENGES, ("Naam", "Tegen wanneer"), ("A", "03/04/2027"), ("B", "03/25/2027"), ("C", "12/01/2027"),
        ("D", "04/04/2027"),
    )  # fmt: skip

    assert [mistake.fault for mistake in reading.mistakes] == [Fault.TWO_DAYS, Fault.MONTH_FIRST, Fault.TWO_DAYS]
    assert reading.mistakes[0].numbers == {"one": "03/04/2027", "other": "04/03/2027"}
    assert [row.given.get("due") for row in reading.rows] == [None, None, None, date(2027, 4, 4)]


@pytest.mark.parametrize(
    ("written", "hours"), [("2.000,00", 2000), ("1 500", 1500), ("1\u00a0500", 1500), ("800", 800)]
)
def test_hours_with_a_clear_sign_are_read(written: str, hours: int) -> None:
    reading = _read(NETWORKS, ("Naam", "Uren per jaar voor ons bestuur"), ("A", written))

    assert reading.rows[0].given.get("hours_per_year", Whole(0, 9999).read(written)) == hours


@pytest.mark.parametrize("kind", [Whole(0, 30_000), Decimals(0, 30_000, 2)])
@pytest.mark.parametrize("written", ["1.000", "1.200", "3.000"])
def test_a_thousand_is_never_stored_as_one(kind: Whole | Decimals, written: str) -> None:
    with pytest.raises(Wrong) as wrong:
        kind.read(written)

    assert (wrong.value.fault, wrong.value.numbers["one"]) == (Fault.TWO_NUMBERS, written.replace(".", ""))
    assert Decimals(1, 5, 2).read("3,25") == Decimal("3.25")


@pytest.mark.parametrize("written", [
    "Kinderopvang 't Nestje", "Kinderopvang ´t Nestje", "Kinderopvang\u00a0’t Nestje", "kinderopvang  ’t nestje",
    "Vrijwilligers Sint\u2011Rochus", "Vrijwilligers Sint–Rochus",
])  # fmt: skip
def test_a_member_row_finds_its_partner_however_the_keyboard_wrote_it(written: str) -> None:
    stored = [
        _stored(ORGANISATIONS, 7, name="Kinderopvang ’t Nestje"),
        _stored(ORGANISATIONS, 8, name="Vrijwilligers Sint-Rochus"),
        _stored(NETWORKS, 9, name="Brede School"),
    ]

    plan = _plan(stored, Leden=[("Netwerk", "Partner"), ("Brede  School", written)])

    assert _faults(plan) == []
    assert plan.sheets[4].entries[0].values["organisation"].pk == (8 if "Rochus" in written else 7)  # type: ignore[union-attr]


def test_a_saint_written_short_is_asked_about() -> None:
    stored = [_stored(ORGANISATIONS, 8, name="Vrijwilligers Sint-Rochus"), _stored(NETWORKS, 9, name="Brede School")]

    plan = _plan(stored, Leden=[("Netwerk", "Partner"), ("Brede School", "Vrijwilligers St.-Rochus")])

    assert _faults(plan) == [(Fault.UNKNOWN, "Leden!B2")]


def test_headings_are_found_under_a_title() -> None:
    reading = _read(
        ORGANISATIONS, ("Lijst van onze partners 2026",), ("Naam *", "KBO-nummer"), ("Titelrij vzw", "")
    )  # fmt: skip

    assert [row.given["name"] for row in reading.rows] == ["Titelrij vzw"]
    assert [(told.note, told.numbers["row"]) for told in reading.remarks] == [(Note.TITLE_ROWS, 2)]


def test_a_network_merged_over_its_members_counts_for_each_and_that_is_said() -> None:
    file = odd_workbook(
        "Leden", [("Netwerk", "Partner"), ("Huis", "OCMW"), ("", "CAW"), ("", "Politie")], merged="A2:A4"
    )

    reading = _file("x.xlsx", file, MEMBERS)

    assert [row.given["network"] for row in reading.rows] == ["Huis", "Huis", "Huis"]
    assert [(told.note, told.numbers["cell"]) for told in reading.remarks] == [(Note.MERGED, "A2")]


def test_what_is_hidden_is_said_before_it_comes_in() -> None:
    file = odd_workbook(
        "Partners", [("Naam", "Gemeente"), ("A", ""), ("B", "")], hidden_row=3, hidden_column="B:B", hidden=True
    )

    reading = _file("x.xlsx", file, ORGANISATIONS)

    assert [told.note for told in reading.remarks] == [Note.HIDDEN_SHEET, Note.HIDDEN_ROWS, Note.HIDDEN_COLUMNS]
    assert [told.numbers.get("row", told.numbers.get("columns")) for told in reading.remarks] == [None, 3, "B"]
    assert len(reading.rows) == 2


LIST = 'Naam;KBO-nummer;Nota\r\nCsv één vzw;0207508932;"regel 1\nregel 2"\r\n'


@pytest.mark.parametrize("data", [
    LIST.encode("utf-8-sig"), LIST.encode("cp1252"), LIST.encode("mac_roman"), f"sep=;\r\n{LIST}".encode("utf-8-sig"),
    f'"sep=;"\r\n{LIST}'.encode(), LIST.encode("utf-16"),
])  # fmt: skip
def test_one_list_of_several_makes_is_read_the_same(data: bytes) -> None:
    (row,) = _file("Partners.csv", data, ORGANISATIONS).rows

    assert row.given == {"name": "Csv één vzw", "kbo": "0207508932", "note": "regel 1\nregel 2"}


def test_a_file_of_an_older_mac_is_voiced() -> None:
    assert [told.note for told in _file("P.csv", LIST.encode("mac_roman"), ORGANISATIONS).remarks] == [Note.OTHER_SIGNS]
    assert _file("P.csv", LIST.encode("cp1252"), ORGANISATIONS).remarks == []


@pytest.mark.parametrize(("kind", "written", "kept"), [
    (Phone(), 499123456, "0499123456"),
    (Phone(), 53123456, "053123456"),
    (Phone(), "0499/12.34.56", "0499/12.34.56"),
    (Phone(), "+32 (0)499 12 34 56", "+32 (0)499 12 34 56"),
    (Email(), "Tel Twee <tel.twee@voorbeeld.be>", "tel.twee@voorbeeld.be"),
    (Email(), "mailto:tel.vier@voorbeeld.be", "tel.vier@voorbeeld.be"),
    (Email(), " tel.drie@voorbeeld.be ", "tel.drie@voorbeeld.be"),
    (WebAddress(), "www.voorbeeld.be", "https://www.voorbeeld.be"),
    (WebAddress(), "voorbeeld.be", "https://voorbeeld.be"),
    (WebAddress(), "http://voorbeeld.be", "http://voorbeeld.be"),
    (Prose(200, one_line=True), "Huis\u00a0van  het\u200b Kind", "Huis van het Kind"),
])  # fmt: skip
def test_a_contact_is_kept_as_it_was_meant(kind: Prose, written: Any, kept: str) -> None:
    assert kind.read(written) == kept


@pytest.mark.parametrize(("kind", "written", "fault"), [
    (Phone(), 0.5, Fault.NOT_A_PHONE),
    (Phone(), 12, Fault.NOT_A_PHONE),
    (Email(), "tel.vijf@voorbeeld.be; tel5@voorbeeld.be", Fault.NOT_AN_EMAIL),
    (WebAddress(), "geen adres", Fault.NOT_A_WEB_ADDRESS),
])  # fmt: skip
def test_what_cannot_be_a_contact_is_refused(kind: Prose, written: Any, fault: Fault) -> None:
    with pytest.raises(Wrong) as wrong:
        kind.read(written)

    assert wrong.value.fault is fault


def test_one_partner_in_other_capitals_is_one_partner_and_another_legal_form_is_not_decided_in_silence() -> None:
    plan = _plan(Partners=[("Naam",), ("Kinderopvang De Zon",), ("KINDEROPVANG DE ZON",), ("Kinderopvang “De Zon”",)])

    assert _faults(plan) == [(Fault.TWICE, "Partners!A3")]
    assert _states(plan, "organisations") == [(State.NEW, None), (State.NEW, None)]
