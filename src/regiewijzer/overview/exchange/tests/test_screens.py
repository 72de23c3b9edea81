"""Bringing a file in and taking one out, in a browser."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from tests.accounts import Member, logged_in
from tests.hostile.files import UNUSABLE
from tests.hostile.planted import planted_workbook
from tests.hostile.workbooks import register

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange import actions, tasks
from regiewijzer.overview.exchange.models import ImportDraft
from regiewijzer.overview.exchange.tests.journey import SMALL, confirm, counts, draft_of, upload
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.search.queries import search


def test_a_file_is_shown_first_and_saved_after_a_yes(coordinator: Member, authority: Authority) -> None:
    shown = upload(coordinator.client, ("klein.xlsx", register(**SMALL)))

    assert shown.status_code == 200
    assert b"Bring in 25 rows" in shown.content
    assert counts(authority) == [0, 0, 0, 0]

    saved = confirm(coordinator.client, draft_of(authority))

    assert b"25 rows saved" in saved.content
    assert counts(authority) == [0, 12, 1, 12]


def test_what_came_in_is_found_told_and_judged(coordinator: Member, authority: Authority) -> None:
    upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    confirm(coordinator.client, draft_of(authority))

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

    page = upload(coordinator.client, ("x.xlsx", register(organisations=rows))).content.decode()

    assert "Gemeente" in page
    assert page.index("Aalst") < page.index("Gent")
    assert "Partner 2" in page


def test_mistakes_are_shown_together_and_only_good_rows_come_in_after_a_yes(
    coordinator: Member, authority: Authority
) -> None:
    page = upload(coordinator.client, ("fouten.xlsx", planted_workbook())).content.decode()

    assert "40 mistakes in your file" in page
    for cell in ("Partners!B4", "Netwerken!B3", "Instrumenten!B3", "Metingen!C4"):
        assert cell in page
    assert "31/02/2024" in page

    refused = confirm(coordinator.client, draft_of(authority))

    assert refused.status_code == 422
    assert counts(authority) == [0, 0, 0, 0]

    confirm(coordinator.client, draft_of(authority), without_bad_rows="on")

    assert counts(authority) == [0, 2, 1, 1]


def test_of_personal_data_the_trail_tells_only_that_they_changed(coordinator: Member, authority: Authority) -> None:
    partner = {"name": "Partner 1"}
    for function, note in (("directeur", "belt graag"), ("voorzitter", "mailt graag")):
        person = {"name": "An", "organisation": "Partner 1", "function": function, "note": note}
        upload(coordinator.client, ("x.xlsx", register(organisations=[partner], persons=[person])))
        confirm(coordinator.client, draft_of(authority))

    with inside(authority.pk):
        line = Entry.objects.get(kind="person", verb="changed")
        assert line.changes == {"function": ["…", "…"], "note": ["…", "…"]}


@pytest.mark.parametrize("name", ["encrypted", "a zip bomb", "a far cell", "a picture", "truncated behind", "macros"])
def test_an_unusable_file_gets_its_sentence_and_the_program_goes_on(
    name: str, coordinator: Member, authority: Authority
) -> None:
    file_name, make, _reason = UNUSABLE[name]

    shown = upload(coordinator.client, (file_name, make()))

    assert shown.status_code == 200
    assert b"We cannot read this file" in shown.content
    assert counts(authority) == [0, 0, 0, 0]
    assert coordinator.client.get(reverse("exchange", args=["vliermonde"])).status_code == 200


def test_no_file_or_too_much_of_it_is_told_on_the_page(coordinator: Member, authority: Authority) -> None:
    none = coordinator.client.post(reverse("exchange_upload", args=["vliermonde"]))
    large = upload(coordinator.client, ("x.csv", b"x" * (6 << 20)), ("y.csv", b"x" * (6 << 20)))

    assert (none.status_code, large.status_code) == (422, 422)
    assert b"Choose a file first" in none.content
    assert b"larger than 10 MB" in large.content


def test_two_csv_files_together_are_read_as_one(coordinator: Member, authority: Authority) -> None:
    organisations = b"kbo,name,classification\n0207437468,Aalst,Gemeente\n0212237186,Zorgband,Welzijnsvereniging\n"
    memberships = b"member_kbo,association_kbo\n0207437468,0212237186\n"

    upload(coordinator.client, ("organisations.csv", organisations), ("memberships.csv", memberships))
    confirm(coordinator.client, draft_of(authority))

    assert counts(authority) == [0, 2, 1, 1]
    with inside(authority.pk):
        assert Network.objects.get().name == "Zorgband"
        assert Organisation.objects.with_number("kbo", "0207437468").get().kind == "municipality"


def test_a_register_that_moved_is_shown_again_before_anything_is_saved(
    coordinator: Member, authority: Authority
) -> None:
    upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    with inside(authority.pk):
        Organisation.objects.create(authority=authority, name="Partner 1")

    again = confirm(coordinator.client, draft_of(authority))

    assert b"The register changed while you were looking" in again.content
    assert counts(authority) == [0, 1, 0, 0]

    confirm(coordinator.client, draft_of(authority))

    assert counts(authority) == [0, 12, 1, 12]


def test_a_record_somebody_changed_while_saving_is_not_overwritten(
    coordinator: Member, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    with inside(authority.pk):
        Organisation.objects.create(authority=authority, name="Partner 1")
    rows = [{"name": "Partner 1", "municipality": "Gent"}, {"name": "Nieuw"}]
    upload(coordinator.client, ("x.xlsx", register(organisations=rows)))
    plan = actions.planned

    def planned_too_early(*arguments: Any) -> Any:
        made = plan(*arguments)
        Organisation.objects.filter(version=1).update(municipality="Brugge", version=2)
        return made

    monkeypatch.setattr(actions, "planned", planned_too_early)
    confirm(coordinator.client, draft_of(authority))

    with inside(authority.pk):
        assert [partner.municipality for partner in Organisation.objects.all()] == ["Brugge"]
        assert ImportDraft.objects.get().moved


def test_a_fault_while_saving_leaves_nothing_behind(
    coordinator: Member, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload(coordinator.client, ("klein.xlsx", register(**SMALL)))

    def broken(**_arguments: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(tasks.actions, "save_plan", broken)
    page = confirm(coordinator.client, draft_of(authority))

    assert b"Nothing was saved" in page.content
    assert counts(authority) == [0, 0, 0, 0]
    with inside(authority.pk):
        draft = ImportDraft.objects.get()
        assert (draft.files, draft.rows) == (None, None)


def test_confirming_twice_saves_once(coordinator: Member, authority: Authority) -> None:
    upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    draft = draft_of(authority)

    confirm(coordinator.client, draft)
    again = confirm(coordinator.client, draft)

    assert again.status_code == 200
    assert counts(authority) == [0, 12, 1, 12]


def test_a_file_that_was_put_away_is_gone(coordinator: Member, authority: Authority) -> None:
    upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    draft = draft_of(authority)

    coordinator.client.post(reverse("exchange_discard", args=["vliermonde", draft.pk]))

    with inside(authority.pk):
        assert not ImportDraft.objects.exists()
    assert coordinator.client.get(reverse("exchange_preview", args=["vliermonde", draft.pk])).status_code == 404


def test_a_draft_lives_for_a_day(coordinator: Member, authority: Authority) -> None:
    upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    draft = draft_of(authority)

    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        tomorrow = logged_in(coordinator.position)
        answer = tomorrow.client.get(reverse("exchange_preview", args=["vliermonde", draft.pk]))
        with inside(authority.pk):
            gone = actions.forget_old()

    assert answer.status_code == 404
    assert gone == 1


def test_nothing_of_the_file_is_kept_once_it_is_saved(coordinator: Member, authority: Authority) -> None:
    people = [{"name": "Anneke Kanarie", "organisation": "Partner 1", "email": "anneke@voorbeeld.be"}]
    upload(coordinator.client, ("x.xlsx", register(organisations=[{"name": "Partner 1"}], persons=people)))
    confirm(coordinator.client, draft_of(authority))

    draft = draft_of(authority)

    assert (draft.files, draft.rows) == (None, None)
    assert "Kanarie" not in str(draft.preview)
    with inside(authority.pk):
        assert not Entry.objects.filter(changes__icontains="Kanarie").exists()


def test_what_a_file_holds_is_text_on_the_page(coordinator: Member, authority: Authority) -> None:
    evil = "<script>alert(1)</script>"
    rows = [{"name": evil, "kind": evil}, {"name": "Goed", "website": evil}]

    page = upload(coordinator.client, (f"{evil}.xlsx", register(organisations=rows))).content.decode()

    assert "&lt;script&gt;" in page
    assert evil not in page


def test_while_it_works_the_page_asks_again_and_hears_nothing_new(coordinator: Member, authority: Authority) -> None:
    upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    draft = draft_of(authority)
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
    cut = upload(coordinator.client, ("x.xlsx", register(organisations=rows)))
    draft = draft_of(authority)

    whole = coordinator.client.get(reverse("exchange_preview", args=["vliermonde", draft.pk]), {"show": "all"})

    assert cut.content.count(b"Partners!B") == 50
    assert whole.content.count(b"Partners!B") == 80
