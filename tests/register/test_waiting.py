from threading import Event, Thread

import pytest
from django.db import connection, connections

from regiewijzer.foundation.audit.actions import CHAIN_LOCK
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.organisations.models import Organisation
from tests.accounts import Member
from tests.typed import record


@pytest.mark.django_db(transaction=True)
def test_who_waits_too_long_for_another_gets_a_sentence_and_nothing_is_saved(
    coordinator: Member, authority: Authority
) -> None:
    held, done = Event(), Event()

    def holds_the_trail() -> None:
        try:
            with inside(authority.pk), connection.cursor() as cursor:
                cursor.execute("select pg_advisory_xact_lock(%s, %s)", [CHAIN_LOCK, authority.pk])
                held.set()
                done.wait(30)
        finally:
            connections.close_all()

    other = Thread(target=holds_the_trail)
    other.start()
    held.wait(10)
    coordinator.client.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('lock_timeout'), current_setting('statement_timeout')")
        limits = cursor.fetchone()
        cursor.execute("set lock_timeout = '200ms'")

    answer = coordinator.client.post(
        f"/{authority.slug}/partners/nieuw/", record("organisation", name="Huis van het Kind")
    )
    with connection.cursor() as cursor:
        cursor.execute("reset lock_timeout")
    done.set()
    other.join(30)

    assert limits == ("5s", "30s")
    assert answer.status_code == 503
    with inside(authority.pk):
        assert not Organisation.objects.filter(name="Huis van het Kind").exists()
