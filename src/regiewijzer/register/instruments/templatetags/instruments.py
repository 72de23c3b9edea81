"""Filters about instruments."""

from django import template

from regiewijzer.register.instruments.models import WHOLE, Instrument
from regiewijzer.ui.wording import name_of

register = template.Library()


@register.filter
def mix(instrument: Instrument) -> str:
    """The types an instrument uses, with their shares when there is more than one: Financieel 70 %, juridisch 30 %."""
    used = [(share, getattr(instrument, share)) for share in Instrument.SHARES if getattr(instrument, share)]
    words = [(name_of(share, "powers"), part) for share, part in used]
    if len(words) == 1 and words[0][1] == WHOLE:
        return words[0][0]
    text = ", ".join(f"{name.lower()} {part} %" for name, part in words)
    return text[:1].upper() + text[1:]
