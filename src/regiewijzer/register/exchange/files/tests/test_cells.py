from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.register.exchange.files.cells import (
    UnusableCell,
    UnusableKind,
    as_meant,
    for_csv,
    for_workbook,
    letters,
    shown,
)

ANY_TEXT = st.text(alphabet="'=+-–@\t\rab \"", max_size=8)


@given(ANY_TEXT)
def test_text_survives_a_csv_file(text: str) -> None:
    assert as_meant(for_csv(text)) == text


@given(ANY_TEXT)
def test_text_survives_a_workbook(text: str) -> None:
    assert as_meant(for_workbook(text)) == text


@given(ANY_TEXT)
def test_no_field_of_a_csv_file_begins_like_a_formula(text: str) -> None:
    assert not for_csv(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", ["'s Gravenwezel", "+32 9 000 00 00", "Huis"])
def test_ordinary_text_stays_as_it_is_in_a_workbook(text: str) -> None:
    assert for_workbook(text) == text


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_have_the_names_of_a_spreadsheet(column: int, name: str) -> None:
    assert letters(column) == name


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (date(2026, 12, 3), "03/12/2026"),
        (True, "ja"),
        (3.5, "3,5"),
        (UnusableCell(UnusableKind.FORMULA, "=A1"), "=A1"),
        ("x" * 100, "x" * 80 + "…"),
    ],
)
def test_a_cell_is_shown_as_a_person_sees_it(raw, text: str) -> None:
    assert shown(raw) == text
