"""With which instruments do we steer around this network, and how do they work together?"""

from collections.abc import Sequence

from django.utils.translation import gettext

from regiewijzer.library import catalogue
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.reports.documents.report_model import Block, Chapter, Prose
from regiewijzer.science.facts import Challenge, Instrument, Interplay
from regiewijzer.science.interplay import Link, Mix, mix_of
from regiewijzer.science.limits import Limits
from regiewijzer.science.power import Proportion, proportion
from regiewijzer.ui.pictures.fit import Fit
from regiewijzer.ui.pictures.table import State, Table
from regiewijzer.ui.wording import day, worded

SHAPES = {
    Proportion.TOO_STRONG: Fit.SHORT,
    Proportion.TOO_WEAK: Fit.SHORT,
    Proportion.DETERRENT: Fit.OK,
    Proportion.IN_PROPORTION: Fit.OK,
    Proportion.UNKNOWN: Fit.UNKNOWN,
}


def instruments(challenge: Challenge | None, known: Sequence[Instrument], limits: Limits) -> Chapter | None:
    """The instruments for the challenge of the network; None without a challenge or without instruments."""
    if challenge is None:
        return None
    mix = mix_of(challenge.ref, known, limits)
    if not mix.instruments:
        return None
    heading = gettext("The instruments around it")
    head = (gettext("Instrument"), gettext("Types"), gettext("Power, at the last evaluation"), gettext("Evaluated"))
    rows = tuple(_row(each, limits) for each in mix.instruments)
    lead = worded(gettext("For **%(challenge)s** we also steer with these instruments."), challenge=challenge.name)
    blocks: list[Block] = [Prose((lead, *_together(mix))), Table(heading, head, rows, widths=(1.6, 1.5, 1.2, 0.9))]
    return Chapter(heading, tuple(blocks))


def _together(mix: Mix) -> tuple[Sentence, ...]:
    """A sentence for each way in which one acts on another, and for what is missing."""
    return tuple(_acting(link) for link in (*mix.links, *mix.unmet))


def _acting(link: Link) -> Sentence:
    verb = str(catalogue.word(link.kind, "instrument_relations").text)
    names = {"one": link.instrument.name, "does": verb, "other": link.other.name}
    if link.kind is not Interplay.NEEDS:
        return worded(gettext("%(one)s **%(does)s** %(other)s."), **names)
    status = str(catalogue.word(link.other.status, "instrument_statuses").text)
    return worded(gettext("%(one)s **%(does)s** %(other)s (%(status)s)."), **names, status=status)


def _row(instrument: Instrument, limits: Limits) -> tuple[str | State, ...]:
    types = ", ".join(
        gettext("%(type)s %(share)s %%") % {"type": str(catalogue.word(power, "powers").short).lower(), "share": share}
        for power, share in instrument.shares.items()
        if share
    )
    if not instrument.evaluations:
        return (instrument.name, types, State(Fit.UNKNOWN, gettext("never evaluated")), "–")
    latest = instrument.evaluations[-1]
    found = proportion(latest.power_used, latest.power_needed, latest.goal_reached, limits)
    word = str(catalogue.word(found, "proportions").text)
    return (instrument.name, types, State(SHAPES[found], word), day(latest.measured_on))
