"""Which number does somebody mean who writes it with dots, commas and spaces?

A dot or a comma before exactly three digits is a thousand to one and a decimal to another; then both are named and
nothing is chosen. Everything else can be read one way only.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

_SPACES = re.compile(r"(?<=\d)[\s\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_PLAIN = re.compile(r"[+-]?\d{1,15}")
_GROUPED = re.compile(
    r"[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+|[+-]?\d{1,3}(?:\.\d{3})+,\d{1,15}|[+-]?\d{1,3}(?:,\d{3})+\.\d{1,15}"
)
_DECIMAL = re.compile(r"[+-]?\d{1,15}[.,]\d{1,15}")
_TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")


@dataclass(frozen=True, slots=True)
class TwoReadings(ValueError):
    """A number that is one number to one reader and another to the next."""

    thousands: Decimal
    decimals: Decimal


def number_in(text: str) -> Decimal | None:
    """The number; None when the text is none. TwoReadings when a sign before three digits leaves a choice."""
    joined = _SPACES.sub("", text.strip())
    if _TWO_WAYS.fullmatch(joined):
        raise TwoReadings(Decimal(re.sub(r"[.,]", "", joined)), Decimal(joined.replace(",", ".")))
    if _PLAIN.fullmatch(joined):
        return Decimal(joined)
    if _GROUPED.fullmatch(joined):
        whole, sign, decimals = joined.rpartition(max(".,", key=joined.rfind))
        if len(decimals) == 3 and joined.count(sign) > 1:
            return Decimal(re.sub(r"[.,]", "", joined))
        return Decimal(f"{re.sub(r'[.,]', '', whole)}.{decimals}")
    return Decimal(joined.replace(",", ".")) if _DECIMAL.fullmatch(joined) else None
