"""A browser without a browser: asks pages, keeps cookies, follows a stream. So light that one process is a thousand."""

import asyncio
import json
import re
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
HEADER_TOKEN = re.compile(r'"X-CSRFToken": "([^"]+)"')
PATIENCE = 30.0
FORM, BOUNDARY = "application/x-www-form-urlencoded", "regiewijzer-load"


class Failed(Exception):
    """No answer: the connection broke, or it took too long."""


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    location: str
    text: str

    @property
    def token(self) -> str:
        """What a form on this page must send along."""
        found = HEADER_TOKEN.search(self.text.replace("&quot;", '"')) or TOKEN.search(self.text)
        return found.group(1) if found else ""


@dataclass
class Plain:
    """One visitor of a site."""

    site: str
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    comes_from: str = "127.0.0.1"

    async def get(self, path: str) -> Reply:
        return await self._kept(await self._ask("GET", path))

    async def post(self, path: str, form: Mapping[str, str] | list[tuple[str, str]], accept: str = "*/*") -> Reply:
        """Send a form with the token of the page seen last."""
        return await self._kept(await self._ask("POST", path, urlencode(form), accept))

    async def upload(self, path: str, field: str, name: str, content: bytes) -> Reply:
        """Send one file, with the token of the page seen last."""
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
        body = f"{head}{content.decode()}\r\n--{BOUNDARY}--\r\n"
        return await self._kept(await self._ask("POST", path, body, kind=f"multipart/form-data; boundary={BOUNDARY}"))

    async def _kept(self, reply: Reply) -> Reply:
        self.token = reply.token or self.token
        return reply

    async def _ask(self, method: str, path: str, body: str = "", accept: str = "*/*", kind: str = FORM) -> Reply:
        try:
            return await asyncio.wait_for(self._exchange(method, path, body, accept, kind), PATIENCE)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, ValueError, IndexError) as reason:
            raise Failed(repr(reason)) from reason

    async def _exchange(self, method: str, path: str, body: str, accept: str, kind: str) -> Reply:
        where = urlsplit(self.site)
        here = (self.comes_from, 0)
        reader, writer = await asyncio.open_connection(where.hostname, where.port, local_addr=here)
        try:
            writer.write(self._request(method, path, where.netloc, body, accept, kind))
            await writer.drain()
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            text = (await reader.read()).decode(errors="replace")
        finally:
            writer.close()
        return self._reply(head, text)

    def _request(self, method: str, path: str, host: str, body: str, accept: str, kind: str) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", "Connection: close", f"Accept: {accept}"]
        lines += [f"Cookie: {'; '.join(f'{name}={value}' for name, value in self.cookies.items())}"]
        if method == "POST":
            lines += [f"X-CSRFToken: {self.token}", f"Content-Type: {kind}"]
            lines += [f"Content-Length: {len(body.encode())}"]
        return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()

    def _reply(self, head: str, text: str) -> Reply:
        first, *lines = head.split("\r\n")
        location = ""
        for line in lines:
            name, _colon, value = line.partition(": ")
            if name.lower() == "location":
                location = value
            if name.lower() == "set-cookie":
                key, _equals, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return Reply(int(first.split()[1]), location, text)


async def events(address: str) -> AsyncGenerator[tuple[str, Any], None]:
    """Name and data of each event of a stream, until it ends. Failed when it cannot be opened."""
    where = urlsplit(address)
    try:
        reader, writer = await asyncio.open_connection(where.hostname, where.port, limit=2**20)
    except OSError as reason:
        raise Failed(repr(reason)) from reason
    try:
        writer.write(f"GET {where.path} HTTP/1.1\r\nHost: {where.netloc}\r\nAccept: text/event-stream\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        if " 200 " not in head.split("\r\n")[0]:
            raise Failed(head.split("\r\n")[0])
        name = ""
        while line := await reader.readline():
            said = line.decode().strip()
            if said.startswith("event: "):
                name = said.removeprefix("event: ")
            elif said.startswith("data: "):
                yield name, json.loads(said.removeprefix("data: "))
    except (OSError, asyncio.IncompleteReadError) as reason:
        raise Failed(repr(reason)) from reason
    finally:
        writer.close()
