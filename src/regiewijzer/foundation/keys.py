"""Keys that lie in the data folder: whoever reads or writes the database, or has a backup of it, has none of them.

A seal is a message authentication code (HMAC-SHA256, RFC 2104) with a mark of the key before it. The mark tells a seal
of another installation, of which nothing can be said here, from one that was forged.
"""

import base64
import hashlib
import hmac
import os
import secrets
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

from cryptography.fernet import Fernet
from django.conf import settings

FOLDER, OWN_FOLDER = "keys", 0o700
KEY_BYTES, MARK_LETTERS = 32, 8
SEAL_LENGTH = MARK_LETTERS + 1 + 64


def sealed(key: str, what: str) -> str:
    """The seal of a text under the key of this name; the key is made when there is none yet."""
    secret = _lasting(settings.DATA_DIR / FOLDER / key)
    return f"{_mark(secret)}:{hmac.new(secret, what.encode(), hashlib.sha256).hexdigest()}"


def is_ours(key: str, seal: str) -> bool:
    """Whether a seal says that it was made under the key that is here."""
    return seal.partition(":")[0] == _mark(_lasting(settings.DATA_DIR / FOLDER / key))


def holds(key: str, what: str, seal: str) -> bool:
    """Whether it was, of this very text."""
    return hmac.compare_digest(sealed(key, what), seal)


def envelope(key: str) -> Fernet:
    """What closes and opens envelopes under this key (AES-128 in CBC with HMAC-SHA256); made when there is none yet.

    Read anew each time: no process remembers a key that is destroyed.
    """
    return Fernet(base64.urlsafe_b64encode(_read_or_made(settings.DATA_DIR / FOLDER / key)))


def names(beginning: str) -> set[str]:
    """Of the keys that are here and are called like this."""
    return {path.name for path in (settings.DATA_DIR / FOLDER).glob(f"{beginning}*")}


def destroy(key: str) -> None:
    """Write over the key and take it away; nothing when there is none."""
    path = settings.DATA_DIR / FOLDER / key
    with suppress(FileNotFoundError):
        with path.open("r+b") as file:
            file.write(bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()


def _mark(secret: bytes) -> str:
    return hashlib.sha256(secret).hexdigest()[:MARK_LETTERS]


@cache
def _lasting(path: Path) -> bytes:
    return _read_or_made(path)


def _read_or_made(path: Path) -> bytes:
    """On the disk before it is used, under its name too: what it closes may be acknowledged at once."""
    with suppress(FileNotFoundError):
        return path.read_bytes()
    path.parent.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent) as new:
        new.write(secrets.token_bytes(KEY_BYTES))
        new.flush()
        os.fsync(new.fileno())
        with suppress(FileExistsError):  # another process was first: then that one is the key
            os.link(new.name, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return path.read_bytes()
