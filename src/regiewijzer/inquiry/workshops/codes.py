"""The code people type: six characters that cannot be mistaken for each other, and what is kept of it."""

import secrets

from django.utils.crypto import salted_hmac

ALPHABET = "23456789ACDEFGHJKMNPQRTUVWXY"  # 28 characters, without 0, 1, I, L and O, and without B, S and Z
LOOK_ALIKE = str.maketrans({"B": "8", "S": "5", "Z": "2"})  # read from a beamer at the back of a hall
LENGTH = 6  # 482 million codes
_SALT = "workshops.codes"


def new_code() -> str:
    """A code by chance."""
    return "".join(secrets.choice(ALPHABET) for _place in range(LENGTH))


def as_typed(text: str) -> str:
    """What somebody typed as a code: capitals, no spaces or hyphens, an S for a 5. Empty when it cannot be one."""
    code = "".join(text.split()).replace("-", "").upper().translate(LOOK_ALIKE)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


def hash_of(code: str) -> str:
    """With a key, because so short a code could be found from a plain hash in a second."""
    return salted_hmac(_SALT, code, algorithm="sha256").hexdigest()


def in_two(code: str) -> str:
    """As people read it aloud: ABC 234."""
    return f"{code[: LENGTH // 2]} {code[LENGTH // 2 :]}"
