"""The streams, driven as the server drives them: an ASGI application with a receive and a send."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client
from tests.accounts import Member, logged_in, position_in
from tests.workshops import a_question, a_session, opened, phones, to_question, vote

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.workshops.actions.ending import end
from regiewijzer.inquiry.workshops.models import Workshop
from regiewijzer.inquiry.workshops.views.live.stream import Streams
from regiewijzer.inquiry.workshops.views.live.tickets import Audience, Ticket, read_ticket, signed

SOON = 8.0


class Listener:
    """One end of a stream: what it heard, and hanging up."""

    def __init__(self, streams: Streams, path: str) -> None:
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self.status, self._gone = 0, asyncio.Event()
        scope = {"type": "http", "method": "GET", "path": path}
        self.task = asyncio.ensure_future(streams(scope, self._receive, self._send))

    async def _receive(self) -> dict[str, Any]:
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        self.status = message.get("status", self.status)
        said = dict(line.split(": ", 1) for line in message.get("body", b"").decode().splitlines() if ": " in line)
        if "event" in said:
            self.heard.append((said["event"], json.loads(said["data"])))

    async def until(self, name: str, **wanted: object) -> dict[str, Any]:
        """The first event of this name that says all this."""
        async with asyncio.timeout(SOON):
            while True:
                for heard, data in self.heard:
                    if heard == name and all(data.get(key) == value for key, value in wanted.items()):
                        return data
                await asyncio.sleep(0.02)

    def hang_up(self) -> None:
        self._gone.set()


@pytest.fixture
def held(transactional_db: None) -> Iterator[tuple[Workshop, Member]]:
    """A session of two questions in its lobby, committed."""
    authority = Authority.objects.create(slug="vliermonde", name="Vliermonde")
    leader = logged_in(position_in(authority, Role.FACILITATOR, "Fien Facilitator"))
    with inside(authority.pk):
        workshop = a_session(leader.position, a_question(text="Een"), a_question(text="Twee"))
        opened(workshop, leader.position, at=0)
    yield workshop, leader
    connection.close()


def _ticket(workshop: Workshop, audience: Audience = Audience.PHONE, language: str = "en") -> str:
    return "/live/" + signed(Ticket(workshop.authority_id, workshop.pk, audience, language))


async def _in_thread(work: Any) -> None:
    """Something the page process does meanwhile, committed."""

    def done() -> None:
        try:
            work()
        finally:
            connections.close_all()

    await asyncio.to_thread(done)


def _step(workshop: Workshop, number: int) -> Any:
    def go() -> None:
        with inside(workshop.authority_id):
            to_question(Workshop.objects.get(pk=workshop.pk), number)

    return go


def _run(story: Any) -> None:
    """A story with streams of its own, closed at the end."""

    async def told() -> None:
        streams = Streams()
        try:
            await story(streams)
        finally:
            await streams.hub.close()

    asyncio.run(told())


def test_every_phone_hears_of_the_next_question_and_a_late_comer_gets_the_current_one(
    held: tuple[Workshop, Member],
) -> None:
    workshop, _leader = held

    async def story(streams: Streams) -> None:
        early = [Listener(streams, _ticket(workshop)) for _phone in range(3)]
        for phone in early:
            await phone.until("stage")
        await _in_thread(_step(workshop, 1))
        for phone in early:
            await phone.until("stage", version=1)
        late = Listener(streams, _ticket(workshop))
        first = await late.until("stage")

        assert "Een" in first["page"]
        assert "csrf" not in first["page"]
        assert "Question 1 of 2" in first["page"]
        assert len(streams.hub.rooms) == 1
        for phone in (*early, late):
            phone.hang_up()
        await asyncio.gather(*(phone.task for phone in (*early, late)))
        assert streams.hub.rooms == {}

    _run(story)


def test_a_screen_counts_who_is_there_and_who_answered(held: tuple[Workshop, Member]) -> None:
    workshop, _leader = held

    def vote_once() -> None:
        with inside(workshop.authority_id):
            mine = Workshop.objects.get(pk=workshop.pk)
            (phone,) = phones(mine.join_link, 1)
            vote(mine.questions.get(number=1), phone, 4)

    async def story(streams: Streams) -> None:
        await _in_thread(_step(workshop, 1))
        screen = Listener(streams, _ticket(workshop, Audience.SCREEN))
        await screen.until("screen", answers=0, phones=0)
        phone = Listener(streams, _ticket(workshop))
        await screen.until("screen", phones=1)
        await _in_thread(vote_once)
        await screen.until("screen", answers=1, joined=1)
        phone.hang_up()
        await screen.until("screen", phones=0)
        screen.hang_up()

    _run(story)


def test_the_end_ends_every_stream(held: tuple[Workshop, Member]) -> None:
    workshop, leader = held

    def ended() -> None:
        with inside(workshop.authority_id):
            end(workshop=Workshop.objects.get(pk=workshop.pk), actor=leader.actor)

    async def story(streams: Streams) -> None:
        phone = Listener(streams, _ticket(workshop))
        await phone.until("stage")
        await _in_thread(ended)
        await phone.until("over")
        await asyncio.wait_for(phone.task, SOON)

    _run(story)


def test_a_phone_hears_in_its_own_language(held: tuple[Workshop, Member]) -> None:
    workshop, _leader = held

    async def story(streams: Streams) -> None:
        await _in_thread(_step(workshop, 1))
        both = {each: Listener(streams, _ticket(workshop, language=each)) for each in ("nl", "en")}
        pages = {each: (await phone.until("stage"))["page"] for each, phone in both.items()}

        assert "Question 1 of 2" in pages["en"]
        assert "Een" in pages["nl"]
        for phone in both.values():
            phone.hang_up()

    _run(story)


@pytest.mark.parametrize("path", ["/live/", "/live/altered", "/", "/live/../meedoen/", "/live/eyJhIjoxfQ:1a:b"])
def test_without_a_ticket_there_is_nothing(path: str) -> None:
    async def story(streams: Streams) -> None:
        knocking = Listener(streams, path)
        await asyncio.wait_for(knocking.task, SOON)

        assert knocking.status == 404
        assert streams.hub.rooms == {}

    _run(story)


def test_a_ticket_cannot_be_altered_and_names_nobody(held: tuple[Workshop, Member]) -> None:
    workshop, _leader = held
    ticket = _ticket(workshop).removeprefix("/live/")
    body, _colon, seal = ticket.partition(":")

    found = read_ticket(ticket)

    assert found == Ticket(workshop.authority_id, workshop.pk, Audience.PHONE, "en")
    assert read_ticket(f"{body[:-1]}A:{seal}") is None
    assert read_ticket(f"{body}:{seal[:-1]}") is None


def test_the_page_of_a_phone_works_without_the_stream(held: tuple[Workshop, Member]) -> None:
    """A plain form in a plain page: the scripts only make it live."""
    workshop, _leader = held
    _step(workshop, 1)()
    with inside(workshop.authority_id):
        join_link = Workshop.objects.get(pk=workshop.pk).join_link
    phone = Client(headers={"host": "localhost", "accept-language": "en"})
    phone.post(f"/meedoen/{join_link.pk}/binnen/")

    page = phone.get(f"/meedoen/{join_link.pk}/").content.decode()

    assert "csrfmiddlewaretoken" in page
    assert f'action="/meedoen/{join_link.pk}/antwoord/' in page
    assert "<noscript>" in page
