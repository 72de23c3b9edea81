"""How do the instruments for one challenge work together, and what is missing among them?

That instruments act on each other: seeds 000 and 004. Begin lightly and keep something heavier ready: the pyramid of
Ayres & Braithwaite 1992, chapter 2. How far a type of instrument reaches on the five steps of power, and when the mix
has a gap, is our proposal. Never a mark of the mix, and never which instruments are good.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regiewijzer.science.facts import Instrument, InstrumentStatus, Interplay, Power, Ref, latest
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.science.power import Proportion, proportion_of

STANDING = frozenset({InstrumentStatus.IN_USE, InstrumentStatus.DISPLAY_CASE})
REACH = (0, 1, 3, 4)  # steps of power that the first to the fourth type on the axis can use at most
LIGHT = 2  # the first two types on the axis: a partner may say no


@dataclass(frozen=True, slots=True)
class Link:
    """One instrument acts on another of the same mix, or on one that is not there any more."""

    kind: Interplay
    instrument: Instrument
    other: Instrument


@dataclass(frozen=True, slots=True)
class TooLight:
    """`instruments` miss their goal and need more power (`needed`, 0-4) than anything in the mix has (`reach`).

    `missing` are the types that would reach far enough, and that nothing in the mix uses.
    """

    instruments: tuple[Instrument, ...]
    needed: int
    reach: int
    missing: tuple[Power, ...]


@dataclass(frozen=True, slots=True)
class Mix:
    """The instruments for one challenge that stand, with how they act on each other and what is missing.

    `unmet` are needs for an instrument that does not stand. `too_light` and `without_lighter_step` are None and False
    when there is nothing to say.
    """

    instruments: tuple[Instrument, ...]
    used: tuple[Power, ...]
    unused: tuple[Power, ...]
    links: tuple[Link, ...]
    unmet: tuple[Link, ...]
    too_light: TooLight | None
    without_lighter_step: bool

    @property
    def clashes(self) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.kind is Interplay.WEAKENS)


def mix_of(challenge: Ref, instruments: Sequence[Instrument], limits: Limits = DEFAULTS) -> Mix:
    """The mix for a challenge, out of all instruments of the authority."""
    known = {instrument.ref: instrument for instrument in instruments}
    standing = tuple(each for each in instruments if each.status in STANDING and challenge in each.challenges)
    used = types_in(standing, limits)
    return Mix(
        instruments=standing,
        used=used,
        unused=tuple(power for power in limits.power_order if power not in used),
        links=links_among(standing),
        unmet=tuple(link for instrument in standing for link in unmet_needs(instrument, known)),
        too_light=_too_light(standing, used, limits),
        without_lighter_step=bool(used) and not set(used) & set(limits.power_order[:LIGHT]),
    )


def types_in(instruments: Sequence[Instrument], limits: Limits = DEFAULTS) -> tuple[Power, ...]:
    """The types with a share in any of these, from little to much power."""
    return tuple(power for power in limits.power_order if any(each.shares.get(power, 0) for each in instruments))


def reach_of(types: Sequence[Power], limits: Limits = DEFAULTS) -> int | None:
    """The highest step of power (0-4) these types can use; None without a type."""
    return max((REACH[limits.power_order.index(power)] for power in types), default=None)


def links_among(instruments: Sequence[Instrument]) -> tuple[Link, ...]:
    """How these act on each other. Two that weaken each other are one link: the clash is the same."""
    known = {instrument.ref: instrument for instrument in instruments}
    found: dict[object, Link] = {}
    for instrument in instruments:
        for relation in instrument.relations:
            if relation.other in known and relation.other != instrument.ref:
                link = Link(relation.kind, instrument, known[relation.other])
                found.setdefault(_key(link), link)
    return tuple(found.values())


def unmet_needs(instrument: Instrument, known: Mapping[Ref, Instrument]) -> tuple[Link, ...]:
    """What the instrument needs and what does not stand: planned, or ended."""
    return tuple(
        Link(relation.kind, instrument, known[relation.other])
        for relation in instrument.relations
        if relation.kind is Interplay.NEEDS and relation.other in known and known[relation.other].status not in STANDING
    )


def shared_challenges(first: Instrument, second: Instrument) -> tuple[Ref, ...]:
    """The challenges both serve, in the order of the first."""
    return tuple(challenge for challenge in first.challenges if challenge in second.challenges)


def meeting_on(aims: Mapping[Ref, frozenset[Ref]], least: int = 2) -> dict[Ref, tuple[Ref, ...]]:
    """Partners at whom at least so many instruments aim; `aims` are partners by instrument, in the order to tell."""
    partners: dict[Ref, list[Ref]] = {}
    for instrument, aimed in aims.items():
        for partner in aimed:
            partners.setdefault(partner, []).append(instrument)
    return {partner: tuple(found) for partner, found in partners.items() if len(found) >= least}


def _key(link: Link) -> object:
    ends = (link.instrument.ref, link.other.ref)
    return (link.kind, frozenset(ends) if link.kind is Interplay.WEAKENS else ends)


def _too_light(standing: Sequence[Instrument], used: Sequence[Power], limits: Limits) -> TooLight | None:
    reach = reach_of(used, limits)
    if reach is None:
        return None
    short = {each.ref: needed for each in standing if (needed := _unreached_need(each, limits)) and needed > reach}
    if not short:
        return None
    needed = max(short.values())
    missing = tuple(
        power for power, steps in zip(limits.power_order, REACH, strict=True) if steps >= needed and power not in used
    )
    return TooLight(tuple(each for each in standing if each.ref in short), needed, reach, missing)


def _unreached_need(instrument: Instrument, limits: Limits) -> int | None:
    """The power needed by an instrument that is too weak for its goal; None for another."""
    last = latest(instrument.evaluations)
    return last.power_needed if last and proportion_of(instrument, limits) is Proportion.TOO_WEAK else None
