"""The instruments for one challenge together: how they act on each other, on whom they land, what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from regiewijzer.library.finding_text import FindingText
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.instruments.models import Aim, Relation
from regiewijzer.science import facts
from regiewijzer.science.coverage import Coverage, coverage
from regiewijzer.science.facts import Instrument, InstrumentStatus, Interplay, Power, Ref
from regiewijzer.science.finding import Finding
from regiewijzer.science.interplay import Link, Mix, TooLight, meeting_on, mix_of
from regiewijzer.science.limits import Limits
from regiewijzer.science.power import place
from regiewijzer.science.rules import instrument as rules
from regiewijzer.science.rules.interplay import of_links, of_mix
from regiewijzer.science.rules.vocabulary import Rule
from regiewijzer.tools.steering.queries.axis import Href
from regiewijzer.tools.steering.queries.standing import instruments
from regiewijzer.ui.pictures.mix import Acting, Action, mix_picture
from regiewijzer.ui.pictures.mix import Mix as Drawn
from regiewijzer.ui.pictures.picture import Picture


@dataclass(frozen=True, slots=True)
class Met:
    """A partner at whom several instruments for the challenge aim."""

    pk: int
    name: str
    instruments: tuple[Instrument, ...]


@dataclass(frozen=True, slots=True)
class TypeInMix:
    """One type of power, and the running instruments with a share in it."""

    power: Power
    instruments: tuple[Instrument, ...]


@dataclass(frozen=True, slots=True)
class MixPage:
    """Everything about the mix for a challenge. `gaps` are what is missing, `clashes` what works against each other."""

    mix: Mix
    types: tuple[TypeInMix, ...]
    picture: Picture | None
    clashes: tuple[FindingText, ...]
    gaps: tuple[FindingText, ...]
    met: tuple[Met, ...]
    display_case: tuple[Instrument, ...]
    planned: tuple[Instrument, ...]
    aims_known: Coverage

    @property
    def evaluated(self) -> int:
        """How many of the instruments were evaluated."""
        return sum(bool(each.evaluations) for each in self.mix.instruments)

    @property
    def coverage(self) -> Coverage:
        """How much is known to tell a clash or a gap by: evaluations, and how instruments act on each other."""
        several = len(self.mix.instruments) > 1
        return coverage(self.evaluated + bool(several and self.picture), len(self.mix.instruments) + several)

    @property
    def missing(self) -> tuple[Power, ...]:
        """Types that nobody uses where more power is needed."""
        return self.mix.too_light.missing if self.mix.too_light else ()


def mix_page(challenge: Challenge, limits: Limits, href: Href) -> MixPage:
    """The mix of one challenge in a fixed number of queries."""
    known = instruments()
    mix = mix_of(challenge.pk, known, limits)
    about = facts.Challenge(challenge.pk, challenge.name, challenge.as_of)
    today = timezone.localdate()
    shown = [
        FindingText.of(finding, limits)
        for finding in (*of_links(about, mix, today, limits), *_gaps(about, mix, limits))
    ]
    notes, aims = _notes(mix.links), _aims(mix.instruments)
    return MixPage(
        mix=mix,
        types=tuple(
            TypeInMix(power, tuple(each for each in mix.instruments if each.shares.get(power, 0)))
            for power in limits.power_order
        ),
        picture=_picture(mix, notes, limits, href),
        clashes=tuple(each for each in shown if each.rule == Rule.CONFLICTS),
        gaps=tuple(each for each in shown if each.rule != Rule.CONFLICTS),
        met=_met(mix.instruments, aims),
        display_case=tuple(each for each in mix.instruments if each.status is InstrumentStatus.DISPLAY_CASE),
        planned=tuple(
            each for each in known if challenge.pk in each.challenges and each.status is InstrumentStatus.PLANNED
        ),
        aims_known=coverage(len(aims), len(mix.instruments)),
    )


def _gaps(challenge: facts.Challenge, mix: Mix, limits: Limits) -> tuple[Finding, ...]:
    """The gaps of the mix; a single instrument that needs more than the mix has is told by itself."""
    today, found = timezone.localdate(), of_mix(challenge, mix, timezone.localdate(), limits)
    if mix.too_light is None or any(each.rule == Rule.MIX_TOO_LIGHT for each in found):
        return found
    alone = mix.too_light.instruments[0]
    own = (each for each in rules.of_instrument(alone, today, limits) if each.rule == Rule.POWER_TOO_WEAK)
    return (*own, *found)


def _ends(link: Link) -> tuple[str, Ref, Ref]:
    return link.kind.value, link.instrument.ref, link.other.ref


def _notes(links: Sequence[Link]) -> dict[tuple[str, Ref, Ref], str]:
    """Why one acts on another, as somebody wrote it down."""
    if not links:
        return {}
    rows = Relation.objects.filter(instrument__in=[int(link.instrument.ref) for link in links])
    return {
        (kind, one, other): note for kind, one, other, note in rows.values_list("kind", "instrument", "other", "note")
    }


def _picture(mix: Mix, notes: dict[tuple[str, Ref, Ref], str], limits: Limits, href: Href) -> Picture | None:
    """The matrix from little to much power, of the instruments that act or are acted on."""
    touched = {each.ref for link in mix.links for each in (link.instrument, link.other)}
    ordered = sorted(
        (each for each in mix.instruments if each.ref in touched), key=lambda each: _by_place(each, limits)
    )
    number = {each.ref: place for place, each in enumerate(ordered)}
    actions = tuple(
        Action(number[link.instrument.ref], number[link.other.ref], Acting(link.kind.value), notes.get(_ends(link), ""))
        for link in mix.links
    )
    hrefs = tuple(href("instrument", each.ref) for each in ordered)
    return mix_picture(Drawn(tuple(each.name for each in ordered), actions, hrefs), picture_id="mix")


def _by_place(instrument: Instrument, limits: Limits) -> tuple[float, str]:
    return place(instrument.shares, limits).mean, instrument.name


def _aims(standing: Iterable[Instrument]) -> dict[Ref, dict[Ref, str]]:
    """The names of the partners at whom each aims, by instrument; one without is absent."""
    rows = Aim.objects.filter(instrument__in=[int(each.ref) for each in standing], organisation__archived_at=None)
    aims: dict[Ref, dict[Ref, str]] = {}
    for instrument, organisation, name in rows.values_list("instrument", "organisation", "organisation__name"):
        aims.setdefault(instrument, {})[organisation] = name
    return aims


def _met(standing: Iterable[Instrument], aims: Mapping[Ref, Mapping[Ref, str]]) -> tuple[Met, ...]:
    """Partners on whom more than one of these land, by name."""
    by_ref = {each.ref: each for each in standing}
    names = {partner: name for found in aims.values() for partner, name in found.items()}
    meeting = meeting_on({ref: frozenset(aims[ref]) for ref in by_ref if ref in aims})
    found = [Met(int(partner), names[partner], tuple(by_ref[ref] for ref in refs)) for partner, refs in meeting.items()]
    return tuple(sorted(found, key=lambda met: met.name))


@dataclass(frozen=True, slots=True)
class MixInShort:
    """What the page of a challenge, or a report, says about a mix in a line."""

    instruments: tuple[Instrument, ...]
    clashes: int
    helps: int
    unmet: int
    too_light: TooLight | None
    without_lighter_step: bool


def mix_in_short(challenge: Ref, known: Sequence[Instrument], limits: Limits) -> MixInShort:
    """The mix for a challenge out of these instruments, counted."""
    mix = mix_of(challenge, known, limits)
    return MixInShort(
        instruments=mix.instruments,
        clashes=len(mix.clashes),
        helps=sum(link.kind is Interplay.REINFORCES for link in mix.links),
        unmet=len(mix.unmet),
        too_light=mix.too_light,
        without_lighter_step=mix.without_lighter_step,
    )
