"""Which pictures does the board see? How much power we use, where our networks stand, which of them overlap."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.pictures import axis_section, links_of, map_of, not_ended, timeline_section
from regiewijzer.overview.reports.wording import some_of
from regiewijzer.science.effect import late_without_result
from regiewijzer.science.facts import Instrument, InstrumentStatus, Network, Ref
from regiewijzer.science.limits import Limits, at_least
from regiewijzer.science.overlap import Pair
from regiewijzer.science.overlap_groups import components
from regiewijzer.science.power import Proportion, place, proportion_of
from regiewijzer.science.rules.grounds import percent
from regiewijzer.tools.effect.public import results_in_words
from regiewijzer.tools.governance.public import counted_forms
from regiewijzer.ui.pictures.picture import Table
from regiewijzer.ui.pictures.words import enumeration
from regiewijzer.ui.section import Section
from regiewijzer.ui.wording import NOTHING, clipped, counted, joined, plain, worded

NO_LINKS = links_of(None)
LONGEST_CELL = 90
MOST_NAMED = 3
MOST_LINES_EACH = 2
PAIR_COLUMNS = (2.6, 1.0, 1.0)


def power_section(instruments: Sequence[Instrument], limits: Limits, *, most: int) -> Section | None:
    """How much power we use; None without instruments."""
    standing = not_ended(instruments)
    shown = worth_showing(standing, limits, most)
    found = axis_section(shown, limits, NO_LINKS, most=most)
    if found is None:
        return None
    lead = joined(_too_strong(standing, limits), worded(gettext("More power is not better: take no more than needed.")))
    note = some_of(len(shown), len(standing), gettext("those that stand out, and a spread of the others"))
    return Section(gettext("How much power we use"), lead=(lead,), picture=found.picture, note=note)


def worth_showing(instruments: Sequence[Instrument], limits: Limits, most: int) -> list[Instrument]:
    """Those that stand out, and of the others a spread over the axis; from little to much power."""
    by_power = sorted(instruments, key=lambda each: (place(each.shares, limits).mean, each.name))
    striking = [each for each in by_power if _stands_out(each, limits)][:most]
    others = [each for each in by_power if not _stands_out(each, limits)]
    kept = {each.ref for each in (*striking, *_spread(others, most - len(striking)))}
    return [each for each in by_power if each.ref in kept]


def standing_section(networks: Sequence[Network], today: date, limits: Limits, *, most: int) -> Section | None:
    """Where our networks stand against the two years; None when no start is known."""
    started = [network for network in networks if network.started is not None]
    found = timeline_section(started, today, limits, NO_LINKS, most=most)
    if found is None:
        return None
    late = [network.name for network in started if late_without_result(network, today, limits)]
    unknown = results_in_words(started, today, limits)
    lead = joined(
        worded(gettext("On average a network needs two years before it yields; that is a rule of thumb.")),
        _late(late),
        plain(unknown),
        NOTHING if late or unknown else worded(gettext("Every network past that shows a result.")),
        _forms(networks, limits),
    )
    note = some_of(min(len(started), most), len(started), gettext("those that are late, and the youngest"))
    return Section(gettext("Where our networks stand"), lead=(lead,), picture=found.picture, note=note)


def overlap_section(pairs: Sequence[Pair], limits: Limits) -> Section | None:
    """The map of networks that share partners; None when no two do."""
    picture = map_of(strongest_of_each(pairs), limits, NO_LINKS)
    if picture is None:
        return None
    return Section(gettext("Networks that share partners"), lead=(_overlap_lead(pairs, limits),), picture=picture)


def strongest_of_each(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs with at most so many lines to a network: where all share with all, a map of all lines shows none."""
    lines: Counter[Ref] = Counter()
    kept = []
    for pair in sorted(pairs, key=lambda pair: (-pair.containment, -pair.shared)):
        ends = (pair.first.ref, pair.second.ref)
        if max(lines[ref] for ref in ends) < MOST_LINES_EACH:
            lines.update(ends)
            kept.append(pair)
    return kept


def pairs_section(pairs: Sequence[Pair], limits: Limits, *, most: int) -> Section | None:
    """The pairs that are most alike as a table; None when no two networks share enough."""
    if not pairs:
        return None
    nearly = [pair for pair in pairs if at_least(pair.jaccard, limits.overlap_same)]
    alike = sorted(nearly or pairs, key=lambda pair: (-pair.jaccard, -pair.shared, pair.first.name, pair.second.name))
    head = (gettext("Two networks"), gettext("Partners in common"), gettext("Of both together"))
    rows = tuple(_pair(pair) for pair in alike[:most])
    table = Table(gettext("Networks with the same partners"), head, rows, numeric=(1, 2), widths=PAIR_COLUMNS)
    heading = gettext("Who sits together twice")
    lead = worded(gettext("Out of the partners of both together: at 100 %% the two have exactly the same partners."))
    note = some_of(len(rows), len(alike), gettext("the most alike first"))
    return Section(heading, lead=(lead,), table=table, note=note)


def _pair(pair: Pair) -> tuple[str, ...]:
    names = {"one": clipped(pair.first.name, LONGEST_CELL), "other": clipped(pair.second.name, LONGEST_CELL)}
    return (
        gettext("%(one)s and %(other)s") % names,
        gettext("%(part)d of %(whole)d") % {"part": pair.shared, "whole": pair.smallest},
        gettext("%(share)d %%") % {"share": round(100 * pair.jaccard)},
    )


def _overlap_lead(pairs: Sequence[Pair], limits: Limits) -> Sentence:
    """How many pairs have exactly or largely the same partners, and how many groups they are."""
    alike = [pair for pair in pairs if at_least(pair.jaccard, limits.overlap_same)]
    identical = sum(pair.jaccard == 1 for pair in alike)
    groups = components(alike)
    largely = ngettext(
        "**One pair shares at least %(share)s %% of the partners of both together.**",
        "**%(count)s pairs share at least %(share)s %% of the partners of both together.**",
        len(alike),
    )
    exactly = ngettext(
        "One pair has exactly the same partners.", "%(count)s pairs have exactly the same partners.", identical
    )
    hanging = ngettext(
        "They hang together in one group.", "They hang together in %(count)s groups or pairs.", len(groups)
    )
    return joined(
        worded(largely, count=counted(len(alike)), share=percent(limits.overlap_same)) if alike else NOTHING,
        worded(exactly, count=counted(identical)) if identical else NOTHING,
        worded(hanging, count=counted(len(groups))) if len(groups) < len(alike) else NOTHING,
        worded(gettext("Such a pair is no mistake: you choose whether you merge, align, leave or keep.")),
    )


def _late(names: Sequence[str]) -> Sentence:
    """Who is past the mark without a result: by name when they are few."""
    if not names:
        return NOTHING
    if len(names) > MOST_NAMED:
        return worded(gettext("**%(count)s networks** are past that without a result."), count=counted(len(names)))
    pattern = ngettext(
        "**%(names)s** is past that without a result.", "**%(names)s** are past that without a result.", len(names)
    )
    return worded(pattern, names=enumeration([clipped(name, LONGEST_CELL) for name in names]))


def _forms(networks: Sequence[Network], limits: Limits) -> Sentence:
    """How the forms of our networks stand, in a sentence; that none was measured is told too."""
    counted_now = counted_forms(networks, limits)
    if not counted_now.holding and not counted_now.short:
        return plain(gettext("Of no network do we know whether its form holds."))
    pattern = ngettext(
        "**%(count)s network** falls short in its form, %(holding)s show no shortage, of %(unknown)s we cannot say.",
        "**%(count)s networks** fall short in their form, %(holding)s show no shortage, of %(unknown)s we cannot say.",
        counted_now.short,
    )
    return worded(
        pattern,
        count=counted(counted_now.short), holding=counted(counted_now.holding), unknown=counted(counted_now.unknown),
    )  # fmt: skip


def _spread(ordered: Sequence[Instrument], most: int) -> list[Instrument]:
    """So many of them at even distances, the first and the last included."""
    if len(ordered) <= most or most < 1:
        return list(ordered[: max(0, most)])
    step = (len(ordered) - 1) / max(1, most - 1)
    return [ordered[round(nr * step)] for nr in range(most)]


def _stands_out(instrument: Instrument, limits: Limits) -> bool:
    return instrument.status is InstrumentStatus.DISPLAY_CASE or proportion_of(instrument, limits) in (
        Proportion.TOO_STRONG,
        Proportion.TOO_WEAK,
    )


def _too_strong(instruments: Sequence[Instrument], limits: Limits) -> Sentence:
    found = sum(proportion_of(instrument, limits) is Proportion.TOO_STRONG for instrument in instruments)
    pattern = ngettext(
        "**One instrument is stronger than needed.**", "**%(count)s instruments are stronger than needed.**", found
    )
    return worded(pattern, count=counted(found)) if found else NOTHING
