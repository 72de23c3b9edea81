"""Do the partners accept how they cooperate, and what does each bring and get?"""

from django.utils.translation import gettext, ngettext

from regiewijzer.library import catalogue, figures
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.reports.documents.chapters.about import nothing
from regiewijzer.overview.reports.documents.report_model import Block, Chapter, Prose
from regiewijzer.science.cooperation import Lean
from regiewijzer.tools.cooperation.public import Balance, CooperationPage, Row, ShownMeasurement, ShownTheme
from regiewijzer.ui.pictures.fit import Fit
from regiewijzer.ui.pictures.table import State, Table
from regiewijzer.ui.wording import NOTHING, counted, day, joined, worded


def cooperation(page: CooperationPage) -> Chapter:
    """Three themes as the members judge them, and the table of bringing and getting."""
    heading = gettext("How the partners cooperate")
    if page.latest is None and not page.balance.known:
        return nothing(
            heading, gettext("Nobody was asked yet, and what each partner brings and gets is not written down.")
        )
    blocks: list[Block] = []
    if page.latest is not None:
        blocks.append(_themes(page.latest))
    if page.balance.known:
        blocks += [Prose((_balance(page.balance),)), _table(page.balance)]
    return Chapter(heading, tuple(blocks))


def _themes(shown: ShownMeasurement) -> Table:
    head = (gettext("Theme"), gettext("From 1 to 5"), gettext("Like-minded"), gettext("How it stands"))
    rows = tuple(_theme(theme) for theme in shown.themes)
    caption = gettext("What the members accept, %(day)s") % {"day": day(shown.measurement.measured_on)}
    return Table(caption, head, rows, numeric=(1, 2), widths=(1.8, 0.8, 0.8, 1.1))


def _theme(theme: ShownTheme) -> tuple[str | State, ...]:
    name = str(catalogue.word(theme.theme, "cooperation_themes").short)
    value, agreed = ("–" if each is None else figures.number(float(each)) for each in (theme.score, theme.consensus))
    return (name, value, agreed, _state(theme))


def _state(theme: ShownTheme) -> State:
    if theme.score is None:
        return State(Fit.UNKNOWN, gettext("not asked"))
    if theme.low:
        return State(Fit.SHORT, gettext("too low"))
    return State(Fit.TIGHT, gettext("divided")) if theme.divided else State(Fit.OK, gettext("accepted"))


def _balance(balance: Balance) -> Sentence:
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


def _table(balance: Balance) -> Table:
    head = (gettext("Partner"), gettext("Brings"), gettext("Gets"), gettext("Balance"))
    rows = tuple(_row(row) for row in balance.rows)
    return Table(gettext("What each partner brings and gets"), head, rows, widths=(1.2, 1.7, 1.7, 1.1))


def _row(row: Row) -> tuple[str | State, ...]:
    lean = str(catalogue.word(row.lean, "leans").short)
    shape = {Lean.IN_BALANCE: Fit.OK, Lean.UNKNOWN: Fit.UNKNOWN}.get(row.lean, Fit.TIGHT)
    if row.statement is None:
        return (row.name, "–", "–", State(shape, lean))
    said = row.statement
    return (
        row.name,
        _with_size(said.brings, said.brings_size, str(said.get_brings_size_display())),
        _with_size(said.gets, said.gets_size, str(said.get_gets_size_display())),
        State(shape, lean),
    )


def _with_size(words: str, size: int | None, size_in_words: str) -> str:
    if size is None:
        return words or "–"
    return f"{words} ({size_in_words})" if words else size_in_words
