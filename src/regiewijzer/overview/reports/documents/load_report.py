"""The hours of networks on paper: what the page shows, and every partner by name at the end."""

from datetime import date

from django.utils.translation import gettext

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.overview.load.sections import Load, headline, load_of, partners, sections
from regiewijzer.overview.pictures import links_of
from regiewijzer.overview.reports.documents.layout import as_on_paper, chapter_of
from regiewijzer.overview.reports.documents.letterhead import load_head, sender_of
from regiewijzer.overview.reports.documents.pdf import Pdf, Template, render_pdf
from regiewijzer.overview.reports.documents.report_model import Chapter, Dossier, Facts
from regiewijzer.science.facts import Register
from regiewijzer.ui.section import Fact
from regiewijzer.ui.wording import counted

NO_LINKS = links_of(None)


def load_report(authority: Authority, register: Register) -> Pdf:
    """The hours of an authority on the day of its register, in the language that is spoken now."""
    return render_pdf(Template.NETWORK, paper_of(load_of(register), authority, register.today), on=register.today)


def paper_of(load: Load, authority: Authority, today: date) -> Dossier:
    """What stands on it, before it is set in type."""
    head = load_head(sender_of(authority), gettext("Hours of networks"), today)
    found = partners(load.seats, NO_LINKS)
    return Dossier(
        head=head,
        lead=headline(load.hours),
        goal=gettext("Hours of our own people per year. What partners spend themselves is not asked."),
        facts=_facts(load),
        chapters=tuple(chapter_of(section, head.accent) for section in sections(load, NO_LINKS)),
        appendix=Chapter(gettext("Partners by name"), (as_on_paper(found),)) if load.seats else None,
        contents=gettext("Contents"),
    )


def _facts(load: Load) -> Facts:
    hours = load.hours
    known = gettext("%(known)s of %(networks)s networks") % {
        "known": counted(len(hours.known)),
        "networks": counted(len(hours.networks)),
    }
    return Facts((Fact(gettext("Hours known"), known), Fact(gettext("Imposed"), counted(len(hours.mandated.networks)))))
