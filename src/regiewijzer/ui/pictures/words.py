"""How are numbers, lengths of time and lists said in a picture?"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils import formats
from django.utils.translation import gettext, ngettext

from regiewijzer.ui import wording

MONTHS_A_YEAR = 12


def decimal(value: float, places: int) -> str:
    """A number with the decimal mark of the language."""
    return formats.number_format(value, decimal_pos=places)


def months(count: int) -> str:
    return ngettext("%(count)d month", "%(count)d months", count) % {"count": count}


def years(count: int) -> str:
    return ngettext("%(count)d year", "%(count)d years", count) % {"count": count}


def age(count: int) -> str:
    """Months said as years where they are whole years."""
    whole, rest = divmod(count, MONTHS_A_YEAR)
    return years(whole) if whole and not rest else months(count)


def month_of(day: date) -> str:
    return wording.month(day)


def day_of(day: date) -> str:
    return wording.day(day)


def of(part: int, whole: int) -> str:
    """A part of a whole: "9 of 11"."""
    return gettext("%(part)d of %(whole)d") % {"part": part, "whole": whole}


def enumeration(names: Sequence[str], most: int = 4) -> str:
    """Names as a list in a sentence; of a long list the first `most` and how many more. A single one more is named."""
    shown, left = names[: most if len(names) > most + 1 else None], len(names) - most
    if left > 1:
        more = ngettext("%(count)d more", "%(count)d more", left) % {"count": left}
        return gettext("%(first)s and %(last)s") % {"first": ", ".join(shown), "last": more}
    if len(shown) > 1:
        return gettext("%(first)s and %(last)s") % {"first": ", ".join(shown[:-1]), "last": shown[-1]}
    return "".join(shown)


def sentences(said: Iterable[str]) -> str:
    """Sentences one after the other, each with its full stop; empty ones left out."""
    return " ".join(s if s[-1] in ".!?" else f"{s}." for s in said if s)
