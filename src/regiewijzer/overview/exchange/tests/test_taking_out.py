"""What goes out: a template, a workbook, CSV files."""

import io
import zipfile

from django.urls import reverse
from python_calamine import CalamineWorkbook
from tests.accounts import Member
from tests.hostile.workbooks import workbook

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange.tests.journey import upload
from regiewijzer.register.exchange.files.reading import read_files
from regiewijzer.register.organisations.models import Organisation


def test_the_template_has_every_sheet_and_brings_in_nothing(coordinator: Member, authority: Authority) -> None:
    answer = coordinator.client.get(reverse("exchange_template", args=["vliermonde"]))
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))

    assert book.sheet_names[:5] == ["Uitleg", "Opgaven", "Partners", "Mensen", "Netwerken"]
    assert book.get_sheet_by_name("Leden").to_python()[0][:2] == ["Netwerk *", "Partner *"]
    page = upload(coordinator.client, ("sjabloon.xlsx", answer.content)).content.decode()
    assert "Nothing would change" in page
    assert "mistake" not in page


def test_the_example_rows_of_the_template_would_come_in(coordinator: Member, authority: Authority) -> None:
    answer = coordinator.client.get(reverse("exchange_template", args=["vliermonde"]))
    sheets = read_files([("x.xlsx", answer.content)])
    rows = {sheet.title: [cells for _number, cells in sheet.rows] for sheet in sheets[1:-1]}
    for cells in rows.values():
        cells[1] = (str(cells[1][0]).removeprefix("Voorbeeld: "), *cells[1][1:])
    rows["Instrumenten"].append(("Opvangoverleg", "", 100))

    page = upload(coordinator.client, ("x.xlsx", workbook(rows))).content.decode()

    assert "mistake" not in page
    assert "Bring in 18 rows" in page


def test_csv_files_hold_no_formula(coordinator: Member, authority: Authority) -> None:
    with inside(authority.pk):
        Organisation.objects.create(authority=authority, name='=HYPERLINK("http://kwaad.be")', note="@SUM(1)")

    answer = coordinator.client.post(reverse("exchange_export_csv", args=["vliermonde"]))

    text = zipfile.ZipFile(io.BytesIO(answer.content)).read("Partners.csv").decode("utf-8-sig")
    fields = [field for line in text.splitlines() for field in line.replace('"', "").split(";")]
    assert not [field for field in fields if field.startswith(("=", "+", "-", "@"))]
    assert "'=HYPERLINK" in text


def test_a_workbook_holds_no_formula_and_no_link(coordinator: Member, authority: Authority) -> None:
    with inside(authority.pk):
        Organisation.objects.create(authority=authority, name="=1+1", website="https://www.voorbeeld.be")

    answer = coordinator.client.post(reverse("exchange_export", args=["vliermonde"]))

    parts = zipfile.ZipFile(io.BytesIO(answer.content))
    sheets = b"".join(parts.read(name) for name in parts.namelist() if "worksheets" in name)
    assert b"<f>" not in sheets
    assert b"hyperlink" not in sheets


def test_the_trail_says_who_took_the_whole_register_out(coordinator: Member, authority: Authority) -> None:
    for name in ("exchange_export", "exchange_export_csv"):
        assert coordinator.client.post(reverse(name, args=["vliermonde"])).status_code == 200

    with inside(authority.pk):
        lines = list(Entry.objects.filter(kind="export").order_by("number"))
    assert [(line.verb, line.actor) for line in lines] == [("taken_out", coordinator.position.pseudonym)] * 2
    assert [line.changes["file"][1].rsplit(".")[-1] for line in lines] == ["xlsx", "zip"]
