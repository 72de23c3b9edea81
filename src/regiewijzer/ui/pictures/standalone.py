"""How does a picture get into a report? The same drawing as a file, for an engine that knows no CSS variables.

The colours are the light ones of the style sheet. The mixes of the four powers, which a browser makes of the accent (20
and 50 % in paper, 35 % in ink, in oklab), stand here ready-made.
"""

import re
from collections.abc import Mapping

from regiewijzer.ui.pictures.canvas import Fill, Halo, Stroke, Tone
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Sheet

FONT = "'Source Sans 3'"  # with quotes: a name with a figure in it is no name without them

_LIGHT = {
    "paper": "#ffffff",
    "stone": "#f8f6f2",
    "stone-deep": "#efebe3",
    "line": "#e2dcd1",
    "line-strong": "#877e70",
    "ink": "#201d19",
    "ink-soft": "#5a5348",
    "on-accent": "#ffffff",
    "short": "#a2371c",
    "tight": "#7a5300",
    "ok": "#2a673c",
    "ok-soft": "#e5f1e8",
}
_ACCENTS = {
    "leie": {"accent": "#0c5561", "power-1": "#cfdbde", "power-2": "#89a7ad", "power-4": "#213031"},
    "baksteen": {"accent": "#8c2f1b", "power-1": "#ebd4cf", "power-2": "#ca968a", "power-4": "#45261c"},
    "beuk": {"accent": "#2c5d3a", "power-1": "#d3ddd4", "power-2": "#92ab97", "power-4": "#273224"},
    "pruim": {"accent": "#69335f", "power-1": "#e1d3dd", "power-2": "#b495ac", "power-4": "#392630"},
}
_FILLS = {
    Fill.PAPER: "paper",
    Fill.STONE: "stone",
    Fill.DEEP: "stone-deep",
    Fill.INK: "ink",
    Fill.ACCENT: "accent",
    Fill.ON_ACCENT: "on-accent",
    Fill.CURRENT: "ink",
    Fill.SHORT: "short",
    Fill.TIGHT: "tight",
    Fill.OK: "ok",
    Fill.OK_SOFT: "ok-soft",
    Fill.POWER_1: "power-1",
    Fill.POWER_2: "power-2",
    Fill.POWER_3: "accent",
    Fill.POWER_4: "power-4",
}
_STROKES = {
    Stroke.INK: "ink",
    Stroke.LINE: "line-strong",
    Stroke.RULE: "line",
    Stroke.PAPER: "paper",
    Stroke.ACCENT: "accent",
    Stroke.ON_ACCENT: "on-accent",
    Stroke.CURRENT: "ink",
    Stroke.SHORT: "short",
    Stroke.TIGHT: "tight",
    Stroke.OK: "ok",
}
_TONES = {
    Tone.SOFT: "ink-soft",
    Tone.PAPER: "paper",
    Tone.ACCENT: "accent",
    Tone.SHORT: "short",
    Tone.TIGHT: "tight",
    Tone.OK: "ok",
}
_HALOS = {Halo.PAPER: "paper", Halo.STONE: "stone"}
_OPENING = re.compile(r'<svg class="p (?P<sheet>[\w-]+)" viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"[^>]*>')
_LINK = re.compile(r"</?a\b[^>]*>")


def for_paper(svg: str, accent: str) -> str:
    """A picture as a standalone SVG file in the light colours of `accent`, the name of a `data-accent`.

    `svg` is the wide or narrow drawing of a `Picture`. Links are left out. ValueError for another accent or text.
    """
    opening = _OPENING.match(svg)
    if not opening:
        raise ValueError("only the drawing of a picture can be put on paper")
    if accent not in _ACCENTS:
        raise ValueError(f"unknown accent {accent!r}, known are: {', '.join(_ACCENTS)}")
    width, height = opening["width"], opening["height"]
    sheet = NARROW if opening["sheet"] == NARROW.css else WIDE
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' font-family="{FONT}"><style>{_styles(sheet, _LIGHT | _ACCENTS[accent])}</style>'
    )
    return head + _LINK.sub("", svg[opening.end() :])


def _styles(sheet: Sheet, colour: Mapping[str, str]) -> str:
    """The rules of the style sheet with every colour filled in."""
    rules = [
        f"text{{fill:{colour['ink']};font-size:{sheet.body.size}px;font-weight:400}}",
        f".{sheet.small.css}{{font-size:{sheet.small.size}px}}",
        f".{sheet.large.css}{{font-size:{sheet.large.size}px}}",
        ".t-b{font-weight:600}",
        *(f".{css}{{fill:{colour[token]}}}" for css, token in (_FILLS | _TONES).items()),
        *(f".{css}{{stroke:{colour[token]}}}" for css, token in _STROKES.items()),
        *(
            f".{css}{{paint-order:stroke;stroke:{colour[token]};stroke-width:5px;stroke-linejoin:round}}"
            for css, token in _HALOS.items()
        ),
    ]
    return "".join(rules)
