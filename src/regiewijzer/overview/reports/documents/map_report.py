"""A map on paper: what it says in words, the picture, the measures, and the picture once more as a table."""

from datetime import date

from django.utils.translation import gettext

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.overview.maps.queries import WhoMap
from regiewijzer.overview.maps.sections import headline, lead, sections
from regiewijzer.overview.reports.documents.layout import chapter_of, tables_of
from regiewijzer.overview.reports.documents.letterhead import map_head, sender_of
from regiewijzer.overview.reports.documents.pdf import Pdf, Template, render_pdf
from regiewijzer.overview.reports.documents.report_model import Dossier, Facts
from regiewijzer.register.records.wording import theme_choices
from regiewijzer.science.limits import Limits
from regiewijzer.ui.section import Fact
from regiewijzer.ui.wording import counted, day

MOST_ON_PAPER = 100  # names that can be read in a picture of one page; ours


def map_report(authority: Authority, found: WhoMap, limits: Limits, today: date) -> Pdf:
    """A map as it was asked for, in the language that is spoken now."""
    return render_pdf(Template.NETWORK, paper_of(found, authority, limits, today), on=today)


def paper_of(found: WhoMap, authority: Authority, limits: Limits, today: date) -> Dossier:
    """What stands on it, before it is set in type."""
    head = map_head(sender_of(authority), gettext("Who works with whom"), today)
    shown = list(sections(found, limits, lambda _name: "", most=MOST_ON_PAPER))
    return Dossier(
        head=head,
        lead=headline(found),
        goal=lead(found).plain,
        facts=_facts(found),
        chapters=tuple(chapter_of(section, head.accent) for section in shown),
        appendix=tables_of(shown),
        contents=gettext("Contents"),
    )


def _facts(found: WhoMap) -> Facts:
    """Of which day, which theme, and of how many networks it is known who sits in them."""
    theme = dict(theme_choices()).get(found.asked.theme, gettext("all themes"))
    known = gettext("%(known)s of %(networks)s networks") % {
        "known": counted(found.known),
        "networks": counted(found.running),
    }
    return Facts(
        (
            Fact(gettext("As of"), day(found.day)),
            Fact(gettext("Theme"), str(theme)),
            Fact(gettext("Members known"), known),
            *([Fact(gettext("In focus"), found.asked.focus)] if found.focus is not None else []),
        )
    )
