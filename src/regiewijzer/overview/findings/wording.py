"""How a stored finding reads on a page."""

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.wording import in_words


def heading(number: int) -> str:
    """What the page of findings is called."""
    if number == 0:
        return gettext("Nothing asks for a decision")
    return ngettext("%(number)s finding asks for a decision", "%(number)s findings ask for a decision", number) % {
        "number": in_words(number)
    }
