"""Dates as people write them."""

from datetime import date

import pytest

from regiewijzer.science.written_days import (
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
