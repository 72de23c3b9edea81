import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from regiewijzer.register.exchange.files.cells import UnusableCell, UnusableKind
from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.files.raw import from_json, joined, parted, to_json
from regiewijzer.register.exchange.files.reading import files_at, read_files
from regiewijzer.register.exchange.files.writing import zipped

TEXT = "Naam;Gemeente\nBüro;Sint-Niklaas\n"


def _workbook() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("Netwerken")
        page.write_string(2, 1, "tekst")
        page.write_number(2, 2, 3)
        page.write_number(2, 3, 3.5)
        page.write_boolean(2, 4, True)
        page.write_datetime(2, 5, date(2026, 12, 3), book.add_format({"num_format": "dd/mm/yyyy"}))
        page.write_formula(3, 1, "=1+1", None, 2)
        page.write_formula(3, 2, "=1/0", None, "#DIV/0!")
        page.write_number(3, 3, 0.5, book.add_format({"num_format": "hh:mm"}))
        book.add_worksheet("Leeg")
    return out.getvalue()


def test_cells_of_a_workbook_keep_their_place_and_kind() -> None:
    sheet, empty = read_files([("x.xlsx", _workbook())])

    assert sheet.rows == (
        (3, ("", "tekst", 3, 3.5, True, date(2026, 12, 3))),
        (
            4,
            (
                "",
                UnusableCell(UnusableKind.FORMULA, "=1+1"),
                UnusableCell(UnusableKind.FORMULA, "=1/0"),
                UnusableCell(UnusableKind.TIME, "12:00:00"),
            ),
        ),
    )
    assert empty.rows == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_is_read_in_any_encoding_and_with_any_separator(encoding: str, separator: str) -> None:
    (sheet,) = read_files([("Partners.csv", TEXT.replace(";", separator).encode(encoding))])

    assert sheet.rows == ((1, ("Naam", "Gemeente")), (2, ("Büro", "Sint-Niklaas")))
    assert (sheet.title, sheet.place) == ("Partners", "Partners.csv")


def test_empty_lines_keep_the_numbers_of_the_rows_after_them() -> None:
    (sheet,) = read_files([("Partners.csv", b"Naam\n\n;;\nHuis\n")])

    assert [number for number, _cells in sheet.rows] == [1, 4]


def test_a_zip_file_with_csv_files_is_a_folder() -> None:
    files = [("map/Partners.csv", TEXT.encode()), ("__MACOSX/Partners.csv", b"x"), ("leesmij.txt", b"x")]

    (sheet,) = read_files([("alles.zip", zipped(files))])

    assert sheet.title == "Partners"


def test_only_the_csv_files_of_a_folder_are_taken(tmp_path: Path) -> None:
    (tmp_path / "Partners.csv").write_text(TEXT)
    (tmp_path / "README.md").write_text("x")

    assert [name for name, _data in files_at(tmp_path)] == ["Partners.csv"]


def test_a_path_without_anything_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_files(files_at(tmp_path))

    assert refused.value.reason == Reason.NOTHING


def test_cells_cross_between_processes_unchanged() -> None:
    sheets = read_files([("x.xlsx", _workbook())])

    assert from_json(to_json(sheets)) == sheets


def test_files_cross_between_processes_unchanged() -> None:
    files = [("a\nb.csv", b"\x00\n"), ("", b"")]

    assert parted(io.BytesIO(joined(files))) == files


def test_the_same_content_makes_the_same_zip_file() -> None:
    files = [("a.csv", b"x")]

    assert zipped(files) == zipped(files)
    assert zipfile.ZipFile(io.BytesIO(zipped(files))).read("a.csv") == b"x"


CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
HEAD = (
    '<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s">'
    '<office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/>'
    "</style:style></office:automatic-styles><office:body><office:spreadsheet>"
)
TAIL = "</office:spreadsheet></office:body></office:document-content>"


def _open_document(tables: str, manifest: str = "<manifest/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        container.writestr("content.xml", HEAD + tables + TAIL)
        container.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def test_a_sheet_of_libreoffice_is_read_without_its_million_empty_rows() -> None:
    tables = (
        '<table:table table:name="Lijst"><table:table-column/><table:table-column table:visibility="collapse"/>'
        f"<table:table-row>{CELL.format('Naam')}{CELL.format('Budget')}</table:table-row>"
        '<table:table-row table:visibility="filter">'
        '<table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>Een<text:s/>twee</text:p>'
        "<office:annotation><text:p>niet lezen</text:p></office:annotation></table:table-cell>"
        '<table:table-cell office:value-type="currency" office:value="1250.5"><text:p>1.250,50</text:p>'
        "</table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="2"><table:covered-table-cell/>'
        '<table:table-cell office:value-type="date" office:date-value="2020-02-03"><text:p>x</text:p>'
        "</table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
        '<table:table table:name="Weg" table:style-name="ta2">'
        f"<table:table-row>{CELL.format('Stil')}</table:table-row></table:table>"
    )

    sheet, away = read_files([("x.ods", _open_document(tables))])

    assert sheet.rows == (
        (1, ("Naam", "Budget")),
        (2, ("Een twee", 1250.5)),
        (3, ("Een twee", date(2020, 2, 3))),
        (4, ("", date(2020, 2, 3))),
    )
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.merged) == ((2,), (1,), ((2, 0),))
    assert (away.hidden, away.rows) == (True, ((1, ("Stil",)),))


@pytest.mark.parametrize(("document", "reason"), [
    (_open_document("", manifest="<m><encryption-data/></m>"), Reason.ENCRYPTED),
    (_open_document("<table:table>"), Reason.DAMAGED),
    (_open_document(
        '<table:table><table:table-row>'
        '<table:table-cell office:value-type="string" table:number-columns-repeated="900">'
        "<text:p>x</text:p></table:table-cell></table:table-row></table:table>"
    ), Reason.FAR_CELL),
    (_open_document(
        f'<table:table><table:table-row table:number-rows-repeated="900000">{CELL.format("x")}</table:table-row>'
        "</table:table>"
    ), Reason.FAR_CELL),
])  # fmt: skip
def test_a_sheet_of_libreoffice_that_is_locked_damaged_or_too_large_is_refused(document: bytes, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        read_files([("x.ods", document)])

    assert refused.value.reason is reason


def test_a_text_of_many_lines_in_one_cell_does_not_choose_the_separator() -> None:
    minutes = "\n".join(f"Punt {number}, met een komma" for number in range(30))

    (sheet,) = read_files([("Overleggen.csv", f'Naam;Verslag\nEen;"{minutes}"\nTwee;kort\n'.encode())])

    assert [cells for _number, cells in sheet.rows] == [("Naam", "Verslag"), ("Een", minutes), ("Twee", "kort")]
