"""Which parts does the page of a network have, how does each stand, and what is said before any of them?"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from django.utils.formats import date_format, time_format
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from regiewijzer.library import catalogue
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.dossier.queries import NetworkDossier
from regiewijzer.overview.dossier.sections import records
from regiewijzer.overview.findings.queries import FindingRow
from regiewijzer.overview.tools import TOOLS
from regiewijzer.register.meetings.models import Meeting
from regiewijzer.register.tool import Part
from regiewijzer.science.rules.meetings import away_in_a_row
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Link, State
from regiewijzer.ui.pictures.words import enumeration
from regiewijzer.ui.section import Brief, Fact, Point, Section
from regiewijzer.ui.wording import NOTHING, joined, plain, worded

PARAMETER = "part"  # of the address of the page
WORST_FIRST = (Fit.SHORT, Fit.TIGHT, Fit.UNKNOWN, Fit.OK)
FEW_SECTIONS = 2  # from so many on a part has a list of what stands in it
OF_MEETINGS = ("action", "meeting", "decision")  # the first words of rules on what was agreed
PART_OF = {first: tool.part for tool in TOOLS for first in tool.finds} | dict.fromkeys(OF_MEETINGS, Part.MINUTES)


@dataclass(frozen=True, slots=True)
class ShownPart:
    """One part: how it stands in a sentence and in two words, how many findings of it are open, what stands in it."""

    part: Part
    label: str
    url: str
    said: Sentence
    state: State | None
    open: int
    sections: tuple[Section, ...]

    @property
    def within(self) -> tuple[Link, ...]:
        """What its own list names, where there is more than one thing to name."""
        found = tuple(section.tab for section in self.sections if section.tab)
        return found if len(found) >= FEW_SECTIONS else ()

    @property
    def findings(self) -> str:
        if not self.open:
            return ""
        return ngettext("%(count)s finding", "%(count)s findings", self.open) % {"count": self.open}


@dataclass(frozen=True, slots=True)
class Summary:
    """What comes first on every part: the next meeting, what to decide first, and what to do.

    `paper` is the address of the meeting on one page; empty when none is planned.
    """

    said: Sentence
    first: FindingRow | None
    do: Link | None
    paper: str = ""


def parts_of(dossier: NetworkDossier, may: Collection[str]) -> tuple[ShownPart, ...]:
    """Every part in which something stands, in the order of the story; the overview is the first.

    `may`: what this reader may do here, of `change`, `manage` and `see_mandates`.
    """
    counted = [PART_OF.get(row.rule.partition(".")[0], Part.OVERVIEW) for row in dossier.about.open]
    told = {part: tuple(_sections(dossier, part, may)) for part in Part}
    overview = _part(dossier, Part.OVERVIEW, told[Part.OVERVIEW], len(counted))
    others = (_part(dossier, part, told[part], counted.count(part)) for part in Part if part is not Part.OVERVIEW)
    return (overview, *(part for part in others if part.sections))


def summary_of(dossier: NetworkDossier, may: Collection[str]) -> Summary:
    """The next meeting with who has nobody to send, and the heaviest finding that waits for an answer."""
    slug, meeting = dossier.network.authority.slug, dossier.next_meeting
    first = next(iter(dossier.about.open), None)
    alone = len(dossier.without_person)
    missing = ngettext("**One partner** has no fixed person.", "**%(count)s partners** have no fixed person.", alone)
    said = worded(missing, count=alone) if alone else NOTHING
    if meeting is None:
        plan = f"{address_of('meeting_add', slug)}?network={quote(dossier.network.name)}"
        do = Link(gettext("Plan a meeting"), plan) if "change" in may else None
        return Summary(joined(plain(gettext("No meeting is planned.")), said), first, do)
    where = [time_format(meeting.starts, "H:i"), *([meeting.place] if meeting.place else [])]
    when = worded(
        "**%(day)s**, %(where)s.", day=capfirst(date_format(meeting.held_on, "l j F")), where=", ".join(where)
    )
    label = gettext("Make the agenda") if "change" in may else gettext("Look at the meeting")
    paper = address_of("meeting_on_one_page", slug, meeting.pk)
    lacking = joined(*_not_there(dossier, meeting))
    do = Link(label, address_of("meeting", slug, meeting.pk))
    return Summary(joined(when, lacking, said), first, do, paper)


def _not_there(dossier: NetworkDossier, meeting: Meeting) -> Iterator[Sentence]:
    """Who must be at the next meeting and is not: required seats nobody fills, who said so, who was away too often."""
    if dossier.known is None:
        return
    names = {each.organisation_id: each.organisation.name for each in dossier.members}
    if empty := [seat.role for seat in dossier.known.required_seats if seat.is_missed]:
        yield worded(gettext("A required seat is empty: **%(names)s**."), names=enumeration(empty))
    met = dossier.known.meetings
    planned = [each for each in met if not each.held and each.held_on == meeting.held_on]
    comes_not = {pk for each in planned for pk, was in each.there.items() if not was and pk in names}
    if comes_not:
        said = ngettext("**%(names)s** does not come.", "**%(names)s** do not come.", len(comes_not))
        yield worded(said, names=enumeration(sorted(names[pk] for pk in comes_not)))
    held = [each for each in reversed(met) if each.held]
    most = dossier.limits.meetings_away
    times = {pk: away_in_a_row(each.there.get(pk) for each in held) for pk in names.keys() - comes_not}
    away = sorted(names[pk] for pk, count in times.items() if count >= most)
    if away:
        said = ngettext(
            "**%(names)s** was away the last %(times)s times.",
            "**%(names)s** were away the last %(times)s times.",
            len(away),
        )
        yield worded(said, names=enumeration(away), times=most)


def in_a_line(dossier: NetworkDossier) -> tuple[str, ...]:
    """Who runs it, where it comes from, how old, how large, in which form: under its name, on every part."""
    origin, age, form, _phase, partners = records.facts(dossier)
    count = ngettext("%(count)s partner", "%(count)s partners", len(dossier.members)) % {"count": partners.value}
    return (*dossier.managers, *(fact.value.lower() for fact in (origin, age)), count, form.value.lower())


def _part(dossier: NetworkDossier, part: Part, sections: Sequence[Section], count: int) -> ShownPart:
    briefs = sorted(
        (each.brief for each in sections if each.brief),
        key=lambda each: WORST_FIRST.index(each.state.shape),
    )
    page = address_of("network", dossier.network.authority.slug, dossier.network.pk)
    return ShownPart(
        part=part,
        label=_LABELS[part](),
        url=page if part is Part.OVERVIEW else f"{page}?{PARAMETER}={part}",
        said=joined(*(each.said for each in briefs)),
        state=briefs[0].state if briefs else None,
        open=count,
        sections=tuple(sections),
    )


_LABELS = {
    Part.OVERVIEW: lambda: gettext("Overview"),
    Part.GOAL: lambda: gettext("Goal"),
    Part.TABLE: lambda: gettext("Table"),
    Part.PEOPLE: lambda: gettext("People"),
    Part.FORM: lambda: gettext("Form"),
    Part.USERS: lambda: gettext("Users"),
    Part.FORWARD: lambda: gettext("Forward"),
    Part.MINUTES: lambda: gettext("Minutes and actions"),
}


def _sections(dossier: NetworkDossier, part: Part, may: Collection[str]) -> Iterator[Section]:
    """What the tools say in it and what the register knows of it; the choice comes before the goal."""
    of_tools = [section for each, section in dossier.told if each is part]
    if part is Part.PEOPLE:
        yield _who_runs_it(dossier, may)
    yield from sorted(of_tools, key=lambda section: section.key != "choice")
    if part is Part.OVERVIEW:
        yield from ([records.parts(dossier)] if dossier.parts else [])
        more = records.more(dossier)
        taken = ", ".join(each.name for each in dossier.took_in)
        took_in = (Fact(gettext("Took over"), taken),) if taken else ()
        yield replace(more, facts=(*records.facts(dossier), *took_in, *more.facts))
    elif part is Part.TABLE:
        yield _at_the_table(dossier, may)
        yield from ([records.asked_for(catalogue.mandate(dossier.network.mandate))] if dossier.network.mandate else [])
    elif part is Part.MINUTES:
        yield _met(dossier, may)
        yield from ([records.course(dossier)] if dossier.course else [])


def _at_the_table(dossier: NetworkDossier, may: Collection[str]) -> Section:
    """The partners, with who has something to do."""
    total, acting = len(dossier.members), len(dossier.with_action)
    url = address_of("network_members", dossier.network.authority.slug, dossier.network.pk)
    asking = address_of("network_confirmations", dossier.network.authority.slug, dossier.network.pk)
    more = (Link(gettext("Ask whether it is still right"), asking),) if "change" in may else ()
    label = gettext("Partners and persons") if "change" in may else gettext("Partners")
    count = ngettext("%(count)s partner", "%(count)s partners", total) % {"count": total}
    section = records.partners(dossier)
    state = State(
        Fit.OK if acting else Fit.TIGHT, gettext("%(acting)s of %(all)s act") % {"acting": acting, "all": total}
    )
    return replace(
        section,
        tab=Link(count, "#partners"),
        brief=Brief(section.lead[0], state if total else State(Fit.UNKNOWN, gettext("nobody"))),
        parts=tuple(replace(left, heading=gettext("Who left")) for left in section.parts),
        links=(Link(label, url, button=True), *more),
    )


def _who_runs_it(dossier: NetworkDossier, may: Collection[str]) -> Section:
    """Who manages it, who has nobody to send, and who questions it for who may know."""
    managers, alone = ", ".join(dossier.managers), dossier.without_person
    nobody = plain(gettext("Nobody manages this network."))
    run = worded(gettext("Managed by **%(names)s**."), names=managers) if managers else nobody
    points = [
        Point(Fit.SHORT, worded(gettext("**%(name)s** has no fixed person"), name=each.organisation.name))
        for each in alone
    ]
    if "see_mandates" in may:
        points.append(_questions_it(dossier))
    change = address_of("network_managers", dossier.network.authority.slug, dossier.network.pk)
    if not managers:
        state = State(Fit.SHORT, gettext("no manager"))
    elif alone:
        without = ngettext("%(count)s without a person", "%(count)s without a person", len(alone))
        state = State(Fit.TIGHT, without % {"count": len(alone)})
    else:
        count = ngettext("%(count)s manager", "%(count)s managers", len(dossier.managers))
        state = State(Fit.OK if dossier.members else Fit.UNKNOWN, count % {"count": len(dossier.managers)})
    return Section(
        gettext("Who runs it, and who sits there"),
        key="people",
        tab=Link(gettext("People"), "#people"),
        brief=Brief(run, state),
        lead=(run,),
        points=tuple(points),
        links=(Link(gettext("Change who manages it"), change, button=True),) if "manage" in may else (),
    )


def _questions_it(dossier: NetworkDossier) -> Point:
    names = ", ".join(person.name for person in dossier.critical_voices)
    if names:
        return Point(Fit.OK, worded(gettext("Critical voice: %(names)s"), names=names))
    return Point(Fit.TIGHT, plain(gettext("Nobody is named to question the network")))


def _met(dossier: NetworkDossier, may: Collection[str]) -> Section:
    """Meetings and actions; a network that never met has this part too."""
    late, total = len(dossier.overdue), len(dossier.to_do)
    section = records.meetings(dossier)
    if not total and not dossier.meetings:
        state = State(Fit.UNKNOWN, gettext("never met"))
    elif late:
        state = State(Fit.SHORT, ngettext("%(count)s overdue", "%(count)s overdue", late) % {"count": late})
    else:
        state = State(Fit.OK, ngettext("%(count)s action open", "%(count)s actions open", total) % {"count": total})
    links = address_of("network_action_links", dossier.network.authority.slug, dossier.network.pk)
    more = (Link(gettext("Personal links to actions"), links),) if "change" in may else ()
    return replace(section, brief=Brief(section.lead[0], state), links=(*section.links, *more))
