"""The dossier of one network on paper: everything we know, a plain sentence first, the tables at the end."""

from datetime import date

from django.utils.translation import gettext

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.overview.dossier.queries import NetworkDossier, network_dossier
from regiewijzer.overview.facts.queries import known_on, network_on
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.reports.documents.chapters import (
    about,
    choice,
    cooperation,
    decisions,
    effect,
    findings,
    form,
    goal,
    instruments,
    partners,
)
from regiewijzer.overview.reports.documents.letterhead import network_head, sender_of
from regiewijzer.overview.reports.documents.pdf import GeneratedReport, Template, render_pdf
from regiewijzer.overview.reports.documents.pictures import described
from regiewijzer.overview.reports.documents.provenance import how_we_know
from regiewijzer.overview.reports.documents.report_model import Chapter, Dossier, Prose
from regiewijzer.register.decisions.queries import standing_answers
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import former_members_of
from regiewijzer.science import facts
from regiewijzer.science.limits import Limits
from regiewijzer.tools.governance.public import shown_reading
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.pictures.table import Table


def dossier_of(network: Network, authority: Authority, today: date) -> GeneratedReport:
    """The dossier of a network as it stands. Must run inside the authority."""
    paper = paper_of(network, authority, today)
    return GeneratedReport(render_pdf(Template.NETWORK, paper, on=today), _tables(paper.appendix))


def paper_of(network: Network, authority: Authority, today: date) -> Dossier:
    """What stands in the dossier, before it is set in type."""
    known, seen = network_dossier(network, authority), network_on(network.pk, today)
    return Dossier(
        head=network_head(sender_of(authority), network.name, today),
        lead=about.in_a_sentence(known),
        goal=known.goal.text if known.goal else gettext("No goal is worded yet."),
        facts=about.facts(known),
        chapters=tuple(chapter for chapter in _chapters(known, seen, authority, today) if chapter is not None),
        appendix=_appendix(known),
        contents=gettext("Contents"),
    )


def _chapters(
    known: NetworkDossier, seen: facts.Network | None, authority: Authority, today: date
) -> tuple[Chapter | None, ...]:
    network, limits = known.network, limits_of(authority)
    about_it = [{"kind": network.KIND, "ref": network.pk}]
    stored = list(StoredFinding.objects.standing().filter(subjects__contains=about_it))
    return (
        findings.findings(stored, standing_answers(), limits),
        choice.choice(known.choices, known.placement),
        form.form(seen, known.form, limits, authority.accent, shown_reading(network)),
        goal.goal(known.goal_page),
        cooperation.cooperation(known.cooperation),
        partners.partners(known, former_members_of(network)),
        effect.effect(known.yields, authority.accent),
        _instruments(network, authority, limits, today),
        decisions.decisions(known.about.decisions),
        _course(known.course, authority.accent),
        about.more(known),
        _known(seen, limits, today),
        findings.sources(stored),
    )


def _instruments(network: Network, authority: Authority, limits: Limits, today: date) -> Chapter | None:
    register = known_on(authority, today).register
    challenge = next((each for each in register.challenges if each.ref == network.challenge_id), None)
    return instruments.instruments(challenge, register.instruments, limits)


def _course(picture: Picture | None, accent: str) -> Chapter | None:
    return Chapter(gettext("How it went"), (described(picture, accent),)) if picture else None


def _known(seen: facts.Network | None, limits: Limits, today: date) -> Chapter:
    register = facts.Register(today=today, networks=(seen,) if seen else ())
    known = how_we_know(register, limits)
    return Chapter(known.heading, (Prose(known.paragraphs, small=True),))


def _appendix(known: NetworkDossier) -> Chapter | None:
    """The tables that say the same as the pictures."""
    yields = known.yields
    pictures = (known.form.picture if known.form else None, yields.users, yields.members, known.course)
    tables = tuple(picture.twin for picture in pictures if picture is not None)
    return Chapter(gettext("Tables with the pictures"), tables) if tables else None


def _tables(appendix: Chapter | None) -> tuple[Table, ...]:
    return tuple(block for block in appendix.blocks if isinstance(block, Table)) if appendix else ()
