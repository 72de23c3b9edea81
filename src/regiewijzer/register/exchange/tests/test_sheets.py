"""Every sheet can be explained, written and read."""

import pytest

from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.sheets.mistakes import Fault, Note
from regiewijzer.register.exchange.sheets.reading import SheetRead, read_sheet
from regiewijzer.register.exchange.sheets.recognising import read_sheets
from regiewijzer.register.exchange.tables.challenges import CHALLENGES
from regiewijzer.register.exchange.tables.networks import NETWORKS
from regiewijzer.register.exchange.tables.organisations import ORGANISATIONS


def _read(*rows: tuple[object, ...]) -> SheetRead:
    raw = RawSheet("Partners", "Partners", tuple(enumerate(rows, start=1)))  # type: ignore[arg-type]
    return read_sheet(ORGANISATIONS, raw)


@pytest.mark.parametrize("heading", ["Naam", "naam *", " NAAM ", "Name", "name"])
def test_a_heading_is_read_however_it_is_written(heading: str) -> None:
    reading = _read((heading,), ("Huis",))

    assert reading.rows[0].given == {"name": "Huis"}


def test_a_misspelt_heading_is_asked_about() -> None:
    reading = _read(("Naam", "Gemente"), ("Huis", "Aalst"))

    assert [(mistake.fault, str(mistake.place)) for mistake in reading.mistakes] == [
        (Fault.HEADING_MISSPELT, "Partners!B1")
    ]
    assert reading.mistakes[0].numbers["meant"] == "Gemeente"


def test_a_column_of_somebodys_own_is_left_out_and_told() -> None:
    reading = _read(("Naam", "Kleur van de deur"), ("Huis", "groen"))

    assert reading.mistakes == []
    assert [remark.note for remark in reading.remarks] == [Note.COLUMN_NOT_READ]


def test_a_value_without_a_heading_is_told() -> None:
    reading = _read(("Naam", "", "Gemeente"), ("Huis", "x", "Aalst", "y"))

    assert [(remark.note, remark.numbers["column"]) for remark in reading.remarks] == [
        (Note.NO_HEADING, "B"),
        (Note.NO_HEADING, "D"),
    ]


def test_the_same_heading_twice_is_a_mistake() -> None:
    assert [mistake.fault for mistake in _read(("Naam", "Naam"), ("Huis", "x")).mistakes] == [Fault.HEADING_TWICE]


def test_example_rows_do_not_come_in() -> None:
    reading = _read(("Naam",), ("Voorbeeld: Huis",), ("Echt",))

    assert [line.given["name"] for line in reading.rows] == ["Echt"]
    assert reading.remarks[0].numbers["count"] == 1


def test_a_dash_empties_and_an_empty_cell_says_nothing() -> None:
    reading = _read(("Naam", "Gemeente", "Nota"), ("Huis", "-", ""))

    assert reading.rows[0].given == {"name": "Huis", "municipality": ""}


def test_what_cannot_be_empty_cannot_be_emptied() -> None:
    reading = _read(("Naam", "Soort"), ("-", "-"))

    assert [mistake.fault for mistake in reading.mistakes] == [Fault.MISSING, Fault.CANNOT_BE_EMPTIED]


def test_sheets_are_recognised_in_two_languages_and_others_are_told() -> None:
    raws = [RawSheet(title, title, ((1, ("Naam",)),)) for title in ("Networks", "opgaven", "Begroting", "Uitleg")]

    read = read_sheets([NETWORKS, CHALLENGES], raws)

    assert list(read.readings) == ["networks", "challenges"]
    assert [(remark.note, remark.numbers["sheet"]) for remark in read.remarks] == [(Note.SHEET_NOT_READ, "Begroting")]


def test_a_misspelt_sheet_is_asked_about_and_its_rows_stay_out() -> None:
    raw = RawSheet("Netwereken", "Netwereken", ((1, ("Naam",)), (2, ("Huis",))))

    reading = read_sheets([NETWORKS], [raw]).readings["networks"]

    assert reading.mistakes[0].fault == Fault.SHEET_MISSPELT
    assert reading.unnamed
