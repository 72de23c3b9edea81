"""What does a map say? Who holds it together, the picture with its table, and measures with what they rest on."""

from collections.abc import Callable, Iterator, Sequence
from itertools import starmap

from django.utils.translation import gettext, ngettext

from regiewijzer.library.figures import number, percentage
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.maps.queries import MEMBERS, NETWORKS, PARTNERS, Holding, WhoMap
from regiewijzer.science.limits import Limits, at_least
from regiewijzer.ui.pictures.picture import Table
from regiewijzer.ui.pictures.ties import Node, TiesMap, by_neighbours, ties_picture
from regiewijzer.ui.section import Section
from regiewijzer.ui.wording import NOTHING, counted, in_words, joined, plain, worded

MOST_DRAWN = 300
MOST_TIES = 3000
TIES_OF_EACH = 2  # arcs drawn for each name, the strongest; whoever is in focus keeps all
NEIGHBOURS = 2  # a partner that ties networks sits in so many
EVEN, TIES, BETWEEN = "even", "ties", "between"
Href = Callable[[str], str]
Measure = tuple[str, float | None, str, str]


def headline(found: WhoMap) -> Sentence:
    """Two partners hold this together; without one of them it falls apart into two.

    Of what is in parts already, and where part of the members is not known, none is said to keep it whole.
    """
    if not found.networks:
        return worded(gettext("No network ran on that day") if found.asked.year else gettext("No network runs yet"))
    if not found.known:
        return worded(gettext("**Of no network we know who sits in it**"))
    holding = found.holding()
    if not holding:
        return _nobody_holds(found)
    first = holding[0]
    held = ngettext("**One holds this together.**", "**%(count)s hold this together.**", len(holding))
    falls = gettext("Without **%(name)s** it falls apart into **%(parts)s**")
    return joined(
        worded(held, count=in_words(len(holding))),
        worded(falls, name=found.names[first.place], parts=counted(first.parts)),
    )


def _nobody_holds(found: WhoMap) -> Sentence:
    if found.parts > 1:
        apart = gettext("**%(count)s parts stand apart** from each other; none is held together by one alone")
        return worded(apart, count=in_words(found.parts))
    if found.known < found.running:
        return worded(gettext("**In what we know nobody holds this together alone**"))
    if found.asked.kind == NETWORKS:
        return worded(gettext("**No network holds this together alone**: without any one of them it stays whole"))
    return worded(gettext("**No partner holds this together alone**: without any one of them it stays whole"))


def lead(found: WhoMap) -> Sentence:
    """How many there are, and how many partners sit in more than one network; nothing where no network is."""
    if not found.networks:
        return NOTHING
    sits_in = found.sits_in
    several = sum(times >= NEIGHBOURS for times in sits_in.values())
    return worded(
        gettext(
            "**%(networks)s** networks and **%(partners)s** partners; %(one)s partners sit in one network, "
            "**%(several)s** in two or more. Of **%(known)s of %(networks)s** networks we know who sits in them."
        ),
        networks=counted(found.running),
        partners=counted(len(sits_in)),
        one=counted(len(sits_in) - several),
        several=counted(several),
        known=counted(found.known),
    )


def sections(found: WhoMap, limits: Limits, href: Href, *, most: int = MOST_DRAWN) -> Iterator[Section]:
    """Who holds it together, the picture with at most so many names, the measures."""
    if not found.known:
        return
    if holding := found.holding():
        yield _holding(found, holding)
    yield _drawn(found, href, most)
    yield _measures(found, limits)


def _holding(found: WhoMap, holding: Sequence[Holding]) -> Section:
    rows = tuple(
        (
            found.names[each.place],
            ngettext("it stays whole", "it falls apart into %(count)s", each.parts) % {"count": each.parts},
            counted(found.measured.nodes[each.place].degree),
        )
        for each in holding
    )
    head = (gettext("Without"), gettext("What happens"), gettext("Ties"))
    return Section(
        gettext("Who holds it together"),
        key="holding",
        table=Table(gettext("Who holds it together"), head, rows, numeric=(2,), widths=(2, 2, 0.6)),
        note=gettext("The biggest loss first; at most five."),
    )


def _drawn(found: WhoMap, href: Href, most: int) -> Section:
    draw = _two_kinds if found.asked.kind == MEMBERS else _one_kind
    picture, left_out, full = draw(found, href, most)
    arcs = gettext("The strongest ties are drawn; choose a name to see all of its own.")
    note = _left_out(left_out, full=full) if left_out else ""
    if found.asked.kind != MEMBERS:
        note = f"{arcs} {note}".strip()
    return Section(
        _title(found),
        key="map",
        picture=ties_picture(picture, picture_id="who-with-whom"),
        note=note,
    )


def _left_out(count: int, *, full: bool) -> str:
    """Whom the picture has no room for, or has nothing to show of."""
    if full:
        return ngettext(
            "Those with most ties are drawn; one more is in the file.",
            "Those with most ties are drawn; %(count)s more are in the file.",
            count,
        ) % {"count": count}
    return ngettext(
        "One that ties nothing more is in the file alone.",
        "%(count)s that tie nothing more are in the file alone.",
        count,
    ) % {"count": count}


def _title(found: WhoMap) -> str:
    return {
        MEMBERS: gettext("Who sits in which network"),
        PARTNERS: gettext("Partners that share networks"),
        NETWORKS: gettext("Networks that share partners"),
    }[found.asked.kind]


def _two_kinds(found: WhoMap, href: Href, most: int) -> tuple[TiesMap, int, bool]:
    """Networks on the left; on the right partners that sit in two or more, and those tied to who is in focus.

    With it how many are left out, and whether for want of room.
    """
    ties, holding = found.read.graph.ties, _places(found)
    networks = len(found.networks)
    times = found.sits_in
    near = {other for one, other in ties if one == found.focus}
    several = [
        place
        for place in range(networks, len(found.names))
        if times[found.refs[place]] >= NEIGHBOURS or place in near or place == found.focus
    ]
    kept = sorted(several, key=lambda place: (-times[found.refs[place]], found.names[place]))[: most // 2]
    left = _most(found, range(networks), most // 2)
    place_of = {place: nr for nr, place in enumerate(kept)}
    row_of = {place: nr for nr, place in enumerate(left)}
    drawn = [(row_of[one], place_of[other], 1.0) for one, other in ties if one in row_of and other in place_of]
    first, second = by_neighbours(len(left), len(kept), drawn)
    lefts, rights = [left[nr] for nr in first], [kept[nr] for nr in second]
    at = {place: nr for nr, place in enumerate(lefts)} | {place: nr for nr, place in enumerate(rights)}
    lines = [(at[one], at[other], 1.0) for one, other in ties if one in row_of and other in place_of]
    focus = None
    if found.focus in row_of:
        focus = at[found.focus]
    elif found.focus in place_of:
        focus = len(lefts) + at[found.focus]
    picture = TiesMap(
        _title(found),
        tuple(_node(found, place, href, holding) for place in lefts),
        tuple(_node(found, place, href, holding) for place in rights),
        tuple(lines[:MOST_TIES]),
        focus,
        _sizes(found),
        (gettext("Partner"), gettext("Sits in"), gettext("Number")),
    )
    full = max(len(several), networks) > most // 2
    return picture, len(found.names) - len(lefts) - len(rights), full


def _one_kind(found: WhoMap, href: Href, most: int) -> tuple[TiesMap, int, bool]:
    """One column: those with a tie, those that have most first to stay; strongest ties first."""
    graph, holding = found.read.graph, _places(found)
    weighted = sorted(zip(graph.ties, found.read.weights, strict=True), key=lambda each: -each[1])
    tied = {place for tie in graph.ties for place in tie}
    kept = sorted(_most(found, tied, most))
    order = _near_each_other(kept, [tie for tie, _weight in weighted])
    at = {place: nr for nr, place in enumerate(order)}
    lines = [(at[one], at[other], weight) for (one, other), weight in weighted if one in at and other in at]
    focus = at.get(found.focus) if found.focus is not None else None
    shown = [tie for nr, tie in enumerate(lines) if nr < TIES_OF_EACH * len(order) or focus in tie[:2]]
    picture = TiesMap(
        _title(found),
        tuple(_node(found, place, href, holding) for place in order),
        (),
        tuple(shown[:MOST_TIES]),
        focus,
        _sizes(found),
        (gettext("Name"), gettext("Shares with"), gettext("Number")),
    )
    return picture, len(found.names) - len(order), len(tied) > most


def _places(found: WhoMap) -> frozenset[int]:
    return frozenset(each.place for each in found.holding())


def _near_each_other(places: Sequence[int], ties: Sequence[tuple[int, int]]) -> list[int]:
    """An order of one column in which what is tied stands near: one side of an order of two."""
    at = {place: nr for nr, place in enumerate(places)}
    both = [(at[one], at[other], 1.0) for one, other in ties if one in at and other in at]
    first, _second = by_neighbours(len(places), len(places), [*both, *((b, a, w) for a, b, w in both)])
    return [places[nr] for nr in first]


def _most(found: WhoMap, places: Sequence[int] | range | set[int], most: int) -> list[int]:
    """At most so many of these, with whoever is in focus; those with most ties stay."""
    nodes = found.measured.nodes
    ranked = sorted(places, key=lambda place: (place != found.focus, -nodes[place].degree, found.names[place]))
    return sorted(ranked[:most])


def _node(found: WhoMap, place: int, href: Href, holding: frozenset[int]) -> Node:
    network = found.networks[place] if not found.is_partner(place) else None
    return Node(
        found.names[place],
        _size(found, place),
        href(found.names[place]),
        square=network is not None and network.mandated,
        holds=place in holding,
    )


def _size(found: WhoMap, place: int) -> float:
    nodes = found.measured.nodes
    if found.asked.size == EVEN:
        return 0.3
    values = [each.betweenness if found.asked.size == BETWEEN else each.degree for each in nodes]
    most = max(values, default=0)
    return values[place] / most if most else 0.0


def _sizes(found: WhoMap) -> str:
    return {
        EVEN: "",
        TIES: gettext("more ties"),
        BETWEEN: gettext("on more shortest paths between others"),
    }[found.asked.size]


def _measures(found: WhoMap, limits: Limits) -> Section:
    """Each measure with its number, what it is of, and what it says."""
    enough = at_least(found.response, limits.response)
    rows = tuple(starmap(_row, _told(found, enough=enough)))
    head = (gettext("Measure"), gettext("Value"), gettext("Out of"), gettext("What it says"))
    note = gettext(
        "Of %(known)s of %(all)s networks we know who sits in them, %(rate)s. Centralisation is shown from %(limit)s "
        "on; that limit is our proposal."
    ) % {
        "known": counted(found.known),
        "all": counted(found.running),
        "rate": percentage(found.response),
        "limit": percentage(limits.response),
    }
    return Section(
        gettext("Measures"),
        key="measures",
        lead=(plain(note),),
        table=Table(gettext("Measures"), head, rows, numeric=(1,), widths=(1.2, 0.7, 1.2, 3.0)),
    )


def _row(name: str, value: float | None, of: str, says: str) -> tuple[str, str, str, str]:
    return (name, _shown(value), of, says)


def _shown(value: float | None) -> str:
    """A count whole, a measure with three decimals."""
    if value is None:
        return gettext("none")
    return counted(value) if isinstance(value, int) else number(value, 3)


def _told(found: WhoMap, *, enough: bool) -> Iterator[Measure]:
    measured, nodes = found.measured, len(found.names)
    ties = len(found.read.graph.ties)
    if found.asked.kind == MEMBERS:
        possible = len(found.networks) * (nodes - len(found.networks))
        yield (
            gettext("Density"),
            ties / possible if possible else None,
            gettext("%(ties)s of %(possible)s seats that could be")
            % {"ties": counted(ties), "possible": counted(possible)},
            gettext("1: every partner sits in every network."),
        )
    else:
        possible = nodes * (nodes - 1) // 2
        yield (
            gettext("Density"),
            measured.density,
            gettext("%(ties)s of %(possible)s pairs") % _of(ties, possible),
            gettext("1: each shares something with each other."),
        )
        yield (
            gettext("Transitivity"),
            measured.transitivity,
            gettext("paths of two ties"),
            gettext("How often two that both share with a third also share with each other."),
        )
    if enough:
        yield from _centralisations(found)
    yield (
        gettext("Components"),
        len(measured.components),
        gettext("%(nodes)s nodes") % {"nodes": counted(nodes)},
        gettext("In how many parts it lies that nothing ties."),
    )
    yield (
        gettext("Fragmentation"),
        measured.fragmentation,
        gettext("all pairs"),
        gettext("The part of all pairs that cannot reach each other."),
    )
    yield (
        gettext("Communities"),
        len(measured.communities),
        gettext("%(nodes)s nodes") % {"nodes": counted(nodes)},
        gettext("Groups with more ties inside than chance gives (greedy modularity)."),
    )


def _of(ties: int, possible: int) -> dict[str, str]:
    return {"ties": counted(ties), "possible": counted(possible)}


def _centralisations(found: WhoMap) -> Iterator[Measure]:
    measured = found.measured
    if found.asked.kind != MEMBERS:
        yield (
            gettext("Centralisation of degree"),
            measured.degree_centralisation,
            gettext("a star, (n-1)(n-2)"),
            gettext("1: all ties run through one; 0: all have as many."),
        )
    yield (
        gettext("Centralisation of betweenness"),
        measured.betweenness_centralisation,
        gettext("a star, n-1 times the pairs of others"),
        gettext("1: whoever wants to reach another must pass one; 0: nobody stands between more than another."),
    )
