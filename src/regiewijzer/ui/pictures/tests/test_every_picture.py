"""What holds for each picture, with everyday data and with data that is out to break it."""

import re
from pathlib import Path

import pytest

from regiewijzer.ui.pictures import canvas
from regiewijzer.ui.pictures.axis import Axis, axis_picture
from regiewijzer.ui.pictures.before_after import BeforeAfter, before_after_picture
from regiewijzer.ui.pictures.course import Course, CourseRow, course_picture
from regiewijzer.ui.pictures.form_grid import FormGrid, form_grid_picture
from regiewijzer.ui.pictures.history import History, history_picture
from regiewijzer.ui.pictures.overlap import MapNode, OverlapMap, overlap_picture
from regiewijzer.ui.pictures.tests.reading import both, classes, extents, tree
from regiewijzer.ui.pictures.tests.samples import COLUMNS, LEVELS, SAMPLES, SCRIPT, TODAY, sample
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE
from regiewijzer.ui.pictures.timeline import Timeline, timeline_picture

STYLES = Path(canvas.__file__).parents[1] / "assets/styles/pictures.css"
DOUBT = 1.0  # units by which rounding may push words past an edge

every = pytest.mark.parametrize("name", SAMPLES)
everyday_and_hard = pytest.mark.parametrize("hard", [False, True], ids=["everyday", "hard"])


@every
@everyday_and_hard
def test_both_drawings_are_well_formed_and_say_what_they_are(name: str, hard: bool) -> None:
    picture = sample(name, hard=hard)

    for svg, sheet in zip(both(picture), (WIDE, NARROW), strict=True):
        root = tree(svg)
        assert root.get("class") == f"p {sheet.css}"
        assert root.get("viewBox", "").startswith(f"0 0 {sheet.width:g} ")
        assert root.findtext("title") == picture.title
        assert root.findtext("desc") == picture.description
        named = [element.get("id") for element in root if element.tag in ("title", "desc")]
        assert root.get("aria-labelledby", "").split() == named


@every
@everyday_and_hard
def test_nothing_in_it_needs_an_exception_from_the_content_security_policy(name: str, hard: bool) -> None:
    for svg in both(sample(name, hard=hard)):
        for element in tree(svg).iter():
            assert element.tag not in ("style", "script", "foreignObject", "image")
            assert not [key for key in element.attrib if key == "style" or key.startswith("on")]


@every
@everyday_and_hard
def test_every_colour_is_a_class_of_the_style_sheet(name: str, hard: bool) -> None:
    styles = STYLES.read_text()

    for svg in both(sample(name, hard=hard)):
        assert {e.get("fill") for e in tree(svg).iter()} <= {None, "none"}
        assert {e.get("stroke") for e in tree(svg).iter()} == {None}
        assert not [css for css in classes(svg) if not re.search(rf"\.{css}\b", styles)]


@every
def test_a_name_with_a_script_is_words_and_nothing_else(name: str) -> None:
    picture = sample(name, hard=True)

    for svg in both(picture):
        assert "<script" not in svg
        assert "&lt;script&gt;" in svg
    said = [cell for row in picture.data_table.rows for cell in row] + [picture.data_table.caption]
    assert any(SCRIPT in cell for cell in said)


@every
@everyday_and_hard
def test_no_words_leave_the_sheet(name: str, hard: bool) -> None:
    for svg, sheet in zip(both(sample(name, hard=hard)), (WIDE, NARROW), strict=True):
        outside = [(w, left, right) for w, left, right in extents(svg) if left < -DOUBT or right > sheet.width + DOUBT]
        assert not outside


@every
@everyday_and_hard
def test_the_same_data_is_always_drawn_the_same(name: str, hard: bool) -> None:
    assert sample(name, hard=hard) == sample(name, hard=hard)


@every
def test_two_pictures_on_a_page_share_no_id(name: str) -> None:
    page = "".join(svg for picture_id in ("one", "two") for svg in both(sample(name, picture_id)))

    ids = re.findall(r'\bid="([^"]+)"', page)

    assert len(ids) == len(set(ids)) == 8


@every
@everyday_and_hard
def test_the_table_has_a_cell_for_every_column(name: str, hard: bool) -> None:
    data_table = sample(name, hard=hard).data_table

    assert data_table.rows
    assert {len(row) for row in data_table.rows} == {len(data_table.head)}
    assert all(column < len(data_table.head) for column in data_table.numeric)


@every
def test_a_picture_without_links_is_one_image(name: str) -> None:
    linked = [svg for svg in both(sample(name)) if "<a " in svg]

    assert all(tree(svg).get("role") == ("group" if linked else "img") for svg in both(sample(name)))


@pytest.mark.parametrize("name", ["axis", "overlap", "timeline"])
def test_in_a_picture_with_links_a_screen_reader_meets_only_links(name: str) -> None:
    for svg in both(sample(name)):
        outside = [e for e in tree(svg) if e.tag not in ("title", "desc") and not e.get("aria-hidden")]
        assert [e.get("href") for piece in outside for e in piece.iter("a")]
        assert not [e for hidden in tree(svg).iter("g") if hidden.get("aria-hidden") for e in hidden.iter("a")]


def test_an_empty_authority_gets_no_picture() -> None:
    alone = OverlapMap((MapNode("a", "A", 3),), ())

    assert axis_picture(Axis(COLUMNS, ()), picture_id="p") is None
    assert form_grid_picture(FormGrid((), ()), picture_id="p") is None
    assert overlap_picture(alone, picture_id="p") is None
    assert timeline_picture(Timeline(LEVELS, ()), picture_id="p") is None
    assert history_picture(History("A", TODAY, ()), picture_id="p") is None
    assert before_after_picture(BeforeAfter((), "", ""), picture_id="p") is None
    assert course_picture(Course("A", (CourseRow("B", ()),), ("1", "5")), picture_id="p") is None
