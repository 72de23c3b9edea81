"""The people of the tests: an authority with its people, and a stranger from another one.

`vliermonde` opens the wall: a test that asks for it may read and write the records of that authority.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.test import Client
from django.utils import translation

from regiewijzer.foundation.accounts.models import Actor, Position, User
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside


@dataclass(frozen=True)
class Member:
    """Somebody with a position, and a browser in which they are logged in."""

    position: Position
    client: Client

    @property
    def actor(self) -> Actor:
        return self.position.actor

    @property
    def user(self) -> User:
        return self.position.user


def position_in(authority: Authority, role: Role, name: str) -> Position:
    address = f"{name.lower().replace(' ', '.')}@{authority.slug}.example"
    user = User.objects.filter(email=address).first() or User.objects.create_user(address, name, language="en")
    if role == Role.ADMINISTRATOR:
        with_second_step(user)
    return Position.objects.get_or_create(authority=authority, user=user, defaults={"role": role})[0]


def with_second_step(user: User) -> None:
    """Somebody who set up two steps, as administrators have to."""
    step = {"user": user, "type": Authenticator.Type.TOTP}
    if not Authenticator.objects.filter(**step).exists():
        Authenticator.objects.create(**step, data={"secret": get_adapter().encrypt("JBSWY3DPEHPK3PXP")})


def logged_in(position: Position) -> Member:
    client = Client(headers={"host": "localhost"})
    client.force_login(position.user)
    return Member(position, client)


@pytest.fixture
def english() -> Iterator[None]:
    """What the program says outside a request, in English."""
    with translation.override("en"):
        yield


@contextmanager
def undone(blocker: Any) -> Iterator[None]:
    """The database, of which nothing remains afterwards: for what the tests of a whole module share."""
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def authority(db: None) -> Authority:
    return Authority.objects.get_or_create(slug="vliermonde", defaults={"name": "Vliermonde"})[0]


@pytest.fixture
def other_authority(db: None) -> Authority:
    return Authority.objects.create(slug="elders", name="Elders")


@pytest.fixture
def vliermonde(authority: Authority) -> Iterator[Authority]:
    """Inside the wall of Vliermonde."""
    with inside(authority.pk):
        yield authority


def somebody(role: Role, name: str) -> Any:
    """A fixture: somebody with this role in Vliermonde. It is called as the variable it is kept in."""

    @pytest.fixture
    def member(authority: Authority) -> Member:
        return logged_in(position_in(authority, role, name))

    return member


administrator = somebody(Role.ADMINISTRATOR, "Amira Administrator")
coordinator = somebody(Role.COORDINATOR, "Hilde Maertens")
manager = somebody(Role.NETWORK_MANAGER, "Jonas Claeys")
contributor = somebody(Role.CONTRIBUTOR, "Nadia Bensalem")
reader = somebody(Role.READER, "Rik Raadslid")
guest = somebody(Role.GUEST, "Gust Gast")
facilitator = somebody(Role.FACILITATOR, "Fien Facilitator")


@pytest.fixture
def stranger(other_authority: Authority) -> Member:
    """An administrator, but of another authority."""
    return logged_in(position_in(other_authority, Role.ADMINISTRATOR, "Sam Stranger"))
