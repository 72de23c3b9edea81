"""How do we know this? Where the numbers come from, whose limits they are held against, and what a report never says."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.library import catalogue
from regiewijzer.overview.reports.queries.paper import Paragraphs
from regiewijzer.overview.reports.wording import Parts, counted, joined, language, month, worded
from regiewijzer.science.facts import FormMeasurement, InputSource, Network, Register
from regiewijzer.science.limits import Limits, is_default, thresholds


def how_we_know(register: Register, limits: Limits) -> Paragraphs:
    """Origins, limits and reservations, for a reader who wants to trust the report."""
    paragraphs = (_origins(register), _limits(register.networks, limits), _certainty(), _never())
    return Paragraphs(gettext("How we know this"), tuple(paragraph for paragraph in paragraphs if paragraph))


def _origins(register: Register) -> Parts:
    members = [network for network in register.networks if network.members]
    latest = [network.measurements[-1] for network in register.networks if network.measurements]
    evaluated = sum(bool(instrument.evaluations) for instrument in register.instruments)
    return joined(
        _lists(members),
        _surveys(latest, InputSource.SURVEY),
        _surveys(latest, InputSource.WORKSHOP),
        _estimates(latest),
        worded(
            ngettext("One instrument was evaluated by the service.", "%(count)s instruments were evaluated by the service.", evaluated),
            count=counted(evaluated),
        ) if evaluated else (),
    )  # fmt: skip


def _lists(networks: Sequence[Network]) -> Parts:
    if not networks:
        return ()
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


def _surveys(latest: Sequence[FormMeasurement], source: InputSource) -> Parts:
    """How many surveys or workshops, and how many of those asked answered."""
    found = [measurement for measurement in latest if measurement.source is source]
    if not found:
        return ()
    pattern = {
        InputSource.SURVEY: ngettext("Trust and agreement come from one survey", "Trust and agreement come from %(count)s surveys", len(found)),
        InputSource.WORKSHOP: ngettext("One network measured in a workshop", "%(count)s networks measured in a workshop", len(found)),
    }[source]  # fmt: skip
    counts = [(each.answers, each.invited) for each in found if each.answers is not None and each.invited]
    answers = gettext(" (%(answers)s of %(invited)s members answered)") if counts else ""
    return worded(
        f"{pattern}{answers}.",
        count=counted(len(found)),
        answers=counted(sum(each for each, _ in counts if each)),
        invited=counted(sum(each for _, each in counts if each)),
    )


def _estimates(latest: Sequence[FormMeasurement]) -> Parts:
    found = sum(measurement.source is InputSource.ESTIMATE for measurement in latest)
    pattern = ngettext(
        "For one network the service made an estimate.", "For %(count)s networks the service made an estimate.", found
    )
    return worded(pattern, count=counted(found)) if found else ()


def _limits(networks: Sequence[Network], limits: Limits) -> Parts:
    own = sum(not is_default(threshold.name, limits) for threshold in thresholds())
    forms = any(network.form or network.measurements for network in networks)
    started = any(network.started for network in networks)
    return joined(
        worded(gettext("The forms of a network are from %(source)s."), source=_source("Provan & Kenis 2008")) if forms else (),
        worded(gettext("The limits are a proposal of Regiewijzer.")),
        worded(ngettext("One of them our authority chose itself.", "%(count)s of them our authority chose itself.", own), count=counted(own)) if own else (),
        worded(gettext("That a network needs two years is a rule of thumb from %(source)s."), source=_source("seed 001")) if started else (),
    )  # fmt: skip


def _source(key: str) -> str:
    return catalogue.source(key).short.in_language(language())


def _certainty() -> Parts:
    return worded(gettext("How sure we are we say in words: great, fair or limited. It is never a computed chance."))


def _never() -> Parts:
    return joined(
        worded(gettext("This report gives no total mark and does not compare us with other authorities.")),
        worded(gettext("What works in one place does not always work elsewhere.")),
    )
