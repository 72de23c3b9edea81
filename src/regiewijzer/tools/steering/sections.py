"""What does a report say of the instruments around a challenge?"""

from collections.abc import Sequence

from django.utils.translation import gettext

from regiewijzer.library.sentences import Sentence
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science.facts import Challenge, Instrument, Interplay, latest
from regiewijzer.science.interplay import Link, mix_of
from regiewijzer.science.limits import Limits
from regiewijzer.science.power import Proportion, proportion_of
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Cell, State, Table
from regiewijzer.ui.section import Section
from regiewijzer.ui.wording import day, name_of, text_of, worded

SHAPES = {
    Proportion.TOO_STRONG: Fit.SHORT,
    Proportion.TOO_WEAK: Fit.SHORT,
    Proportion.DETERRENT: Fit.OK,
    Proportion.IN_PROPORTION: Fit.OK,
    Proportion.UNKNOWN: Fit.UNKNOWN,
}


def section_of(seen: NetworkSeen) -> Section | None:
    """What else is done about the challenge of the network; None on a page, from which one comes to the challenge."""
    if not seen.on_paper:
        return None
    challenge = next((each for each in seen.register.challenges if each.ref == seen.network.challenge_id), None)
    return section_of_challenge(challenge, seen.register.instruments, seen.limits)


def section_of_challenge(challenge: Challenge | None, known: Sequence[Instrument], limits: Limits) -> Section | None:
    """The instruments for the challenge, and how they act on each other; None without one of both."""
    mix = mix_of(challenge.ref, known, limits) if challenge else None
    if challenge is None or mix is None or not mix.instruments:
        return None
    heading = gettext("The instruments around it")
    head = (gettext("Instrument"), gettext("Types"), gettext("Power, at the last evaluation"), gettext("Evaluated"))
    rows = tuple(_row(each, limits) for each in mix.instruments)
    lead = worded(gettext("For **%(challenge)s** we also steer with these instruments."), challenge=challenge.name)
    return Section(
        heading=heading,
        key="instruments",
        lead=(lead, *(_acting(link) for link in (*mix.links, *mix.unmet))),
        table=Table(heading, head, rows, widths=(1.6, 1.5, 1.2, 0.9)),
    )


def _acting(link: Link) -> Sentence:
    """How one acts on another; one that is needed with whether it stands."""
    names = {"one": link.instrument.name, "does": text_of(link.kind, "instrument_relations"), "other": link.other.name}
    if link.kind is not Interplay.NEEDS:
        return worded(gettext("%(one)s **%(does)s** %(other)s."), **names)
    status = text_of(link.other.status, "instrument_statuses")
    return worded(gettext("%(one)s **%(does)s** %(other)s (%(status)s)."), **names, status=status)


def _row(instrument: Instrument, limits: Limits) -> tuple[Cell, ...]:
    types = ", ".join(
        gettext("%(type)s %(share)s %%") % {"type": name_of(power, "powers").lower(), "share": share}
        for power, share in instrument.shares.items()
        if share
    )
    last, found = latest(instrument.evaluations), proportion_of(instrument, limits)
    if last is None:
        return (instrument.name, types, State(Fit.UNKNOWN, gettext("never evaluated")), "–")
    return (instrument.name, types, State(SHAPES[found], text_of(found, "proportions")), day(last.measured_on))
