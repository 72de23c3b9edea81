from dataclasses import replace

import pytest

from regiewijzer.ui.pictures.axis import Axis, InstrumentRow, axis_picture
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.pictures.tests.reading import both, drawn, said_at, words
from regiewijzer.ui.pictures.tests.samples import AXIS, COLUMNS, sample

MIX = InstrumentRow("Mix", (40, 0, 20, 40), 2.6)


def picture(*rows: InstrumentRow) -> Picture:
    made = axis_picture(Axis(COLUMNS, rows), picture_id="axis")
    assert made
    return made


def test_the_marks_stand_under_their_types() -> None:
    svg = picture(MIX).wide

    (circle,) = drawn(svg, "circle", "f-power1")
    assert float(circle["cx"]) == 330
    (diamond,) = drawn(svg, "path", "f-power3")
    assert diamond["d"].startswith("M674 ")
    (triangle,) = drawn(svg, "path", "f-power4")
    assert triangle["d"].startswith("M846 ")


def test_a_larger_share_is_a_larger_mark() -> None:
    svg = picture(InstrumentRow("A", (25, 75, 0, 0), 1.75), InstrumentRow("B", (100, 0, 0, 0), 1)).wide

    sizes = sorted(float(mark["r"]) for mark in drawn(svg, "circle", "f-power1"))
    assert sizes == [6.1, 9]


def test_the_thick_stroke_of_a_mix_stands_at_its_place() -> None:
    (tick,) = [mark for mark in drawn(picture(MIX).wide, "line", "s-ink") if mark["stroke-width"] == "3"][:1]

    assert float(tick["x1"]) == float(tick["x2"]) == pytest.approx(330 + 1.6 * 172, abs=0.1)


def test_instruments_run_from_little_to_much_power_and_those_without_a_type_come_last() -> None:
    made = picture(*AXIS.rows, InstrumentRow("Nog niets", (0, 0, 0, 0), None))

    names = ["Visienota", "Oproep", "Terugvordering", "Reglement leegstand", "Conformiteitsattest", "Nog niets"]
    assert [row[0] for row in made.data_table.rows] == names
    for svg in both(made):
        assert sorted(names, key=lambda name: float(said_at(svg, name)["y"])) == names
        assert "no type chosen yet" in words(svg)


def test_a_stick_in_the_display_case_stands_in_a_case_around_its_marks() -> None:
    svg = picture(replace(AXIS.rows[2])).wide

    (case,) = [box for box in drawn(svg, "rect", "f-paper", "s-ink") if float(box["height"]) == 25]
    assert float(case["x"]) < 674
    assert float(case["x"]) + float(case["width"]) > 846
    assert "stick in the display case: works unused" in words(svg)


def test_what_is_not_there_is_dashed_and_said_in_words() -> None:
    for svg in both(picture(AXIS.rows[4])):
        marks = drawn(svg, "circle", "f-paper") + drawn(svg, "rect", "f-paper")
        assert sum("stroke-dasharray" in mark for mark in marks) == 3  # two shares, and the key
        assert [mark for mark in drawn(svg, "line", "s-ink") if "stroke-dasharray" in mark]
        assert "planned" in words(svg)


def test_an_instrument_stronger_than_needed_is_bold_and_coloured_and_says_so() -> None:
    for svg in both(sample("axis")):
        assert "t-b" in said_at(svg, "Reglement leegstand")["class"]
        assert {"t-b", "c-short"} <= set(said_at(svg, "te sterk")["class"].split())
    assert "Stands out: Reglement leegstand (te sterk)." in sample("axis").description


def test_words_stand_beside_the_marks_or_without_room_there_under_the_name() -> None:
    remark = "dit staat beter onder de naam"
    beside = picture(InstrumentRow("Kort", (0, 0, 0, 100), 4, words=remark)).wide
    under = picture(InstrumentRow("Een naam die veel ruimte neemt", (25, 25, 25, 25), 2.5, words=remark)).wide

    assert said_at(beside, remark)["text-anchor"] == "end"
    assert float(said_at(under, remark)["x"]) == 0
    assert float(said_at(under, remark)["y"]) > float(said_at(under, "Een naam die veel ruimte neemt")["y"])


def test_another_order_of_power_moves_the_shape_of_a_type_with_it() -> None:
    swapped = axis_picture(Axis(COLUMNS[::-1], (InstrumentRow("A", (100, 0, 0, 0), 1),)), picture_id="axis")

    assert swapped
    (mark,) = drawn(swapped.wide, "path", "f-power1")
    assert mark["d"].startswith("M330 ")


def test_the_table_says_shares_place_and_remark() -> None:
    data_table = picture(replace(MIX, words="past")).data_table

    assert data_table.head[0] == "Instrument"
    assert data_table.rows == (("Mix", "40 %", "", "20 %", "40 %", "2.60", "past"),)


def test_a_name_that_leads_somewhere_is_a_link_with_the_whole_name() -> None:
    long = InstrumentRow("Woord " * 60, (100, 0, 0, 0), 1, href="/i/1")

    for svg in both(picture(long)):
        (found,) = drawn(svg, "a")
        assert found == {"href": "/i/1", "aria-label": "Woord " * 60}


def test_shares_must_match_the_columns() -> None:
    with pytest.raises(ValueError, match="one share per column"):
        picture(InstrumentRow("A", (100,), 1))


def test_a_place_before_is_drawn_with_the_way_to_the_place_of_now() -> None:
    made = sample("moved_axis")

    (way,) = [mark for mark in drawn(made.wide, "line", "s-accent") if float(mark["x1"]) < 400][:1]
    assert float(way["x1"]) == 330
    assert float(way["x2"]) == pytest.approx(330 + 2.75 * 172, abs=0.1)
    assert "Stood elsewhere before: " in made.description
    place, before = made.data_table.head.index("Place on the axis"), made.data_table.head.index("Place before")
    assert [(row[0], row[place], row[before]) for row in made.data_table.rows] == [
        ("Visienota", "1.00", ""),
        ("Terugvordering", "2.80", "3.30"),
        ("Reglement leegstand", "3.75", "1.00"),
    ]


def test_without_an_earlier_moment_the_table_has_no_column_for_it() -> None:
    assert "Place before" not in picture(MIX).data_table.head
