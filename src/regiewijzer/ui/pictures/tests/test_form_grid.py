from dataclasses import replace

import pytest

from regiewijzer.ui.pictures.form_grid import FormGrid, form_grid_picture
from regiewijzer.ui.pictures.tests.reading import both, drawn, said_at, words
from regiewijzer.ui.pictures.tests.samples import GRID, sample


def test_a_band_shows_where_a_form_holds() -> None:
    svg = sample("form_grid").wide
    bands = [(float(b["x"]), float(b["width"])) for b in drawn(svg, "rect", "f-oksoft") if b["height"] == "18"]

    first, track = 206.0, 217.0
    assert bands[0] == (pytest.approx(first + 0.75 * track, abs=0.1), pytest.approx(0.25 * track, abs=0.1))
    assert len(bands) == 6


def test_the_measured_value_goes_down_through_the_forms() -> None:
    svg = sample("form_grid").wide
    at = 206 + 0.45 * 217

    lines = [mark for mark in drawn(svg, "line", "s-accent") if float(mark["x1"]) == pytest.approx(at, abs=0.1)]
    assert len(lines) == 2
    assert all(mark["x1"] == mark["x2"] for mark in lines)
    (diamond,) = [m for m in drawn(svg, "path", "f-short") if m["d"].startswith(f"M{at:.1f}".rstrip("0"))][:1]
    assert "s-paper" in diamond["class"]


def test_trust_in_the_leader_is_a_square_of_its_own_and_the_line_past_it_is_dotted() -> None:
    svg = sample("form_grid").wide

    (square, _key) = drawn(svg, "rect", "f-ok")
    assert float(square["x"]) + float(square["width"]) / 2 == pytest.approx(206 + 0.7 * 217, abs=0.1)
    assert [mark for mark in drawn(svg, "line", "s-accent") if mark.get("stroke-dasharray")]


def test_what_was_not_measured_is_an_open_ring_and_said() -> None:
    for svg in both(sample("form_grid")):
        assert words(svg).count("niet gemeten") == 2
        assert words(svg).count("not measured") == 2  # at the condition, and in the key
        assert [ring for ring in drawn(svg, "circle", "f-paper", "s-line") if ring["stroke-width"] == "2"]


def test_the_form_now_and_the_advised_form_are_named_in_words() -> None:
    for svg in both(sample("form_grid")):
        assert "the form now" in words(svg)
        assert "lightest form that fits" in words(svg)
    assert sample("form_grid").description == (
        "The form now is Zelfregulerend: 2 tekorten. Vertrouwen: 1,2 te laag; Aantal partners: 6 te veel. "
        "Lightest form that fits: Leiderorganisatie. Not measured: Eens over het doel."
    )


def test_each_fit_has_its_own_shape() -> None:
    svg = sample("form_grid").wide
    shortfall, just = drawn(svg, "path", "f-short")[0]["d"], drawn(svg, "path", "f-tight")[0]["d"]

    assert shortfall.count("L") == 3
    assert just.count("L") == 2


def test_a_value_off_the_scale_is_drawn_at_its_edge() -> None:
    far = replace(GRID, conditions=tuple(replace(c, position=9.0) for c in GRID.conditions))

    picture = form_grid_picture(far, picture_id="grid")

    assert picture
    assert {float(mark["x1"]) for mark in drawn(picture.wide, "line", "s-accent")} <= {423.0, 667.0, 911.0}


def test_the_table_says_what_is_needed_and_how_it_fits() -> None:
    data_table = sample("form_grid").data_table

    assert data_table.head == ("Condition", "Measured", "Zelfregulerend", "Leiderorganisatie")
    assert data_table.rows[0] == ("Vertrouwen", "2,8 op 5", "minstens 4,0: 1,2 te laag", "in de leider: 3,8")
    assert data_table.rows[2][1] == "not measured"
    assert data_table.rows[-1] == ("Together", "", "2 tekorten, the form now", "geen tekort, lightest form that fits")


def test_the_verdict_stands_beside_the_form_in_its_tone() -> None:
    for svg in both(sample("form_grid")):
        assert "c-short" in said_at(svg, "2 tekorten")["class"]
        assert "c-ok" in said_at(svg, "geen tekort")["class"]


def test_cells_must_match_the_conditions() -> None:
    with pytest.raises(ValueError, match="one cell per condition"):
        form_grid_picture(FormGrid(GRID.conditions[:1], GRID.forms), picture_id="grid")
