"""How do reports say things? Sentences with bold parts, dates, sizes, and the names of what is made."""

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from regiewijzer.library import figures
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.findings.wording import NUMBER_WORDS, number_word

BOLD = "**"
ELLIPSIS = "…"
KILOBYTE = 1024

Parts = tuple[tuple[str, bool], ...]
"""A sentence on paper: runs of text, each bold or not."""


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


def worded(pattern: str, **values: object) -> Parts:
    """A translated text in which `**` surrounds what is bold, filled in. What is filled in is never read for marks."""
    pieces = [(piece % values, bool(nr % 2)) for nr, piece in enumerate(pattern.split(BOLD))]
    return tuple((words, bold) for words, bold in pieces if words)


def parts_of(sentence: Sentence) -> Parts:
    """A sentence of the library as it goes on paper."""
    return tuple((part.text, part.bold) for part in sentence.parts)


def joined(*sentences: Parts) -> Parts:
    """Sentences one after the other, with a space between."""
    found = [sentence for sentence in sentences if sentence]
    spaced = [part for sentence in found for part in ((" ", False), *sentence)]
    return tuple(spaced[1:])


def clipped(words: str, most: int) -> str:
    """`words` on one line, or its beginning with an ellipsis."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip(" ,.:;-(") + ELLIPSIS


def day(value: date) -> str:
    """3 december 2026."""
    return figures.date_in_words(value)


def month(value: date) -> str:
    """december 2026."""
    return figures.month_in_words(value)


def counted(count: int) -> str:
    """A whole number with its separators."""
    return figures.number(count)


def in_words(count: int) -> str:
    """Up to twelve in a word with a capital, as a sentence begins; above that in figures."""
    return number_word(count) if count < len(NUMBER_WORDS) else counted(count)


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
