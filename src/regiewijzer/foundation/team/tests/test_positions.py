from threading import Thread

import pytest
from django.db import connection
from django.utils import timezone
from tests.accounts import Member, logged_in, position_in

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.team import actions
from regiewijzer.foundation.tenancy import inside

TEAM = "/vliermonde/team/"


def _role_page(member: Member) -> str:
    return f"{TEAM}{member.position.pk}/rol/"


def _last_line(authority: Authority) -> Entry:
    with inside(authority.pk):
        found = Entry.objects.first()
    assert found is not None
    return found


def test_another_role_counts_from_the_next_click(administrator: Member, reader: Member) -> None:
    before = reader.client.get("/vliermonde/netwerken/nieuw/")

    administrator.client.post(_role_page(reader), {"role": "contributor"})

    assert before.status_code == 403
    assert reader.client.get("/vliermonde/netwerken/nieuw/").status_code == 200
    assert _last_line(reader.position.authority).changes == {"role": ["reader", "contributor"]}


def test_a_role_that_does_not_exist_gets_a_sentence(administrator: Member, reader: Member) -> None:
    answer = administrator.client.post(_role_page(reader), {"role": "burgomaster"})

    assert answer.status_code == 422
    assert Position.objects.get(pk=reader.position.pk).role == Role.READER


def test_somebody_who_leaves_is_out_at_once_and_keeps_their_name_in_the_trail(
    administrator: Member, coordinator: Member, authority: Authority
) -> None:
    coordinator.client.post(
        "/vliermonde/opgaven/nieuw/", {"name": "A", "status": "open", "as_of": timezone.localdate()}
    )

    administrator.client.post(f"{TEAM}{coordinator.position.pk}/vertrekt/")

    assert coordinator.client.get("/vliermonde/overzicht/").status_code == 404
    assert coordinator.user.name not in str(administrator.client.get(TEAM).context["team"])
    assert coordinator.user.name in administrator.client.get("/vliermonde/spoor/").content.decode()


def test_the_last_administrator_stays(administrator: Member) -> None:
    lesser = administrator.client.post(_role_page(administrator), {"role": "reader"})
    gone = administrator.client.post(f"{TEAM}{administrator.position.pk}/vertrekt/", follow=True)

    assert lesser.status_code == 422
    assert "last administrator" in lesser.content.decode()
    assert "last administrator" in gone.content.decode()
    assert Position.objects.active().get().role == Role.ADMINISTRATOR


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("leave", [True, False], ids=["leaves", "gets another role"])
def test_two_administrators_cannot_both_stop_at_once(administrator: Member, authority: Authority, leave: bool) -> None:
    second = position_in(authority, Role.ADMINISTRATOR, "Bea Beheerder")
    outcome: list[str] = []

    def second_stops() -> None:
        try:
            with inside(authority.pk):
                if leave:
                    actions.end_position(position=second, actor=second.actor)
                else:
                    actions.give_role(position=second, role=Role.READER, actor=second.actor)
            outcome.append("stopped")
        except actions.LastAdministrator:
            outcome.append("stays")
        finally:
            connection.close()

    other = Thread(target=second_stops)
    with inside(authority.pk):
        actions.end_position(position=administrator.position, actor=administrator.actor)
        other.start()
        other.join(timeout=1)
        waited = other.is_alive()
    other.join(timeout=20)

    assert (waited, outcome) == (True, ["stays"])
    assert Position.objects.active().get(role=Role.ADMINISTRATOR) == second


def test_the_last_administrator_stays_even_when_invited_as_something_else(
    administrator: Member, authority: Authority
) -> None:
    with inside(authority.pk):
        _made, code = actions.invite(
            authority=authority, email=administrator.user.email, role=Role.READER, actor=Actor(authority.pk)
        )

    answer = administrator.client.post(f"/account/uitnodiging/{code}/", follow=True)

    assert "last administrator" in answer.content.decode()
    assert Position.objects.get().role == Role.ADMINISTRATOR
    assert authority.invitations.get().open


def test_an_administrator_goes_when_there_is_another(administrator: Member, authority: Authority) -> None:
    other = logged_in(position_in(authority, Role.ADMINISTRATOR, "Ander Administrator"))

    administrator.client.post(f"{TEAM}{administrator.position.pk}/vertrekt/")

    assert [position.pk for position in Position.objects.active()] == [other.position.pk]


def test_an_administrator_who_has_left_does_not_count(administrator: Member, authority: Authority) -> None:
    gone = position_in(authority, Role.ADMINISTRATOR, "Wies Weg")
    gone.ended_at = timezone.now()
    gone.save()

    with pytest.raises(actions.LastAdministrator), inside(authority.pk):
        actions.end_position(position=administrator.position, actor=administrator.actor)


def test_somebody_who_left_can_be_invited_again(administrator: Member, reader: Member, authority: Authority) -> None:
    administrator.client.post(f"{TEAM}{reader.position.pk}/vertrekt/")
    with inside(authority.pk):
        _made, code = actions.invite(
            authority=authority, email=reader.user.email, role=Role.CONTRIBUTOR, actor=administrator.actor
        )

    reader.client.post(f"/account/uitnodiging/{code}/")

    again = Position.objects.get(user=reader.user)
    assert (again.role, again.ended_at, again.pseudonym) == (Role.CONTRIBUTOR, None, reader.position.pseudonym)


def test_a_new_authority_begins_with_one_invited_administrator(db: None) -> None:
    authority, code = actions.first_administrator(slug="nieuwdorp", name="Nieuwdorp", email="b@nieuwdorp.example")

    assert actions.find_invitation(code).role == Role.ADMINISTRATOR
    assert _last_line(authority).verb == "invited"
