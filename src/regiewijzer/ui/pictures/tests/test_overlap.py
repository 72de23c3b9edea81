from dataclasses import replace
from itertools import combinations

from regiewijzer.ui.pictures.overlap import MapLink, MapNode, OverlapMap, overlap_picture
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.pictures.tests.reading import drawn, extents, said_at, words
from regiewijzer.ui.pictures.tests.samples import LONG, OVERLAP, sample


def pair(smaller: int, shared: int, *, hot: bool = False) -> Picture:
    nodes = (MapNode("a", "A", smaller), MapNode("b", "B", 60, mandated=True))
    picture = overlap_picture(OverlapMap(nodes, (MapLink("a", "b", shared, hot=hot),)), picture_id="map")
    assert picture
    return picture


def test_a_network_of_our_own_is_a_circle_and_a_mandated_one_a_square() -> None:
    svg = pair(10, 5).wide

    assert drawn(svg, "circle", "f-paper", "s-ink")[0]["r"] == "18.5"  # 9 + 0.95 per partner
    assert drawn(svg, "rect", "f-deep", "s-ink")
    assert "10" in words(svg)
    assert "60" in words(svg)


def test_a_line_is_thicker_with_every_partner_shared() -> None:
    widths = [float(drawn(pair(20, shared).wide, "path", "s-line")[0]["stroke-width"]) for shared in (1, 4, 8, 20)]

    assert widths == [1.2, 2.8, 10.8, 14]


def test_the_pair_of_a_finding_has_its_own_colour_and_says_how_much_of_what() -> None:
    picture = sample("overlap")

    assert len(drawn(picture.wide, "path", "s-short")) == 1
    assert "c-paper" in said_at(picture.wide, "9 of 11")["class"]
    assert "c-short" in said_at(picture.narrow, "9 of 11")["class"]
    assert len(drawn(picture.narrow, "circle", "f-short")) == 9


def test_numbers_stand_on_the_strong_lines_only() -> None:
    said = words(sample("overlap").wide)

    assert {"8", "6", "5"} <= set(said)
    assert "3" not in said


def test_names_and_numbers_of_a_crowded_map_do_not_run_into_each_other() -> None:
    svg = sample("overlap", hard=True).wide
    feet = [float(mark["y"]) for mark in drawn(svg, "text")]
    lines = [(*extent, foot) for extent, foot in zip(extents(svg), feet, strict=True)]

    touching = [
        (one[0], other[0])
        for one, other in combinations(lines, 2)
        if abs(one[3] - other[3]) < 12 and one[1] < other[2] and other[1] < one[2]
    ]
    assert not touching


def test_on_a_narrow_sheet_a_dot_stands_for_each_partner_of_the_smaller_network() -> None:
    svg = pair(30, 12).narrow

    dots = [mark for mark in drawn(svg, "circle", "s-ink") if mark["r"] == "7.2"]
    assert len(dots) == 30 + 2  # and two in the key
    assert len(drawn(svg, "circle", "f-ink")) == 12 + 1
    assert max(float(dot["cx"]) for dot in dots) < 350 - 60


def test_a_very_large_network_is_a_bar() -> None:
    svg = pair(50, 25).narrow

    whole, part = (float(bar["width"]) for bar in drawn(svg, "rect", "s-ink"))
    assert part == whole / 2


def test_the_narrow_sheet_shows_six_pairs_and_says_how_many_more_there_are() -> None:
    nodes = tuple(MapNode(f"n{nr}", f"N{nr}", 9) for nr in range(5))
    links = tuple(MapLink(a.key, b.key, 3) for a, b in combinations(nodes, 2))

    picture = overlap_picture(OverlapMap(nodes, links), picture_id="map")

    assert picture
    assert words(picture.narrow).count("3 of 9") == 6
    assert "4 more pairs in the table" in words(picture.narrow)
    assert len(picture.data_table.rows) == 10


def test_the_table_has_the_strongest_overlap_first_with_two_percentages() -> None:
    data_table = sample("overlap").data_table

    assert data_table.rows[0] == (
        "Kansrijk Opgroeien and Lokaal Overleg Kinderopvang",
        "9 of 11",
        "82 %",
        "56 %",
        "yes",
    )
    assert data_table.rows[-1] == ("Breed Onthaal and Zorgzame Buurt", "3 of 8", "38 %", "18 %", "yes")


def test_a_link_to_a_network_that_is_not_on_the_map_is_left_out() -> None:
    dangling = replace(OVERLAP, links=(*OVERLAP.links, MapLink("ko", "elsewhere", 9), MapLink("ko", "ko", 9)))

    picture = overlap_picture(dangling, picture_id="map")

    assert picture
    assert len(picture.data_table.rows) == len(OVERLAP.links)


def test_a_name_too_long_for_the_map_stands_whole_in_the_table() -> None:
    nodes = (MapNode("a", LONG * 2, 5), *(MapNode(f"n{nr}", "N", 5) for nr in range(13)))
    links = (MapLink("a", "n1", 2),)

    picture = overlap_picture(OverlapMap(nodes, links), picture_id="map")

    assert picture
    assert any(said.endswith("…") for said in words(picture.wide))
    assert LONG * 2 in picture.data_table.rows[0][0]
    assert LONG * 2 in picture.description
