"""The code people type: six characters that cannot be mistaken for each other, and what is kept of it."""

import secrets

from django.utils.crypto import salted_hmac

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # 31 characters, without 0, 1, I, L and O
LENGTH = 6  # 887 million codes
_SALT = "workshops.codes"


def new_code() -> str:
    """A code by chance."""
    return "".join(secrets.choice(ALPHABET) for _place in range(LENGTH))


def as_typed(text: str) -> str:
    """What somebody typed as a code: capitals, without spaces and hyphens. Empty when it cannot be one."""
    code = "".join(text.split()).replace("-", "").upper()
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


def hash_of(code: str) -> str:
    """With a key, because so short a code could be found from a plain hash in a second."""
    return salted_hmac(_SALT, code, algorithm="sha256").hexdigest()


def in_two(code: str) -> str:
    """As people read it aloud: ABC 234."""
    return f"{code[: LENGTH // 2]} {code[LENGTH // 2 :]}"
