"""Bringing a file in and taking one out, in a browser."""

import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook
from tests.cast import Member
from tests.hostile.files import UNUSABLE
from tests.hostile.planted import planted_workbook
from tests.hostile.workbooks import register, workbook

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange import actions, tasks
from regiewijzer.overview.exchange.models import ImportDraft
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.exchange.files.reading import read_files
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.search.queries import search

REGISTER: tuple[type[Model], ...] = (Challenge, Organisation, Network, Membership)
SMALL: dict[str, Any] = {
    "organisations": [{"name": f"Partner {number}"} for number in range(12)],
    "networks": [{"name": "Huis van het Kind", "form": "Zelfregulerend"}],
    "members": [{"network": "Huis van het Kind", "organisation": f"Partner {number}"} for number in range(12)],
}


def _upload(client: Client, *files: tuple[str, bytes], follow: bool = True) -> Any:
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(reverse("exchange_upload", args=["vliermonde"]), {"upload": uploads}, follow=follow)


def _draft(authority: Authority) -> ImportDraft:
    with inside(authority.pk):
        return ImportDraft.objects.get()


def _confirm(client: Client, draft: ImportDraft, **data: str) -> Any:
    return client.post(reverse("exchange_confirm", args=["vliermonde", draft.pk]), data, follow=True)


def _counts(authority: Authority) -> list[int]:
    with inside(authority.pk):
        return [model._default_manager.count() for model in REGISTER]


def test_a_file_is_shown_first_and_saved_after_a_yes(coordinator: Member, authority: Authority) -> None:
    shown = _upload(coordinator.client, ("klein.xlsx", register(**SMALL)))

    assert shown.status_code == 200
    assert b"Bring in 25 rows" in shown.content
    assert _counts(authority) == [0, 0, 0, 0]

    saved = _confirm(coordinator.client, _draft(authority))

    assert b"25 rows saved" in saved.content
    assert _counts(authority) == [0, 12, 1, 12]


def test_what_came_in_is_found_told_and_judged(coordinator: Member, authority: Authority) -> None:
    _upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    _confirm(coordinator.client, _draft(authority))

    with inside(authority.pk):
        assert [found.title for found in search("huis kind")] == ["Huis van het Kind"]
        line = Entry.objects.get(kind="import")
        assert (line.verb, line.changes, line.actor) == (
            "imported", {"file": [None, "klein.xlsx"], "rows": [None, 25]}, coordinator.position.pseudonym,
        )  # fmt: skip
        assert Entry.objects.filter(kind="organisation", verb="imported").count() == 12
        assert StoredFinding.objects.standing().filter(rule="form.too_many_participants").exists()


def test_the_preview_shows_what_changes_and_what_is_new(coordinator: Member, authority: Authority) -> None:
    with inside(authority.pk):
        Organisation.objects.create(authority=authority, name="Partner 1", municipality="Aalst")
    rows = [{"name": "Partner 1", "municipality": "Gent"}, {"name": "Partner 2", "municipality": ""}]

    page = _upload(coordinator.client, ("x.xlsx", register(organisations=rows))).content.decode()

    assert "Gemeente" in page
    assert page.index("Aalst") < page.index("Gent")
    assert "Partner 2" in page


def test_mistakes_are_shown_together_and_only_good_rows_come_in_after_a_yes(
    coordinator: Member, authority: Authority
) -> None:
    page = _upload(coordinator.client, ("fouten.xlsx", planted_workbook())).content.decode()

    assert "40 mistakes in your file" in page
    for cell in ("Partners!B4", "Netwerken!B3", "Instrumenten!B3", "Metingen!C4"):
        assert cell in page
    assert "31/02/2024" in page

    refused = _confirm(coordinator.client, _draft(authority))

    assert refused.status_code == 422
    assert _counts(authority) == [0, 0, 0, 0]

    _confirm(coordinator.client, _draft(authority), without_bad_rows="on")

    assert _counts(authority) == [0, 2, 1, 1]


@pytest.mark.parametrize("name", ["encrypted", "a zip bomb", "a far cell", "a picture", "truncated behind", "macros"])
def test_an_unusable_file_gets_its_sentence_and_the_program_goes_on(
    name: str, coordinator: Member, authority: Authority
) -> None:
    file_name, make, _reason = UNUSABLE[name]

    shown = _upload(coordinator.client, (file_name, make()))

    assert shown.status_code == 200
    assert b"We cannot read this file" in shown.content
    assert _counts(authority) == [0, 0, 0, 0]
    assert coordinator.client.get(reverse("exchange", args=["vliermonde"])).status_code == 200


def test_no_file_or_too_much_of_it_is_told_on_the_page(coordinator: Member, authority: Authority) -> None:
    none = coordinator.client.post(reverse("exchange_upload", args=["vliermonde"]))
    large = _upload(coordinator.client, ("x.csv", b"x" * (6 << 20)), ("y.csv", b"x" * (6 << 20)))

    assert (none.status_code, large.status_code) == (422, 422)
    assert b"Choose a file first" in none.content
    assert b"larger than 10 MB" in large.content


def test_two_csv_files_together_are_read_as_one(coordinator: Member, authority: Authority) -> None:
    organisations = b"kbo,name,classification\n0207437468,Aalst,Gemeente\n0212237186,Zorgband,Welzijnsvereniging\n"
    memberships = b"member_kbo,association_kbo\n0207437468,0212237186\n"

    _upload(coordinator.client, ("organisations.csv", organisations), ("memberships.csv", memberships))
    _confirm(coordinator.client, _draft(authority))

    assert _counts(authority) == [0, 2, 1, 1]
    with inside(authority.pk):
        assert Network.objects.get().name == "Zorgband"
        assert Organisation.objects.with_number("kbo", "0207437468").get().kind == "municipality"


def test_a_register_that_moved_is_shown_again_before_anything_is_saved(
    coordinator: Member, authority: Authority
) -> None:
    _upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    with inside(authority.pk):
        Organisation.objects.create(authority=authority, name="Partner 1")

    again = _confirm(coordinator.client, _draft(authority))

    assert b"The register changed while you were looking" in again.content
    assert _counts(authority) == [0, 1, 0, 0]

    _confirm(coordinator.client, _draft(authority))

    assert _counts(authority) == [0, 12, 1, 12]


def test_a_record_somebody_changed_while_saving_is_not_overwritten(
    coordinator: Member, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    with inside(authority.pk):
        Organisation.objects.create(authority=authority, name="Partner 1")
    rows = [{"name": "Partner 1", "municipality": "Gent"}, {"name": "Nieuw"}]
    _upload(coordinator.client, ("x.xlsx", register(organisations=rows)))
    plan = actions.planned

    def planned_too_early(*arguments: Any) -> Any:
        made = plan(*arguments)
        Organisation.objects.filter(version=1).update(municipality="Brugge", version=2)
        return made

    monkeypatch.setattr(actions, "planned", planned_too_early)
    _confirm(coordinator.client, _draft(authority))

    with inside(authority.pk):
        assert [partner.municipality for partner in Organisation.objects.all()] == ["Brugge"]
        assert ImportDraft.objects.get().moved


def test_a_fault_while_saving_leaves_nothing_behind(
    coordinator: Member, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    _upload(coordinator.client, ("klein.xlsx", register(**SMALL)))

    def broken(**_arguments: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(tasks.actions, "save_plan", broken)
    page = _confirm(coordinator.client, _draft(authority))

    assert b"Nothing was saved" in page.content
    assert _counts(authority) == [0, 0, 0, 0]
    with inside(authority.pk):
        draft = ImportDraft.objects.get()
        assert (draft.files, draft.rows) == (None, None)


def test_confirming_twice_saves_once(coordinator: Member, authority: Authority) -> None:
    _upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    draft = _draft(authority)

    _confirm(coordinator.client, draft)
    again = _confirm(coordinator.client, draft)

    assert again.status_code == 200
    assert _counts(authority) == [0, 12, 1, 12]


def test_a_file_that_was_put_away_is_gone(coordinator: Member, authority: Authority) -> None:
    _upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    draft = _draft(authority)

    coordinator.client.post(reverse("exchange_discard", args=["vliermonde", draft.pk]))

    with inside(authority.pk):
        assert not ImportDraft.objects.exists()
    assert coordinator.client.get(reverse("exchange_preview", args=["vliermonde", draft.pk])).status_code == 404


def test_a_draft_lives_for_a_day(coordinator: Member, authority: Authority) -> None:
    _upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    draft = _draft(authority)

    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        answer = coordinator.client.get(reverse("exchange_preview", args=["vliermonde", draft.pk]))
        with inside(authority.pk):
            gone = actions.forget_old()

    assert answer.status_code == 404
    assert gone == 1


def test_nothing_of_the_file_is_kept_once_it_is_saved(coordinator: Member, authority: Authority) -> None:
    people = [{"name": "Anneke Kanarie", "organisation": "Partner 1", "email": "anneke@voorbeeld.be"}]
    _upload(coordinator.client, ("x.xlsx", register(organisations=[{"name": "Partner 1"}], persons=people)))
    _confirm(coordinator.client, _draft(authority))

    draft = _draft(authority)

    assert (draft.files, draft.rows) == (None, None)
    assert "Kanarie" not in str(draft.preview)
    with inside(authority.pk):
        assert not Entry.objects.filter(changes__icontains="Kanarie").exists()


@pytest.mark.parametrize(
    "who", ["administrator", "contributor", "manager", "reader", "facilitator", "guest", "stranger"]
)
def test_nobody_sees_the_file_of_somebody_else(
    who: str, coordinator: Member, authority: Authority, request: pytest.FixtureRequest
) -> None:
    _upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    draft = _draft(authority)
    other: Member = request.getfixturevalue(who)

    looked = other.client.get(reverse("exchange_preview", args=["vliermonde", draft.pk]))
    confirmed = other.client.post(reverse("exchange_confirm", args=["vliermonde", draft.pk]))

    assert looked.status_code in (403, 404)
    assert confirmed.status_code in (403, 404)
    assert _counts(authority) == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("who", "imports", "exports"),
    [
        ("administrator", 302, 200),
        ("coordinator", 302, 200),
        ("contributor", 403, 200),
        ("manager", 403, 200),
        ("reader", 403, 200),
        ("facilitator", 403, 403),
        ("guest", 403, 403),
        ("stranger", 404, 404),
    ],
)
def test_only_those_who_may_bring_in_or_take_out(
    who: str, imports: int, exports: int, authority: Authority, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who).client

    uploaded = _upload(client, ("klein.xlsx", register(**SMALL)), follow=False)
    taken = [
        client.get(reverse(name, args=["vliermonde"])).status_code
        for name in ("exchange", "exchange_template", "exchange_export", "exchange_export_csv")
    ]

    assert uploaded.status_code == imports
    assert set(taken) == {exports}


def test_the_template_has_every_sheet_and_brings_in_nothing(coordinator: Member, authority: Authority) -> None:
    answer = coordinator.client.get(reverse("exchange_template", args=["vliermonde"]))
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))

    assert book.sheet_names[:5] == ["Uitleg", "Opgaven", "Partners", "Mensen", "Netwerken"]
    assert book.get_sheet_by_name("Leden").to_python()[0][:2] == ["Netwerk *", "Partner *"]
    page = _upload(coordinator.client, ("sjabloon.xlsx", answer.content)).content.decode()
    assert "Nothing would change" in page
    assert "mistake" not in page


def test_the_example_rows_of_the_template_would_come_in(coordinator: Member, authority: Authority) -> None:
    answer = coordinator.client.get(reverse("exchange_template", args=["vliermonde"]))
    sheets = read_files([("x.xlsx", answer.content)])
    rows = {sheet.title: [cells for _number, cells in sheet.rows] for sheet in sheets[1:-1]}
    for cells in rows.values():
        cells[1] = (str(cells[1][0]).removeprefix("Voorbeeld: "), *cells[1][1:])
    rows["Instrumenten"].append(("Opvangoverleg", "", 100))

    page = _upload(coordinator.client, ("x.xlsx", workbook(rows))).content.decode()

    assert "mistake" not in page
    assert "Bring in 12 rows" in page


def test_csv_files_hold_no_formula(coordinator: Member, authority: Authority) -> None:
    with inside(authority.pk):
        Organisation.objects.create(authority=authority, name='=HYPERLINK("http://kwaad.be")', note="@SUM(1)")

    answer = coordinator.client.get(reverse("exchange_export_csv", args=["vliermonde"]))

    text = zipfile.ZipFile(io.BytesIO(answer.content)).read("Partners.csv").decode("utf-8-sig")
    fields = [field for line in text.splitlines() for field in line.replace('"', "").split(";")]
    assert not [field for field in fields if field.startswith(("=", "+", "-", "@"))]
    assert "'=HYPERLINK" in text


def test_a_workbook_holds_no_formula_and_no_link(coordinator: Member, authority: Authority) -> None:
    with inside(authority.pk):
        Organisation.objects.create(authority=authority, name="=1+1", website="https://www.voorbeeld.be")

    answer = coordinator.client.get(reverse("exchange_export", args=["vliermonde"]))

    parts = zipfile.ZipFile(io.BytesIO(answer.content))
    sheets = b"".join(parts.read(name) for name in parts.namelist() if "worksheets" in name)
    assert b"<f>" not in sheets
    assert b"hyperlink" not in sheets


def test_what_a_file_holds_is_text_on_the_page(coordinator: Member, authority: Authority) -> None:
    evil = "<script>alert(1)</script>"
    rows = [{"name": evil, "kind": evil}, {"name": "Goed", "website": evil}]

    page = _upload(coordinator.client, (f"{evil}.xlsx", register(organisations=rows))).content.decode()

    assert "&lt;script&gt;" in page
    assert evil not in page


def test_while_it_works_the_page_asks_again_and_hears_nothing_new(coordinator: Member, authority: Authority) -> None:
    _upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    draft = _draft(authority)
    with inside(authority.pk):
        ImportDraft.objects.update(state="saving", started_at=timezone.now())
    address = reverse("exchange_preview", args=["vliermonde", draft.pk])

    page = coordinator.client.get(address)
    same = coordinator.client.get(f"{address}?seen=saving", headers={"HX-Request": "true"})
    with inside(authority.pk):
        ImportDraft.objects.update(state="ready")
    other = coordinator.client.get(f"{address}?seen=saving", headers={"HX-Request": "true"})

    assert b"every 1s" in page.content
    assert same.status_code == 204
    assert b"Bring in 25 rows" in other.content
    assert b"<html" not in other.content


def test_a_long_list_is_cut_and_shown_whole_when_asked(coordinator: Member, authority: Authority) -> None:
    rows = [{"name": f"Partner {number:03}", "kind": "Ruimteschip"} for number in range(80)]
    cut = _upload(coordinator.client, ("x.xlsx", register(organisations=rows)))
    draft = _draft(authority)

    whole = coordinator.client.get(reverse("exchange_preview", args=["vliermonde", draft.pk]), {"show": "all"})

    assert cut.content.count(b"Partners!B") == 50
    assert whole.content.count(b"Partners!B") == 80
