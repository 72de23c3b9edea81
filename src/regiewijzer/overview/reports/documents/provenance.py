"""How do we know this? Where the numbers come from, whose limits they are held against, what a report never says."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.inquiry.questionnaires.public import NOT_VALIDATED
from regiewijzer.library import catalogue
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.reports.documents.report_model import Paragraphs
from regiewijzer.science.facts import FormMeasurement, InputSource, Instrument, Network, Register, latest
from regiewijzer.science.limits import Limits, is_default, thresholds
from regiewijzer.ui.wording import NOTHING, counted, joined, month, worded


def how_we_know(register: Register, limits: Limits) -> Paragraphs:
    """Origins, limits and reservations, for a reader who wants to trust the report."""
    paragraphs = (_origins(register), _limits(register.networks, limits), _certainty(), _never())
    return Paragraphs(gettext("How we know this"), tuple(paragraph for paragraph in paragraphs if paragraph))


def _origins(register: Register) -> Sentence:
    members = [network for network in register.networks if network.members]
    newest = [last for network in register.networks if (last := latest(network.measurements))]
    return joined(
        _lists(members),
        _asked(newest, InputSource.SURVEY),
        _asked(newest, InputSource.WORKSHOP),
        _estimates(newest),
        _judged(register.networks),
        _evaluated(register.instruments),
        _asked_with(register.networks),
    )


def _lists(networks: Sequence[Network]) -> Sentence:
    if not networks:
        return NOTHING
    pattern = ngettext(
        "Partners come from one list of members", "Partners come from %(count)s lists of members", len(networks)
    )
    span = _span(network.as_of for network in networks)
    return worded(f"{pattern} {span}.", count=counted(len(networks)))


def _span(days: Iterable[date | None]) -> str:
    """The months between which facts were last known to be right."""
    known = [day for day in days if day is not None]
    if not known:
        return gettext("(without a date)")
    first, last = month(min(known)), month(max(known))
    return f"({first})" if first == last else gettext("(%(first)s to %(last)s)") % {"first": first, "last": last}


def _asked(latest: Sequence[FormMeasurement], source: InputSource) -> Sentence:
    """How many surveys or workshops, and how many of those asked answered."""
    found = [measurement for measurement in latest if measurement.source is source]
    if not found:
        return NOTHING
    pattern = _by_survey(len(found)) if source is InputSource.SURVEY else _in_workshop(len(found))
    counts = [(each.answers, each.invited) for each in found if each.answers is not None and each.invited]
    answers = gettext(" (%(answers)s of %(invited)s members answered)") if counts else ""
    return worded(
        f"{pattern}{answers}.",
        count=counted(len(found)),
        answers=counted(sum(each for each, _ in counts if each)),
        invited=counted(sum(each for _, each in counts if each)),
    )


def _by_survey(count: int) -> str:
    return ngettext(
        "Trust and agreement come from one survey", "Trust and agreement come from %(count)s surveys", count
    )


def _in_workshop(count: int) -> str:
    return ngettext("One network measured in a workshop", "%(count)s networks measured in a workshop", count)


def _estimates(latest: Sequence[FormMeasurement]) -> Sentence:
    found = sum(measurement.source is InputSource.ESTIMATE for measurement in latest)
    pattern = ngettext(
        "For one network the service made an estimate.", "For %(count)s networks the service made an estimate.", found
    )
    return worded(pattern, count=counted(found)) if found else NOTHING


def _judged(networks: Sequence[Network]) -> Sentence:
    """Whose members judged their goal or their cooperation, and where partners said what they bring and get."""
    goals = sum(bool(network.goal_ratings) for network in networks)
    cooperations = sum(bool(network.cooperation_ratings) for network in networks)
    tables = sum(bool(network.give_and_take) for network in networks)
    judged = ngettext(
        "Members judged the goal of one network.", "Members judged the goal of %(count)s networks.", goals
    )
    asked = ngettext(
        "Members judged how they cooperate in one network.",
        "Members judged how they cooperate in %(count)s networks.",
        cooperations,
    )
    said = ngettext(
        "What partners bring and get is written down for one network.",
        "What partners bring and get is written down for %(count)s networks.",
        tables,
    )
    kinds = ((judged, goals), (asked, cooperations), (said, tables))
    return joined(*(worded(pattern, count=counted(count)) for pattern, count in kinds if count))


def _evaluated(instruments: Sequence[Instrument]) -> Sentence:
    found = sum(bool(instrument.evaluations) for instrument in instruments)
    pattern = ngettext(
        "One instrument was evaluated by the service.", "%(count)s instruments were evaluated by the service.", found
    )
    return worded(pattern, count=counted(found)) if found else NOTHING


def _asked_with(networks: Sequence[Network]) -> Sentence:
    """What nobody knows of the questions, where an answer to them stands in the report."""
    asked = any(each.measurements or each.goal_ratings or each.cooperation_ratings for each in networks)
    return worded("%(said)s", said=NOT_VALIDATED) if asked else NOTHING


def _limits(networks: Sequence[Network], limits: Limits) -> Sentence:
    """Which come from the literature, which are ours and which the authority chose; only what the report speaks of."""
    own = sum(not is_default(threshold.name, limits) for threshold in thresholds())
    chosen = ngettext("One of them our authority chose itself.", "%(count)s of them our authority chose itself.", own)
    forms = gettext("The forms of a network are from %(source)s.")
    two_years = gettext("That a network needs two years is a rule of thumb from %(source)s.")
    return joined(
        worded(forms, source=_source("Provan & Kenis 2008")) if any(_has_form(each) for each in networks) else NOTHING,
        worded(gettext("The limits are a proposal of Regiewijzer.")),
        worded(chosen, count=counted(own)) if own else NOTHING,
        worded(two_years, source=_source("seed 001")) if any(each.started for each in networks) else NOTHING,
    )


def _has_form(network: Network) -> bool:
    return network.form is not None or bool(network.measurements)


def _source(key: str) -> str:
    return str(catalogue.source(key).short)


def _certainty() -> Sentence:
    return worded(gettext("How sure we are we say in words: great, fair or limited. It is never a computed chance."))


def _never() -> Sentence:
    return joined(
        worded(gettext("This report gives no total mark and does not compare us with other authorities.")),
        worded(gettext("What works in one place does not always work elsewhere.")),
    )
