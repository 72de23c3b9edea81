"""How is a picture drawn? Lines, shapes and letters as SVG, coloured by class alone and safe to put in a page.

Every word passes `escape` here, and only here is a drawing declared safe. No `style` and no script, which the
Content-Security-Policy forbids; a class lets the accent, the dark page and the printed page choose the colour.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from regiewijzer.ui.legible import UNREADABLE
from regiewijzer.ui.pictures.text_metrics import Letter, Sheet

# A finished piece of SVG. Only this module makes one, so text from data cannot slip into a drawing unescaped.
Fragment = NewType("Fragment", str)

NOTHING = Fragment("")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_SQUARE, _DIAMOND, _TRIANGLE = 0.89, 1.25, 1.3  # sizes at which the four shapes weigh the same to the eye


class Shape(StrEnum):
    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


class Fill(StrEnum):
    """Class that fills a shape; CURRENT follows the words beside it, POWER_1 to POWER_4 run from little to much."""

    PAPER = "f-paper"
    STONE = "f-stone"
    DEEP = "f-deep"
    INK = "f-ink"
    ACCENT = "f-accent"
    ON_ACCENT = "f-onaccent"
    CURRENT = "f-current"
    SHORT = "f-short"
    TIGHT = "f-tight"
    OK = "f-ok"
    OK_SOFT = "f-oksoft"
    POWER_1 = "f-power1"
    POWER_2 = "f-power2"
    POWER_3 = "f-power3"
    POWER_4 = "f-power4"


class Stroke(StrEnum):
    """Class that colours a line; RULE only divides, LINE carries meaning."""

    INK = "s-ink"
    LINE = "s-line"
    RULE = "s-rule"
    PAPER = "s-paper"
    ACCENT = "s-accent"
    ON_ACCENT = "s-onaccent"
    CURRENT = "s-current"
    SHORT = "s-short"
    TIGHT = "s-tight"
    OK = "s-ok"


class Tone(StrEnum):
    """Class that colours letters."""

    INK = ""
    SOFT = "c-soft"
    PAPER = "c-paper"
    ACCENT = "c-accent"
    SHORT = "c-short"
    TIGHT = "c-tight"
    OK = "c-ok"


class Anchor(StrEnum):
    """Which end of the words stands at x."""

    START = ""
    MIDDLE = "middle"
    END = "end"


class Halo(StrEnum):
    """A rim in the colour of what lies behind the words, so that a line stops beside them."""

    NONE = ""
    PAPER = "halo"
    STONE = "halo-stone"


@dataclass(frozen=True, slots=True)
class Paint:
    """What a shape is filled and drawn with. `width` of the line in units; `dash` as in SVG; `opacity` 0 to 1."""

    fill: Fill | None = None
    stroke: Stroke | None = None
    width: float = 1.5
    dash: str = ""
    opacity: float = 1
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """All that stands on a sheet, and how high the sheet is."""

    marks: Fragment
    height: float


GUIDE = Paint(stroke=Stroke.RULE, width=1)
AXIS = Paint(stroke=Stroke.INK)
TRACK = Paint(stroke=Stroke.LINE)
HOLLOW = Paint(Fill.PAPER, Stroke.INK)
SOLID = Paint(Fill.INK, Stroke.INK)
BAND = Paint(Fill.OK_SOFT, Stroke.OK, width=1.3)


def join(*pieces: Fragment) -> Fragment:
    """Pieces drawn one over the other, the last on top."""
    return Fragment("".join(pieces))


def line(x1: float, y1: float, x2: float, y2: float, paint: Paint = AXIS) -> Fragment:
    return _element("line", x1=x1, y1=y1, x2=x2, y2=y2, **_painted(paint))


def path(d: str, paint: Paint = AXIS) -> Fragment:
    """A free form; `d` is path data made of numbers by the caller, never of words."""
    return _element("path", d=d, **_painted(paint))


def points(*pairs: tuple[float, float], closed: bool = False) -> str:
    """Path data of straight lines through `pairs` of x and y."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in pairs) + ("Z" if closed else "")


def curve(start: tuple[float, float], control: tuple[float, float], end: tuple[float, float]) -> str:
    """Path data of a line from start to end, pulled aside towards the control point."""
    (x1, y1), (cx, cy), (x2, y2) = start, control, end
    return f"M{number(x1)} {number(y1)}Q{number(cx)} {number(cy)} {number(x2)} {number(y2)}"


def rect(x: float, y: float, width: float, height: float, paint: Paint, radius: float = 3) -> Fragment:
    return _element("rect", x=x, y=y, width=width, height=height, rx=radius or None, **_painted(paint))


def shape(kind: Shape, x: float, y: float, r: float, paint: Paint = HOLLOW) -> Fragment:
    """One of the four marks, centred on (x, y) and as heavy to the eye as a circle of radius `r`."""
    if kind is Shape.CIRCLE:
        return _element("circle", cx=x, cy=y, r=r, **_painted(paint))
    if kind is Shape.SQUARE:
        a = r * _SQUARE
        return rect(x - a, y - a, 2 * a, 2 * a, paint, radius=0)
    if kind is Shape.DIAMOND:
        a = r * _DIAMOND
        return path(points((x, y - a), (x + a, y), (x, y + a), (x - a, y), closed=True), paint)
    a = r * _TRIANGLE
    corners = ((x, y - a), (x + a * 0.92, y + a * 0.66), (x - a * 0.92, y + a * 0.66))
    return path(points(*corners, closed=True), paint)


def arrow(x1: float, y: float, x2: float, paint: Paint = AXIS, head: float = 5) -> Fragment:
    """A line to the right that ends in an open arrowhead at x2."""
    return join(line(x1, y, x2, y, paint), arrowhead(x2, y, paint, head))


def arrowhead(x: float, y: float, paint: Paint = AXIS, head: float = 5) -> Fragment:
    return path(points((x - head * 1.5, y - head), (x, y), (x - head * 1.5, y + head)), paint)


def text(
    x: float,
    y: float,
    words: str,
    letter: Letter,
    tone: Tone = Tone.INK,
    anchor: Anchor = Anchor.START,
    halo: Halo = Halo.NONE,
) -> Fragment:
    """Words on one line with their foot at y."""
    css = " ".join(filter(None, (letter.css, "t-b" if letter.bold else "", tone, halo)))
    return _element("text", _said(words), x=x, y=y, text_anchor=anchor, class_=css)


def text_lines(
    x: float,
    y: float,
    lines: Sequence[str],
    letter: Letter,
    tone: Tone = Tone.INK,
    anchor: Anchor = Anchor.START,
    halo: Halo = Halo.NONE,
) -> Fragment:
    """Lines of words below each other, the foot of the first at y."""
    feet = (y + nr * letter.leading for nr in range(len(lines)))
    return join(*(text(x, foot, words, letter, tone, anchor, halo) for foot, words in zip(feet, lines, strict=True)))


def link(href: str, *pieces: Fragment, name: str = "") -> Fragment:
    """Pieces that lead somewhere; without `href` just the pieces. `name` when the words drawn are shortened."""
    if not href:
        return join(*pieces)
    return _element("a", join(*pieces), href=href, aria_label=name)


def target(x: float, y: float, width: float, height: float) -> Fragment:
    """An unseen area that makes a link easy to hit."""
    return _element("rect", x=x, y=y, width=width, height=height, fill="none", pointer_events="all")


def moved(dx: float, dy: float, *pieces: Fragment) -> Fragment:
    """Pieces drawn further to the right and down."""
    return _element("g", join(*pieces), transform=f"translate({number(dx)} {number(dy)})")


def unspoken(*pieces: Fragment) -> Fragment:
    """Pieces a screen reader skips, because the description and the table say the same."""
    return _element("g", join(*pieces), aria_hidden="true")


def drawing(sheet: Sheet, name: str, title: str, description: str, drawn: Drawn, *, links: bool = False) -> SafeString:
    """The finished picture. `name` is unique on the page and starts with a letter; ValueError when it cannot be an id.

    A picture with links is a group, so that a screen reader can enter it; otherwise it is one image.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(
            f"{name!r} cannot be the id of a picture: use letters, digits, - and _, and start with a letter"
        )
    about, more = f"{name}-{sheet.css}-title", f"{name}-{sheet.css}-desc"
    return _finished(
        join(_element("title", _said(title), id=about), _element("desc", _said(description), id=more), drawn.marks),
        class_=f"p {sheet.css}",
        viewBox=f"0 0 {number(sheet.width)} {number(drawn.height)}",
        role="group" if links else "img",
        aria_labelledby=f"{about} {more}",
    )


def ornament(css: str, view: str, width: float | None, height: float | None, *pieces: Fragment) -> SafeString:
    """A small mark or a decoration beside words that say the same: hidden from screen readers."""
    return _finished(join(*pieces), class_=css, viewBox=view, width=width, height=height, aria_hidden="true")


def number(value: float) -> str:
    """A measure in units of the picture, to a tenth."""
    return f"{round(value, 1) + 0:g}"


def _finished(body: Fragment, **attributes: str | float | None) -> SafeString:
    return mark_safe(_element("svg", body, **attributes))  # noqa: S308  # every word in it went through escape


def _painted(paint: Paint) -> dict[str, str | float | None]:
    stroked = paint.stroke is not None
    return {
        "class_": " ".join(filter(None, (paint.fill, paint.stroke))),
        "fill": None if paint.fill else "none",
        "stroke_width": paint.width if stroked else None,
        "stroke_dasharray": paint.dash if stroked else None,
        "stroke_linecap": "round" if stroked and paint.rounded else None,
        "opacity": paint.opacity if paint.opacity < 1 else None,
    }


def _element(tag: str, body: str = "", /, **attributes: str | float | None) -> Fragment:
    """One element; an attribute that is None or empty is left out. `class_` is class, `_` becomes `-`."""
    said = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for name, value in attributes.items()
        if value is not None and value != ""
    )
    return Fragment(f"<{tag}{said}>{body}</{tag}>" if body else f"<{tag}{said}/>")


def _attribute(value: str | float) -> str:
    return _said(value) if isinstance(value, str) else number(value)


def _said(words: str) -> Fragment:
    return Fragment(escape(UNREADABLE.sub("", words)))
