from dataclasses import replace

from regiewijzer.ui.pictures.field import Field, field_picture
from regiewijzer.ui.pictures.tests.reading import both, drawn, words
from regiewijzer.ui.pictures.tests.samples import FIELD


def test_nothing_is_drawn_without_a_field() -> None:
    assert field_picture(Field(FIELD.corners, ()), picture_id="field") is None


def test_more_script_stands_further_right_and_more_power_higher() -> None:
    made = field_picture(FIELD, picture_id="field")

    assert made is not None
    for svg in both(made):
        housing, children = [mark for mark in drawn(svg, "circle", "f-accent") if mark["r"] == "11"][:2]
        assert float(housing["cx"]) > float(children["cx"])
        assert float(housing["cy"]) > float(children["cy"])


def test_where_it_stood_before_is_hollow() -> None:
    made = field_picture(FIELD, picture_id="field")
    without = field_picture(replace(FIELD, marks=FIELD.marks[1:]), picture_id="field")

    assert made is not None
    assert without is not None
    assert len(drawn(made.wide, "circle", "f-paper")) == 1
    assert not drawn(without.wide, "circle", "f-paper")


def test_every_type_and_every_field_is_said() -> None:
    made = field_picture(FIELD, picture_id="field")

    assert made is not None
    for svg in both(made):
        assert {"beheersingsgericht", "uitvoeringsgericht", "visionair", "faciliterend", "Wonen"} <= set(words(svg))
    assert made.data_table.rows[0] == ("Wonen", "visionair", "script 4,2, macht 2,2")
