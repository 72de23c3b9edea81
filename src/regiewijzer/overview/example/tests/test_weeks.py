"""Whoever opens the example finds something to do, in every role, on the day it is built and long after."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from time_machine import travel

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Role
from regiewijzer.overview.example.files import STORY_DAY
from regiewijzer.overview.example.tests.conftest import Example
from regiewijzer.overview.week.queries import home_of

LATER = (0, 5, 40)  # days
LINK = re.compile(r"<main.*?</main>", re.DOTALL)
HREF = re.compile(r'href="(/vliermonde/[^"#]*)')


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("days", LATER)
def test_everybody_finds_something_to_do(example: Example, role: Role, days: int) -> None:
    people = Position.objects.filter(authority=example.authority, role=role).order_by("pk")
    day = STORY_DAY + timedelta(days=days)

    with travel(day):
        homes = {str(each): home_of(each, example.authority, day) for each in people}

    found = {name: sum(len(part.rows) for part in home.parts) for name, home in homes.items()}
    assert found
    assert 0 not in found.values(), found


@pytest.mark.parametrize("role", Role)
def test_every_link_on_the_first_page_leads_somewhere(example: Example, role: Role) -> None:
    position = Position.objects.filter(authority=example.authority, role=role).order_by("pk")[0]
    client = Client()
    client.force_login(position.user, backend="allauth.account.auth_backends.AuthenticationBackend")

    (page,) = LINK.findall(client.get("/vliermonde/", follow=True).content.decode())

    links = sorted({link.replace("&amp;", "&") for link in HREF.findall(page)})
    assert links
    assert {link: client.get(link, follow=True).status_code for link in links} == dict.fromkeys(links, 200)
