from dataclasses import replace

import pytest

from regiewijzer.ui.pictures.before_after import BeforeAfter, Measured, before_after_picture
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.pictures.tests.reading import both, drawn, extents, said_at, words
from regiewijzer.ui.pictures.tests.samples import CHANGE, sample


def picture(change: BeforeAfter) -> Picture:
    made = before_after_picture(change, picture_id="change")
    assert made
    return made


REVIEWED = replace(CHANGE, rows=(replace(CHANGE.rows[0], review=Measured(0.8, "4,2"), review_fit=Fit.OK),))


def test_then_is_hollow_now_is_filled_and_the_band_is_what_is_needed() -> None:
    svg = sample("before_after").wide

    assert float(drawn(svg, "circle", "f-paper")[0]["cx"]) == pytest.approx(206 + 0.575 * 400)
    assert drawn(svg, "path", "f-short")[0]["d"].startswith("M386 ")
    band = drawn(svg, "rect", "f-oksoft")[0]
    assert (float(band["x"]), float(band["width"])) == (506, 100)


def test_a_line_joins_then_and_now() -> None:
    (change,) = [m for m in drawn(sample("before_after").wide, "line", "s-ink") if m["stroke-width"] == "2.5"]

    assert (float(change["x1"]), float(change["x2"])) == (386, 436)


def test_a_review_to_come_is_a_dashed_cell() -> None:
    for svg in both(sample("before_after")):
        assert len([m for m in drawn(svg, "rect", "f-paper") if m.get("stroke-dasharray")]) == 2
        assert words(svg).count("to follow") == 2
        assert "1 juni 2027" in words(svg)
    assert "Computed again: 1 juni 2027." in sample("before_after").description


def test_a_review_that_was_done_stands_in_its_cell_and_on_the_scale() -> None:
    made = picture(REVIEWED)

    for svg in both(made):
        assert not [m for m in drawn(svg, "rect", "f-paper") if m.get("stroke-dasharray")]
        assert words(svg).count("4,2") == 2
        assert drawn(svg, "circle", "f-ok", "s-ink")
    assert made.description == "Vertrouwen: needed minstens 4,0, was 2,8, is now 4,2."
    assert made.data_table.rows == (("Vertrouwen", "minstens 4,0", "3,3", "2,8", "4,2"),)


def test_without_an_earlier_reading_and_without_a_review_only_now_is_shown() -> None:
    made = picture(BeforeAfter(CHANGE.rows[1:], "", "oktober 2026"))

    assert made.data_table.head == ("Condition", "Needed", "oktober 2026")
    for svg in both(made):
        assert not drawn(svg, "circle", "f-paper")
        assert "to follow" not in words(svg)


def test_what_was_not_measured_is_said() -> None:
    made = picture(replace(CHANGE, rows=(replace(CHANGE.rows[0], now=None, fit=Fit.UNKNOWN),)))

    for svg in both(made):
        assert "not measured" in words(svg)
    assert made.data_table.rows[0][3] == "not measured"


def test_the_same_value_twice_is_a_mark_with_a_ring() -> None:
    same = replace(CHANGE.rows[0], then=Measured(0.45, "2,8"))

    svg = picture(replace(CHANGE, rows=(same,))).wide

    rings = [m for m in drawn(svg, "circle") if m.get("fill") == "none"]
    assert [float(ring["cx"]) for ring in rings] == [386]


@pytest.mark.parametrize("now", [0, 0.02, 0.5, 0.565, 0.575, 0.585, 0.98, 1])
def test_values_close_together_are_said_beside_each_other(now: float) -> None:
    row = replace(CHANGE.rows[0], then=Measured(0.575, "vorige keer"), now=Measured(now, "deze keer"))

    for svg in both(picture(replace(CHANGE, rows=(row,)))):
        edges = {said: (left, right) for said, left, right in extents(svg)}
        then, after = edges["vorige keer"], edges["deze keer"]
        assert then[1] <= after[0] or after[1] <= then[0]
        assert said_at(svg, "vorige keer")["y"] == said_at(svg, "deze keer")["y"]
