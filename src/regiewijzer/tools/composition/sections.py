"""What do a page and a report say of who sits at a table, and from where they look?"""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from regiewijzer.library import figures
from regiewijzer.library.sentences import Sentence
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science.composition import DOMAINS, Composition, Hammer, attainable, blau, hammer, is_known
from regiewijzer.science.insights import RECENT_MONTHS, last_seen
from regiewijzer.science.limits import Limits
from regiewijzer.science.upkeep import months_between
from regiewijzer.tools.composition.queries import Composed, Kind, Moment, compose, composed_of
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Link, State, Table
from regiewijzer.ui.section import Brief, Point, Section
from regiewijzer.ui.wording import counted, day, month, plain, text_of, worded


@dataclass(frozen=True, slots=True)
class Row:
    """A domain, a kind of organisation or a month, with a dot for each partner: full ones first, then open ones."""

    name: str
    full: range
    open: range = range(0)
    said: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a composition in words. `found` holds what was worked out."""

    found: Composed
    heading: str
    state: State | None
    variety: Sentence | None
    domains: tuple[Row, ...]
    absent: tuple[str, ...]
    kinds: tuple[Row, ...]
    moved: str
    moments: tuple[Row, ...]
    users: Sentence

    @property
    def listed(self) -> int:
        """How many domains there are to come from."""
        return len(self.domains) + len(self.absent)


def page_of(seen: NetworkSeen) -> Page:
    """Everything the page of one network shows."""
    found = composed_of(seen)
    composed = found.composed
    return Page(
        found=found,
        heading=heading(composed, seen.limits),
        state=state(composed, seen) if composed else None,
        variety=variety(composed) if composed and composed.known else None,
        domains=tuple(_row(domain(each.code), each) for each in found.domains),
        absent=tuple(capfirst(domain(code)) for code in found.absent),
        kinds=tuple(_row(text_of(each.code, "organisation_kinds"), each) for each in found.kinds),
        moved=moved(found.moments, composed.dominant if composed else None),
        moments=tuple(_moment(each) for each in found.moments),
        users=users(seen),
    )


def _row(name: str, kind: Kind) -> Row:
    return Row(capfirst(name), range(kind.count), said=counted(kind.count))


def _moment(moment: Moment) -> Row:
    return Row(month(moment.on), range(moment.alike), range(moment.others), _of(moment), change_of(moment))


def section_of(seen: NetworkSeen) -> Section | None:
    """The partners of today by domain, and whether users were heard; nothing of a network without partners."""
    heard = last_seen(seen.known.insights) if seen.known else None
    recent = heard is not None and months_between(heard, seen.register.today) < RECENT_MONTHS
    composed = compose([member.organisation for member in seen.members], user_voice=recent)
    if composed is None:
        return None
    said = heading(composed, seen.limits)
    url, topic = seen.to("network_composition"), gettext("From where partners look")
    return Section(
        key="composition",
        heading=said,
        topic=topic,
        tab=Link(gettext("Composition"), url),
        brief=Brief(plain(f"{said}."), state(composed, seen)),
        lead=(variety(composed),) if composed.known else (),
        points=(Point(Fit.OK if recent else Fit.TIGHT, users(seen)),),
        table=table(composed) if composed.counts else None,
        links=(Link(gettext("Look at the composition"), url, button=True),),
    )


def heading(composed: Composition | None, limits: Limits) -> str:
    """What was found first: the largest domain when the table leans on it, or how many domains sit there."""
    if composed is None:
        return gettext("Nobody sits at this table today")
    if not composed.counts:
        return gettext("Of no partner it was noted in which domain they work")
    code, count = composed.counts[0]
    leans = {Hammer.ONE_DOMAIN, Hammer.LITTLE_VARIETY} & set(hammer(composed, limits))
    if leans:
        pattern = ngettext(
            "%(count)s of the %(all)s partners works in %(domain)s",
            "%(count)s of the %(all)s partners work in %(domain)s",
            count,
        )
        return pattern % {"count": count, "all": composed.members, "domain": domain(code)}
    count = len(composed.counts)
    pattern = ngettext("The partners come from %(count)s domain", "The partners come from %(count)s domains", count)
    return pattern % {"count": count}


def state(composed: Composition, seen: NetworkSeen) -> State:
    """The same in two words."""
    if not is_known(composed, seen.limits):
        return State(Fit.UNKNOWN, gettext("too little known"))
    reasons = set(hammer(composed, seen.limits))
    if reasons & {Hammer.ONE_DOMAIN, Hammer.LITTLE_VARIETY}:
        return State(Fit.TIGHT, gettext("one-sided"))
    if Hammer.NO_USER_VOICE in reasons and not (seen.known and seen.known.table_is_set):
        return State(Fit.TIGHT, gettext("users not heard"))
    return State(Fit.OK, gettext("mixed"))


def variety(composed: Composition) -> Sentence:
    """The measure with the highest that so many partners can reach, and how many domains are unknown."""
    highest = attainable(composed) or 0.0
    index = blau([count for _code, count in composed.counts])
    said = gettext(
        "The variety is **%(index)s**; %(partners)s over the fixed list of %(domains)s domains reach **%(highest)s** "
        "at most."
    )
    partners = ngettext("%(count)s partner", "%(count)s partners", composed.known) % {"count": counted(composed.known)}
    return worded(
        said,
        index=figures.number(index, 2),
        partners=partners,
        domains=str(DOMAINS),
        highest=figures.number(highest, 2),
    )


def table(composed: Composition) -> Table:
    """Partners by domain, the most first; those of whom it is not known stand last."""
    rows = [(capfirst(domain(code)), counted(count)) for code, count in composed.counts]
    if composed.unknown:
        rows.append((gettext("not noted"), counted(composed.unknown)))
    head = (gettext("Domain"), gettext("Partners"))
    return Table(gettext("Partners by domain"), head, tuple(rows), numeric=(1,), widths=(3, 1))


def moved(moments: "tuple[Moment, ...]", code: str | None) -> str:
    """How the share of the largest domain moved from the first moment to the last."""
    if code is None or not moments:
        return gettext("How the table changed")
    first, last = moments[0], moments[-1]
    said = {"domain": capfirst(domain(code)), "before": _of(first), "now": _of(last)}
    if len(moments) == 1 or (first.alike, first.parties) == (last.alike, last.parties):
        return gettext("%(domain)s: %(now)s, as before") % said
    return gettext("%(domain)s went from %(before)s to %(now)s") % said


def change_of(moment: Moment) -> str:
    """Who came and who left, in numbers."""
    came = ngettext("%(count)s joined", "%(count)s joined", moment.joined) % {"count": moment.joined}
    left = ngettext("%(count)s left", "%(count)s left", moment.left) % {"count": moment.left}
    return ", ".join(said for said, count in ((came, moment.joined), (left, moment.left)) if count)


def _of(moment: Moment) -> str:
    return gettext("%(count)s of %(all)s") % {"count": moment.alike, "all": moment.parties}


def users(seen: NetworkSeen) -> Sentence:
    """When users themselves were last heard, and who speaks for them at the table."""
    heard = last_seen(seen.known.insights) if seen.known else None
    speaks = [member.organisation.name for member in seen.members if member.organisation.speaks_for_users]
    names = ", ".join(speaks)
    if heard is None:
        said = gettext("Nobody wrote down what users themselves said; **%(names)s** speaks for them")
        nobody = gettext("Nobody wrote down what users themselves said, and no partner speaks for them")
        return worded(said, names=names) if names else plain(nobody)
    asked = gettext("Users themselves were last heard on **%(day)s**")
    return worded(asked, day=day(heard))


def domain(code: str) -> str:
    """A domain in words; a word of the authority's own as it is."""
    try:
        return text_of(code, "domains")
    except KeyError:
        return code
