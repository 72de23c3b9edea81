"""The dossier of one network on paper: everything we know, a plain sentence first, the tables at the end."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.dossier import sections
from regiewijzer.overview.dossier.queries import NetworkDossier, network_dossiers
from regiewijzer.overview.facts.queries import current_snapshot
from regiewijzer.overview.findings.wording import nothing_open_of_network
from regiewijzer.overview.reports.documents import decisions_chapter, findings_chapter
from regiewijzer.overview.reports.documents.layout import chapter_of, tables_of
from regiewijzer.overview.reports.documents.letterhead import network_head, sender_of
from regiewijzer.overview.reports.documents.pdf import GeneratedReport, Template, render_pdfs
from regiewijzer.overview.reports.documents.provenance import how_we_know
from regiewijzer.overview.reports.documents.report_model import Chapter, Dossier, Facts, Prose
from regiewijzer.overview.reports.wording import partners
from regiewijzer.register.networks.models import Network
from regiewijzer.science import facts
from regiewijzer.science.coverage import looked_at_network
from regiewijzer.science.limits import Limits
from regiewijzer.ui.pictures.picture import Table
from regiewijzer.ui.section import Fact, Section
from regiewijzer.ui.wording import day, in_words, joined, plain, worded

CHAPTERS = ("choice", "form", "goal", "cooperation", "partners", "effect", "instruments")


def dossier_of(network: Network, authority: Authority, today: date) -> GeneratedReport:
    """The dossier of a network as it stands. Must run inside the authority."""
    (report,) = dossiers_of([network], authority, today)
    return report


def dossiers_of(networks: Sequence[Network], authority: Authority, today: date) -> list[GeneratedReport]:
    """The dossiers of a set of networks, read together."""
    papers = papers_of(networks, authority, today)
    pdfs = render_pdfs(Template.NETWORK, papers, on=today)
    return [GeneratedReport(pdf, _tables(paper.appendix)) for pdf, paper in zip(pdfs, papers, strict=True)]


def paper_of(network: Network, authority: Authority, today: date) -> Dossier:
    """What stands in the dossier, before it is set in type."""
    (paper,) = papers_of([network], authority, today)
    return paper


def papers_of(networks: Sequence[Network], authority: Authority, today: date) -> list[Dossier]:
    """The same for a set of networks, read together."""
    register = current_snapshot(authority, today).register
    return [_dossier(known, authority, register) for known in network_dossiers(networks, authority)]


def _dossier(known: NetworkDossier, authority: Authority, register: facts.Register) -> Dossier:
    of_tools, last = _in_order(known), tuple(sections.of_the_past(known))
    return Dossier(
        head=network_head(sender_of(authority), known.network.name, register.today),
        lead=_in_a_sentence(known),
        goal=known.goal.text if known.goal else gettext("No goal is worded yet."),
        facts=Facts(
            (
                *sections.facts(known),
                Fact(gettext("Network manager"), ", ".join(known.managers) or gettext("nobody")),
                Fact(gettext("As of"), day(known.network.as_of)),
            )
        ),
        chapters=tuple(_chapters(known, of_tools, last, authority.accent, register.today)),
        appendix=tables_of((*of_tools, *last)),
        contents=gettext("Contents"),
    )


def _chapters(
    known: NetworkDossier, of_tools: Sequence[Section], last: Sequence[Section], accent: str, today: date
) -> Iterator[Chapter]:
    found = known.about.findings
    yield findings_chapter.findings(found, looked_at_network(known.known), known.limits)
    yield from (chapter_of(section, accent) for section in of_tools)
    if decided := decisions_chapter.decisions(known.about.decisions):
        yield decided
    yield from (chapter_of(section, accent) for section in last)
    yield _known(known.known, known.limits, today)
    if sources := findings_chapter.sources(found):
        yield sources


def _in_order(known: NetworkDossier) -> list[Section]:
    """Why it is there, how it works, who sits there, what it yields; a tool that is not in the list comes last."""
    found = (sections.partners(known), *known.of_tools)
    return sorted(found, key=lambda each: CHAPTERS.index(each.key) if each.key in CHAPTERS else len(CHAPTERS))


def _known(seen: facts.Network | None, limits: Limits, today: date) -> Chapter:
    register = facts.Register(today=today, networks=(seen,) if seen else ())
    known = how_we_know(register, limits)
    return Chapter(known.heading, (Prose(known.paragraphs, small=True),))


def _tables(appendix: Chapter | None) -> tuple[Table, ...]:
    return tuple(block for block in appendix.blocks if isinstance(block, Table)) if appendix else ()


def _in_a_sentence(dossier: NetworkDossier) -> Sentence:
    """How long it exists, how many partners it has, and how many findings wait for an answer."""
    open_findings = dossier.about.asking
    asking = ngettext(
        "**%(count)s finding asks for a decision.**", "**%(count)s findings ask for a decision.**", open_findings
    )
    return joined(
        worded(
            gettext("%(name)s %(age)s and has %(partners)s."),
            name=dossier.network.name, age=_exists(dossier), partners=partners(len(dossier.members)),
        ),
        worded(asking, count=in_words(open_findings))
        if open_findings
        else plain(nothing_open_of_network(looked_at_network(dossier.known))),
    )  # fmt: skip


def _exists(dossier: NetworkDossier) -> str:
    if dossier.months is None:
        return gettext("has no known start") if dossier.network.started is None else gettext("is still to start")
    pattern = ngettext("exists %(count)s month", "exists %(count)s months", dossier.months)
    return pattern % {"count": dossier.months}
