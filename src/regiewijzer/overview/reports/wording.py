"""How do reports count things, and what is that which is made called?"""

from django.db.models import TextChoices
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from regiewijzer.ui.wording import counted

KILOBYTE = 1024


class Kind(TextChoices):
    """What a report is about."""

    BOARD = "board", _("Report for the board")
    NETWORK = "network", _("Dossier of a network")


class Status(TextChoices):
    """How far the making is."""

    WAITING = "waiting", _("waiting")
    MAKING = "making", _("being made")
    READY = "ready", _("ready")
    FAILED = "failed", _("not made")


class Failure(TextChoices):
    """Why a report could not be made, as a sentence."""

    GONE = "gone", _("What the report is about is no longer there.")
    BROKEN = (
        "broken",
        _("Something went wrong while we made it. Order it again; if it fails once more, tell who runs the program."),
    )


class Language(TextChoices):
    """The languages a report can be in, each named in itself."""

    DUTCH = "nl", "Nederlands"
    ENGLISH = "en", "English"


def board_title() -> str:
    """What the report for the board is called."""
    return gettext("How does our steering stand?")


def networks(count: int) -> str:
    return ngettext("%(count)s network", "%(count)s networks", count) % {"count": counted(count)}


def instruments(count: int) -> str:
    return ngettext("%(count)s instrument", "%(count)s instruments", count) % {"count": counted(count)}


def challenges(count: int) -> str:
    return ngettext("%(count)s challenge", "%(count)s challenges", count) % {"count": counted(count)}


def partners(count: int) -> str:
    return ngettext("%(count)s partner", "%(count)s partners", count) % {"count": counted(count)}


def some_of(shown: int, total: int, which: str = "") -> str:
    """What stands under a list that was cut, and which were kept; empty when everything is there."""
    if shown >= total:
        return ""
    pattern = gettext("%(shown)s of %(total)s shown: %(which)s.") if which else gettext("%(shown)s of %(total)s shown.")
    return pattern % {"shown": counted(shown), "total": counted(total), "which": which}


def size(count: int) -> str:
    """The size of a file in kilobytes, rounded up."""
    return gettext("%(count)s kB") % {"count": counted(-(-count // KILOBYTE))}
