"""What can be read in a drawing: its elements, its words and where they stand."""

from xml.etree import ElementTree

from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Letter, width_of


def tree(svg: str) -> ElementTree.Element:
    """The drawing as XML; a ParseError when it is not well-formed."""
    return ElementTree.fromstring(svg)


def both(picture: Picture) -> tuple[str, str]:
    return picture.wide, picture.narrow


def words(svg: str) -> list[str]:
    """The words drawn, line by line."""
    return [element.text or "" for element in tree(svg).iter("text")]


def drawn(svg: str, tag: str, *classes: str) -> list[dict[str, str]]:
    """Attributes of the elements of this tag that have all of these classes."""
    wanted = set(classes)
    return [dict(e.attrib) for e in tree(svg).iter(tag) if wanted <= set(e.get("class", "").split())]


def said_at(svg: str, said: str) -> dict[str, str]:
    """Attributes of the one line of words that says exactly this."""
    (found,) = [dict(e.attrib) for e in tree(svg).iter("text") if e.text == said]
    return found


def classes(svg: str) -> set[str]:
    return {name for e in tree(svg).iter() if e.tag != "svg" for name in e.get("class", "").split()}


def extents(svg: str) -> list[tuple[str, float, float]]:
    """Each line of words with its estimated left and right edge."""
    root = tree(svg)
    sheet = NARROW if NARROW.css in root.get("class", "") else WIDE
    found = []
    for element in root.iter("text"):
        css = element.get("class", "").split()
        letter: Letter = sheet.small if "t-s" in css else sheet.large if "t-l" in css else sheet.body
        wide = width_of(element.text or "", letter.strong if "t-b" in css else letter)
        x = float(element.get("x", 0))
        left = {"middle": x - wide / 2, "end": x - wide}.get(element.get("text-anchor", ""), x)
        found.append((element.text or "", left, left + wide))
    return found
