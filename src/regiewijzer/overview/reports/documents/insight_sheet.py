"""What is known of users on one sheet: a persona or a day on A4, a journey with its lanes on A3."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.overview.reports.documents.layout import as_on_paper, chapter_of
from regiewijzer.overview.reports.documents.letterhead import insight_head, sender_of
from regiewijzer.overview.reports.documents.pdf import Pdf, Template, render_pdf
from regiewijzer.overview.reports.documents.report_model import Chapter, Dossier, Facts, Prose
from regiewijzer.science.facts import InsightKind
from regiewijzer.tools.insights.public import Insight, day_of, moments_of, picture, steps_of, told_of
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.section import Fact, Section
from regiewijzer.ui.wording import day, plain

DRAWN = frozenset({InsightKind.PERSONA, InsightKind.JOURNEY, InsightKind.DIARY})  # an interview is no drawing


def insight_sheet(insight: Insight, authority: Authority, today: date) -> Pdf:
    """A persona, journey or diary that is not destroyed, in the language that is spoken now."""
    return render_pdf(Template.NETWORK, paper_of(insight, authority, today), on=today)


def paper_of(insight: Insight, authority: Authority, today: date) -> Dossier:
    """What stands on it, before it is set in type."""
    head = insight_head(sender_of(authority), insight.name, today)
    drawn = picture(insight, steps_of(insight)) if insight.kind == InsightKind.JOURNEY else None
    return Dossier(
        head=head,
        lead=plain(_lead(insight)),
        goal=f"“{insight.quote}”" if insight.quote else "",
        facts=_facts(insight),
        chapters=tuple(_chapters(insight, drawn, head.accent)),
        appendix=None,
        contents=gettext("Contents"),
        wide=drawn is not None,
    )


def _lead(insight: Insight) -> str:
    if insight.kind == InsightKind.PERSONA:
        return gettext("An invented type. Nobody who exists.")
    return insight.situation or insight.get_kind_display()


def _facts(insight: Insight) -> Facts:
    return Facts(
        (
            Fact(gettext("Network"), insight.network.name),
            Fact(gettext("How sure"), insight.get_proof_display(), insight.proof_from),
            Fact(gettext("Made on"), day(insight.made_on), insight.made_with),
        )
    )


def _chapters(insight: Insight, drawn: Picture | None, accent: str) -> Iterator[Chapter]:
    if insight.kind == InsightKind.PERSONA:
        yield from (chapter_of(section, accent) for section in told_of(insight))
    if insight.kind == InsightKind.JOURNEY:
        nothing = (plain(gettext("This journey has no step yet.")),)
        heading = gettext("From step to step")
        yield chapter_of(Section(heading, picture=drawn, lead=() if drawn else nothing), accent)
        if drawn:
            yield Chapter(gettext("The same as a table"), (as_on_paper(drawn.data_table),))
    if insight.kind == InsightKind.DIARY:
        moments = moments_of(insight)
        nothing = (plain(gettext("This day has no moment yet.")),)
        yield Chapter(gettext("Hour after hour"), (day_of(moments),) if moments else (Prose(nothing),))
    changed = tuple(plain(use.changed) for use in insight.uses.all())
    yield Chapter(gettext("What it changed"), (Prose(changed or (plain(gettext("Nothing yet.")),)),))
