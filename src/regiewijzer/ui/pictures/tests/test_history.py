from dataclasses import replace
from datetime import date

import pytest

from regiewijzer.ui.pictures.history import (
    Happening,
    History,
    HistoryEvent,
    history_picture,
)
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.pictures.tests.reading import both, drawn, said_at, words
from regiewijzer.ui.pictures.tests.samples import HARD_HISTORY, HISTORY, TODAY, sample


def picture(*events: HistoryEvent, started: date | None = None) -> Picture:
    made = history_picture(History("Zorgraad", TODAY, events, started), picture_id="history")
    assert made
    return made


def event(day: date, kind: Happening = Happening.EVENT, words: str = "Iets") -> HistoryEvent:
    return HistoryEvent(day, kind, words)


def test_each_kind_has_its_own_shape() -> None:
    svg = sample("history").wide

    assert len(drawn(svg, "circle", "f-ink")) == 1 + 1  # and the key
    assert len(drawn(svg, "rect", "f-accent")) == 1 + 1
    assert len(drawn(svg, "path", "f-power1")) == 1 + 1
    assert len(drawn(svg, "path", "f-short")) == 1 + 1
    assert said_at(svg, "CLB De Linde valt weg")["class"] == "t-s t-b c-short"


def test_what_is_still_to_come_is_hollow_and_the_line_there_is_dotted() -> None:
    for svg in both(sample("history")):
        (dotted,) = [mark for mark in drawn(svg, "line", "s-line") if mark.get("stroke-dasharray")]
        assert drawn(svg, "circle", "f-paper", "s-ink")
        assert drawn(svg, "path", "f-paper", "s-ink")
        assert float(dotted["x2"]) - float(dotted["x1"]) + float(dotted["y2"]) - float(dotted["y1"]) > 50


def test_marks_stand_where_their_days_are() -> None:
    start, middle, end = date(2025, 1, 1), date(2025, 7, 2), date(2026, 1, 1)
    made = history_picture(History("A", end, tuple(map(event, (end, start, middle)))), picture_id="history")

    assert made
    xs = [float(mark["cx"]) for mark in drawn(made.wide, "circle", "f-ink") if mark["r"] == "8"]
    assert xs == [10, pytest.approx(459, abs=2), 908]


def test_the_mark_of_two_years_is_named_only_when_it_has_been_reached() -> None:
    assert "2 years" in words(sample("history").wide)
    assert "2 years" in words(sample("history").narrow)
    young = picture(event(date(2026, 1, 1)), started=date(2026, 1, 1))
    assert "2 years" not in words(young.wide)


def test_a_start_on_a_leap_day_has_its_mark_two_years_on() -> None:
    history = replace(HISTORY, started=date(2024, 2, 29))

    assert history.marked == date(2026, 2, 28)
    assert replace(history, started=date(2023, 12, 31), mark=26).marked == date(2026, 2, 28)


def test_what_matters_most_keeps_its_label_and_the_rest_is_counted() -> None:
    svg = sample("history", hard=True).wide
    labels = sum("f-" not in mark.get("class", "") and "t-b c-short" in mark["class"] for mark in drawn(svg, "text"))

    assert labels
    (more,) = [said for said in words(svg) if said.endswith("more in the table")]
    assert 0 < int(more.split()[0]) < len(HARD_HISTORY.events)


def test_the_narrow_list_leaves_nothing_out() -> None:
    said = words(sample("history").narrow)

    assert [event.words for event in sorted(HISTORY.events, key=lambda event: event.on)] == [
        line for line in said if line in {event.words for event in HISTORY.events}
    ]


@pytest.mark.parametrize("end", [date(2026, 2, 20), date(2046, 11, 1)])
def test_three_months_and_twenty_years_both_fill_the_sheet(end: date) -> None:
    made = history_picture(
        History("A", end, (event(date(2026, 1, 1)), event(end, Happening.DECISION))), picture_id="history"
    )

    assert made
    assert {float(m["cx"]) for m in drawn(made.wide, "circle", "f-ink") if m["r"] == "8"} == {10}
    (square,) = [m for m in drawn(made.wide, "rect", "f-accent") if float(m["x"]) > 800]
    assert float(square["x"]) + float(square["width"]) / 2 == pytest.approx(908, abs=0.1)


def test_one_event_today_is_a_history() -> None:
    assert picture(event(TODAY)).data_table.rows == (("November 2026", "Iets", "event"),)


def test_the_table_says_when_what_and_which_kind() -> None:
    data_table = sample("history").data_table

    assert data_table.rows[0] == ("September 2024", "Start met 6 partners", "event")
    assert data_table.rows[-2:] == (
        ("3 december", "Volgende overleg", "event, still to come"),
        ("June 2027", "Nieuwe meting", "measurement, still to come"),
    )
