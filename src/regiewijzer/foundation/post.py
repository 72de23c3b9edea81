"""How does mail leave the house? Handed straight to the mail server, and nothing is called sent that was not taken.

A connection that broke may have delivered, so a mail is tried twice at most. The worker sends for a few seconds, and
then does what others wait for.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from smtplib import SMTPException, SMTPRecipientsRefused
from typing import TypeVar

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

Waiting = TypeVar("Waiting")
TO_THE_LOG = "django.core.mail.backends.console.EmailBackend"
LONGEST_PROBLEM = 200
TRIES = 2
SECONDS_A_TURN = 5.0  # then other tasks are done first
AGAIN_AFTER = 60.0  # seconds, where the mail server does not answer


class Delivery(TextChoices):
    """What became of a mail."""

    WAITING = "waiting", _("not sent yet")
    SENT = "sent", _("sent")
    FAILED = "failed", _("not delivered")


class NoMail(Exception):
    """No mail can go out: `reason` is `log` where there is no mail server, `down` where it does not answer."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Post:
    """An open connection to the mail server."""

    server: BaseEmailBackend


def open_post() -> Post:
    """Reach the mail server before anything is changed. NoMail when there is none, or when it does not answer."""
    if settings.EMAIL_BACKEND == TO_THE_LOG and not settings.EXAMPLE:
        raise NoMail("log")
    server = get_connection()
    try:
        server.open()
    except (SMTPException, OSError) as down:
        raise NoMail("down") from down
    return Post(server)


def reach_post() -> None:
    """See that a mail could go out now, before somebody else sends them. NoMail when none can."""
    open_post().server.close()


def still_open(post: Post) -> bool:
    """Whether the mail server still answers, if need be on a new connection."""
    try:
        post.server.open()
    except (SMTPException, OSError):
        return False
    return True


def delivered(message: EmailMessage, post: Post) -> str:
    """Hand one mail over. Returns what went wrong, in the words of the mail server; empty when nothing did."""
    message.connection = post.server
    problem = ""
    for _attempt in range(TRIES):
        try:
            message.send()
        except SMTPRecipientsRefused as refused:
            code, said = next(iter(refused.recipients.values()))
            return f"{code} {said.decode(errors='replace')}"[:LONGEST_PROBLEM]
        except ValueError as unfit:  # no header or address can hold what stands in it
            return str(unfit)[:LONGEST_PROBLEM] or type(unfit).__name__
        except (SMTPException, OSError) as broken:
            problem = str(broken)[:LONGEST_PROBLEM] or type(broken).__name__
            post.server.close()
        else:
            return ""
    return problem


def take_turn(
    next_waiting: Callable[[], Waiting | None], hand_over: Callable[[Waiting, Post], bool], seconds: float
) -> float | None:
    """Hand over what waits, one by one, for so many seconds; `hand_over` says False when the mail server is gone.

    Returns after how many seconds to go on; None when nothing waits any more.
    """
    until, post = time.monotonic() + seconds, None
    try:
        while (waiting := next_waiting()) is not None:
            if time.monotonic() >= until:
                return 0.0
            post = post or open_post()
            if not hand_over(waiting, post):
                return AGAIN_AFTER
    except NoMail:
        return AGAIN_AFTER
    finally:
        if post is not None:
            post.server.close()
    return None
