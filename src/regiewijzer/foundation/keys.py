"""Keys that lie in the data folder: whoever reads or writes the database, or has a backup of it, has none of them.

A seal is a message authentication code (HMAC-SHA256, RFC 2104) with a mark of the key before it. The mark tells a seal
of another installation, of which nothing can be said here, from one that was forged.
"""

import hashlib
import hmac
import os
import secrets
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

from django.conf import settings

FOLDER, OWN_FOLDER = "keys", 0o700
KEY_BYTES, MARK_LETTERS = 32, 8
SEAL_LENGTH = MARK_LETTERS + 1 + 64


def sealed(key: str, what: str) -> str:
    """The seal of a text under the key of this name; the key is made when there is none yet."""
    secret = _key(settings.DATA_DIR / FOLDER / key)
    return f"{_mark(secret)}:{hmac.new(secret, what.encode(), hashlib.sha256).hexdigest()}"


def is_ours(key: str, seal: str) -> bool:
    """Whether a seal says that it was made under the key that is here."""
    return seal.partition(":")[0] == _mark(_key(settings.DATA_DIR / FOLDER / key))


def holds(key: str, what: str, seal: str) -> bool:
    """Whether it was, of this very text."""
    return hmac.compare_digest(sealed(key, what), seal)


def _mark(secret: bytes) -> str:
    return hashlib.sha256(secret).hexdigest()[:MARK_LETTERS]


@cache
def _key(path: Path) -> bytes:
    with suppress(FileNotFoundError):
        return path.read_bytes()
    path.parent.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent) as new:
        new.write(secrets.token_bytes(KEY_BYTES))
        new.flush()
        os.fsync(new.fileno())
        with suppress(FileExistsError):  # another process was first: then that one is the key
            os.link(new.name, path)
    return path.read_bytes()
