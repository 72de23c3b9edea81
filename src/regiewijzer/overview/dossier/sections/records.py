"""What do pages and paper say of records, and of what the register knows of a network?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import Field
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from regiewijzer.library import catalogue
from regiewijzer.library.entries import Mandate
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.dossier.queries import NetworkDossier
from regiewijzer.register.meetings.models import Action, Meeting
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.policy.queries import policy_names
from regiewijzer.register.records.models import Record
from regiewijzer.register.records.wording import label_of, value_in_words
from regiewijzer.science import governance
from regiewijzer.science.written_days import Precision
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.pictures.picture import Cell, Link, Table
from regiewijzer.ui.section import Fact, Section
from regiewijzer.ui.wording import NOTHING, counted, day, joined, month, name_of, plain, text_of, worded

MOST_MEETINGS = 12  # of the newest, on a page or paper; the list has them all
PERSONS = 2  # the column with who sits there
SAID_ELSEWHERE = frozenset({"name", "origin", "mandate", "mandated_by", "started", "ended", "as_of"})


def of_the_past(dossier: NetworkDossier) -> Iterator[Section]:
    """How it went, and what else is known; last on the page and on paper."""
    if dossier.meetings or dossier.to_do:
        yield meetings(dossier)
    if dossier.parts:
        yield parts(dossier)
    if dossier.course:
        yield course(dossier)
    if dossier.network.mandate:
        yield asked_for(catalogue.mandate(dossier.network.mandate))
    found = more(dossier)
    if found.facts:
        yield found


def facts(dossier: NetworkDossier) -> tuple[Fact, ...]:
    """What one wants to know at a glance."""
    network, period = dossier.network, dossier.period
    form = name_of(period.form, "forms") if period else gettext("not chosen")
    return (
        Fact(gettext("Origin"), str(network.get_origin_display()), network.mandated_by),
        Fact(gettext("Exists"), _age(dossier), _since(network, planned=dossier.months is None)),
        Fact(gettext("Form"), form, _led_by(dossier)),
        Fact(gettext("Phase"), *_phase(dossier)),
        Fact(gettext("Partners"), str(len(dossier.members)), _where_most_come_from(dossier)),
    )


def partners(dossier: NetworkDossier) -> Section:
    """The partners of today, and who left."""
    heading = gettext("Who sits at the table")
    if not dossier.members:
        return Section(heading, key="partners", lead=(plain(gettext("Nobody sits in this network yet.")),))
    left = tuple((gone.organisation.name, month(gone.ended)) for gone in dossier.left if gone.ended)
    table = Table(gettext("Who left"), (gettext("Partner"), gettext("Until")), left, widths=(2, 1))
    return Section(
        heading,
        key="partners",
        lead=(_who_acts(dossier),),
        table=_at_the_table(heading, dossier.members),
        parts=(Section(table=table),) if left else (),
    )


def partners_for_guests(members: Sequence[Membership]) -> Section:
    """Who sits at the table, without the names of people."""
    heading = ngettext("%(count)s partner", "%(count)s partners", len(members)) % {"count": len(members)}
    return Section(heading, table=_at_the_table(heading, members).without(PERSONS))


def seats_of_organisation(memberships: Sequence[Membership]) -> Section:
    """The networks an organisation sits in today, and for what."""
    return _seats(memberships)


def seats_of_person(memberships: Sequence[Membership]) -> Section:
    """The same for somebody who sits there for an organisation."""
    found = _seats(memberships)
    return replace(found, table=found.table.without(PERSONS) if found.table else None)


def parts(dossier: NetworkDossier) -> Section:
    """Which networks are a part of this one; with it they are one whole, and never told as overlap."""
    total = len(dossier.parts)
    heading = ngettext("One part", "%(count)s parts", total) % {"count": total}
    slug = dossier.network.authority.slug
    head = (gettext("Part"), gettext("Layer"), gettext("Hours per year"))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            Link(part.name, address_of("network", slug, part.pk)),
            str(part.get_layer_display()) or gettext("not said"),
            gettext("unknown") if part.hours_per_year is None else str(part.hours_per_year),
        )
        for part in dossier.parts
    )
    note = plain(gettext("A whole and its parts are never told as overlap."))
    return Section(heading, key="parts", lead=(note,), table=Table(heading, head, rows, widths=(2, 1, 1)))


def course(dossier: NetworkDossier) -> Section:
    """What happened, on a line."""
    return Section(gettext("Course"), key="course", topic=gettext("How it went"), picture=dossier.course)


def asked_for(mandate: Mandate) -> Section:
    """Which rule asks for the network, where that was read and in which year, who sits there, and what is not sure."""
    source = mandate.seen_in
    doubts = (
        text_of(mandate.status, "mandate_statuses"),
        gettext("the page has no date, so the year is inferred") if mandate.year_inferred else "",
        gettext("sources contradict each other") if mandate.contested else "",
    )
    seats = tuple(
        (str(seat.role), text_of(seat.attendance, "attendances"), text_of(seat.basis, "seat_bases"))
        for seat in mandate.seats
    )
    head = (gettext("Who sits there"), gettext("How"), gettext("What says so"))
    heading = gettext("Which rule asks for it")
    return Section(
        heading,
        key="mandate",
        lead=(
            plain(gettext("Read in public pages, not in the law as it holds today. Look there before you rely on it.")),
        ),
        facts=(
            Fact(gettext("Asked for"), str(mandate.title), text_of(mandate.duty, "duties")),
            Fact(gettext("Rule"), mandate.regulation),
            Fact(gettext("Read in"), f"{source.publisher}, {mandate.year}", source.name, url=source.address),
            Fact(gettext("How sure"), "; ".join(filter(None, doubts))),
        ),
        table=Table(heading, head, seats, widths=(2, 1, 1)) if seats else None,
    )


def meetings(dossier: NetworkDossier) -> Section:
    """When the network met, and what is still to do."""
    return Section(
        gettext("Meetings and actions"),
        key="meetings",
        links=_ways_to_meet(dossier),
        lead=(_how_actions_stand(dossier), _when_it_meets(dossier)),
        parts=tuple(
            Section(table=table) for table in (_met(dossier.meetings), _to_do(dossier.to_do)) if table is not None
        ),
    )


def _ways_to_meet(dossier: NetworkDossier) -> tuple[Link, ...]:
    slug = dossier.network.authority.slug
    newest = [
        Link(gettext("The newest meeting"), address_of("meeting", slug, each.pk)) for each in dossier.meetings[:1]
    ]
    return (*newest, Link(gettext("All actions"), address_of("actions", slug)))


def _how_actions_stand(dossier: NetworkDossier) -> Sentence:
    late, total = len(dossier.overdue), len(dossier.to_do)
    if not total:
        return plain(gettext("No action is open."))
    pattern = ngettext("**%(count)s action** is open.", "**%(count)s actions** are open.", total)
    too_late = ngettext("**%(count)s** of them is overdue.", "**%(count)s** of them are overdue.", late)
    return joined(worded(pattern, count=counted(total)), worded(too_late, count=counted(late)) if late else NOTHING)


def _when_it_meets(dossier: NetworkDossier) -> Sentence:
    if dossier.next_meeting is None:
        return plain(gettext("No meeting is planned."))
    return worded(gettext("The next meeting is on **%(day)s**."), day=day(dossier.next_meeting.held_on))


def _met(found: Sequence[Meeting]) -> Table | None:
    head = (gettext("Meeting"), gettext("State"), gettext("Minutes"))
    rows = tuple(
        (
            day(each.held_on),
            str(each.get_state_display()),
            _minutes_of(each),
        )
        for each in found[:MOST_MEETINGS]
    )
    return Table(gettext("Meetings"), head, rows, widths=(1.4, 1.0, 1.6)) if rows else None


def _minutes_of(meeting: Meeting) -> str:
    if not meeting.closed:
        return "–"
    if meeting.approved_on is None:
        return gettext("settled, not approved yet")
    return gettext("approved on %(day)s") % {"day": day(meeting.approved_on)}


def _to_do(found: Sequence[Action]) -> Table | None:
    head = (gettext("Action"), gettext("Who"), gettext("By when"))
    rows = tuple((each.name, each.owner or gettext("nobody"), day(each.due) if each.due else "–") for each in found)
    return Table(gettext("Open actions"), head, rows, widths=(2.0, 1.4, 1.0)) if rows else None


def more(dossier: NetworkDossier) -> Section:
    """Themes, target groups and what somebody noted down: every field that is nowhere else in the dossier."""
    network = dossier.network
    fields = [field for field in network._meta.concrete_fields if field.editable and not field.primary_key]
    found = [_fact(network, field) for field in fields if field.name not in SAID_ELSEWHERE]
    known = tuple(fact for fact in found if fact.value)
    return Section(gettext("More about this network"), key="more", facts=known)


def _fact(network: Network, field: "Field[Any, Any]") -> Fact:
    pointed = getattr(network, field.name) if field.is_relation else None
    url = reverse(pointed.KIND, args=[network.authority.slug, pointed.pk]) if isinstance(pointed, Record) else ""
    if field.name == "policy_codes":
        return Fact(label_of(field), "; ".join(policy_names(network.policy_codes)))
    return Fact(label_of(field), value_in_words(network, field), url=url)


def _age(dossier: NetworkDossier) -> str:
    if dossier.months is None:
        return gettext("planned") if dossier.network.started else gettext("start unknown")
    start = dossier.network.start
    if start is not None and start.precision is not Precision.DAY:
        return ngettext("at least %(count)s month", "at least %(count)s months", dossier.months) % {
            "count": dossier.months
        }
    return ngettext("%(count)s month", "%(count)s months", dossier.months) % {"count": dossier.months}


def _since(network: Network, *, planned: bool) -> str:
    begins = gettext("from %(month)s") if planned else gettext("since %(month)s")
    since = begins % {"month": month(network.start)} if network.start else ""
    until = gettext("until %(month)s") % {"month": month(network.ended)} if network.ended else ""
    return ", ".join(words for words in (since, until) if words)


def _phase(dossier: NetworkDossier) -> tuple[str, str]:
    """The phase of today, and since when."""
    if dossier.phase is None:
        return gettext("not said"), ""
    return str(dossier.phase), gettext("since %(day)s") % {"day": day(dossier.phase.started)}


def _led_by(dossier: NetworkDossier) -> str:
    if dossier.period and dossier.period.lead:
        return gettext("led by %(name)s") % {"name": dossier.period.lead.name}
    known = dossier.known
    if known is None or not known.measurements:
        return ""
    lightest = governance.advise(governance.conditions_now(known), dossier.limits).form
    return gettext("lightest that fits: %(form)s") % {"form": name_of(lightest, "forms").lower()} if lightest else ""


def _where_most_come_from(dossier: NetworkDossier) -> str:
    if dossier.main_domain is None:
        return ""
    domain, count = dossier.main_domain
    return gettext("%(count)s in %(domain)s") % {"count": count, "domain": _word(domain, "domains").lower()}


def _word(code: str, group: str) -> str:
    """The label of a code of the library; a word of the authority's own as it is."""
    try:
        return name_of(code, group)
    except KeyError:
        return code


def _who_acts(dossier: NetworkDossier) -> Sentence:
    """How many have an action, and how many have nobody at the table."""
    total, alone = len(dossier.members), len(dossier.without_person)
    missing = ngettext("**One partner** has no fixed person.", "**%(count)s partners** have no fixed person.", alone)
    acting = ngettext(
        "**%(count)s of %(total)s** partner has an action for the goal.",
        "**%(count)s of %(total)s** partners have an action for the goal.",
        total,
    )
    return joined(
        worded(acting, count=counted(len(dossier.with_action)), total=counted(total)),
        worded(missing, count=counted(alone)) if alone else NOTHING,
    )


def _seats(memberships: Sequence[Membership]) -> Section:
    total = len(memberships)
    heading = ngettext("Sits in one network", "Sits in %(total)s networks", total) % {"total": total}
    rows: tuple[tuple[Cell, ...], ...] = tuple((_network(each), *_seat(each)) for each in memberships)
    return Section(heading, key="networks", table=Table(heading, _head(gettext("Network")), rows) if rows else None)


def _network(membership: Membership) -> Link:
    network = membership.network
    return Link(network.name, address_of("network", network.authority.slug, network.pk))


def _at_the_table(heading: str, members: Sequence[Membership]) -> Table:
    rows = tuple((each.organisation.name, *_seat(each)) for each in members)
    return Table(heading, _head(gettext("Partner")), rows, widths=(1.5, 0.8, 1.1, 1.9))


def _head(first: str) -> tuple[str, ...]:
    return (first, gettext("Role"), gettext("Person at the table"), gettext("What it does for the goal"))


def _seat(membership: Membership) -> tuple[str, ...]:
    """What follows the network or the partner in a row: role, persons, action."""
    persons = ", ".join(delegate.person.name for delegate in membership.delegates.all())
    return (str(membership.get_role_display()), persons or "–", membership.action or "–")
