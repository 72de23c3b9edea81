"""The pictures of an authority: facts and rules put into the shapes that ui/pictures draws."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.library.figures import number
from regiewijzer.overview.facts.queries import Snapshot
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, Membership, Network
from regiewijzer.science.facts import Form, FormMeasurement, Instrument, InstrumentStatus, Ref, Register
from regiewijzer.science.facts import Network as NetworkFact
from regiewijzer.science.governance import to_scale
from regiewijzer.science.limits import Limits, at_least
from regiewijzer.science.overlap import Pair
from regiewijzer.science.rules.grounds import percent
from regiewijzer.tools.effect.public import levels_in_words, life, results_in_words
from regiewijzer.tools.governance.public import form_name
from regiewijzer.tools.steering import public as steering
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.pictures.axis import Axis, InstrumentRow, axis_picture
from regiewijzer.ui.pictures.history import Happening, History, HistoryEvent, history_picture
from regiewijzer.ui.pictures.overlap import MapLink, MapNode, OverlapMap, overlap_picture
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.pictures.timeline import Timeline, timeline_picture
from regiewijzer.ui.section import Section
from regiewijzer.ui.wording import plain, within

Href = Callable[[str, Ref], str]


def links_of(authority: Authority | None) -> Href:
    """Addresses for names in a picture; without an authority, as on paper, there are none."""
    if authority is None:
        return lambda _name, _ref: ""
    slug = authority.slug
    return lambda name, ref: address_of(name, slug, ref)


MOST_INSTRUMENTS = 40


def axis_section(
    instruments: Sequence[Instrument],
    limits: Limits,
    href: Href,
    *,
    picture_id: str = "axis",
    most: int = MOST_INSTRUMENTS,
) -> Section | None:
    """The picture, those that stand out first when there are too many; None without instruments."""
    rows = [steering.row_of(instrument, limits, href) for instrument in not_ended(instruments)]
    kept = sorted(rows, key=lambda row: not (row.emphasis or row.in_display_case))[:most]
    picture = axis_picture(Axis(steering.columns(limits), tuple(kept)), picture_id=picture_id)
    if picture is None:
        return None
    note = _note(len(kept), len(rows))
    return Section(steering.heading(rows), lead=(plain(_lead(rows)),), picture=picture, note=note)


def _lead(rows: Sequence[InstrumentRow]) -> str:
    mixes = sum(len(row.used) > 1 for row in rows)
    parts = [
        ngettext(
            "You have %(count)s instrument.",
            "Your %(count)s instruments, from little to much enforcement power.",
            len(rows),
        )
        % {"count": len(rows)},
        gettext("More power is not better: take no more than needed."),
    ]
    if mixes:
        parts.append(ngettext("One of them is a mix.", "%(count)s of them are a mix.", mixes) % {"count": mixes})
    return " ".join(parts)


def _note(kept: int, total: int) -> str:
    return (
        gettext("%(kept)s of %(total)s shown; the list has them all.") % {"kept": kept, "total": total}
        if kept < total
        else ""
    )


MOST_NETWORKS = 14
MOST_LINES = 22


def overlap_section(
    pairs: Sequence[Pair], limits: Limits, href: Href, *, picture_id: str = "overlap"
) -> Section | None:
    """The map with its heading; None when no two networks share enough."""
    picture = map_of(pairs, limits, href, picture_id=picture_id)
    if picture is None:
        return None
    alike = sum(is_alike(pair, limits) for pair in pairs)
    heading = (
        ngettext(
            "In %(count)s pair at least %(share)s %% of the smaller network also sits in the other",
            "In %(count)s pairs at least %(share)s %% of the smaller network also sits in the other",
            alike,
        )
        % {"count": within(alike), "share": percent(limits.overlap_same)}
        if alike
        else gettext("Networks that share partners")
    )
    lead = gettext(
        "Networks that share at least %(count)s partners. Such a pair is no mistake: "
        "you choose whether you merge, align, leave or keep."
    )
    return Section(heading, lead=(plain(lead % {"count": limits.overlap_shared}),), picture=picture)


def map_of(pairs: Sequence[Pair], limits: Limits, href: Href, *, picture_id: str = "overlap") -> Picture | None:
    """The strongest pairs as a map: pairs are taken from the top until there are enough networks."""
    nodes: dict[str, MapNode] = {}
    links: list[MapLink] = []
    for pair in sorted(pairs, key=lambda pair: (-pair.containment, -pair.shared)):
        new = {str(network.ref) for network in (pair.first, pair.second)} - nodes.keys()
        if len(nodes) + len(new) > MOST_NETWORKS or len(links) >= MOST_LINES:
            continue
        for network in (pair.first, pair.second):
            nodes[str(network.ref)] = MapNode(
                key=str(network.ref),
                name=network.name,
                partners=len(network.parties),
                mandated=network.mandated,
                group=network.themes[0] if network.themes else "",
                href=href("network", network.ref),
            )
        links.append(MapLink(str(pair.first.ref), str(pair.second.ref), pair.shared, hot=is_alike(pair, limits)))
    return overlap_picture(OverlapMap(tuple(nodes.values()), tuple(links)), picture_id=picture_id)


def is_alike(pair: Pair, limits: Limits) -> bool:
    """Whether nearly everybody of the smaller network also sits in the other."""
    return at_least(pair.containment, limits.overlap_same) and pair.shared >= limits.overlap_shared


MOST_ON_TIMELINE = 40


def timeline_section(
    networks: Sequence[NetworkFact],
    today: date,
    limits: Limits,
    href: Href,
    *,
    picture_id: str = "timeline",
    most: int = MOST_ON_TIMELINE,
) -> Section | None:
    """Oldest first; when there are too many, those without a start go first, then the oldest that are not late."""
    rows = [life(network, today, limits, href=href("network", network.ref)) for network in networks]
    kept = sorted(rows, key=lambda row: (not row.late, row.months is None, row.months or 0))[:most]
    kept.sort(key=lambda row: -(row.months if row.months is not None else -1))
    picture = timeline_picture(Timeline(levels_in_words(), tuple(kept), limits.effect_months), picture_id=picture_id)
    if picture is None:
        return None
    late = sum(row.late for row in rows)
    heading = (
        ngettext(
            "One network is past two years without a result",
            "%(count)s networks are past two years without a result",
            late,
        )
        % {"count": late}
        if late
        else gettext("Networks against the two-year mark")
    )
    lead = gettext(
        "On average a network needs two years before it yields. "
        "That is a rule of thumb from the source, no chance that we compute."
    )
    known = results_in_words(networks, today, limits)
    said = plain(f"{lead} {known}".rstrip())
    return Section(heading, lead=(said,), picture=picture, note=_note(len(kept), len(rows)))


@dataclass(frozen=True, slots=True)
class OverviewPictures:
    """What the overview draws, and what the authority has, in words."""

    axis: Section | None
    overlap: Section | None
    timeline: Section | None
    counts: str


def overview_pictures(known: Snapshot, today: date, limits: Limits, href: Href) -> OverviewPictures:
    """Axis, map and timeline of the authority as it stands."""
    register = known.register
    return OverviewPictures(
        axis=axis_section(register.instruments, limits, href),
        overlap=overlap_section(known.pairs, limits, href),
        timeline=timeline_section([network for network in register.networks if network.started], today, limits, href),
        counts=counts_in_words(register),
    )


def not_ended(instruments: Sequence[Instrument]) -> list[Instrument]:
    """Those that are planned, in use, or in the display case."""
    return [instrument for instrument in instruments if instrument.status is not InstrumentStatus.ENDED]


def counts_in_words(register: Register) -> str:
    """18 instruments and 14 networks that have not ended, and 127 partners."""
    instruments, networks = len(not_ended(register.instruments)), len(register.networks)
    return gettext("%(instruments)s and %(networks)s that have not ended, and %(partners)s") % {
        "instruments": ngettext("%(count)s instrument", "%(count)s instruments", instruments) % {"count": instruments},
        "networks": ngettext("%(count)s network", "%(count)s networks", networks) % {"count": networks},
        "partners": ngettext("%(count)s partner", "%(count)s partners", len(register.organisations))
        % {"count": len(register.organisations)},
    }


MOST_EVENTS = 14


def history_picture_of(
    network: Network,
    *,
    goals: list[GoalVersion],
    forms: list[FormPeriod],
    left: list[Membership],
    measurements: tuple[FormMeasurement, ...],
    decisions: list[Decision],
    today: date,
    picture_id: str = "course",
) -> Picture | None:
    """The latest events on a line; None when nothing is known."""
    events = [
        *_starts(network),
        *(
            HistoryEvent(
                goal.valid_from, Happening.EVENT, gettext("Goal, version %(number)s") % {"number": goal.number}
            )
            for goal in goals
            if goal.number > 1
        ),
        *(
            HistoryEvent(period.started, Happening.EVENT, form_name(Form(period.form)))
            for period in forms
            if period.started and period.started != network.started
        ),
        *(
            HistoryEvent(gone.ended, Happening.LOSS, gettext("%(name)s leaves") % {"name": gone.organisation.name})
            for gone in left
            if gone.ended
        ),
        *(_measured(measurement) for measurement in measurements),
        *(
            HistoryEvent(decision.decided_on, Happening.DECISION, decision.name or str(decision.get_answer_display()))
            for decision in decisions
        ),
        *(
            HistoryEvent(decision.review_on, Happening.DECISION, gettext("Look again"))
            for decision in decisions
            if decision.review_on and decision.review_on > today
        ),
    ]
    if not events:
        return None
    latest = sorted(events, key=lambda event: event.on)[-MOST_EVENTS:]
    return history_picture(History(network.name, today, tuple(latest), network.started), picture_id=picture_id)


def _starts(network: Network) -> list[HistoryEvent]:
    found = [HistoryEvent(network.start, Happening.EVENT, gettext("Start"))] if network.start else []
    return [*found, HistoryEvent(network.ended, Happening.EVENT, gettext("End"))] if network.ended else found


def _measured(measurement: FormMeasurement) -> HistoryEvent:
    if measurement.trust is None:
        return HistoryEvent(measurement.measured_on, Happening.MEASUREMENT, gettext("Measured"))
    words = gettext("Measured: trust %(score)s") % {"score": number(to_scale(measurement.trust))}
    return HistoryEvent(measurement.measured_on, Happening.MEASUREMENT, words)
