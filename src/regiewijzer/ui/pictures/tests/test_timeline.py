from dataclasses import replace

import pytest

from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.pictures.tests.reading import both, drawn, said_at, words
from regiewijzer.ui.pictures.tests.samples import LEVELS, TIMELINE, sample
from regiewijzer.ui.pictures.timeline import NetworkLife, Timeline, timeline_picture


def picture(*rows: NetworkLife, mark: int = 24) -> Picture:
    made = timeline_picture(Timeline(LEVELS, rows, mark), picture_id="timeline")
    assert made
    return made


def life(months: int | None, *, late: bool = False, mandated: bool = False) -> NetworkLife:
    return NetworkLife("Zorgraad", months, (False, False, False), late=late, mandated=mandated)


def lines(svg: str, css: str, width: str) -> list[tuple[float, float]]:
    return [(float(m["x1"]), float(m["x2"])) for m in drawn(svg, "line", css) if m["stroke-width"] == width]


def test_a_line_is_as_long_as_the_network_is_old() -> None:
    assert lines(picture(life(30)).wide, "s-ink", "3") == [(236, 236 + 30 * 6.3)]
    assert lines(picture(life(30)).narrow, "s-ink", "3") == [(6, 6 + 112.5)]


def test_the_mark_stands_at_two_years_or_where_the_authority_puts_it() -> None:
    (two,) = lines(picture(life(30)).wide, "s-ink", "2.5")
    (three,) = lines(picture(life(30), mark=36).wide, "s-ink", "2.5")

    assert two[0] == pytest.approx(236 + 24 * 6.3, abs=0.1)
    assert three[0] == pytest.approx(236 + 36 * 6.3, abs=0.1)
    assert "2 years" in words(picture(life(30)).wide)


def test_a_late_network_is_thick_and_coloured_and_says_so() -> None:
    made = picture(life(31, late=True))

    for svg in both(made):
        assert lines(svg, "s-short", "5")
        assert "c-short" in said_at(svg, "Zorgraad")["class"]
    assert "31 months, no result yet" in words(made.wide)
    assert "no result yet" in words(made.narrow)
    assert "Past it without a result: Zorgraad (31 months)." in made.description


def test_from_five_years_on_a_network_is_an_arrow_with_its_age() -> None:
    old, young = picture(life(60)), picture(life(59))

    for svg in both(old):
        assert "5 years" in words(svg)
        assert [head for head in drawn(svg, "path", "s-ink") if head.get("stroke-width") == "3"]
    assert not [head for head in drawn(young.wide, "path", "s-ink") if head.get("stroke-width") == "3"]


def test_a_mandated_network_is_a_square_also_when_it_is_old() -> None:
    for months in (10, 100):
        assert drawn(picture(life(months, mandated=True)).wide, "rect", "f-deep")


def test_an_unknown_start_is_said_and_not_drawn() -> None:
    made = picture(life(None))

    for svg in both(made):
        assert "start unknown" in words(svg)
        assert not lines(svg, "s-ink", "3")
    assert "Start unknown: Zorgraad." in made.description


def test_a_result_is_a_dot_none_yet_a_dash_and_unknown_a_question_mark() -> None:
    made = picture(NetworkLife("A", 12, (True, False, None)))

    for svg in both(made):
        assert len(drawn(svg, "circle", "f-ink")) == 1 + 1  # the row and the key
        assert len([m for m in drawn(svg, "line", "s-line") if m["stroke-width"] == "2"]) == 1 + 1
        assert words(svg).count("?") == 1 + 1
    assert made.data_table.rows == (("A", "12 months", "own", "yes", "not yet", "not known"),)


def test_networks_run_from_old_to_young_and_those_of_unknown_age_come_last() -> None:
    names = [row[0] for row in sample("timeline").data_table.rows]

    assert names == ["Zorgraad", "Buurt in Balans", "Kansrijk Opgroeien", "Klimaattafel"]
    for svg in both(sample("timeline")):
        assert sorted(names, key=lambda name: float(said_at(svg, name)["y"])) == names


def test_the_network_of_the_page_says_on_how_many_levels_it_has_a_result() -> None:
    assert "26 months, 1 of 3 levels" in words(sample("timeline").wide)
    assert "t-b" in said_at(sample("timeline").wide, "Kansrijk Opgroeien")["class"]


def test_a_network_that_has_yet_to_start_stands_at_the_start() -> None:
    (line,) = lines(picture(life(-5)).wide, "s-ink", "3")

    assert line == (236, 236)


def test_letters_head_the_narrow_columns_unless_two_levels_begin_alike() -> None:
    alike = timeline_picture(replace(TIMELINE, levels=("netwerk", "noden", "organisaties")), picture_id="t")

    assert {"G", "N", "O"} <= set(words(sample("timeline").narrow))
    assert alike
    assert {"1", "2", "3"} <= set(words(alike.narrow))


def test_results_must_match_the_levels() -> None:
    with pytest.raises(ValueError, match="one result per level"):
        picture(NetworkLife("A", 3, (True,)))


def test_a_network_that_has_yet_to_start_has_no_age_and_no_unknown_start() -> None:
    planned, unknown = replace(life(None), starts_later=True), life(None)

    assert planned.age not in (unknown.age, life(0).age)
    assert "Start unknown" not in picture(planned).description
    assert "Start unknown" in picture(unknown).description
