"""What do a page and a report say of who is needed at the table?"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.register.networks.models import Network
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science import facts
from regiewijzer.science.facts.arena import CORE, NOT_NEEDED, ArenaSource, PhaseArena
from regiewijzer.science.names import compared
from regiewijzer.tools.arena.models import PLACES, Arena
from regiewijzer.tools.arena.queries.arenas import ArenaPage, Row
from regiewijzer.tools.arena.queries.tables import SmallestTable, WhatIf
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Cell, Link, Picture, State, Table
from regiewijzer.ui.pictures.rings import RINGS, Around, Seen, rings_picture
from regiewijzer.ui.section import Brief, Only, Point, Section
from regiewijzer.ui.wording import as_sentence, day, in_words, name_of, plain, text_of, within, worded


def section_of(seen: NetworkSeen) -> Section:
    """The arena of the phase of today: who is missing, who sits there without being needed, what nobody brings."""
    url = seen.to("network_arena")
    topic, tab = gettext("Who is needed at the table"), Link(gettext("Arena"), url)
    ways = (Link(gettext("Look at the table"), url, button=True),)
    known = seen.known
    seats = known.required_seats if known else ()
    missed = tuple(_missed(seat) for seat in seats if seat.is_missed)
    written = (Section(table=_required(seats), only=Only.PAPER),) if seats else ()
    arena = next((each for each in known.arenas if each.phase == known.phase), None) if known else None
    if arena is None or known is None:
        said = plain(gettext("For the phase of today nobody looked yet at who is needed."))
        return Section(
            key="arena",
            heading=topic,
            topic=topic,
            tab=tab,
            brief=Brief(said, State(Fit.UNKNOWN, gettext("not looked at"))),
            lead=(said,),
            points=missed,
            parts=written,
            links=ways,
        )
    in_short = _in_short(arena, known)
    return Section(
        key="arena",
        heading=said_first(in_short),
        topic=topic,
        tab=tab,
        brief=Brief(plain(f"{said_first(in_short)}."), state(in_short)),
        points=(*missed, *points(in_short)),
        note=made_in_words(arena.source, arena.made_on, arena.answers),
        parts=(Section(table=_on_paper(arena, known), only=Only.PAPER), *written),
        links=ways,
    )


def _missed(seat: facts.RequiredSeat) -> Point:
    said = gettext("**%(role)s**: the rule asks for %(wanted)s, there are %(filled)s (source of %(year)s)")
    return Point(Fit.SHORT, worded(said, role=seat.role, wanted=seat.wanted, filled=seat.filled, year=str(seat.year)))


def _required(seats: tuple[facts.RequiredSeat, ...]) -> Table:
    """Required seats, how many fill them, and when somebody looked."""
    head = (gettext("Required seat"), gettext("Filled"), gettext("Source"), gettext("Looked at"))
    rows = tuple(
        (
            seat.role,
            gettext("%(filled)s of %(wanted)s") % {"filled": seat.filled, "wanted": seat.wanted}
            if seat.looked_at or seat.filled
            else gettext("not looked at"),
            str(seat.year or gettext("unknown")),
            day(seat.looked_at) if seat.looked_at else gettext("still to check"),
        )
        for seat in seats
    )
    return Table(gettext("Seats that a rule asks for"), head, rows, widths=(2, 0.8, 0.7, 1))


@dataclass(frozen=True, slots=True)
class InShort:
    """What an arena says first: names of who is missing, divided or idle, and what too few bring."""

    absent: tuple[str, ...]
    divided: tuple[str, ...]
    idle: tuple[str, ...]
    short: tuple[tuple[str, int, int], ...]
    placed: bool


def in_short(page: ArenaPage) -> InShort:
    """Of a page."""
    return InShort(
        absent=tuple(row.name for row in page.core_absent),
        divided=tuple(row.name for row in page.divided),
        idle=tuple(row.name for row in page.not_needed),
        short=tuple((need.contribution, need.wanted, len(need.inside)) for need in page.needs if need.short),
        placed=any(row.place for row in page.rows),
    )


def _in_short(arena: PhaseArena, known: facts.Network) -> InShort:
    """The same of what the rules know."""
    inside = [actor for actor in arena.actors if actor.organisation in known.partners]
    holders = {
        need: sum(compared(need) in {compared(each) for each in actor.brings} for actor in inside)
        for need, _wanted in arena.needs
    }
    return InShort(
        absent=tuple(sorted(actor.name for actor in arena.actors if actor.rank == CORE and actor not in inside)),
        divided=tuple(sorted(actor.name for actor in arena.actors if actor.divided)),
        idle=tuple(sorted(actor.name for actor in inside if actor.rank == NOT_NEEDED)),
        short=tuple((need, wanted, holders[need]) for need, wanted in arena.needs if holders[need] < wanted),
        placed=any(actor.rank for actor in arena.actors),
    )


def _on_paper(arena: PhaseArena, known: facts.Network) -> Table:
    head = (gettext("Partner"), gettext("Place"), gettext("At the table"), gettext("Brings"))
    actors = sorted(arena.actors, key=lambda actor: (-(actor.rank or 0), actor.name))
    rows = tuple(
        (
            actor.name,
            _place(PLACES.get(actor.rank or 0, ""), divided=actor.divided),
            gettext("yes") if actor.organisation in known.partners else gettext("no"),
            ", ".join(actor.brings) or "–",
        )
        for actor in actors
    )
    return Table(gettext("Partners in the arena"), head, rows, widths=(1.5, 0.9, 0.6, 1.6))


def heading(page: ArenaPage) -> str:
    """What was found first on a page."""
    return said_first(in_short(page)) if page.arena else gettext("Who is needed at this table?")


def said_first(found: InShort) -> str:
    """Who is missing, then what too few bring, then who is not needed."""
    absent, idle, short = len(found.absent), len(found.idle), len(found.short)
    if absent and idle:
        return gettext("%(absent)s, %(idle)s") % {"absent": _absent(absent), "idle": _idle(idle)}
    if absent:
        return _absent(absent)
    if short:
        return ngettext(
            "One contribution has too few partners at the table",
            "%(count)s contributions have too few partners at the table",
            short,
        ) % {"count": short}
    if idle:
        return as_sentence(_idle(idle))
    if not found.placed:
        return gettext("Nobody is placed yet: who is needed in this phase?")
    return gettext("Whoever belongs to the core sits at the table")


def state(found: InShort) -> State:
    """The same in two words."""
    if found.absent:
        missing = ngettext("%(count)s missing", "%(count)s missing", len(found.absent))
        return State(Fit.SHORT, missing % {"count": len(found.absent)})
    if found.short:
        return State(Fit.SHORT, gettext("contribution short"))
    if found.divided:
        return State(Fit.TIGHT, gettext("divided"))
    if not found.placed:
        return State(Fit.UNKNOWN, gettext("nobody placed"))
    return State(Fit.TIGHT, gettext("not all needed")) if found.idle else State(Fit.OK, gettext("core is there"))


def _absent(count: int) -> str:
    return ngettext("One core partner is not at the table", "%(count)s core partners are not at the table", count) % {
        "count": in_words(count)
    }


def _idle(count: int) -> str:
    return ngettext("one partner is not needed now", "%(count)s partners are not needed now", count) % {
        "count": within(count)
    }


def made(arena: Arena) -> str:
    """When an arena was made and by whom, as far as it is known."""
    return made_in_words(arena.source, arena.made_on, arena.answers)


def made_in_words(source: str, made_on: date, answers: int | None) -> str:
    said = {"day": day(made_on), "source": text_of(source, "arena_sources"), "answers": answers}
    if source != ArenaSource.OWN and answers:
        return gettext("Arena of %(day)s, %(source)s, with %(answers)s people") % said
    return gettext("Arena of %(day)s, %(source)s") % said


def points(found: InShort) -> tuple[Point, ...]:
    """Who is missing, what is brought by too few, on whom a room is divided, who need not be there."""
    absent = gettext("**%(name)s** belongs to the core and is not at the table")
    divided = gettext("The room is divided on **%(name)s**: it stands on no ring")
    idle = gettext("**%(name)s** sits there and is not needed now")
    short = gettext("**%(contribution)s**: needed %(wanted)s, at the table %(inside)s")
    said = (
        *(Point(Fit.SHORT, worded(absent, name=name)) for name in found.absent),
        *(
            Point(Fit.SHORT, worded(short, contribution=contribution, wanted=wanted, inside=inside))
            for contribution, wanted, inside in found.short
        ),
        *(Point(Fit.TIGHT, worded(divided, name=name)) for name in found.divided),
        *(Point(Fit.UNKNOWN, worded(idle, name=name)) for name in found.idle),
    )
    if not said and found.placed:
        return (Point(Fit.OK, plain(gettext("Whoever belongs to the core sits at the table"))),)
    return said


def picture(page: ArenaPage, network: Network, *, may_change: bool = False) -> Picture | None:
    """The rings of one phase; a name leads to its place for who may change it, and to the comparison for others."""
    if page.arena is None:
        return None
    slug, phase = network.authority.slug, page.phase
    head = (gettext("Partner"), *_columns())
    return rings_picture(
        Seen(
            title=gettext("Arena in the phase %(phase)s") % {"phase": name_of(phase, "phases").lower()},
            partners=tuple(
                Around(
                    name=row.name,
                    ring=row.place if row.place in RINGS else "",
                    inside=row.member,
                    beside=_beside(page, row),
                    divided=row.placed.divided,
                    href=address_of("network_arena_partner", slug, network.pk, phase, row.placed.organisation_id)
                    if may_change
                    else f"{address_of('network_arena', slug, network.pk)}?phase={phase}"
                    f"&partner={row.placed.organisation_id}",
                    cells=tuple(str(cell) for cell in _cells(row)),
                )
                for row in page.rows
            ),
            needs=tuple((need.contribution, need.wanted, len(need.inside)) for need in page.needs),
            rings=tuple((ring, name_of(ring, "arena_ranks")) for ring in RINGS),
            head=head,
        ),
        picture_id="arena",
    )


def _beside(page: ArenaPage, row: Row) -> str:
    """The first needed contribution it brings."""
    return next((need.contribution for need in page.needs if row.name in (*need.inside, *need.outside)), "")


def _columns() -> tuple[str, ...]:
    return (gettext("Place"), gettext("At the table"), gettext("Brings"), gettext("Dependence"))


def _cells(row: Row) -> tuple[str, ...]:
    placed = row.placed
    dependence = name_of(placed.dependence, "dependences") if placed.dependence else "–"
    sits = gettext("yes") if row.member else gettext("no")
    return (_place(row.place, divided=placed.divided), sits, ", ".join(placed.contributions) or "–", dependence)


def _place(code: str, *, divided: bool) -> str:
    if divided:
        return gettext("divided")
    return name_of(code, "arena_ranks") if code else gettext("not placed")


def comparison(found: WhatIf) -> Table:
    """Without and with one partner, line by line."""
    name = found.row.name
    head = (gettext("What"), gettext("Without %(name)s") % {"name": name}, gettext("With %(name)s") % {"name": name})
    rows: list[tuple[Cell, ...]] = [
        (each.contribution, _holders(each.without, each.wanted), _holders(each.with_it, each.wanted))
        for each in found.contributions
    ]
    if found.domain:
        said = gettext("View of: %(domain)s") % {"domain": _domain(found.domain).lower()}
        rows.append((said, _view(found.domain_without), _view(found.domain_with)))
    alone = "; ".join(
        gettext("%(name)s is the only one left with %(contribution)s") % {"name": name, "contribution": contribution}
        for name, contribution in found.only
    )
    rows.append((gettext("Dependence"), alone or gettext("nobody becomes harder to replace"), "–"))
    untouched = State(Fit.OK, gettext("untouched"))
    emptied = gettext("too few for %(roles)s") % {"roles": ", ".join(found.emptied)}
    rows.append((gettext("Required seats"), State(Fit.SHORT, emptied) if found.emptied else untouched, untouched))
    rows.append(
        (
            gettext("Form"),
            _bears(found.participants_without, found),
            _bears(found.participants_with, found),
        )
    )
    if found.table_without and found.table_with:
        rows.append((gettext("Smallest good table"), _table(found.table_without), _table(found.table_with)))
    return Table(gettext("What changes without %(name)s") % {"name": name}, head, tuple(rows))


def _holders(there: int, wanted: int) -> State:
    if not there:
        return State(Fit.SHORT, gettext("nobody"))
    said = gettext("%(there)s of %(wanted)s needed") % {"there": there, "wanted": wanted}
    return State(Fit.OK if there >= wanted else Fit.SHORT, said)


def _view(there: int) -> State:
    if not there:
        return State(Fit.SHORT, gettext("nobody"))
    return State(Fit.OK, ngettext("%(count)s partner", "%(count)s partners", there) % {"count": there})


def _bears(there: int, found: WhatIf) -> State:
    partners = ngettext("%(count)s partner", "%(count)s partners", there) % {"count": there}
    if found.most is None or found.form is None:
        return State(Fit.UNKNOWN, partners)
    named = {"partners": partners, "most": found.most, "form": name_of(found.form, "forms").lower()}
    said = gettext("%(partners)s; %(form)s bears at most %(most)s") % named
    return State(Fit.OK if there <= found.most else Fit.SHORT, said)


def form_that_no_longer_fits(found: WhatIf) -> str:
    """What a partner does to the form; empty when it does nothing to it."""
    form = name_of(found.form, "forms").lower() if found.form else ""
    if found.form_depends:
        return gettext("With this partner the form %(form)s no longer fits.") % {"form": form}
    if found.form_depends is None:
        return gettext("The form %(form)s does not hang on this partner: without it there are too many too.") % {
            "form": form
        }
    return ""


def _table(found: SmallestTable) -> State:
    if not found.possible:
        return State(Fit.SHORT, gettext("does not exist"))
    count = len(found.seats)
    return State(Fit.OK, ngettext("%(count)s partner", "%(count)s partners", count) % {"count": count})


def _domain(code: str) -> str:
    try:
        return name_of(code, "domains")
    except KeyError:
        return code
