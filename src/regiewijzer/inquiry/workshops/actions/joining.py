"""Coming in: finding the join link by a typed code, and getting a key of one's own.

Wrong codes are counted per address and for everybody together, so that nobody finds a session by trying. Whoever scans
the QR code guesses nothing and is never stopped. Once many wrong codes come in from everywhere, an address keeps only a
few tries: the room itself still gets in. An address that used up its tries gets another every half a minute: a right
code waits, and is not refused until all of a window has passed.

Phones that come in are counted per address and session: a hall behind one address does not feel it, a script that makes
phones does. Votes are not counted: each belongs to a phone.
"""

import hashlib
import secrets
import time
from collections.abc import Sequence

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from regiewijzer.inquiry.workshops.codes import as_typed, hash_of
from regiewijzer.inquiry.workshops.models import JoinAttempts, JoinLink, Participant, Subject, Workshop

WINDOW = 600  # seconds
TRIES = 20  # wrong codes from one address at once
ONE_MORE_EVERY = 30  # seconds, from the beginning of a window
ALARM = 200  # wrong codes from everywhere in a window; from then on
TRIES_IN_ALARM = 3  # an address keeps these
EVERYBODY = ""
MOST_PHONES = 5000
MOST_PHONES_OF_ONE = 400  # from one address in a window: a hall of 300, of whom many come in twice
KEY_BYTES = 16


class TooManyTries(Exception):
    """So many wrong codes came from here that no code is looked at until the window has passed."""


class TooManyPhones(Exception):
    """More phones came in from this address than a hall holds; others may come in when the window has passed."""


class Locked(Exception):
    """The facilitator lets nobody new in."""


class Full(Exception):
    """There are more phones than a room holds."""


class Over(Exception):
    """The session is not open."""


def find_join_link(*, typed: str, address: str) -> JoinLink | None:
    """The join link this code opens. None alike for a code that is wrong, of a session that is over, or of a locked
    room.

    TooManyTries when this address tried too often; the code is then not looked at, and may be in half a minute.
    """
    window, into = divmod(int(time.time()), WINDOW)
    caller = _told_apart(address)
    _refuse_guessing(window, into, caller)
    code = as_typed(typed)
    join_link = JoinLink.objects.filter(code_hash=hash_of(code)).first() if code else None
    if join_link is not None and join_link.open and not join_link.locked:
        return join_link
    _count(window, [caller, EVERYBODY])
    return None


def let_in(*, join_link: JoinLink, address: str) -> None:
    """Count a phone that comes in from here. TooManyPhones when that many did."""
    window, caller = int(time.time()) // WINDOW, _told_apart(f"{join_link.pk} {address}")
    if _counted(window, caller) >= MOST_PHONES_OF_ONE:
        raise TooManyPhones
    _count(window, [caller])


def _counted(window: int, caller: str) -> int:
    return JoinAttempts.objects.filter(window=window, address=caller).values_list("count", flat=True).first() or 0


def _refuse_guessing(window: int, into: int, caller: str) -> None:
    """`into`: seconds since the window began."""
    most = TRIES + into // ONE_MORE_EVERY if _counted(window, EVERYBODY) < ALARM else TRIES_IN_ALARM
    if _counted(window, caller) >= most:
        raise TooManyTries


@transaction.atomic
def _count(window: int, addresses: Sequence[str]) -> None:
    for address in addresses:  # everybody last, so that two never wait for each other
        made = JoinAttempts(window=window, address=address)
        JoinAttempts.objects.bulk_create([made], ignore_conflicts=True)
        JoinAttempts.objects.filter(window=window, address=address).update(count=F("count") + 1)
    JoinAttempts.objects.filter(window__lt=window - 1).delete()


def _told_apart(address: str) -> str:
    """The address, unreadable in a copy of the database."""
    return salted_hmac("workshops.guesses", address, algorithm="sha256").hexdigest()


@transaction.atomic
def join(*, join_link: JoinLink, subject: Subject | None = None) -> str:
    """A new phone in the session; returns its key, of which only a hash is kept.

    Over, Locked or Full when it cannot be. Must run inside the authority of the join link.
    """
    workshop = Workshop.objects.select_for_update().filter(pk=join_link.workshop_id).first()
    if workshop is None or not workshop.is_open or not join_link.open:
        raise Over
    if join_link.locked:
        raise Locked
    if Participant.objects.filter(workshop=workshop).count() >= MOST_PHONES:
        raise Full
    key = secrets.token_urlsafe(KEY_BYTES)
    Participant.objects.create(
        authority_id=join_link.authority_id, workshop=workshop, key_hash=hash_of_key(key), subject=subject
    )
    return key


def hash_of_key(key: str) -> str:
    """A key has 128 bits of chance, so one round of SHA-256 keeps it."""
    return hashlib.sha256(key.encode()).hexdigest()
