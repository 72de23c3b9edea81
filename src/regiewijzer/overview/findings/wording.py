"""How a stored finding reads on a page."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

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


def number_word(number: int) -> str:
    """Up to twelve in a word with a capital, as a heading begins; above that in figures."""
    return str(NUMBER_WORDS[number]) if number < len(NUMBER_WORDS) else str(number)


def heading(number: int) -> str:
    """What the page of findings is called."""
    if number == 0:
        return gettext("Nothing asks for a decision")
    return ngettext("%(number)s finding asks for a decision", "%(number)s findings ask for a decision", number) % {
        "number": number_word(number)
    }
