"""Dates as people write them."""

import pickle
from datetime import date

import pytest

from regiewijzer.science.written_days import (
    KnownDay,
    Precision,
    TwoDays,
    day_in,
    day_of_number,
    month_first,
    two_centuries,
    two_ways,
)


@pytest.mark.parametrize(("text", "iso"), [
    ("4 maart 2027", "2027-03-04"),
    ("1 jan. 2019", "2019-01-01"),
    ("1ste september 2019", "2019-09-01"),
    ("March 4, 2027", "2027-03-04"),
    ("04 / 03 / 2027", "2027-03-04"),
    ("4.3.2027", "2027-03-04"),
    ("12-03-2018", "2018-03-12"),
    ("2027-03-04T00:00:00", "2027-03-04"),
    ("sept 2021", "2021-09"),
    ("Sept. 2021", "2021-09"),
    ("okt. '22", "2022-10"),
    ("okt. ’22", "2022-10"),
    ("01/2017", "2017-01"),
    ("2018-12", "2018-12"),
    ("sinds maart 2020", "2020-03"),
    ("2019", "2019"),
    ("vanaf 2019", "2019"),
    ("najaar 2020", "2020"),
    ("begin 2015", "2015"),
    ("Q1 2027", "2027"),
    ("eerste helft 2019", "2019"),
])  # fmt: skip
def test_a_date_is_read_as_precisely_as_it_was_written(text: str, iso: str) -> None:
    found = day_in(text, latest_year=2026)

    assert found is not None
    assert (found.iso, found.sure) == (iso, True)


@pytest.mark.parametrize(("text", "iso"), [
    ("± 2012", "2012"), ("ca. 2010", "2010"), ("2008 (hervormd 2019)", "2008"), ("2015?", "2015"),
    ("2019-2020", "2019"), ("rond mei 2014", "2014-05"),
])  # fmt: skip
def test_about_a_year_is_that_year_and_not_sure(text: str, iso: str) -> None:
    found = day_in(text, latest_year=2026)

    assert found is not None
    assert (found.iso, found.sure) == (iso, False)


@pytest.mark.parametrize("text", ["altijd al", "sinds fusie", "in opstart", "31/02/2027", "03/25/2027", "", "?", "mei"])
def test_what_is_no_date_stays_none(text: str) -> None:
    assert day_in(text, latest_year=2026) is None


def test_two_figures_are_a_year_only_when_it_is_known_which_is_the_last() -> None:
    assert day_in("okt. '22") is None
    assert day_in("okt. '30", latest_year=2026).iso == "1930-10"  # type: ignore[union-attr]


def test_a_number_is_a_year_or_the_day_number_of_a_spreadsheet() -> None:
    assert day_of_number(2027.0).precision is Precision.YEAR  # type: ignore[union-attr]
    assert day_of_number(46450).first == date(2027, 3, 4)  # type: ignore[union-attr]
    assert day_of_number(12) is None
    assert day_of_number(2027.5) is None


def test_both_readings_are_named() -> None:
    assert two_ways("03/04/2027") == TwoDays(date(2027, 4, 3), date(2027, 3, 4))
    assert two_ways("13/04/2027") is None
    assert two_ways("04/04/2027") is None
    assert two_centuries("4/3/27") == TwoDays(date(2027, 3, 4), date(1927, 3, 4))
    assert month_first("03/25/2027")
    assert not month_first("25/03/2027")


@pytest.mark.parametrize(
    ("written", "last", "iso", "back"),
    [
        ("2019", date(2019, 12, 31), "2019", "2019"),
        ("september 2021", date(2021, 9, 30), "2021-09", "09/2021"),
        ("12/2021", date(2021, 12, 31), "2021-12", "12/2021"),
        ("14/09/2021", date(2021, 9, 14), "2021-09-14", "14/09/2021"),
    ],
)
def test_a_start_stays_as_precise_as_it_was_written(written: str, last: date, iso: str, back: str) -> None:
    found = day_in(written)
    assert found is not None

    known = found.known

    assert (known.last, known.iso, known.written) == (last, iso, back)
    assert day_in(known.written) == found
    assert pickle.loads(pickle.dumps(known)) == known


def test_days_of_which_another_part_is_known_are_not_the_same() -> None:
    year, day = KnownDay(date(2019, 1, 1), Precision.YEAR), date(2019, 1, 1)

    assert year != day
    assert day != year
    assert KnownDay(day) == day
    assert year < date(2019, 1, 2)


@pytest.mark.parametrize(
    ("first", "precision", "at_latest"),
    [
        (date(2024, 1, 1), Precision.YEAR, date(2024, 12, 31)),
        (date(2026, 1, 1), Precision.YEAR, date(2026, 12, 1)),  # this year: it began, today at the latest
        (date(2027, 1, 1), Precision.YEAR, date(2027, 12, 31)),  # still to come
        (date(2026, 12, 1), Precision.DAY, date(2026, 12, 1)),
    ],
)
def test_nothing_is_older_than_is_known(first: date, precision: Precision, at_latest: date) -> None:
    assert KnownDay(first, precision).at_latest(date(2026, 12, 1)) == at_latest
