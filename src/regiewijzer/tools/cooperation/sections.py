"""What do a page and a report say of how partners cooperate?"""

from django.utils.translation import gettext, ngettext

from regiewijzer.library.sentences import Sentence
from regiewijzer.register.measurements.queries import ShownMeasurement, ShownScore
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science.cooperation import Lean
from regiewijzer.science.facts import GiveAndTake
from regiewijzer.tools.cooperation.models import Measurement
from regiewijzer.tools.cooperation.queries import Balance, CooperationPage, Row, cooperation_page
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Cell, Link, State, Table
from regiewijzer.ui.section import Brief, Only, Point, Section
from regiewijzer.ui.wording import (
    NOTHING,
    counted,
    day,
    joined,
    measured_in_words,
    name_of,
    plain,
    rated,
    score,
    worded,
)


def section_of(seen: NetworkSeen) -> Section:
    """Three themes as the members judge them, and the table of bringing and getting."""
    page, url = cooperation_page(seen.network, seen.members, seen.limits), seen.to("network_cooperation")
    known = page.latest is not None or page.balance.known
    nothing = gettext("Nobody was asked yet, and what each partner brings and gets is not written down.")
    return Section(
        key="cooperation",
        heading=_heading(page),
        topic=gettext("How the partners cooperate"),
        tab=Link(gettext("Cooperation"), url),
        brief=_brief(page, nothing if not known else ""),
        lead=() if known else (plain(nothing),),
        # the dossier says in short what the page of the cooperation has in full; paper has no page behind it
        parts=(
            *([_in_short(page.latest), Section(table=themes(page.latest), only=Only.PAPER)] if page.latest else []),
            Section(points=imbalance(page.balance), only=Only.PAGE),
            *([_in_full(page.balance)] if page.balance.known else []),
        ),
        links=(Link(gettext("Look at the cooperation"), url, button=True),),
    )


def themes(shown: ShownMeasurement[Measurement]) -> Table:
    """What the members accept, theme by theme."""
    head = (gettext("Theme"), gettext("From 1 to 5"), gettext("Like-minded"), gettext("How it stands"))
    rows = tuple(
        (name_of(each.code, "cooperation_themes"), score(each.score), score(each.consensus, 2), _state(each))
        for each in shown.scores
    )
    caption = gettext("What the members accept, %(day)s") % {"day": day(shown.measurement.measured_on)}
    return Table(caption, head, rows, numeric=(1, 2), widths=(1.8, 0.8, 0.8, 1.1))


def source_of(shown: ShownMeasurement[Measurement]) -> str:
    """How and when they were asked, how many answered, and what was noted."""
    measurement = shown.measurement
    how = measured_in_words(
        str(measurement.get_source_display()), measurement.measured_on, measurement.answers, measurement.invited
    )
    return f"{how}. {measurement.note}" if measurement.note else how


def imbalance(balance: Balance) -> tuple[Point, ...]:
    """Who leans to one side, and how what is brought is divided; nothing where nothing was estimated."""
    if not balance.estimated:
        return ()
    brings = gettext(
        "**%(name)s** brings much more than it gets: **%(brings)s against %(gets)s**, on a scale of 0 to 3"
    )
    gets = gettext("**%(name)s** gets much more than it brings: **%(gets)s against %(brings)s**, on a scale of 0 to 3")
    return (
        *(Point(Fit.TIGHT, _leaning(brings, each)) for each in balance.bring_more),
        *(Point(Fit.TIGHT, _leaning(gets, each)) for each in balance.get_more),
        *_division(balance),
        *_how_many_estimated(balance),
    )


def _heading(page: CooperationPage) -> str:
    if page.balance.uneven:
        return gettext("What is brought and what is got is out of balance")
    if page.balance.one_carries:
        return gettext("A large part of what was estimated comes from one partner")
    return (
        gettext("What the members think of it")
        if page.latest
        else gettext("Do the partners accept how they cooperate?")
    )


def _brief(page: CooperationPage, nothing: str) -> Brief:
    """What is too low, then what is out of balance; unknown while nobody was asked."""
    low = [each for each in page.latest.scores if each.low] if page.latest else []
    said = plain(nothing or f"{_heading(page)}.")
    if low:
        names = ", ".join(name_of(each.code, "cooperation_themes").lower() for each in low)
        said = worded(gettext("The members find too low: **%(names)s**."), names=names)
        return Brief(said, State(Fit.SHORT, gettext("too low")))
    if page.balance.uneven:
        return Brief(said, State(Fit.TIGHT, gettext("out of balance")))
    if page.latest is None:
        asked = plain(nothing or gettext("The members were not asked what they think of it."))
        return Brief(asked, State(Fit.UNKNOWN, gettext("not asked")))
    if any(each.divided for each in page.latest.scores):
        return Brief(said, State(Fit.TIGHT, gettext("divided")))
    return Brief(said, State(Fit.OK, gettext("no shortage")))


def _in_short(shown: ShownMeasurement[Measurement]) -> Section:
    measurement = shown.measurement
    return Section(
        points=tuple(
            Point(
                _state(each).shape,
                rated(name_of(each.code, "cooperation_themes"), each.score, divided=each.divided),
            )
            for each in shown.scores
            if each.score is not None
        ),
        note=measured_in_words(str(measurement.get_source_display()), measurement.measured_on),
        only=Only.PAGE,
    )


def _state(theme: ShownScore) -> State:
    if theme.score is None:
        return State(Fit.UNKNOWN, gettext("not asked"))
    if theme.low:
        return State(Fit.SHORT, gettext("too low"))
    return State(Fit.TIGHT, gettext("divided")) if theme.divided else State(Fit.OK, gettext("no shortage"))


def _leaning(pattern: str, said: GiveAndTake) -> Sentence:
    return worded(pattern, name=said.name, brings=said.brings, gets=said.gets)


def _division(balance: Balance) -> tuple[Point, ...]:
    part = balance.division
    if part is None:
        return ()
    half = ngettext(
        "Half of what is brought comes from **%(part)s of %(whole)s** partners",
        "Half of what is brought comes from **%(part)s of %(whole)s** partners",
        part.half_from,
    )
    said = Point(Fit.UNKNOWN, worded(half, part=counted(part.half_from), whole=counted(part.estimated)))
    if not balance.one_carries:
        return (said,)
    carried = gettext("**%(name)s** gets **%(percent)s %%** of the points for contribution")
    return (Point(Fit.TIGHT, worded(carried, percent=balance.percent, name=part.largest.name)), said)


def _how_many_estimated(balance: Balance) -> tuple[Point, ...]:
    known, whole = balance.estimated, len(balance.rows)
    said = ngettext(
        "Both sides are estimated for %(known)s of %(whole)s partner",
        "Both sides are estimated for %(known)s of %(whole)s partners",
        whole,
    )
    return (Point(Fit.UNKNOWN, worded(said, known=known, whole=whole)),) if known < whole else ()


def _in_full(balance: Balance) -> Section:
    return Section(lead=(_who_leans(balance),), table=_give_and_take(balance), only=Only.PAPER)


def _who_leans(balance: Balance) -> Sentence:
    """Who brings much more than they get, and the reverse."""
    bring, get = (", ".join(row.name for row in rows) for rows in (balance.bring_more, balance.get_more))
    part = balance.division
    half = ngettext(
        "Half of what is brought comes from %(part)s of %(whole)s partners.",
        "Half of what is brought comes from %(part)s of %(whole)s partners.",
        part.half_from if part else 0,
    )
    return joined(
        worded(gettext("**Bring much more than they get:** %(names)s."), names=bring) if bring else NOTHING,
        worded(gettext("**Get much more than they bring:** %(names)s."), names=get) if get else NOTHING,
        worded(half, part=counted(part.half_from), whole=counted(part.estimated)) if part else NOTHING,
        worded(gettext("What counts as out of balance is a proposal of Regiewijzer.")),
    )


def _give_and_take(balance: Balance) -> Table:
    head = (gettext("Partner"), gettext("Brings"), gettext("Gets"), gettext("Balance"))
    rows = tuple(_row(row) for row in balance.rows)
    return Table(gettext("What each partner brings and gets"), head, rows, widths=(1.2, 1.7, 1.7, 1.1))


def _row(row: Row) -> tuple[Cell, ...]:
    shape = {Lean.IN_BALANCE: Fit.OK, Lean.UNKNOWN: Fit.UNKNOWN}.get(row.lean, Fit.TIGHT)
    lean, said = State(shape, name_of(row.lean, "leans")), row.statement
    if said is None:
        return (row.name, "–", "–", lean)
    brings = _with_size(said.brings, said.brings_size, str(said.get_brings_size_display()))
    return (row.name, brings, _with_size(said.gets, said.gets_size, str(said.get_gets_size_display())), lean)


def _with_size(words: str, size: int | None, size_in_words: str) -> str:
    if size is None:
        return words or "–"
    return f"{words} ({size_in_words})" if words else size_in_words
