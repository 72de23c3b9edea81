from typing import Any

import pytest
from django.test import Client
from tests.accounts import Member

from regiewijzer.foundation.authorities.models import Authority

ENTRY = "/example/"


@pytest.fixture
def visitor(db: None) -> Client:
    return Client(headers={"host": "localhost"})


def test_outside_the_example_nobody_comes_in_without_a_password(
    visitor: Client, coordinator: Member, settings: Any
) -> None:
    Authority.objects.update(is_example=True)
    settings.EXAMPLE = False

    assert visitor.get("/")["location"] == "/account/login/"
    assert visitor.post(ENTRY, {"position": coordinator.position.pk}).status_code == 404
    assert "sessionid" not in visitor.cookies


def test_in_the_example_anybody_comes_in_as_anybody_of_it(visitor: Client, coordinator: Member, settings: Any) -> None:
    Authority.objects.update(is_example=True)
    settings.EXAMPLE = True

    doors = visitor.get("/").context["positions"]
    answer = visitor.post(ENTRY, {"position": doors[0].pk})

    assert answer["location"] == "/vliermonde/"
    assert visitor.get("/vliermonde/overzicht/").status_code == 200


@pytest.mark.parametrize("position", ["", "0", "²", "-1", "9" * 30, "abc"])
def test_a_door_that_is_not_there_stays_shut(visitor: Client, settings: Any, position: str) -> None:
    settings.EXAMPLE = True

    assert visitor.post(ENTRY, {"position": position}).status_code == 404


def test_a_real_authority_has_no_such_door_even_there(visitor: Client, coordinator: Member, settings: Any) -> None:
    settings.EXAMPLE = True

    assert list(visitor.get("/").context["positions"]) == []
    assert visitor.post(ENTRY, {"position": coordinator.position.pk}).status_code == 404


def test_looking_at_the_entry_logs_nobody_in(visitor: Client, settings: Any) -> None:
    settings.EXAMPLE = True

    assert visitor.get(ENTRY).status_code == 405
