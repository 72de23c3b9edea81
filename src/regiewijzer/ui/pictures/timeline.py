"""Is a network past two years without a result? Networks by age against a mark, with their results per level."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.canvas import (
    GUIDE,
    NOTHING,
    SOLID,
    Anchor,
    Drawn,
    Fill,
    Fragment,
    Halo,
    Paint,
    Shape,
    Stroke,
    Tone,
    arrowhead,
    join,
    line,
    rect,
    shape,
    text,
    unspoken,
)
from regiewijzer.ui.pictures.key import KeyItem, flow
from regiewijzer.ui.pictures.marks import mandated_item, network_mark, origin_words, own_item
from regiewijzer.ui.pictures.picture import Picture, Table, drawn_once, drawn_twice
from regiewijzer.ui.pictures.row_label import RowLabel, row_label
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Sheet, shorten, width_of
from regiewijzer.ui.pictures.words import MONTHS_A_YEAR, age, enumeration, months, of, sentences, years

LONG = 60  # months from which a network is drawn as an arrow and its age said in years


@dataclass(frozen=True, slots=True)
class NetworkLife:
    """A network. `months` is its age, None when it has yet to start or its start is unknown; `results` holds one
    answer per level.

    A result is True (established), False (not yet) or None (not known). `late`: past the mark without any result.
    `emphasised` is the network the page is about.
    """

    name: str
    months: int | None
    results: tuple[bool | None, ...]
    mandated: bool = False
    late: bool = False
    emphasised: bool = False
    href: str = ""
    starts_later: bool = False

    @property
    def old(self) -> bool:
        return self.months is not None and self.months >= LONG

    @property
    def age(self) -> str:
        if self.months is None:
            return gettext("yet to start") if self.starts_later else gettext("start unknown")
        return years(self.months // MONTHS_A_YEAR) if self.old else months(max(0, self.months))

    @property
    def outcome(self) -> str:
        """What is said of the results of a network that stands out."""
        if self.late:
            return gettext("no result yet")
        if not self.emphasised or None in self.results:
            return ""
        return gettext("%(levels)s levels") % {"levels": of(sum(map(bool, self.results)), len(self.results))}

    @property
    def remark(self) -> str:
        """Age and outcome of a network that stands out."""
        return f"{self.age}, {self.outcome}" if self.outcome else ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """`levels` name the columns of results; `mark` is the month until which a network may invest first."""

    levels: tuple[str, ...]
    rows: tuple[NetworkLife, ...]
    mark: int = 24


def description(timeline: Timeline) -> str:
    count = len(timeline.rows)
    late = [f"{row.name} ({row.age})" for row in timeline.rows if row.late]
    unknown = [row.name for row in timeline.rows if row.months is None and not row.starts_later]
    return sentences(
        (
            ngettext(
                "%(count)d network by age, with a line at %(mark)s.",
                "%(count)d networks by age, with a line at %(mark)s.",
                count,
            )
            % {"count": count, "mark": age(timeline.mark)},
            gettext("Past it without a result: %(names)s.") % {"names": enumeration(late)} if late else "",
            gettext("Start unknown: %(names)s.") % {"names": enumeration(unknown)} if unknown else "",
        )
    )


def data_table(timeline: Timeline) -> Table:
    head = (gettext("Network"), gettext("Exists"), gettext("Origin"), *(level for level in timeline.levels))
    rows = tuple(
        (row.name, row.age, origin_words(mandated=row.mandated), *map(_answer, row.results)) for row in timeline.rows
    )
    return Table(gettext("Networks, their age and their results"), head, rows)


def _answer(result: bool | None) -> str:  # one cell of the table
    return {True: gettext("yes"), False: gettext("not yet"), None: gettext("not known")}[result]


_LIFE = Paint(stroke=Stroke.INK, width=3)
_LATE = Paint(stroke=Stroke.SHORT, width=5)
_LATE_MARK = Paint(Fill.SHORT, Stroke.SHORT)
_MARK = Paint(stroke=Stroke.INK, width=2.5)
_NOT_YET = Paint(stroke=Stroke.LINE, width=2)
_INVESTING = Paint(Fill.STONE)
_ARROW_END = 64  # month at which the arrow of an old network ends
_CROWDED = 7  # months: no year is named this near the mark


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where months and result columns stand: x of month 0, units a month, x of the first column and their distance."""

    sheet: Sheet
    start: float
    month: float
    results: float
    gap: float

    def x(self, months: float) -> float:
        return self.start + max(0.0, months) * self.month

    def column(self, nr: int) -> float:
        return self.results + nr * self.gap


@dataclass(frozen=True, slots=True)
class _Row:
    """A drawn row: the name can be a link, the marks are said by the table."""

    name: Fragment
    marks: Fragment
    height: float


_NAME_ROOM = 222.0
_WIDE_ROW = 29.0


def wide(timeline: Timeline) -> Drawn:
    ground = _Ground(WIDE, start=236, month=6.3, results=728, gap=144 / max(1, len(timeline.levels) - 1))
    drawn: list[_Row] = []
    y = first = 64.0
    for row in timeline.rows:
        drawn.append(_wide_row(row, ground, y))
        y += drawn[-1].height
    behind = (
        rect(ground.x(0), first - 12, ground.x(timeline.mark) - ground.x(0), y - first + 14, _INVESTING, radius=0),
        *(line(ground.x(month), first - 12, ground.x(month), y + 2, GUIDE) for month in _years(timeline) if month),
        line(ground.x(timeline.mark), 28, ground.x(timeline.mark), y + 2, _MARK),
    )
    key, end = flow(_key_items(timeline), WIDE, y + 18)
    pieces = unspoken(*behind, _wide_heads(timeline, ground), *(row.marks for row in drawn), key)
    return Drawn(join(pieces, *(row.name for row in drawn)), end)


def _wide_heads(timeline: Timeline, ground: _Ground) -> Fragment:
    small = WIDE.small
    mark, last = ground.x(timeline.mark), len(timeline.levels) - 1
    pieces = [text(mark, 20, age(timeline.mark), WIDE.body.strong, anchor=Anchor.MIDDLE)]
    for month in _years(timeline):
        words = age(month) if month else gettext("start")
        pieces.append(text(ground.x(month), 20, words, small, Tone.SOFT, Anchor.MIDDLE if month else Anchor.START))
    investing = shorten(gettext("invest first"), small, mark - ground.x(0) - 8)
    pieces.append(text((ground.x(0) + mark) / 2, 44, investing, small, Tone.SOFT, Anchor.MIDDLE))
    middle = ground.column(last) / 2 + ground.column(0) / 2
    pieces.append(text(middle, 20, gettext("result for"), small.strong, anchor=Anchor.MIDDLE))
    for nr, level in enumerate(timeline.levels):
        words = shorten(level, small, ground.gap * 1.3)
        pieces.append(text(ground.column(nr), 44, words, small, Tone.SOFT, Anchor.MIDDLE))
    return join(*pieces)


def _years(timeline: Timeline) -> list[int]:
    """Months that are named beside the mark: the start and whole years."""
    return [month for month in range(0, LONG + 1, MONTHS_A_YEAR) if not month or abs(month - timeline.mark) > _CROWDED]


def _wide_row(row: NetworkLife, ground: _Ground, top: float) -> _Row:
    """The remark stands behind the line, or under the name where results stand in its way."""
    words_x = _end(row, ground) + (10 if row.old else 16)
    beside = row.remark or (row.age if row.old or row.months is None else "")
    letter = WIDE.small.strong if row.late else WIDE.small
    fits = words_x + width_of(beside, letter) <= ground.results - 16
    label = _label(row, WIDE, _NAME_ROOM, remark="" if fits else beside)
    height = max(_WIDE_ROW, label.height + 11)
    y = top + height / 2
    foot = y - label.height / 2
    said = text(words_x, y + 5, beside, letter, label.tone, halo=_halo(row)) if fits and beside else NOTHING
    marks = join(label.drawn_remark(foot), _life(row, ground, y), said, *_results(row, ground, y))
    return _Row(label.drawn_name(foot, _tone(row)), marks, height)


def _halo(row: NetworkLife) -> Halo:
    return Halo.STONE if row.months is None else Halo.PAPER


def narrow(timeline: Timeline) -> Drawn:
    gap = 56 / max(1, len(timeline.levels) - 1)
    ground = _Ground(NARROW, start=6, month=3.75, results=284, gap=gap)
    drawn: list[_Row] = []
    y = 52.0
    for row in timeline.rows:
        drawn.append(_narrow_row(row, timeline, ground, y))
        y += drawn[-1].height
    key, end = flow([*_level_items(timeline), *_key_items(timeline)], NARROW, y + 4)
    pieces = unspoken(_narrow_heads(timeline, ground), *(row.marks for row in drawn), key)
    return Drawn(join(pieces, *(row.name for row in drawn)), end)


def _narrow_heads(timeline: Timeline, ground: _Ground) -> Fragment:
    small, mark = NARROW.small, ground.x(timeline.mark)
    middle = ground.column(0) / 2 + ground.column(len(timeline.levels) - 1) / 2
    pieces = [
        text(0, 16, gettext("start"), small, Tone.SOFT),
        text(mark, 16, age(timeline.mark), small.strong, anchor=Anchor.MIDDLE),
        text(ground.x(LONG), 16, age(LONG), small, Tone.SOFT, Anchor.MIDDLE),
        text(middle, 16, gettext("result"), small, Tone.SOFT, Anchor.MIDDLE),
    ]
    for nr, initial in enumerate(_initials(timeline)):
        pieces.append(text(ground.column(nr), 38, initial, small.strong, anchor=Anchor.MIDDLE))
    return join(*pieces)


def _narrow_row(row: NetworkLife, timeline: Timeline, ground: _Ground, top: float) -> _Row:
    age_letter = NARROW.small
    room = NARROW.width - width_of(row.age, age_letter) - 14
    label = _label(row, NARROW, room, row.outcome)
    y = top + label.height + 16
    mark = ground.x(timeline.mark)
    marks = join(
        rect(ground.x(0), y - 12, mark - ground.x(0), 24, _INVESTING, radius=0),
        line(mark, y - 12, mark, y + 12, _MARK),
        label.drawn_remark(top),
        text(NARROW.width, top + 14, row.age, age_letter, Tone.SOFT, Anchor.END),
        _life(row, ground, y),
        *_results(row, ground, y),
    )
    return _Row(label.drawn_name(top, _tone(row)), marks, y - top + 26)


def _label(row: NetworkLife, sheet: Sheet, room: float, remark: str) -> RowLabel:
    strong = row.late or row.emphasised
    tone = Tone.SHORT if row.late else Tone.SOFT
    return row_label(sheet, row.name, remark, room=room, href=row.href, strong=strong, tone=tone)


def _tone(row: NetworkLife) -> Tone:
    return Tone.SHORT if row.late else Tone.INK


def _end(row: NetworkLife, ground: _Ground) -> float:
    if row.months is None:
        return ground.x(0) - 6
    return ground.x(_ARROW_END if row.old else row.months)


def _life(row: NetworkLife, ground: _Ground, y: float) -> Fragment:
    """The line of a network from its start to today, with its mark; an old one goes on as an arrow."""
    if row.months is None:
        return NOTHING
    paint = _LATE if row.late else _LIFE
    start, end = ground.x(0), _end(row, ground)
    foot = line(start, y - 6, start, y + 6, Paint(stroke=paint.stroke, width=2))
    head = arrowhead(end, y, Paint(stroke=paint.stroke, width=3), head=6.5) if row.old else NOTHING
    at = ground.x(LONG) if row.old else end
    kind = Shape.SQUARE if row.mandated else Shape.CIRCLE
    mark = shape(kind, at, y, 6.5, _LATE_MARK) if row.late else network_mark(at, y, 6.5, mandated=row.mandated)
    return join(line(start, y, end, y, paint), foot, head, mark)


def _results(row: NetworkLife, ground: _Ground, y: float) -> Iterable[Fragment]:
    return (_result(result, ground.column(nr), y, ground.sheet) for nr, result in enumerate(row.results))


def _result(result: bool | None, x: float, y: float, sheet: Sheet) -> Fragment:  # one of three marks
    if result is None:
        return text(x, y + 5, "?", sheet.small, Tone.SOFT, Anchor.MIDDLE)
    return shape(Shape.CIRCLE, x, y, 6.5, SOLID) if result else line(x - 5, y, x + 5, y, _NOT_YET)


def _key_items(timeline: Timeline) -> list[KeyItem]:
    rows, results = timeline.rows, {result for row in timeline.rows for result in row.results}
    said = {
        True: gettext("result established"),
        False: gettext("no result yet"),
        None: gettext("not known"),
    }
    items = [own_item()] if any(not row.mandated for row in rows) else []
    items += [mandated_item()] if any(row.mandated for row in rows) else []
    return items + [_result_item(result, words) for result, words in said.items() if result in results]


def _result_item(result: bool | None, words: str) -> KeyItem:  # one of three marks
    return KeyItem(lambda x, y: _result(result, x + 8, y, WIDE), 16, words)


def _level_items(timeline: Timeline) -> list[KeyItem]:
    """What the letters above the narrow columns stand for."""
    return [_level_item(initial, level) for initial, level in zip(_initials(timeline), timeline.levels, strict=True)]


def _level_item(initial: str, level: str) -> KeyItem:
    letter = NARROW.small.strong
    return KeyItem(lambda x, y: text(x + 8, y + 5, initial, letter, anchor=Anchor.MIDDLE), 16, level)


def _initials(timeline: Timeline) -> tuple[str, ...]:
    """First letters of the levels, or numbers when two begin alike."""
    letters = tuple(level[:1].upper() for level in timeline.levels)
    return letters if len(set(letters)) == len(letters) else tuple(str(nr + 1) for nr in range(len(letters)))


@drawn_once
def timeline_picture(timeline: Timeline, *, picture_id: str) -> Picture | None:
    """The networks from old to young, those of unknown age last; None when there is no network.

    ValueError when a network does not have one result per level.
    """
    if not timeline.rows:
        return None
    if any(len(row.results) != len(timeline.levels) for row in timeline.rows):
        raise ValueError("every network needs one result per level")
    timeline = replace(timeline, rows=tuple(sorted(timeline.rows, key=_from_old_to_young)))
    return drawn_twice(
        picture_id,
        title=gettext("Networks against the mark of %(age)s") % {"age": age(timeline.mark)},
        description=description(timeline),
        wide=wide(timeline),
        narrow=narrow(timeline),
        data_table=data_table(timeline),
        links=any(row.href for row in timeline.rows),
    )


def _from_old_to_young(row: NetworkLife) -> tuple[bool, int]:
    return row.months is None, -(row.months or 0)
