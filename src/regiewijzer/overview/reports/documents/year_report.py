"""The account of a year on paper: what the page shows, on two pages."""

from django.utils.translation import gettext

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.overview.load.sections import load_of
from regiewijzer.overview.reports.documents.layout import chapter_of
from regiewijzer.overview.reports.documents.letterhead import sender_of, year_head
from regiewijzer.overview.reports.documents.pdf import Pdf, Template, render_pdf
from regiewijzer.overview.reports.documents.report_model import Dossier, Facts
from regiewijzer.overview.year.queries import Year
from regiewijzer.overview.year.sections import lead_of, sections
from regiewijzer.science.facts import Register
from regiewijzer.ui.section import Fact
from regiewijzer.ui.wording import counted


def year_report(authority: Authority, known: Year, register: Register) -> Pdf:
    """The year as the register has it on the day of `register`, in the language that is spoken now."""
    head = year_head(sender_of(authority), gettext("Account of %(year)s") % {"year": known.year}, register.today)
    paper = Dossier(
        head=head,
        lead=lead_of(known),
        goal=gettext("What stands in the register of one calendar year. Nothing is added up to a mark."),
        facts=Facts(
            (
                Fact(gettext("Decisions"), counted(len(known.decided))),
                Fact(gettext("Looked at again"), counted(len(known.reviewed))),
                Fact(gettext("Networks stopped"), counted(len(known.stopped))),
            )
        ),
        chapters=tuple(chapter_of(section, head.accent) for section in sections(known, load_of(register))),
        appendix=None,
        contents=gettext("Contents"),
    )
    return render_pdf(Template.NETWORK, paper, on=register.today)
