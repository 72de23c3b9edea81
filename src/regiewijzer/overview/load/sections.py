"""What do pages, paper and the report for the board say of the hours that networks take, and of who sits in many?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext, pgettext

from regiewijzer.library import catalogue
from regiewijzer.library.sentences import Part, Sentence
from regiewijzer.register.records.wording import label_of_code, theme_names
from regiewijzer.science.facts import Network, Origin, Ref, Register
from regiewijzer.science.load import Hours, Seats, by_origin, by_partner, by_rule, by_theme, counted, spread
from regiewijzer.ui.pictures.bars import Bar, Bars, bars_picture
from regiewijzer.ui.pictures.picture import Link, Picture, Table
from regiewijzer.ui.section import Section
from regiewijzer.ui.wording import NOTHING, in_words, within, worded
from regiewijzer.ui.wording import counted as figure

Href = Callable[[str, Ref], str]
MOST_NAMED = 3
FEW_NETWORKS = 3
PARTNER_COLUMNS = (2.2, 0.9, 0.9, 1.4)


@dataclass(frozen=True, slots=True)
class Load:
    """The hours of the networks that count, and where every partner sits."""

    hours: Hours
    seats: tuple[Seats, ...]

    @property
    def origins(self) -> Mapping[Origin, Hours]:
        return by_origin(self.hours)


def load_of(register: Register) -> Load:
    """The load of the networks that have not ended."""
    return Load(counted(register.running), by_partner(register))


def headline(hours: Hours) -> Sentence:
    """Ten imposed networks take 1,140 of 2,600 hours; of seven networks we do not know the hours."""
    mandated, total = hours.mandated, hours.total
    if not hours.networks:
        return worded(gettext("There is no network yet of which hours could be counted"))
    if total is None:
        return worded(gettext("**Of no network we know the hours**"))
    asks = (
        ngettext(
            "**One imposed network** takes **%(hours)s of %(total)s hours**",
            "**%(count)s imposed networks** take **%(hours)s of %(total)s hours**",
            len(mandated.known),
        )
        if mandated.known
        else gettext("Networks take **%(total)s hours**")
    )
    said = worded(asks, count=in_words(len(mandated.known)), hours=figure(mandated.total or 0), total=figure(total))
    unknown = _of_which_unknown(hours)
    return Sentence((*said.parts, Part("; ", False), *unknown.parts)) if unknown.parts else said


def in_short(register: Register) -> Sentence:
    """The same for the board, with of how many networks it is known; nothing where nothing is."""
    hours = counted(register.running)
    if hours.total is None:
        return NOTHING
    pattern = gettext("Hours of our own people per year, known of **%(known)s of %(networks)s** networks: %(said)s.")
    mandated = hours.mandated
    if mandated.total is None:
        said = gettext("%(total)s in all") % {"total": figure(hours.total)}
    else:
        said = gettext("%(hours)s of %(total)s for imposed networks") % {
            "hours": figure(mandated.total),
            "total": figure(hours.total),
        }
    return worded(pattern, known=figure(len(hours.known)), networks=figure(len(hours.networks)), said=said)


def _of_which_unknown(hours: Hours) -> Sentence:
    if not hours.unknown:
        return NOTHING
    pattern = ngettext(
        "of one network we do not know the hours", "of **%(count)s** networks we do not know the hours", hours.unknown
    )
    return worded(pattern, count=within(hours.unknown))


def sections(load: Load, href: Href) -> Iterator[Section]:
    """By origin, by rule, by theme, and how partners are spread; what nobody knows is said in each."""
    if not load.hours.networks:
        return
    yield _by_origin(load, href)
    if load.hours.mandated.networks:
        yield _by_rule(load, href)
    yield _by_theme(load)
    if load.seats:
        yield _spread(load)


def _by_origin(load: Load, href: Href) -> Section:
    rows = [
        _bar(label_of_code(origin, "origins"), hours, marked=origin.mandated, href=href("networks", origin))
        for origin, hours in load.origins.items()
    ]
    all_of_them = load.hours
    aside = gettext("%(known)s of %(networks)s networks") % {
        "known": figure(len(all_of_them.known)),
        "networks": figure(len(all_of_them.networks)),
    }
    total = gettext("Together, as far as we know: **%(hours)s hours**, of %(aside)s.")
    lead = worded(total, hours=figure(all_of_them.total or 0), aside=aside) if all_of_them.known else NOTHING
    return Section(
        _origin_heading(load),
        key="origin",
        topic=gettext("Hours by origin"),
        lead=(lead,) if lead.parts else (),
        picture=_picture("hours-origin", gettext("Hours per year by origin"), gettext("Origin"), rows),
    )


def _origin_heading(load: Load) -> str:
    total, mandated = load.hours.total, load.hours.mandated.total
    if total is None:
        return gettext("Nobody wrote the hours of a network down yet")
    if not load.hours.mandated.networks:
        return gettext("No network in the register is imposed")
    if mandated is None:
        return gettext("Of no imposed network we know the hours")
    share = mandated / total if total else 0
    return gettext("Imposed networks take %(percent)s %% of the hours we know") % {"percent": round(100 * share)}


def _by_rule(load: Load, href: Href) -> Section:
    found = by_rule(load.hours)
    rows = [_bar(rule_in_words(*key), hours, marked=True, aside=_names(hours.networks)) for key, hours in found.items()]
    heaviest = [key for key, hours in found.items() if any(key) and hours.total][:MOST_NAMED]
    sum_of_them = sum(found[key].total or 0 for key in heaviest)
    mandated = load.hours.mandated.total
    heading = (
        ngettext(
            "One rule asks for %(hours)s of the %(total)s imposed hours",
            "%(count)s rules together ask for %(hours)s of the %(total)s imposed hours",
            len(heaviest),
        )
        % {"count": in_words(len(heaviest)), "hours": figure(sum_of_them), "total": figure(mandated or 0)}
        if heaviest
        else gettext("Which rule asks for how many hours we do not know yet")
    )
    return Section(
        heading,
        key="rule",
        topic=gettext("Hours by rule"),
        picture=_picture("hours-rule", gettext("Hours per year by the rule that imposes"), gettext("Rule"), rows),
        note=gettext("Rules as they stand in the record of the network."),
    )


def rule_in_words(code: str, words: str) -> str:
    if code:
        return str(catalogue.mandate(code).regulation).split(";")[0]
    return words[:1].upper() + words[1:] if words else gettext("No rule filled in yet")


def _by_theme(load: Load) -> Section:
    found = by_theme(load.hours)
    rows = [_bar(theme_in_words(code), hours) for code, hours in found.items()]
    heaviest = [theme_in_words(code) for code, hours in found.items() if code and hours.total][:1]
    heading = gettext("%(theme)s takes most hours") % {"theme": heaviest[0]} if heaviest else gettext("By theme")
    return Section(
        heading,
        key="theme",
        topic=gettext("Hours by theme"),
        picture=_picture("hours-theme", gettext("Hours per year by theme"), gettext("Theme"), rows),
        note=gettext("A network counts with its first theme."),
    )


def theme_in_words(code: str) -> str:
    return theme_names([code])[0] if code else gettext("Without a theme")


def _spread(load: Load) -> Section:
    counts = spread(load.seats)
    few = sum(count for number, count in counts.items() if number <= FEW_NETWORKS)
    rows = tuple(
        Bar(ngettext("%(count)s network", "%(count)s networks", number) % {"count": number}, count, figure(count))
        for number, count in counts.items()
    )
    head = (pgettext("a partner", "Sits in"), gettext("Partners"), "")
    heading = gettext("%(few)s of the %(total)s partners sit in three networks at most") % {
        "few": figure(few),
        "total": figure(len(load.seats)),
    }
    return Section(
        heading,
        key="partners",
        topic=gettext("In how many networks partners sit"),
        picture=bars_picture(Bars(gettext("In how many networks partners sit"), head, rows), picture_id="hours-spread"),
        note=gettext("Without names. The authority itself does not count."),
    )


def partners(seats: Sequence[Seats], href: Href) -> Table:
    """Partners by name with what they sit in: an order of hours or seats would be a ranking."""
    head = (gettext("Partner"), gettext("Networks"), gettext("Of which imposed"), gettext("Meetings per year"))
    rows = tuple(
        (
            Link(each.partner.name, href("organisation", each.partner.ref)),
            str(len(each.networks)),
            str(each.mandated),
            _meetings(each),
        )
        for each in seats
    )
    return Table(gettext("Partners and the networks they sit in"), head, rows, numeric=(1, 2), widths=PARTNER_COLUMNS)


def _meetings(seats: Seats) -> str:
    if seats.meetings is None:
        return gettext("unknown")
    if not seats.silent:
        return figure(seats.meetings)
    pattern = ngettext("%(count)s, of one unknown", "%(count)s, of %(silent)s unknown", seats.silent)
    return pattern % {"count": figure(seats.meetings), "silent": seats.silent}


def _bar(label: str, hours: Hours, *, marked: bool = False, aside: str = "", href: str = "") -> Bar:
    return Bar(label, hours.total, said(hours.total), hours.unknown, aside or _how_many(hours), href, marked)


def said(hours: int | None) -> str:
    """260 hours, or that nobody knows."""
    if hours is None:
        return gettext("unknown")
    return ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": figure(hours)}


def _how_many(hours: Hours) -> str:
    total, unknown = len(hours.networks), hours.unknown
    networks = ngettext("%(count)s network", "%(count)s networks", total) % {"count": figure(total)}
    if not unknown:
        return networks
    pattern = ngettext("%(networks)s, unknown of one", "%(networks)s, unknown of %(count)s", unknown)
    return pattern % {"networks": networks, "count": figure(unknown)}


def _names(networks: Sequence[Network]) -> str:
    named = [network.name for network in networks[:MOST_NAMED]]
    left = len(networks) - len(named)
    more = [ngettext("one more", "%(count)s more", left) % {"count": left}] if left else []
    return ", ".join([*named, *more])


def _picture(picture_id: str, title: str, first: str, rows: Sequence[Bar]) -> Picture | None:
    bars = Bars(
        title,
        (first, gettext("Per year"), gettext("Networks")),
        tuple(rows),
        marked=gettext("imposed"),
        plain=gettext("own initiative, or both"),
        unknown=gettext("a network of which we do not know the hours"),
    )
    return bars_picture(bars, picture_id=picture_id)
