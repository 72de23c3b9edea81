import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from regiewijzer.config import admission
from regiewijzer.config.admission import Admission, Event, Receive, Scope, Send

Answers = list[Event]


def _request(path: str = "/vliermonde/") -> Scope:
    return {"type": "http", "path": path}


def _sends(*events: Event) -> Receive:
    """A sender of these events, who then says nothing more."""
    left = list(events)

    async def receive() -> Event:
        if not left:
            await asyncio.Event().wait()
        return left.pop(0)

    return receive


def _all(body: bytes = b"") -> Receive:
    return _sends({"type": "http.request", "body": body})


def _into(answers: Answers) -> Send:
    async def send(event: Event) -> None:
        answers.append(event)

    return send


class Pages:
    """Counts who is inside at once, and lets nobody out before the door opens."""

    def __init__(self) -> None:
        self.inside: list[str] = []
        self.bodies: list[bytes] = []
        self.door = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body, more = b"", True
        while more:
            event = await receive()
            body, more = body + event["body"], event["more_body"]
        self.inside.append(scope["path"])
        self.bodies.append(body)
        await self.door.wait()
        await send({"type": "http.response.start", "status": 200})
        await send({"type": "http.response.body", "body": b"ok"})


def _run(what: Callable[[], Awaitable[Any]]) -> None:
    async def within() -> None:
        async with asyncio.timeout(10):
            await what()

    asyncio.run(within())


async def _a_moment() -> None:
    for _turn in range(20):
        await asyncio.sleep(0)


def test_whoever_sends_slowly_keeps_nobody_out() -> None:
    async def many_slow_ones() -> None:
        pages, answers = Pages(), Answers()
        asked = Admission(pages, threads=1)
        half = {"type": "http.request", "body": b"a", "more_body": True}
        slow = [asyncio.create_task(asked(_request(), _sends(half), _into([]))) for _nr in range(200)]
        pages.door.set()
        await _a_moment()

        await asked(_request(), _all(), _into(answers))

        assert answers[0]["status"] == 200
        assert pages.inside == ["/vliermonde/"]
        for each in slow:
            each.cancel()

    _run(many_slow_ones)


@pytest.mark.parametrize("size", [0, 1, admission.CHUNK, admission.CHUNK + 1, 3 * admission.IN_MEMORY])
def test_a_body_arrives_as_it_was_sent(size: int) -> None:
    async def in_parts() -> None:
        pages, body = Pages(), bytes(nr % 251 for nr in range(size))
        pages.door.set()
        parts = [body[: size // 3], body[size // 3 : size // 2], body[size // 2 :]]
        events = [{"type": "http.request", "body": part, "more_body": nr < 2} for nr, part in enumerate(parts)]

        await Admission(pages)(_request(), _sends(*events), _into([]))

        assert pages.bodies == [body]

    _run(in_parts)


def test_one_authority_leaves_threads_for_another() -> None:
    async def busy() -> None:
        pages = Pages()
        asked = Admission(pages, threads=4, of_one=2)
        waiting = [
            asyncio.create_task(asked(_request("/vliermonde/netwerken/"), _all(), _into([]))) for _nr in range(9)
        ]
        await _a_moment()
        waiting.append(asyncio.create_task(asked(_request("/elders/"), _all(), _into([]))))
        await _a_moment()

        assert sorted(pages.inside) == ["/elders/", "/vliermonde/netwerken/", "/vliermonde/netwerken/"]

        pages.door.set()
        await asyncio.gather(*waiting)
        assert len(pages.inside) == 10
        assert not asked.lanes

    _run(busy)


def test_no_more_are_inside_than_there_are_threads() -> None:
    async def full() -> None:
        pages = Pages()
        asked = Admission(pages, threads=3, of_one=2)
        paths = [f"/bestuur-{nr}/" for nr in range(8)]
        waiting = [asyncio.create_task(asked(_request(path), _all(), _into([]))) for path in paths]
        await _a_moment()
        at_once = len(pages.inside)
        pages.door.set()
        await asyncio.gather(*waiting)

        assert (at_once, len(pages.inside)) == (3, 8)

    _run(full)


def test_whoever_reads_an_answer_slowly_holds_no_thread() -> None:
    async def one_slow_reader() -> None:
        pages, answers, never = Pages(), Answers(), asyncio.Event()
        pages.door.set()
        asked = Admission(pages, threads=1)

        async def hardly(event: Event) -> None:
            await never.wait()

        slow = asyncio.create_task(asked(_request(), _all(), hardly))
        await _a_moment()
        await asked(_request(), _all(), _into(answers))

        assert [event["type"] for event in answers] == ["http.response.start", "http.response.body"]
        slow.cancel()

    _run(one_slow_reader)


def test_a_watcher_is_answered_when_all_threads_are_held() -> None:
    async def full() -> None:
        pages, answers = Pages(), Answers()
        asked = Admission(pages, threads=1)
        held = asyncio.create_task(asked(_request(), _all(), _into([])))
        await _a_moment()
        probe = asyncio.create_task(asked(_request("/healthz"), _all(), _into(answers)))
        await _a_moment()

        assert pages.inside == ["/vliermonde/", "/healthz"]
        pages.door.set()
        await asyncio.gather(held, probe)

    _run(full)


def test_what_does_not_come_in_time_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admission, "BODY_WITHIN", 0.01)

    async def late() -> None:
        pages, answers = Pages(), Answers()

        await Admission(pages)(_request(), _sends(), _into(answers))

        assert answers[0]["status"] == 408
        assert b"did not arrive in time" in answers[1]["body"]
        assert not pages.inside

    _run(late)


def test_what_is_too_large_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admission, "MOST_BYTES", 2_000_000)

    async def large() -> None:
        pages, answers = Pages(), Answers()

        await Admission(pages)(_request(), _all(b"a" * 2_000_001), _into(answers))

        assert (answers[0]["status"], answers[1]["body"]) == (413, b"This request is larger than 2 MB.")
        assert not pages.inside

    _run(large)


def test_whoever_leaves_before_all_was_sent_gets_nothing_done() -> None:
    async def gone() -> None:
        pages, answers = Pages(), Answers()
        half = {"type": "http.request", "body": b"a", "more_body": True}

        await Admission(pages)(_request(), _sends(half, {"type": "http.disconnect"}), _into(answers))

        assert (pages.inside, answers) == ([], [])

    _run(gone)


def test_a_thread_comes_back_from_a_page_that_breaks() -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise ZeroDivisionError

    async def twice() -> None:
        asked = Admission(broken, threads=1, of_one=1)
        for _time in range(2):
            with pytest.raises(ZeroDivisionError):
                await asked(_request(), _all(), _into([]))

    _run(twice)
