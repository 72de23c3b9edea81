"""A file that is being saved: what a page may say and do meanwhile."""

import re
from collections.abc import Callable
from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from tests.accounts import Member
from tests.hostile.workbooks import register

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange import actions, queries, tasks
from regiewijzer.overview.exchange.models import LONGEST_WAIT, ImportDraft
from regiewijzer.overview.exchange.tests.journey import SMALL, confirm, counts, draft_of, upload
from regiewijzer.overview.exchange.wording import State
from regiewijzer.register.exchange.files.raw import joined

TOO_LONG = LONGEST_WAIT + timedelta(seconds=1)


@pytest.fixture
def saving(coordinator: Member, authority: Authority) -> ImportDraft:
    """A draft that was confirmed and waits for the worker."""
    upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    draft = draft_of(authority)
    with inside(authority.pk):
        assert actions.confirm(draft=draft)
    return draft_of(authority)


def _page(name: str, draft: ImportDraft) -> str:
    return reverse(name, args=["vliermonde", draft.pk])


def _waited_too_long(authority: Authority) -> None:
    with inside(authority.pk):
        ImportDraft.objects.update(started_at=timezone.now() - TOO_LONG)


def test_a_file_that_is_being_saved_cannot_be_put_away(
    coordinator: Member, authority: Authority, saving: ImportDraft
) -> None:
    told = coordinator.client.post(_page("exchange_discard", saving), follow=True)

    tasks.save_draft.func(authority.pk, saving.pk)

    assert b"too late to put it away" in told.content
    assert draft_of(authority).state == State.SAVED
    assert counts(authority) == [0, 12, 1, 12]


def test_another_file_leaves_the_one_that_is_being_saved(
    coordinator: Member, authority: Authority, saving: ImportDraft
) -> None:
    upload(coordinator.client, ("ander.xlsx", register(organisations=[{"name": "Nieuw"}])))

    with inside(authority.pk):
        assert set(ImportDraft.objects.values_list("file_name", flat=True)) == {"klein.xlsx", "ander.xlsx"}


def test_what_waited_so_long_that_the_page_gave_up_is_never_saved(
    coordinator: Member, authority: Authority, saving: ImportDraft
) -> None:
    _waited_too_long(authority)
    page = coordinator.client.get(_page("exchange_preview", saving))

    tasks.save_draft.func(authority.pk, saving.pk)

    assert b"Nothing was saved." in page.content
    assert counts(authority) == [0, 0, 0, 0]
    assert draft_of(authority).state == State.BROKEN


@pytest.fixture
def held(saving: ImportDraft, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker holds the row of the draft: what another connection would see of it."""
    passed_over = ImportDraft.objects.none()
    monkeypatch.setattr(
        type(ImportDraft.objects), "select_for_update", lambda manager, **how: passed_over if how else manager.all()
    )


def test_a_long_save_is_not_called_lost_while_a_worker_holds_it(
    coordinator: Member, authority: Authority, saving: ImportDraft, held: None
) -> None:
    _waited_too_long(authority)

    page = coordinator.client.get(_page("exchange_preview", saving))
    told = coordinator.client.post(_page("exchange_discard", saving), follow=True)

    assert b"We are saving your file" in page.content
    assert b"too late to put it away" in told.content


def test_the_worker_locks_what_it_saves(authority: Authority, saving: ImportDraft) -> None:
    table = ImportDraft._meta.db_table
    with inside(authority.pk):
        assert actions.claim(draft=saving.pk) is not None
        with connection.cursor() as cursor:
            cursor.execute(f"select xmax::text::bigint > 0 from {table} where id = %s", [saving.pk])
            assert cursor.fetchone() == (True,)
        assert actions.claim(draft=saving.pk + 1) is None


def test_a_draft_that_was_put_away_while_it_was_read_stays_away(coordinator: Member, authority: Authority) -> None:
    upload(coordinator.client, ("klein.xlsx", register(**SMALL)))
    with inside(authority.pk):
        ImportDraft.objects.update(state=State.READING, files=joined([("x.csv", b"Naam\n")]))
        reading = ImportDraft.objects.get()
        assert actions.discard(draft=reading)

        actions.read(draft=reading, today=timezone.localdate())

        assert queries.latest_draft(coordinator.position) is None


def test_confirming_saves_at_once_when_nothing_is_in_the_way(coordinator: Member, authority: Authority) -> None:
    upload(coordinator.client, ("klein.xlsx", register(**SMALL)))

    saved = confirm(coordinator.client, draft_of(authority))

    assert b"25 rows saved" in saved.content


def test_after_a_large_import_the_database_looks_again_at_its_tables(
    authority: Authority, saving: ImportDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "LARGE", 1)

    tasks.save_draft.func(authority.pk, saving.pk)

    with connection.cursor() as cursor:
        cursor.execute("select reltuples from pg_class where relname = 'networks_membership'")
        assert cursor.fetchone() == (12,)


def test_after_a_small_one_it_need_not(
    authority: Authority, saving: ImportDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "gather_statistics", lambda: 1 / 0)

    tasks.save_draft.func(authority.pk, saving.pk)

    assert draft_of(authority).state == State.SAVED


@pytest.mark.django_db(transaction=True)
def test_who_waits_hears_how_many_rows_are_saved_while_nothing_counts_yet(
    coordinator: Member, authority: Authority, saving: ImportDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, far, seen = _page("exchange_preview", saving), [str(State.SAVING)], []

    def look() -> None:
        answer = coordinator.client.get(page, {"seen": far[-1]}, headers={"hx-request": "true"})
        found = re.search(r"seen=(\w+)", answer.content.decode())
        far.append(found.group(1) if found else far[-1])
        seen.append((answer.status_code, counts(authority)))

    def tell_and_look(draft: ImportDraft, rows: int, tell: Callable[[ImportDraft, int], None] = actions._tell) -> None:
        tell(draft, rows)
        waiting = Thread(target=lambda: (look(), connection.close()))
        waiting.start()
        waiting.join()

    monkeypatch.setattr(actions, "_tell", tell_and_look)
    tasks.save_draft.func(authority.pk, saving.pk)

    told = [int(each.removeprefix(State.SAVING) or 0) for each in far]
    assert told == sorted(told)
    assert told[-1] == 25
    assert {count for _code, found in seen for count in found} == {0}
    assert {code for code, _found in seen} == {200, 204}
    with inside(authority.pk):
        assert queries.rows_saved(saving) == 0
    assert counts(authority) == [0, 12, 1, 12]
