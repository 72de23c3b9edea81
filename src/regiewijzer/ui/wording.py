"""How do pages and paper say a thing? Sentences with bold parts, days, numbers and words, in the active language."""

from datetime import date
from decimal import Decimal

from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from regiewijzer.library import catalogue, figures
from regiewijzer.library.sentences import Part, Sentence
from regiewijzer.science.written_days import KnownDay, Precision

BOLD = "**"
ELLIPSIS = "…"
NOTHING = Sentence(())
NUMBER_WORDS = (
    _("No"),
    _("One"),
    _("Two"),
    _("Three"),
    _("Four"),
    _("Five"),
    _("Six"),
    _("Seven"),
    _("Eight"),
    _("Nine"),
    _("Ten"),
    _("Eleven"),
    _("Twelve"),
)


def worded(pattern: str, **values: object) -> Sentence:
    """A translated text in which `**` surrounds what is bold, filled in. What is filled in is never read for marks."""
    pieces = [Part(piece % values, bool(nr % 2)) for nr, piece in enumerate(pattern.split(BOLD))]
    return Sentence(tuple(part for part in pieces if part.text))


def plain(words: str) -> Sentence:
    """A text as a sentence without anything bold."""
    return Sentence((Part(words, False),)) if words else NOTHING


def joined(*sentences: Sentence) -> Sentence:
    """Sentences one after the other, with a space between."""
    spaced = [part for each in sentences if each.parts for part in (Part(" ", False), *each.parts)]
    return Sentence(tuple(spaced[1:]))


def clipped(words: str, most: int) -> str:
    """`words` on one line, or its beginning with an ellipsis."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip(" ,.:;-(") + ELLIPSIS


def day(value: date) -> str:
    """3 december 2026; december 2026 or 2026 when no more is known of it."""
    return _in_part(value) or figures.date_in_words(value)


def short_day(value: date) -> str:
    """3 dec. 2026, in a table; dec. 2026 or 2026 when no more is known of it."""
    return _in_part(value, "N Y") or formats.date_format(value, "j N Y")


def _in_part(value: date, of_month: str = "F Y") -> str:
    """The month or the year, when that is all that is known of a day; else empty."""
    precision = value.precision if isinstance(value, KnownDay) else Precision.DAY
    if precision is Precision.DAY:
        return ""
    return str(value.year) if precision is Precision.YEAR else formats.date_format(value, of_month)


def month(value: date) -> str:
    """december 2026; 2026 when no more is known of it."""
    return _in_part(value) or figures.month_in_words(value)


def counted(count: int) -> str:
    """A whole number with its separators."""
    return figures.number(count)


def in_words(count: int) -> str:
    """Up to twelve in a word with a capital, as a sentence begins; above that in figures."""
    return str(NUMBER_WORDS[count]) if count < len(NUMBER_WORDS) else counted(count)


def within(count: int) -> str:
    """The same within a sentence. Dutch leaves the accent off a capital E: Eén, but één."""
    return in_words(count).lower().replace("eén", "één")


def as_sentence(words: str) -> str:
    """Words that begin a sentence: één partner becomes Eén partner."""
    return capfirst(words).replace("Éé", "Eé", 1)


def score(value: float | Decimal | None, decimals: int = figures.DECIMALS) -> str:
    """2,8; a dash when it was not measured."""
    return "–" if value is None else figures.number(float(value), decimals)


def name_of(code: str, group: str) -> str:
    """The short name of a code of the library."""
    return str(catalogue.word(code, group).short)


def text_of(code: str, group: str) -> str:
    """A code of the library as it stands within a sentence."""
    return str(catalogue.word(code, group).text)


def rated(name: str, value: float | Decimal | None, *, divided: bool) -> Sentence:
    """Attractive: **3,2 on 5**, divided."""
    on_five = Part(gettext("%(value)s on 5") % {"value": score(value)}, True)
    apart = (Part(", " + gettext("divided"), False),) if divided else ()
    return Sentence((Part(f"{name}: ", False), on_five, *apart))


def measured_in_words(how: str, measured_on: date, answers: int | None = None, invited: int | None = None) -> str:
    """Survey, 3 december 2026; 9 of 11 answered."""
    found = f"{how}, {day(measured_on)}"
    if answers is None or not invited:
        return found
    counts = gettext("%(answers)s of %(invited)s answered") % {"answers": answers, "invited": invited}
    return f"{found}; {counts}"
