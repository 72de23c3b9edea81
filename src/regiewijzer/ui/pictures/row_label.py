"""What stands before a row? A name over as many lines as it needs, a remark under it, and perhaps a link."""

from dataclasses import dataclass

from regiewijzer.ui.pictures.canvas import NOTHING, Fragment, Tone, link, target, text_lines
from regiewijzer.ui.pictures.text_metrics import Letter, Sheet, width_of, wrap

_RISE = 14.0  # from the top of a line to its foot


@dataclass(frozen=True, slots=True)
class RowLabel:
    """`room` is the width the label has; `said` and `remark` are its lines."""

    name: str
    href: str
    room: float
    said: tuple[str, ...]
    letter: Letter
    remark: tuple[str, ...]
    remark_letter: Letter
    tone: Tone

    @property
    def height(self) -> float:
        return len(self.said) * self.letter.leading + len(self.remark) * self.remark_letter.leading

    @property
    def width(self) -> float:
        """Width of the longest line of the name."""
        return max((width_of(words, self.letter) for words in self.said), default=0)

    def drawn_name(self, top: float, tone: Tone = Tone.INK) -> Fragment:
        """The name, easy to hit when it is a link; `top` is the upper edge of the label."""
        area = target(0, top - 4, self.room, self.height + 8) if self.href else NOTHING
        return link(self.href, area, text_lines(0, top + _RISE, self.said, self.letter, tone), name=self.name)

    def drawn_remark(self, top: float) -> Fragment:
        foot = top + _RISE + len(self.said) * self.letter.leading
        return text_lines(0, foot, self.remark, self.remark_letter, self.tone)


def row_label(
    sheet: Sheet,
    name: str,
    remark: str,
    *,
    room: float,
    href: str = "",
    strong: bool = False,
    tone: Tone = Tone.SOFT,
    lines: int = 3,
) -> RowLabel:
    """The label of a row over at most so many lines; a remark in any tone but soft is bold."""
    letter = sheet.body.strong if strong else sheet.body
    remark_letter = sheet.small if tone is Tone.SOFT else sheet.small.strong
    said = wrap(name, letter, room, lines=lines)
    return RowLabel(name, href, room, said, letter, wrap(remark, remark_letter, room, lines=3), remark_letter, tone)
