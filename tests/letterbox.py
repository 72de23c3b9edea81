"""A mail server for tests: keeps what it is handed, and refuses some addresses, as real ones do."""

import re
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

REFUSED = "onbestelbaar"  # an address that begins like this does not exist here


@dataclass
class Letterbox:
    """Where mails went, and what came. `seconds`: how long it thinks about each. `url` is for EMAIL_URL."""

    port: int
    seconds: float = 0.0
    mails: list[EmailMessage] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def to(self, address: str) -> list[str]:
        """The texts that were sent to this address, oldest first."""
        return [mail.get_content() for mail in self.mails if address in str(mail["To"])]


class _Conversation(socketserver.StreamRequestHandler):
    """One connection, in the few words of SMTP a client needs."""

    server: "_Server"

    def handle(self) -> None:
        self._say("220 letterbox")
        for line in self.rfile:
            word = line.decode(errors="replace").strip()
            command = word[:4].upper()
            if command == "DATA":
                self._say("354 go on")
                self._take()
            elif command == "RCPT" and REFUSED in word:
                self._say("550 5.1.1 no such mailbox")
            elif command == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _take(self) -> None:
        lines = []
        for line in self.rfile:
            if line.rstrip(b"\r\n") == b".":
                break
            lines.append(re.sub(rb"^\.\.", b".", line))
        mail = message_from_bytes(b"".join(lines), policy=policy.default)
        assert isinstance(mail, EmailMessage)
        time.sleep(self.server.letterbox.seconds)
        self.server.letterbox.mails.append(mail)
        self._say("250 kept")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    letterbox: Letterbox


@contextmanager
def letterbox(seconds: float = 0.0) -> Iterator[Letterbox]:
    """A mail server on a free port, until the end of the block."""
    with _Server(("127.0.0.1", 0), _Conversation) as server:
        server.letterbox = Letterbox(server.server_address[1], seconds)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.letterbox
        server.shutdown()
