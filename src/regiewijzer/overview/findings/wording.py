"""How a stored finding reads on a page."""

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from regiewijzer.science.coverage import Coverage, Looked
from regiewijzer.ui.wording import in_words, within


def heading(number: int, coverage: Coverage, first: int = 0) -> str:
    """How many findings are open, and about how many subjects they come first.

    That none is open says little where little is known.
    """
    if number == 0:
        return str(NOTHING_OPEN[coverage])
    still_open = ngettext("%(number)s finding is open", "%(number)s findings are open", number) % {
        "number": in_words(number)
    }
    if not first:
        return still_open
    comes = ngettext("%(number)s subject comes first", "%(number)s subjects come first", first)
    return f"{still_open}; {comes % {'number': within(first)}}"


def together_in_words(name: str, findings: int, conversations: int) -> str:
    """Buurt in Balans: six findings, one conversation; where nothing ties them each is decided apart."""
    counted = ngettext("%(number)s finding", "%(number)s findings", findings) % {"number": within(findings)}
    if conversations == findings:
        return gettext("%(name)s: %(findings)s, each to decide apart") % {"name": name, "findings": counted}
    talks = ngettext("%(number)s conversation", "%(number)s conversations", conversations) % {
        "number": within(conversations)
    }
    return f"{name}: {counted}, {talks}"


def others_in_words(others: int, against: int, apart: int = 0) -> str:
    """What hangs on it: five findings, two clash with it; and how many more there are that stand apart."""
    more = ngettext("%(number)s finding apart", "%(number)s findings apart", apart) % {"number": within(apart)}
    if not others:
        return gettext("Also about this: %(more)s") % {"more": more}
    said = _hanging(others, against)
    return f"{said}; {more}" if apart else said


def _hanging(others: int, against: int) -> str:
    hangs = ngettext("What hangs on it: %(number)s finding", "What hangs on it: %(number)s findings", others) % {
        "number": within(others)
    }
    if not against:
        return hangs
    pulls = ngettext("%(number)s clashes with it", "%(number)s clash with it", against) % {"number": within(against)}
    return f"{hangs}, {pulls}"


NOTHING_OPEN: dict[Coverage, Promise] = {
    Coverage.EMPTY: _("The register is still empty"),
    Coverage.COMPUTING: _("The findings are being computed"),
    Coverage.UNMEASURED: _("No finding is open, but nothing was looked at yet"),
    Coverage.PARTLY: _("No finding is open, but not everything was looked at"),
    Coverage.WHOLE: _("Nothing asks for a decision"),
}


def nothing_open(looked: Looked, coverage: Coverage) -> str:
    """Why no finding is open, and what was not looked at; never told as good where it is not known."""
    match coverage:
        case Coverage.EMPTY:
            return gettext("There is nothing to look at yet, so there are no findings.")
        case Coverage.COMPUTING:
            return gettext("The findings about the latest change are not there yet. Load the page again in a moment.")
        case Coverage.UNMEASURED:
            return gettext(
                "No form was measured in full, no result looked for and no instrument evaluated: we cannot tell."
            )
        case Coverage.PARTLY:
            return gettext("No finding is open in what is known. %(looked)s The rest we cannot tell.") % {
                "looked": _looked(looked)
            }
        case Coverage.WHOLE:
            return gettext("Everything was looked at and no finding is open. We tell you when something changes.")


def _looked(looked: Looked) -> str:
    """Looked at: the form of 17 of 38 networks, the result of 14, and 12 of 31 instruments."""
    networks = ngettext(
        "the form of %(forms)s and the result of %(results)s of %(networks)s network",
        "the form of %(forms)s and the result of %(results)s of %(networks)s networks",
        looked.networks,
    ) % {
        "forms": looked.forms,
        "results": looked.results,
        "networks": looked.networks,
    }
    instruments = ngettext(
        "%(evaluated)s of %(instruments)s instrument",
        "%(evaluated)s of %(instruments)s instruments",
        looked.instruments,
    ) % {
        "evaluated": looked.evaluated,
        "instruments": looked.instruments,
    }
    parts = ([networks] if looked.networks else []) + ([instruments] if looked.instruments else [])
    return gettext("Looked at: %(parts)s.") % {"parts": "; ".join(parts)}


def nothing_open_of_network(looked: Looked) -> str:
    """The same of one network."""
    if looked.coverage is Coverage.EMPTY:
        return gettext("Nobody sits in this network yet and nothing was measured, so there are no findings.")
    if looked.coverage is Coverage.WHOLE:
        return gettext("Its form was measured, its result looked at, and no finding is open.")
    if looked.coverage is Coverage.UNMEASURED:
        return gettext("No finding is open, but its form was not measured in full and nobody looked for a result.")
    if looked.forms:
        return gettext("No finding is open, but nobody looked for a result yet.")
    return gettext("No finding is open, but its form was not measured in full yet.")
