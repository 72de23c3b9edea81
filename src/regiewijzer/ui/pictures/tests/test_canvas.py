import re
from pathlib import Path

import pytest

from regiewijzer.ui.pictures import canvas
from regiewijzer.ui.pictures.canvas import Drawn, Fill, Paint, Shape, Stroke, drawing, link, number, shape, text
from regiewijzer.ui.pictures.tests.reading import tree
from regiewijzer.ui.pictures.text_metrics import WIDE

FOLDER = Path(canvas.__file__).parent


def test_words_are_escaped_in_text_and_in_attributes() -> None:
    words = text(0, 0, '<b>&"', WIDE.body)
    anchor = link('/a?b=1&c="<', words, name='"><script>')

    assert words == '<text x="0" y="0">&lt;b&gt;&amp;&quot;</text>'
    assert tree(anchor).attrib == {"href": '/a?b=1&c="<', "aria-label": '"><script>'}


def test_characters_that_xml_forbids_are_left_out() -> None:
    element = tree(text(0, 0, "a\x00b\x0bc\ud800d", WIDE.body))

    assert element.text == "abcd"


def test_only_the_canvas_makes_fragments_and_declares_them_safe() -> None:
    sources = [file for file in FOLDER.rglob("*.py") if "tests" not in file.parts and file.name != "canvas.py"]

    assert len(sources) >= 20
    assert not [file for file in sources if re.search(r"\bFragment\(|mark_safe|SafeString\(", file.read_text())]


@pytest.mark.parametrize("name", ["", "1a", "a b", 'a"', "a>", "é"])
def test_an_id_that_could_break_the_page_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="id of a picture"):
        drawing(WIDE, name, "Title", "Description", Drawn(canvas.NOTHING, 10))


def test_numbers_are_short_and_never_negative_zero() -> None:
    assert [number(value) for value in (1.0, 1.25, -0.01, 920, 0.1 + 0.2)] == ["1", "1.2", "0", "920", "0.3"]


@pytest.mark.parametrize("kind", Shape)
def test_each_shape_is_centred_where_it_is_put(kind: Shape) -> None:
    element = tree(shape(kind, 50, 40, 10))

    if kind is Shape.CIRCLE:
        assert (element.get("cx"), element.get("cy")) == ("50", "40")
    elif kind is Shape.SQUARE:
        x, y, side = (float(element.get(key, 0)) for key in ("x", "y", "width"))
        assert (x + side / 2, y + side / 2) == (50, 40)
    else:
        pairs = [tuple(map(float, pair.split())) for pair in re.findall(r"[-\d.]+ [-\d.]+", element.get("d", ""))]
        assert min(y for _, y in pairs) < 40 < max(y for _, y in pairs)
        assert min(x for x, _ in pairs) + max(x for x, _ in pairs) == 100


def test_a_paint_becomes_classes_and_plain_attributes() -> None:
    element = tree(shape(Shape.CIRCLE, 0, 0, 1, Paint(Fill.SHORT, Stroke.INK, width=3, dash="4 4", opacity=0.5)))

    assert element.get("class") == "f-short s-ink"
    assert (element.get("stroke-width"), element.get("stroke-dasharray"), element.get("opacity")) == ("3", "4 4", "0.5")
    assert tree(shape(Shape.CIRCLE, 0, 0, 1, Paint())).get("fill") == "none"
