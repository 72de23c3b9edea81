"""Partners keep their own seat right, and somebody looks at what they answer."""

import re
from datetime import date, timedelta
from typing import Any
from unittest.mock import Mock

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.post import AGAIN_AFTER, TO_THE_LOG
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.confirmations import actions, views
from regiewijzer.register.confirmations.actions import ask_due, forget_old, send_waiting
from regiewijzer.register.confirmations.models import LONGEST_WAIT, Confirmation
from regiewijzer.register.confirmations.queries import organiser_of
from regiewijzer.register.confirmations.tasks import site_of
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Person


@pytest.fixture
def link(world: World, manager: Member) -> str:
    """The address a partner gets: asked anew, after what waited was put away."""
    with inside(world.authority.pk):
        Confirmation.objects.all().delete()
        Membership.objects.filter(pk=world.key("membership")).update(action="We bellen elk gezin.")
        Network.objects.filter(pk=world.key("network")).update(as_of=timezone.localdate() - timedelta(days=500))
    return _ask(world, manager)


def _ask(world: World, manager: Member) -> str:
    page = reverse("network_confirmations", args=[world.authority.slug, world.key("network")])
    wanted = f"{world.key('membership')}-{world.key('person')}"
    made = manager.client.post(page, {"ask": wanted, "by": "link"}).content.decode()
    found = re.search(r"/nog-juist/vliermonde/[\w-]{30,}/", made)
    assert found, made
    return found[0]


def _settle(world: World, manager: Member, **typed: str) -> Any:
    with inside(world.authority.pk):
        waiting = Confirmation.objects.get().pk
    page = reverse("network_confirmation", args=[world.authority.slug, world.key("network"), waiting])
    return manager.client.post(page, typed, follow=True)


def _seat(world: World) -> Membership:
    return Membership.objects.get(pk=world.key("membership"))


def test_looking_changes_nothing_and_only_a_hash_is_kept(world: World, client: Client, link: str) -> None:
    with inside(world.authority.pk):
        before = Entry.objects.count()

    page = client.get(link).content.decode()

    assert "Zit Partner 0 nog in Kansrijk Opgroeien?" in page
    assert "We bellen elk gezin." in page
    with inside(world.authority.pk):
        assert Entry.objects.count() == before
        assert Confirmation.objects.get().code_hash not in link


def test_an_answer_is_a_proposal_until_somebody_takes_it_over(
    world: World, manager: Member, client: Client, link: str
) -> None:
    answer = {"still": "yes", "comes": "other", "other_name": "Griet Nieuw", "does": "other"}

    client.post(link, {**answer, "other_action": "We gaan langs."})

    with inside(world.authority.pk):
        assert _seat(world).action == "We bellen elk gezin."
        assert Network.objects.get(pk=world.key("network")).as_of < timezone.localdate()
    listed = manager.client.get(reverse("confirmations", args=[world.authority.slug])).content.decode()
    assert "We gaan langs." in listed
    _settle(world, manager, do="accept")
    with inside(world.authority.pk):
        seat = _seat(world)
        assert seat.action == "We gaan langs."
        assert [each.person.name for each in seat.delegates.filter(ended=None)] == ["Griet Nieuw"]
        assert Network.objects.get(pk=world.key("network")).as_of == timezone.localdate()
        settled = Confirmation.objects.get()
        assert (settled.outcome, settled.other_name) == ("accepted", "")
    assert "nagekeken" in client.get(link).content.decode()


def test_who_stopped_leaves_when_that_is_taken_over_once(
    world: World, manager: Member, client: Client, link: str
) -> None:
    client.post(link, {"still": "no", "comes": "other", "does": "nothing"})

    for _time in range(2):
        _settle(world, manager, do="accept")

    with inside(world.authority.pk):
        seat = _seat(world)
        assert (seat.ended, seat.action) == (timezone.localdate(), "We bellen elk gezin.")
        accepted = Entry.objects.filter(changes__has_key="confirmation_accepted")
        assert accepted.count() == 1


def test_a_refused_answer_leaves_the_register_and_its_day(
    world: World, manager: Member, client: Client, link: str
) -> None:
    client.post(link, {"still": "no"})

    _settle(world, manager, do="refuse")

    with inside(world.authority.pk):
        assert _seat(world).ended is None
        assert Network.objects.get(pk=world.key("network")).as_of < timezone.localdate()


def test_somebody_of_the_same_name_is_the_same_only_when_that_was_said(
    world: World, manager: Member, client: Client, link: str
) -> None:
    with inside(world.authority.pk):
        organisation = _seat(world).organisation_id
        known = Person.objects.create(authority=world.authority, name="Griet Nieuw", organisation_id=organisation)
    client.post(link, {"still": "not_me", "other_name": "griet nieuw"})

    _settle(world, manager, do="accept", same=str(known.pk))

    with inside(world.authority.pk):
        assert [each.person_id for each in _seat(world).delegates.filter(ended=None)] == [known.pk]
        assert Person.objects.filter(organisation_id=organisation, name__iexact="griet nieuw").count() == 1


def test_what_says_that_nothing_changed_is_taken_over_at_once(
    world: World, manager: Member, client: Client, link: str
) -> None:
    client.post(link, {"still": "yes", "comes": "same", "does": "same"})
    with inside(world.authority.pk):
        waiting = str(Confirmation.objects.get().pk)

    manager.client.post(reverse("confirmations", args=[world.authority.slug]), {"unchanged": waiting})

    with inside(world.authority.pk):
        assert Confirmation.objects.get().outcome == "accepted"
        assert Network.objects.get(pk=world.key("network")).as_of == timezone.localdate()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Zeg of jullie er nog in zitten."),
        ({"still": "misschien"}, "misschien"),
        ({"still": "yes", "comes": "other"}, "Zeg wie er voor jullie komt."),
        ({"still": "yes", "does": "other"}, "Zeg wat jullie nu doen."),
        ({"still": "not_me", "other_name": "G" * 201}, "200"),
        ({"still": "not_me", "other_email": "geen adres"}, "e-mailadres"),
    ],
)
def test_an_answer_that_is_not_whole_gets_a_sentence_and_saves_nothing(
    world: World, client: Client, link: str, typed: dict[str, str], sentence: str
) -> None:
    answer = client.post(link, typed)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    with inside(world.authority.pk):
        assert Confirmation.objects.get().answered_on is None


def test_a_link_that_expired_was_replaced_or_taken_back_opens_nothing(
    world: World, manager: Member, client: Client, link: str
) -> None:
    newer = _ask(world, manager)
    assert [client.get(each).status_code for each in (link, newer)] == [404, 200]

    _settle(world, manager, do="withdraw")

    assert client.post(newer, {"still": "no"}).status_code == 404
    expired = _ask(world, manager)
    with inside(world.authority.pk):
        Confirmation.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert client.post(expired, {"still": "no"}).status_code == 404
    assert client.get("/nog-juist/vliermonde/geraden/").status_code == 404


def test_who_answered_is_not_asked_again_while_it_waits(
    world: World, manager: Member, client: Client, link: str
) -> None:
    client.post(link, {"still": "no"})
    page = reverse("network_confirmations", args=[world.authority.slug, world.key("network")])

    manager.client.post(page, {"ask": f"{world.key('membership')}-{world.key('person')}", "by": "link"})

    with inside(world.authority.pk):
        assert Confirmation.objects.get().still == "no"
    assert client.get(link).status_code == 200


def test_nothing_is_called_sent_without_a_mail_server(world: World, manager: Member, link: str, settings: Any) -> None:
    page = reverse("network_confirmations", args=[world.authority.slug, world.key("network")])
    typed = {"ask": f"{world.key('membership')}-{world.key('person')}", "by": "mail"}
    with inside(world.authority.pk):
        Person.objects.filter(pk=world.key("person")).update(email="els@example.org")
    settings.EMAIL_BACKEND, backend = TO_THE_LOG, settings.EMAIL_BACKEND

    refused = manager.client.post(page, typed, follow=True).content.decode()

    assert "nothing was sent" in refused
    with inside(world.authority.pk):
        assert Confirmation.objects.get().sent_on is None
    settings.EMAIL_BACKEND = backend
    manager.client.post(page, typed)
    assert "/nog-juist/vliermonde/" in mail.outbox[0].body
    with inside(world.authority.pk):
        assert Confirmation.objects.get().sent_on == timezone.localdate()


def _mailed(world: World, manager: Member, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Ask by mail while the worker does nothing; returns how a turn of the worker is called."""
    with inside(world.authority.pk):
        Person.objects.filter(pk=world.key("person")).update(email="els@example.org")
    monkeypatch.setattr(views, "send_questions", Mock())
    page = reverse("network_confirmations", args=[world.authority.slug, world.key("network")])
    manager.client.post(page, {"ask": f"{world.key('membership')}-{world.key('person')}", "by": "mail"})
    return {"authority": world.authority.pk, "network": world.key("network"), "site": site_of(world.authority.slug)}


def test_mails_go_out_in_turns_outside_the_request(
    world: World, manager: Member, link: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = _mailed(world, manager, monkeypatch)
    page = reverse("network_confirmations", args=[world.authority.slug, world.key("network")])

    assert "the mail waits to be sent" in manager.client.get(page).content.decode()
    assert (send_waiting(**turn, seconds=0.0), mail.outbox) == (0.0, [])
    assert (send_waiting(**turn), send_waiting(**turn), len(mail.outbox)) == (None, None, 1)
    found = re.search(r"/nog-juist/vliermonde/[\w-]{30,}/", mail.outbox[0].body)
    assert found is not None
    assert client.get(found[0]).status_code == 200


def test_a_mail_server_that_goes_away_is_waited_for_and_one_that_refuses_is_told(
    world: World, manager: Member, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = _mailed(world, manager, monkeypatch)
    page = reverse("network_confirmations", args=[world.authority.slug, world.key("network")])

    with monkeypatch.context() as away:
        away.setattr(actions, "delivered", lambda *_both: "gone")
        away.setattr(actions, "still_open", lambda _post: False)
        assert send_waiting(**turn) == AGAIN_AFTER
        away.setattr(actions, "still_open", lambda _post: True)
        assert send_waiting(**turn) is None

    assert "the mail was not delivered: gone" in manager.client.get(page).content.decode()
    with inside(world.authority.pk):
        assert Confirmation.objects.get().sent_on is None


def test_a_partner_without_anybody_gets_a_link_and_says_who_comes(
    world: World, manager: Member, client: Client, link: str
) -> None:
    page = reverse("network_confirmations", args=[world.authority.slug, world.key("network")])
    with inside(world.authority.pk):
        Confirmation.objects.all().delete()
        nobody = Membership.objects.filter(network=world.key("network"), delegates=None).select_related("organisation")
        seat = nobody.order_by("pk")[0]
    made = manager.client.post(page, {"ask": f"{seat.pk}-0", "by": "link"}).content.decode()
    found = re.search(r"/nog-juist/vliermonde/[\w-]{30,}/", made)
    assert found is not None

    asked = client.get(found[0]).content.decode()
    unnamed = client.post(found[0], {"still": "yes", "comes": "other"})
    client.post(found[0], {"still": "yes", "comes": "other", "other_name": "Noor Nieuw"})
    listed = manager.client.get(reverse("confirmations", args=[world.authority.slug])).content.decode()
    _settle(world, manager)

    assert "Dag, drie korte vragen." in asked
    assert unnamed.status_code == 422
    assert f"{seat.organisation.name} on" in " ".join(listed.split())
    with inside(world.authority.pk):
        assert [each.person.name for each in seat.delegates.select_related("person")] == ["Noor Nieuw"]


def test_the_round_of_the_year_asks_once_and_only_where_the_authority_wants_it(
    world: World, link: str, settings: Any
) -> None:
    today = timezone.localdate()
    with inside(world.authority.pk):
        Confirmation.objects.all().delete()
        Person.objects.filter(pk=world.key("person")).update(email="els@example.org")

        def due(day: date) -> list[int]:
            return ask_due(authority=Authority.objects.get(pk=world.authority.pk), today=day)

        unasked = due(today)
        Authority.objects.filter(pk=world.authority.pk).update(asks_partners=True)
        settings.EMAIL_BACKEND, backend = TO_THE_LOG, settings.EMAIL_BACKEND
        without_post = due(today)
        settings.EMAIL_BACKEND = backend
        first, again = due(today), due(today + timedelta(days=364))
        asked = Confirmation.objects.get()
        Confirmation.objects.all().delete()
        next_year = due(today + timedelta(days=366))

        assert (unasked, without_post, again) == ([], [], [])
        assert world.key("network") in first
        assert world.key("network") in next_year
        assert (asked.delivery, asked.made_by, organiser_of(asked)[1] != "") == ("waiting", None, True)


def test_what_is_past_is_thrown_away_and_what_waits_stays_a_year(world: World, client: Client, link: str) -> None:
    client.post(link, {"still": "no"})
    with inside(world.authority.pk):
        last = Confirmation.objects.get().expires_on

        after = [(forget_old(last + timedelta(days=1)), Confirmation.objects.count())]
        forget_old(last + LONGEST_WAIT + timedelta(days=1))

        assert after == [(0, 1)]
        assert not Confirmation.objects.exists()


def test_the_list_of_a_manager_holds_own_networks_alone(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        other = Membership.objects.filter(network=world.other_network).first()
        assert other is not None
        Confirmation.objects.update(membership=other)

    listed = manager.client.get(reverse("confirmations", args=[world.authority.slug])).content.decode()

    assert "Griet Nieuw" not in listed
