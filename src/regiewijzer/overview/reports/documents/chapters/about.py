"""What is this network, in a sentence, a goal and a handful of facts?"""

from django.utils.translation import gettext, ngettext

from regiewijzer.library import catalogue
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.dossier.queries import NetworkDossier
from regiewijzer.overview.reports.documents.report_model import Chapter, Facts, Prose
from regiewijzer.overview.reports.wording import in_words, partners
from regiewijzer.register.networks.models import Network
from regiewijzer.ui.pictures.table import Table
from regiewijzer.ui.section import Fact
from regiewijzer.ui.wording import day, joined, month, worded


def in_a_sentence(dossier: NetworkDossier) -> Sentence:
    """How long it exists, how many partners it has, and how many findings wait for an answer."""
    open_findings = len(dossier.about.open)
    asking = ngettext(
        "**%(count)s finding asks for a decision.**", "**%(count)s findings ask for a decision.**", open_findings
    )
    return joined(
        worded(
            gettext("%(name)s %(age)s and has %(partners)s."),
            name=dossier.network.name, age=_exists(dossier), partners=partners(len(dossier.members)),
        ),
        worded(asking, count=in_words(open_findings)) if open_findings else _nothing_asks(),
    )  # fmt: skip


def facts(dossier: NetworkDossier) -> Facts:
    """What one wants to know at a glance."""
    network, period = dossier.network, dossier.period
    managers = ", ".join(dossier.managers)
    return Facts(
        (
            Fact(gettext("Origin"), str(network.get_origin_display()), network.mandated_by),
            Fact(gettext("Exists"), _age(dossier.months), _since(network)),
            Fact(gettext("Form"), _word(period.form, "forms") if period else gettext("not chosen"), _led_by(dossier)),
            Fact(gettext("Partners"), str(len(dossier.members)), _where_most_come_from(dossier)),
            Fact(gettext("Network manager"), managers or gettext("nobody")),
            Fact(gettext("As of"), day(network.as_of)),
        )
    )


def more(dossier: NetworkDossier) -> Chapter | None:
    """Themes, target groups and what somebody noted down."""
    network = dossier.network
    rows = (
        (gettext("Challenge"), network.challenge.name if network.challenge else ""),
        (gettext("Themes"), ", ".join(_word(theme, "themes") for theme in network.themes)),
        (gettext("Target groups"), ", ".join(network.target_groups)),
        (gettext("Territory"), network.territory),
        (gettext("Meetings a year"), str(network.meetings_per_year or "")),
        (gettext("Hours a year for the authority"), str(network.hours_per_year or "")),
        (gettext("Note"), network.note),
    )
    known = tuple(row for row in rows if row[1])
    if not known:
        return None
    heading = gettext("More about this network")
    table = Table(heading, (gettext("Subject"), gettext("What we know")), known, widths=(1, 3))
    return Chapter(heading, (table,))


def nothing(heading: str, *sentences: str) -> Chapter:
    """A chapter that says that there is nothing yet."""
    return Chapter(heading, (Prose((joined(*map(worded, sentences)),)),))


def _nothing_asks() -> Sentence:
    return worded(gettext("Nothing asks for a decision now."))


def _exists(dossier: NetworkDossier) -> str:
    if dossier.months is None:
        return gettext("has no known start") if dossier.network.started is None else gettext("is still to start")
    pattern = ngettext("exists %(count)s month", "exists %(count)s months", dossier.months)
    return pattern % {"count": dossier.months}


def _age(months: int | None) -> str:
    if months is None:
        return gettext("start unknown")
    return ngettext("%(count)s month", "%(count)s months", months) % {"count": months}


def _since(network: Network) -> str:
    if network.ended:
        return gettext("until %(month)s") % {"month": month(network.ended)}
    return gettext("since %(month)s") % {"month": month(network.started)} if network.started else ""


def _led_by(dossier: NetworkDossier) -> str:
    if dossier.period and dossier.period.lead:
        return gettext("led by %(name)s") % {"name": dossier.period.lead.name}
    if dossier.form and dossier.form.advised:
        return gettext("lightest that fits: %(form)s") % {"form": _word(dossier.form.advised, "forms").lower()}
    return ""


def _where_most_come_from(dossier: NetworkDossier) -> str:
    if dossier.main_domain is None:
        return ""
    domain, count = dossier.main_domain
    return gettext("%(count)s in %(domain)s") % {"count": count, "domain": _word(domain, "domains").lower()}


def _word(code: str, group: str) -> str:
    """The label of a code of the library; a word of the authority's own as it is."""
    try:
        return str(catalogue.word(code, group).short)
    except KeyError:
        return code
