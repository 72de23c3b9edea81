from dataclasses import replace
from datetime import date

from regiewijzer.ui.pictures.course import Course, CourseRow, Point, course_picture
from regiewijzer.ui.pictures.tests.reading import both, drawn, said_at, words
from regiewijzer.ui.pictures.tests.samples import COURSE


def _picture(course: Course):
    picture = course_picture(course, picture_id="p")
    assert picture
    return picture


def test_a_later_day_stands_further_right_and_a_higher_measure_higher() -> None:
    early, late = said_at(_picture(COURSE).wide, "3,5"), said_at(_picture(COURSE).wide, "2,8")

    assert float(early["x"]) < float(late["x"])
    assert float(early["y"]) < float(late["y"])


def test_what_was_said_on_a_day_stands_under_the_lines_and_in_the_table() -> None:
    picture = _picture(COURSE)

    for svg in both(picture):
        assert "zelfregulerend" in words(svg)
    assert picture.data_table.head[-1] == "Lichtste vorm die past"
    assert [row[-1] for row in picture.data_table.rows] == ["leiderorganisatie", "–", "–", "zelfregulerend"]


def test_the_shaded_stretch_ends_in_a_line_with_its_mark() -> None:
    for svg in both(_picture(COURSE)):
        assert len(drawn(svg, "rect", "f-stone")) == 1
        assert "2 jaar" in words(svg)
    for svg in both(_picture(replace(COURSE, stretch=None))):
        assert drawn(svg, "rect", "f-stone") == []


def test_what_falls_short_says_so_in_the_table_too() -> None:
    assert _picture(COURSE).data_table.rows[0][2].startswith("3,4 (")


def test_days_too_near_each_other_are_drawn_and_only_the_last_is_worded() -> None:
    near = tuple(Point(date(2026, 1, day), 0.5, f"3,{day}") for day in (1, 2, 3))
    far = Point(date(2020, 1, 1), 0.5, "3,9")

    svg = _picture(Course("A", (CourseRow("B", (far, *near)),), ("1", "5"))).wide

    assert len(drawn(svg, "circle", "f-ink")) == 4
    assert {"3,9", "3,3"} <= set(words(svg))
    assert "3,2" not in words(svg)
