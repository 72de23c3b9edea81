from regiewijzer.ui.pictures.journey import Stop, Way, journey_picture

FEELINGS = ("opgelucht", "geholpen", "gewoon", "moe", "geeft op")
HEAD = ("Stap", "Hoe het voelt")


def _way(count: int) -> Way:
    stops = tuple(
        Stop(f"Stap {number}", "voor", 2 - number % 5, ("OCMW", "School")[: number % 3], (FEELINGS[number % 5],))
        for number in range(count)
    )
    return Way("Sara zoekt hulp", stops, FEELINGS, frozenset({"School"}), HEAD)


def test_nothing_is_drawn_of_a_journey_without_steps() -> None:
    assert journey_picture(_way(0), picture_id="journey") is None


def test_every_step_is_drawn_said_and_in_the_table() -> None:
    picture = journey_picture(_way(9), picture_id="journey")

    assert picture is not None
    for number in range(9):
        assert f">Stap {number}<" in picture.wide
        assert f"{number + 1}. Stap {number}" in picture.narrow
        assert f"{number + 1}. Stap {number}: {FEELINGS[number % 5]}." in picture.description
    assert [row[0] for row in picture.data_table.rows] == [f"{number + 1}. Stap {number}" for number in range(9)]
    assert "Not at the table: School." in picture.description


def test_a_long_journey_goes_on_below_itself_and_stays_within_its_sheet() -> None:
    short, long = (journey_picture(_way(count), picture_id="journey") for count in (10, 30))

    assert short is not None
    assert long is not None
    assert long.wide.count(">OCMW<") == 3 * short.wide.count(">OCMW<")
